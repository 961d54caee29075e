import { signal } from '@preact/signals';
import type { Language, Words } from '../lib/language/language.ts';

/** The language of this surface. Set by the surface from the settings; what was said with it is drawn again. */
export const language = signal<Language>('zh');

/** The words of the language that is set: Chinese first, English beside it. */
export function say(zh: string, en: string): string {
  return language.value === 'en' ? en : zh;
}

/** These words in the language that is set. */
export function sayWords(words: Words): string {
  return words[language.value];
}
