import { signal } from '@preact/signals';
import type { Language, Words } from '../lib/language/language.ts';

/**
 * The language of this surface, set from the settings. Components that read it render again when it changes.
 */
export const language = signal<Language>('zh');

/** The words in the language of this surface. */
export function say(zh: string, en: string): string {
  return language.value === 'en' ? en : zh;
}

/** These words in the language that is set. */
export function sayWords(words: Words): string {
  return words[language.value];
}
