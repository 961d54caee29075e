/**
 * The `lang` of words from an author or organisation, for screen readers; undefined if they are not Chinese.
 */
export function langOf(words: string): 'zh-CN' | undefined {
  return /\p{Script=Han}/u.test(words) ? 'zh-CN' : undefined;
}
