import { expect } from 'vitest';
import type { Words } from '../../lib/language/language.ts';

/** Words without what they quote: a draft's or a pack's own words, and names of documents. */
export function unquoted(words: string): string {
  return words.replace(/“[^”]*”|"[^"]*"|《[^》]*》|⟦[^⟧]*⟧/gu, '');
}

/** Expects words in Chinese. */
export function expectChinese(words: string): void {
  expect(unquoted(words), words).toMatch(/\p{Script=Han}/u);
}

/** Expects no Chinese character but in what is quoted. */
export function expectNoChinese(words: string): void {
  expect(unquoted(words), words).not.toMatch(/\p{Script=Han}/u);
}

/** Expects words in English, without a Chinese character but in what is quoted. */
export function expectEnglish(words: string): void {
  expect(unquoted(words), words).toMatch(/[a-z]{2}/u);
  expectNoChinese(words);
}

/** Expects the Chinese words in Chinese, and the English ones in English. */
export function expectBoth({ zh, en }: Words): void {
  expectChinese(zh);
  expectEnglish(en);
}
