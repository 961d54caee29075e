import type { Words } from './language.ts';

/** An error that its reader is told of: one sentence in both languages. `message` has the Chinese one, for the log. */
export abstract class WordedError extends Error {
  readonly words: Words;

  constructor(words: Words, options?: ErrorOptions) {
    super(words.zh, options);
    this.words = words;
  }
}
