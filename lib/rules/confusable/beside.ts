import { besidePattern } from '../../phrases/beside-words.ts';
import type { BesideForm } from '../../phrases/types.ts';

/** Patterns are made when a word is first seen: most of the words are in no draft. */
const made = new WeakMap<BesideForm, Patterns>();

interface Patterns {
  readonly beside: RegExp;
  /** Absent if nothing is excepted. */
  readonly unless?: RegExp;
}

/** Whether a written word is known as a slip by what stands beside it. Takes the paragraph and the word's offset. */
export function standsBeside(text: string, start: number, form: BesideForm): boolean {
  let patterns = made.get(form);
  if (patterns === undefined) {
    const { beside, unless } = form;
    patterns = {
      beside: patternOf(form.text, beside),
      ...(unless.length > 0 && { unless: patternOf(form.text, unless) }),
    };
    made.set(form, patterns);
  }
  return (
    matchesAt(patterns.beside, text, start) && !(patterns.unless && matchesAt(patterns.unless, text, start))
  );
}

function patternOf(word: string, notations: readonly string[]): RegExp {
  const alternatives = notations.map((notation) => {
    const { before, behind } = besidePattern(notation);
    return `${before === '' ? '' : `(?<=${before})`}${word}${behind === '' ? '' : `(?=${behind})`}`;
  });
  return new RegExp(alternatives.join('|'), 'uy');
}

function matchesAt(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}
