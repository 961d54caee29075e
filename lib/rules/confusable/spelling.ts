import { bilingual } from '../../language/language.ts';
import {
  type Beside,
  charactersAt,
  findBeside,
  type IsSlip,
  mayStandBeside,
  NONE,
  RIGHT,
} from '../../phrases/spelling/beside.ts';
import type { SpellingTables } from '../../phrases/spelling/tables.ts';
import { wordsIn } from '../../phrases/spelling/words-in.ts';
import { byKnowledge } from '../by-knowledge.ts';
import { isPreferred } from '../prose/preferred.ts';
import { changeTo } from '../quoted-words.ts';
import type { ParagraphContext, RuleFinding, RuleParagraph } from '../types.ts';
import { isAcrossWords, isWholeWords } from '../whole-words.ts';
import { isMeasure } from './measure-words.ts';
import { isForeignName, isPerson, isTwoCountries } from './proper-names.ts';

/** Code units of a wording: two words that often stand together, or one word of four. */
const LENGTH = 4;

/**
 * Frequent four-character words and frequent pairs of two-character words with one wrong character of like sound or
 * shape: 统愁推进, 一往无全. The other three characters are right, the written characters form no word (权利监督), and the four
 * are whole words of the sentence. One-character words (不、是、已) are taken for slips only in words of four characters
 * whose halves are no words (全力一赴). Offsets of the paragraph.
 */
export function spellingFindings(paragraph: RuleParagraph, context: ParagraphContext): RuleFinding[] {
  const tables = context.knowledge.spellingTables;
  const isSlip = isSlipOf(context.knowledge);
  const findings: RuleFinding[] = [];
  const { text, units } = paragraph;
  if (units.length < LENGTH) return findings;
  const { pairs, isWord, behind, before } = tables;
  // The numbers of the pair at a place and of the two pairs behind it: each is looked up once.
  let first = pairs.numberOf(units[0] as number, units[1] as number);
  let next = pairs.numberOf(units[1] as number, units[2] as number);
  let end = 0;
  for (let at = 0; at + LENGTH <= text.length; at++) {
    const head = first;
    const tail = pairs.numberOf(units[at + 2] as number, units[at + 3] as number);
    first = next;
    next = tail;
    if (head === 0 && tail === 0) continue;
    // Most characters form two words, belong to no word, or have no neighbouring word one slip away.
    const headIsWord = isWord[head] === 1;
    const tailIsWord = isWord[tail] === 1;
    if (headIsWord && tailIsWord) continue;
    const mayBeHead =
      tail !== 0 && !headIsWord && mayStandBeside(before, tail, units[at] as number, units[at + 1] as number);
    const mayBeTail =
      head !== 0 &&
      !tailIsWord &&
      mayStandBeside(behind, head, units[at + 2] as number, units[at + 3] as number);
    if (!mayBeHead && !mayBeTail) continue;
    const slip = slipAt(units, at, head, tail, tables, isSlip);
    if (slip === null || at < end) continue;
    // All slips need the segmenter.
    if (context.segmenter === undefined) {
      context.wantSegmenter();
      return findings;
    }
    const finding = judged(text, at, slip, context);
    if (finding === null) continue;
    findings.push(finding);
    end = finding.end;
  }
  return findings;
}

/** Made once, since four characters are compared at most places of a text. */
const isSlipOf = byKnowledge(
  ({ spellingTables: { pairs, isWord, likeness } }): IsSlip =>
    (put, right, half) =>
      likeness.isAlike(put, right) ||
      // The halves of a set phrase are no words (全力以赴); beside a word, 不 and 是 begin another one.
      (isWord[pairs.numberOf(half >>> 16, half & 0xffff)] !== 1 && likeness.isAlikeInPhrase(put, right)),
);

interface Slip {
  readonly beside: Beside;
  /** Index of the right characters in the wording. */
  readonly place: number;
  /** Offset, from the first of the four, of the two characters of which one is wrong. They form no word of a pair. */
  readonly half: 0 | 2;
}

/**
 * The only slip in four characters whose two pairs have these numbers; null if they are right, or no known wording is
 * one slip away.
 */
function slipAt(
  units: Uint16Array,
  at: number,
  first: number,
  second: number,
  { isWord, behind, before }: SpellingTables,
  isSlip: IsSlip,
): Slip | null {
  const headIsWord = isWord[first] === 1;
  const tailIsWord = isWord[second] === 1;
  if (headIsWord && tailIsWord) return null;
  const a = units[at] as number;
  const b = units[at + 1] as number;
  const c = units[at + 2] as number;
  const d = units[at + 3] as number;
  let head = NONE;
  if (tailIsWord) {
    head = findBeside(before, second, a, b, isSlip);
    if (head === NONE || head === RIGHT) return null;
  }
  const tail = first === 0 ? NONE : findBeside(behind, first, c, d, isSlip);
  if (tail === RIGHT || (tail === NONE && headIsWord)) return null;
  if (!tailIsWord && second !== 0) head = findBeside(before, second, a, b, isSlip);
  if (head === RIGHT) return null;
  // Two explanations: only the author can decide.
  if ((head === NONE) === (tail === NONE)) return null;
  return head === NONE ? { beside: behind, place: tail, half: 2 } : { beside: before, place: head, half: 0 };
}

function judged(
  text: string,
  start: number,
  { beside, place, half }: Slip,
  context: ParagraphContext,
): RuleFinding | null {
  const end = start + LENGTH;
  const written = text.slice(start, end);
  if (!isWholeWords({ start, end }, text, context) || context.segmenter === undefined) return null;
  const wrong = written.slice(half, half + 2);
  const { knowledge, segmenter } = context;
  if (isName(text, start, half) || isMeasure(text, start)) return null;
  const rightWords = rightOf(knowledge);
  if ([written, wrong].some((word) => rightWords.has(word) || segmenter.isWord(word))) return null;
  const source = knowledge.spellings[beside.sources[place] ?? -1]?.source;
  if (source === undefined) return null;
  const rightHalf = charactersAt(beside, place);
  const right = half === 0 ? rightHalf + written.slice(2) : written.slice(0, 2) + rightHalf;
  if (isAcrossWords({ start, end }, right, text, context)) return null;
  if (!isPreferred(text, start, end, right, context.prose)) return null;
  return {
    rule: 'confusable-characters',
    level: 'warning',
    start,
    end,
    message: bilingual(
      `此处疑有错字，通常写作“${right}”。`,
      `Probably a wrong character: usually written “${right}”.`,
    ),
    source,
    fixes: [{ label: changeTo(right), edits: [{ start, end, text: right }] }],
  };
}

function isName(text: string, start: number, half: number): boolean {
  const at = start + half;
  return isPerson(text, at) || isForeignName(text, at) || isTwoCountries(text, at);
}

/** Right words and pairs of words that lie one slip away from another and are in no dictionary (数智). */
export const rightOf = byKnowledge(
  ({ spellings }): ReadonlySet<string> => new Set(spellings.flatMap(({ right }) => wordsIn(right))),
);
