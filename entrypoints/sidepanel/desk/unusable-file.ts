import type { Words } from '../../../lib/language/language.ts';

/** A file that cannot be laid on the desk, or given back: one sentence in both languages. */
export class UnusableFile extends Error {
  override readonly name = 'UnusableFile';
  readonly words: Words;

  constructor(words: Words) {
    super(words.zh);
    this.words = words;
  }
}
