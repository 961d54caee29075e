import type { Language, Words } from '../lib/language/language.ts';

interface Holder {
  value: Language;
}

let holder: Holder = { value: 'zh' };

/** The language of this surface, set from the settings. */
export const language: Holder = {
  get value() {
    return holder.value;
  },
  set value(chosen) {
    holder.value = chosen;
  },
};

/**
 * Holds the language in a signal, so that components that read it render again when it changes. The script in web pages
 * does without: it draws each card anew, and is small.
 */
export function holdLanguageIn(signal: Holder): void {
  signal.value = holder.value;
  holder = signal;
}

/** The words in the language of this surface. */
export function say(zh: string, en: string): string {
  return language.value === 'en' ? en : zh;
}

/** These words in the language that is set. */
export function sayWords(words: Words): string {
  return words[language.value];
}
