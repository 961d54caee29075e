/** The languages of the screen. Drafts, phrases and what is put into a draft are Chinese in both. */
export const languages = ['zh', 'en'] as const;
export type Language = (typeof languages)[number];

/** The same words in both languages, side by side where they are used: `words[language]` picks one. */
export type Words = Readonly<Record<Language, string>>;

/** Words in Chinese, and the same in English. */
export function bilingual(zh: string, en: string): Words {
  return { zh, en };
}

/** Picks the words of the language that is set. */
export type Say = (zh: string, en: string) => string;

/** A `Say` of one language. */
export function sayIn(language: Language): Say {
  return (zh, en) => (language === 'en' ? en : zh);
}
