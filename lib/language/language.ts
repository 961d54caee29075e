/** The languages of the screen. Drafts, phrases and what is put into a draft are Chinese in both. */
export const languages = ['zh', 'en'] as const;
export type Language = (typeof languages)[number];

/** The same words in both languages, side by side where they are used: none can be forgotten in the other. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}

/** Words in Chinese, and the same in English. */
export function both(zh: string, en: string): Words {
  return { zh, en };
}

/** Picks the words of the language that is set. */
export type Say = (zh: string, en: string) => string;

let current: Language = 'zh';

/** Sets the language of `spoken`: one process has one author, who reads one language. */
export function speak(language: Language): void {
  current = language;
}

/** Words in the language that was set: for what is refused deep within, where no surface stands by to choose. */
export function spoken(zh: string, en: string): string {
  return current === 'en' ? en : zh;
}

/** A `Say` of one language. */
export function sayIn(language: Language): Say {
  return (zh, en) => (language === 'en' ? en : zh);
}
