import { both } from '../../language.ts';
import type { Knowledge, Source } from '../../phrases/types.ts';
import { codeUnitsOf } from '../code-units.ts';
import { PairTable, pairKey } from '../pair-table.ts';
import type { RuleContext, RuleFinding } from '../types.ts';
import { isWholeWords } from '../whole-words.ts';
import { changeTo } from '../words.ts';
import { type Beside, besideOf, findBeside, halfOf, lettersAt, NONE, RIGHT } from './beside.ts';
import { likeness } from './likeness.ts';

/** Letters of a wording looked for: two words that often stand together, or one word of four. */
const LENGTH = 4;

interface SpellingIndex {
  /** Numbers the first two and the last two letters of all wordings. */
  readonly pairs: PairTable;
  /** By number, 1 where the pair is a word by itself, and so no slip. */
  readonly isWord: Uint8Array;
  /** What stands behind a pair. */
  readonly behind: Beside;
  /** What stands before one. */
  readonly before: Beside;
  /**
   * Words, and pairs of words, that are right though they lie one slip away and no dictionary has them (数智), and the
   * words of all pairs.
   */
  readonly right: ReadonlySet<string>;
  /** Pairs of letters that are mistaken for each other: by sound, or known from a wrong form of the packs. */
  readonly isAlike: (put: number, right: number) => boolean;
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
  const units = codeUnitsOf(text);
  const numberAt = (at: number) => index.pairs.numberOf(units[at] as number, units[at + 1] as number);
  // The number of the pair at a place, and of the two that come next: each is looked up once.
  let first = numberAt(0);
  let next = numberAt(1);
  let end = 0;
  for (let at = 0; at + LENGTH <= text.length; at++) {
    const second = numberAt(at + 2);
    const slip = first === 0 && second === 0 ? null : slipAt(units, at, first, second, index);
    first = next;
    next = second;
    if (slip === null || at < end) continue;
    const finding = judged(text, at, slip, index, context);
    if (finding === null) continue;
    findings.push(finding);
    end = finding.end;
  }
  return findings;
}

interface Slip {
  readonly beside: Beside;
  /** Where the right letters stand in it. */
  readonly place: number;
  /** Where the two letters stand of which one is wrong, from the first letter of the four. */
  readonly half: 0 | 2;
}

/**
 * The one slip of four letters, whose two pairs have these numbers; null when they are right, or more than a slip away
 * from all that is known.
 */
function slipAt(
  units: Uint16Array,
  at: number,
  first: number,
  second: number,
  { isWord, behind, before, isAlike }: SpellingIndex,
): Slip | null {
  // Nearly everywhere the letters are two words, or no part of any.
  const [headIsWord, tailIsWord] = [isWord[first] === 1, isWord[second] === 1];
  if (headIsWord && tailIsWord) return null;
  const a = units[at] as number;
  const b = units[at + 1] as number;
  const c = units[at + 2] as number;
  const d = units[at + 3] as number;
  let head = NONE;
  if (tailIsWord) {
    head = findBeside(before, second, a, b, isAlike);
    if (head === NONE || head === RIGHT) return null;
  }
  const tail = first === 0 ? NONE : findBeside(behind, first, c, d, isAlike);
  if (tail === RIGHT || (tail === NONE && headIsWord)) return null;
  if (!tailIsWord && second !== 0) head = findBeside(before, second, a, b, isAlike);
  if (head === RIGHT) return null;
  // Two explanations: a person must see which is meant.
  if ((head === NONE) === (tail === NONE)) return null;
  return head === NONE ? { beside: behind, place: tail, half: 2 } : { beside: before, place: head, half: 0 };
}

function judged(
  text: string,
  start: number,
  { beside, place, half }: Slip,
  { right: known }: SpellingIndex,
  context: RuleContext,
): RuleFinding | null {
  const end = start + LENGTH;
  const written = text.slice(start, end);
  if (!isWholeWords({ start, end }, text, context) || context.segmenter === undefined) return null;
  const wrong = written.slice(half, half + 2);
  if ([written, wrong].some((word) => known.has(word) || context.segmenter?.isWord(word))) return null;
  const source = beside.sources[place];
  if (source === undefined) return null;
  const put = lettersAt(beside, place);
  const right = half === 0 ? put + written.slice(2) : written.slice(0, 2) + put;
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
  const heads: number[] = [];
  const tails: number[] = [];
  const sources: Source[] = [];
  const right = new Set<string>();
  for (const { attestation, words, pairs, right: others, source } of knowledge.spellings) {
    if (attestation === 'none') continue;
    for (const word of words.flatMap((line) => line.split(' '))) {
      heads.push(halfAt(word, 0));
      tails.push(halfAt(word, 2));
    }
    for (const line of pairs) {
      const [first = '', ...seconds] = line.split(' ');
      for (const word of [first, ...seconds]) right.add(word);
      const head = halfAt(first, 0);
      for (const second of seconds) {
        heads.push(head);
        tails.push(halfAt(second, 0));
      }
    }
    while (sources.length < heads.length) sources.push(source);
    for (const word of others.flatMap((line) => line.split(' '))) right.add(word);
  }
  const pairs = new PairTable(
    new Set([...heads, ...tails].map((half) => pairKey(half >>> 16, half & 0xffff))),
  );
  const isWord = new Uint8Array(pairs.size + 1);
  for (const word of right)
    if (word.length === 2) isWord[pairs.numberOf(word.charCodeAt(0), word.charCodeAt(1))] = 1;
  isWord[0] = 0;
  return {
    pairs,
    isWord,
    behind: besideOf(pairs, heads, tails, sources),
    before: besideOf(pairs, tails, heads, sources),
    right,
    isAlike: likeness(knowledge).isAlike,
  };
}

function halfAt(word: string, at: number): number {
  return halfOf(word.charCodeAt(at), word.charCodeAt(at + 1));
}
