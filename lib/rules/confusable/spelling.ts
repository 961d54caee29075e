import { both } from '../../language.ts';
import type { Knowledge, Source } from '../../phrases/types.ts';
import { PairTable, pairKey } from '../pair-table.ts';
import type { RuleContext, RuleFinding } from '../types.ts';
import { isWholeWords } from '../whole-words.ts';
import { changeTo } from '../words.ts';
import { likeness } from './likeness.ts';

/** Letters of a wording looked for: two words that often stand together, or one word of four. */
const LENGTH = 4;

interface Second {
  /** The third and fourth letter. */
  readonly third: number;
  readonly fourth: number;
  readonly source: Source;
}

interface SpellingIndex {
  /** By the first and second letter, with every spelling of one slip: those letters right. */
  readonly byHead: PairTable<Second>;
  /** By the third and fourth letter: what stands before them, as `Second` turned round. */
  readonly byTail: PairTable<Second>;
  /** Words, and pairs of words, that are right though they lie one slip away and no dictionary has them: 数智. */
  readonly right: ReadonlySet<string>;
  /** Pairs of letters that are mistaken for each other: by sound, or known from a wrong form of the packs. */
  readonly isAlike: (put: number, right: number) => boolean;
  /** 1 for code units that begin a pair of either map. */
  readonly begins: Uint8Array;
}

const indexes = new WeakMap<Knowledge, SpellingIndex>();

/**
 * Frequent words of four letters, and frequent pairs of words of two, with one letter wrong that sounds or looks like the
 * right one: 统愁推进, 一往无全. The other three are right, what is written is no word (权利监督), and the four letters are
 * whole words of the sentence. Letters that stand alone as words (不、是、已) are never taken for slips. Offsets of the
 * paragraph.
 */
export function spellingFindings(text: string, context: RuleContext): RuleFinding[] {
  const index = indexOf(context.knowledge);
  const findings: RuleFinding[] = [];
  for (let at = 0; at + LENGTH <= text.length; at++) {
    if (index.begins[text.charCodeAt(at)] === 0 && index.begins[text.charCodeAt(at + 2)] === 0) continue;
    const slip = slipAt(text, at, index);
    if (slip === null) continue;
    const finding = judged(text, at, slip, index, context);
    if (finding === null) continue;
    findings.push(finding);
    at += LENGTH - 1;
  }
  return findings;
}

interface Slip {
  readonly right: string;
  /** Where the two letters stand of which one is wrong, from the first letter of the four. */
  readonly half: 0 | 2;
  readonly source: Source;
}

/** The one slip of four letters; null when they are right, or more than a slip away from all that is known. */
function slipAt(text: string, at: number, index: SpellingIndex): Slip | null {
  const a = text.charCodeAt(at);
  const b = text.charCodeAt(at + 1);
  const c = text.charCodeAt(at + 2);
  const d = text.charCodeAt(at + 3);
  const after = find(index.byHead.get(a, b), c, d, index);
  if (after === 'right') return null;
  const before = find(index.byTail.get(c, d), a, b, index);
  if (before === 'right') return null;
  // Two explanations: a person must see which is meant.
  if ((after === null) === (before === null)) return null;
  if (after !== null)
    return { right: text.slice(at, at + 2) + letters(after), half: 2, source: after.source };
  if (before === null) return null;
  return { right: letters(before) + text.slice(at + 2, at + LENGTH), half: 0, source: before.source };
}

function letters({ third, fourth }: Second): string {
  return String.fromCharCode(third, fourth);
}

function find(
  seconds: readonly Second[] | undefined,
  third: number,
  fourth: number,
  index: SpellingIndex,
): Second | 'right' | null {
  let found: Second | null = null;
  if (seconds === undefined) return null;
  for (const second of seconds) {
    if (second.third === third) {
      if (second.fourth === fourth) return 'right';
      if (!index.isAlike(fourth, second.fourth)) continue;
    } else if (second.fourth !== fourth || !index.isAlike(third, second.third)) continue;
    found ??= second;
  }
  return found;
}

function judged(
  text: string,
  start: number,
  { right, half: place, source }: Slip,
  { right: known }: SpellingIndex,
  context: RuleContext,
): RuleFinding | null {
  const end = start + LENGTH;
  const written = text.slice(start, end);
  if (!isWholeWords({ start, end }, text, context) || context.segmenter === undefined) return null;
  const half = written.slice(place, place + 2);
  if ([written, half].some((word) => known.has(word) || context.segmenter?.isWord(word))) return null;
  return {
    rule: 'confusable-characters',
    level: 'warning',
    start,
    end,
    message: both(
      `此处疑有错字，通常写作“${right}”。`,
      `Probably a wrong character: usually written “${right}”.`,
    ),
    source,
    fixes: [{ label: changeTo(right), edits: [{ start, end, text: right }] }],
  };
}

function indexOf(knowledge: Knowledge): SpellingIndex {
  let index = indexes.get(knowledge);
  if (index === undefined) {
    index = build(knowledge);
    indexes.set(knowledge, index);
  }
  return index;
}

function build(knowledge: Knowledge): SpellingIndex {
  const byHead = new Map<number, Second[]>();
  const byTail = new Map<number, Second[]>();
  const begins = new Uint8Array(0x1_0000);
  const right = new Set<string>();
  const add = (four: string, source: Source) => {
    const [a, b, c, d] = [0, 1, 2, 3].map((at) => four.charCodeAt(at)) as [number, number, number, number];
    for (const [map, k, third, fourth] of [
      [byHead, pairKey(a, b), c, d],
      [byTail, pairKey(c, d), a, b],
    ] as const) {
      const seconds = map.get(k) ?? [];
      seconds.push({ third, fourth, source });
      map.set(k, seconds);
    }
    begins[a] = 1;
    begins[c] = 1;
  };
  for (const spelling of knowledge.spellings) {
    if (spelling.attestation === 'none') continue;
    for (const line of spelling.words) for (const word of line.split(' ')) add(word, spelling.source);
    for (const line of spelling.pairs) {
      const [first = '', ...seconds] = line.split(' ');
      for (const second of seconds) add(first + second, spelling.source);
    }
    for (const line of spelling.right) for (const word of line.split(' ')) right.add(word);
  }
  return {
    byHead: new PairTable(byHead),
    byTail: new PairTable(byTail),
    begins,
    right,
    isAlike: likeness(knowledge),
  };
}
