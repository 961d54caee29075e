import { sentenceAround } from '../../draft/draft.ts';
import { both } from '../../language.ts';
import type { Knowledge, Source } from '../../phrases/types.ts';
import { codeUnitsOf } from '../code-units.ts';
import { PairFilter } from '../pair-filter.ts';
import { PairTable, pairKey } from '../pair-table.ts';
import type { RuleContext, RuleFinding } from '../types.ts';
import { changeTo } from '../words.ts';
import { type IsAlike, likeness, standsAlone, unitsOf } from './likeness.ts';

/** A frequent word of two letters: the letter that is known, the one that may be wrong, and how frequent it is. */
interface Common {
  readonly other: number;
  /** Its place in the list, the most frequent first. */
  readonly rank: number;
}

interface StrayIndex {
  readonly byFirst: ReadonlyMap<number, readonly Common[]>;
  readonly bySecond: ReadonlyMap<number, readonly Common[]>;
  /** Two letters that are a word, or that are seen side by side in right texts. */
  readonly seen: PairTable;
  readonly isAlike: IsAlike;
  /** All that is no seen pair, and a frequent word with one letter put for another: asked at every two letters. */
  readonly near: PairFilter;
  readonly source?: Source;
}

/** Width of `near`: one bit in ten is set. */
const NEAR = 19;

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
  for (let at = 0; at + 1 < text.length; at++) {
    const [first, second] = [units[at] as number, units[at + 1] as number];
    if (!index.near.mayHave(first, second)) continue;
    const right = wordMeant(first, second, index);
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
  if (isLeftAlone(first) || isLeftAlone(second) || index.seen.numberOf(first, second) !== 0) return null;
  const { isAlike } = index;
  let rank = Number.POSITIVE_INFINITY;
  let right: string | null = null;
  for (const word of index.byFirst.get(first) ?? [])
    if (word.rank < rank && isAlike(second, word.other)) {
      rank = word.rank;
      right = String.fromCharCode(first, word.other);
    }
  for (const word of index.bySecond.get(second) ?? [])
    if (word.rank < rank && isAlike(first, word.other)) {
      rank = word.rank;
      right = String.fromCharCode(word.other, second);
    }
  return right;
}

/** Whether a letter is never taken for a slip, nor for the letter beside one. */
function isLeftAlone(letter: number): boolean {
  return productive[letter] === 1 || standsAlone[letter] === 1;
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
  const near = new PairFilter(NEAR);
  const seen = new Set<number>();
  const { isAlike, likeOnes } = likeness(knowledge);
  const add = (words: Map<number, Common[]>, letter: number, word: Common) => {
    const own = words.get(letter);
    if (own === undefined) words.set(letter, [word]);
    else own.push(word);
  };
  let source: Source | undefined;
  let rank = 0;
  for (const spelling of knowledge.spellings) {
    if (spelling.attestation === 'none') continue;
    for (const word of spelling.common.flatMap((line) => line.split(' '))) {
      const [first, second] = [word.charCodeAt(0), word.charCodeAt(1)];
      add(byFirst, first, { other: second, rank });
      add(bySecond, second, { other: first, rank });
      seen.add(pairKey(first, second));
      source ??= spelling.source;
      rank++;
    }
    for (const run of spelling.seen.flatMap((line) => line.split(' ')))
      for (let at = 1; at < run.length; at++) seen.add(pairKey(run.charCodeAt(0), run.charCodeAt(at)));
  }
  // Nothing is done about the others, so they need not be known.
  const addNear = (first: number, second: number) => {
    if (!isLeftAlone(first) && !isLeftAlone(second) && !seen.has(pairKey(first, second)))
      near.add(first, second);
  };
  for (const [first, words] of byFirst)
    for (const { other } of words) for (const put of likeOnes(other)) addNear(first, put);
  for (const [second, words] of bySecond)
    for (const { other } of words) for (const put of likeOnes(other)) addNear(put, second);
  return {
    byFirst,
    bySecond,
    seen: new PairTable(seen),
    isAlike,
    near,
    ...(source === undefined ? {} : { source }),
  };
}
