/** The language of words that an author or an organisation gave a thing, for readers aloud; undefined: the screen's. */
export function langOf(words: string): 'zh-CN' | undefined {
  return /\p{Script=Han}/u.test(words) ? 'zh-CN' : undefined;
}
