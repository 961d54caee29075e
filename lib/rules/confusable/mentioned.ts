import { sentenceAround } from '../../draft/draft.ts';

/** Whether an offset is within a title in 《》. */
export function inTitle(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 400), at);
  return before.lastIndexOf('《') > before.lastIndexOf('》');
}

/** Whether a sentence mentions the wrong spelling itself: 不要把“账户”写成“帐户”. */
export function isSpokenOf(text: string, start: number, end: number): boolean {
  if (!/[“‘]/u.test(text.charAt(start - 1)) || !/[”’]/u.test(text.charAt(end))) return false;
  const sentence = sentenceAround(text, start, end);
  return /[错误]|写[成作为]|混淆|混用|不分/u.test(text.slice(sentence.start, sentence.end));
}
