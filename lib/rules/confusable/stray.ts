import { sentenceAround } from '../../draft/draft.ts';
import { both } from '../../language.ts';
import type { Knowledge, Source } from '../../phrases/types.ts';
import { codeUnitsOf } from '../code-units.ts';
import { PairFilter } from '../pair-filter.ts';
import type { RuleContext, RuleFinding } from '../types.ts';
import { changeTo } from '../words.ts';
import { type Likeness, likeness, standsAlone, unitsOf } from './likeness.ts';
import { pairNumbersOf, split, type WordPairs, wordPairs } from './word-pairs.ts';

/** A frequent word of two letters: the letter that is known, the one that may be wrong, and how frequent it is. */
interface Common {
  readonly other: number;
  /** Its place in the list, the most frequent first. */
  readonly rank: number;
}

interface StrayIndex {
  readonly byFirst: ReadonlyMap<number, readonly Common[]>;
  readonly bySecond: ReadonlyMap<number, readonly Common[]>;
  /** By code unit, what a letter is, in bits: all that is asked at every letter lies side by side. */
  readonly traits: Uint8Array;
  /** Two letters that are a word, or that are seen side by side in right texts. */
  readonly pairs: WordPairs;
  readonly alike: Likeness;
  /** Each first letter with the tokens of the letters behind it, and each second one likewise. */
  readonly near: PairFilter;
  readonly source?: Source;
}

/** Begins a frequent word. */
const FIRST = 1;
/** Ends one. */
const SECOND = 2;
/** Is never taken for a slip, nor for the letter beside one. */
const LEFT_ALONE = 4;
/** Width of `near`: one bit in ten is set. */
const NEAR = 17;

/** Letters that begin or end new words and names all the time. */
const productive = unitsOf(
  '小新老高低全总好人国省市县区镇乡村街户家京津沪渝冀晋蒙辽吉黑苏浙皖闽赣鲁豫鄂湘粤桂琼川蜀黔滇藏陕秦甘陇青宁疆港澳台',
);

const indexes = new WeakMap<Knowledge, StrayIndex>();

/**
 * Two letters that are no word, between whole words, one of them right and the other of like sound or shape as in a
 * frequent word: 收入水品, 属地责壬. Pairs of letters that right texts have side by side are left alone. Offsets of the
 * paragraph.
 */
export function strayFindings(text: string, context: RuleContext): RuleFinding[] {
  const index = indexOf(context.knowledge);
  const findings: RuleFinding[] = [];
  const { source } = index;
  if (source === undefined) return findings;
  const units = codeUnitsOf(text);
  const numbers = pairNumbersOf(text, index.pairs);
  const { seen } = index.pairs;
  for (let at = 0; at + 1 < text.length; at++) {
    // Most pairs of letters are words, or seen: asked first.
    if (seen[numbers[at] as number] === 1) continue;
    const right = wordMeant(units[at] as number, units[at + 1] as number, index);
    if (right === null || !isStray(text, at, context)) continue;
    findings.push({
      rule: 'confusable-characters',
      level: 'warning',
      start: at,
      end: at + 2,
      message: both(
        `此处疑有错字，通常写作“${right}”。`,
        `Probably a wrong character: usually written “${right}”.`,
      ),
      source,
      fixes: [{ label: changeTo(right), edits: [{ start: at, end: at + 2, text: right }] }],
    });
    at++;
  }
  return findings;
}

function wordMeant(first: number, second: number, index: StrayIndex): string | null {
  const begins = index.traits[first] as number;
  const ends = index.traits[second] as number;
  if (((begins | ends) & LEFT_ALONE) !== 0 || ((begins & FIRST) | (ends & SECOND)) === 0) return null;
  const { isAlike } = index.alike;
  let rank = Number.POSITIVE_INFINITY;
  let right: string | null = null;
  if ((begins & FIRST) !== 0 && isNear(first, second, FIRST, index))
    for (const word of index.byFirst.get(first) ?? [])
      if (word.rank < rank && isAlike(second, word.other)) {
        rank = word.rank;
        right = String.fromCharCode(first, word.other);
      }
  if ((ends & SECOND) !== 0 && isNear(second, first, SECOND, index))
    for (const word of index.bySecond.get(second) ?? [])
      if (word.rank < rank && isAlike(first, word.other)) {
        rank = word.rank;
        right = String.fromCharCode(word.other, second);
      }
  return right;
}

/** Whether what is put beside a letter may be written for one that stands there in a frequent word. */
function isNear(kept: number, put: number, side: number, { alike, near }: StrayIndex): boolean {
  const tokens = alike.tokensAsPut(put);
  for (let i = 0; i < tokens.length; i++)
    if (near.mayHave(kept, (tokens[i] as number) * 4 + side)) return true;
  return false;
}

function isStray(text: string, at: number, context: RuleContext): boolean {
  if (context.segmenter === undefined) {
    context.wantSegmenter();
    return false;
  }
  const sentence = sentenceAround(text, at, at + 2);
  return context.segmenter.isStray(text.slice(sentence.start, sentence.end), at - sentence.start);
}

function indexOf(knowledge: Knowledge): StrayIndex {
  let index = indexes.get(knowledge);
  if (index === undefined) {
    index = build(knowledge);
    indexes.set(knowledge, index);
  }
  return index;
}

function build(knowledge: Knowledge): StrayIndex {
  const byFirst = new Map<number, Common[]>();
  const bySecond = new Map<number, Common[]>();
  const traits = new Uint8Array(0x1_0000);
  const near = new PairFilter(NEAR);
  const alike = likeness(knowledge);
  const mark = (letter: number, trait: number) => {
    traits[letter] = (traits[letter] as number) | trait;
  };
  const add = (words: Map<number, Common[]>, letter: number, word: Common, side: number) => {
    const own = words.get(letter);
    if (own === undefined) words.set(letter, [word]);
    else own.push(word);
    mark(letter, side);
    for (const token of alike.tokensAsRight(word.other)) near.add(letter, token * 4 + side);
  };
  for (let letter = 0; letter < traits.length; letter++)
    if (productive[letter] === 1 || standsAlone[letter] === 1) mark(letter, LEFT_ALONE);
  let source: Source | undefined;
  let rank = 0;
  for (const spelling of knowledge.spellings) {
    if (spelling.attestation === 'none') continue;
    for (const word of split(spelling.common)) {
      const [first, second] = [word.charCodeAt(0), word.charCodeAt(1)];
      add(byFirst, first, { other: second, rank }, FIRST);
      add(bySecond, second, { other: first, rank }, SECOND);
      source ??= spelling.source;
      rank++;
    }
  }
  return {
    byFirst,
    bySecond,
    traits,
    pairs: wordPairs(knowledge),
    alike,
    near,
    ...(source === undefined ? {} : { source }),
  };
}
