import { both } from '../../language.ts';
import { type Automaton, characterTable, HitBuffer, scanText } from '../../phrases/automaton.ts';
import { buildAutomaton } from '../../phrases/automaton-build.ts';
import type { FixedWording, Knowledge } from '../../phrases/types.ts';
import type { RuleFinding } from '../types.ts';
import { changeTo, inMarks } from '../words.ts';

/** Characters whose coming or going makes a legitimate variant: 完整、准确、全面 and 完整准确全面, 的, 和 and 与. */
const loose = /[\s的地得和与及同了着之其“”‘’《》〈〉（）()、，。；：·—…\w]/u;
/** From this length on two neighbouring characters may be missing: a word was dropped (习近平新时代特色社会主义思想). */
const longPhrase = 12;

interface Half {
  readonly wording: FixedWording;
  /** True for the first half of the phrase. */
  readonly head: boolean;
}

interface NearMissIndex {
  readonly automaton: Automaton;
  readonly table: Uint16Array;
  readonly halves: readonly (readonly Half[])[];
  readonly hits: HitBuffer;
}

const indexes = new WeakMap<Knowledge, NearMissIndex>();

/**
 * Long official phrases with one slip inside: a character wrong, missing, doubled or swapped with its neighbour. One
 * slip leaves one half of a phrase whole, so the halves are scanned for and the rest is compared. Slips at the first or
 * last character make other legitimate wordings too often, and are left to the packs. Offsets of the paragraph.
 */
export function nearMissFindings(text: string, knowledge: Knowledge): RuleFinding[] {
  if (knowledge.fixedWordings.length === 0) return [];
  const { automaton, table, halves, hits } = indexOf(knowledge);
  scanText(automaton, table, text, hits);
  const findings: RuleFinding[] = [];
  for (let i = 0; i < hits.count; i++) {
    const key = hits.pairs[i * 2] ?? 0;
    const end = hits.pairs[i * 2 + 1] ?? 0;
    for (const half of halves[key] ?? []) {
      const miss = missAt(text, half, end);
      if (miss === null || findings.some((other) => miss.start < other.end && other.start < miss.end))
        continue;
      findings.push(findingOf(miss, half.wording));
    }
  }
  return findings;
}

function indexOf(knowledge: Knowledge): NearMissIndex {
  let index = indexes.get(knowledge);
  if (index === undefined) {
    const keys: string[] = [];
    const halves: Half[][] = [];
    for (const wording of knowledge.fixedWordings) {
      const middle = wording.text.length >> 1;
      for (const head of [true, false]) {
        const key = head ? wording.text.slice(0, middle) : wording.text.slice(middle);
        const place = keys.indexOf(key);
        if (place >= 0) halves[place]?.push({ wording, head });
        else {
          keys.push(key);
          halves.push([{ wording, head }]);
        }
      }
    }
    const automaton = buildAutomaton(keys);
    index = { automaton, table: characterTable(automaton.alphabet), halves, hits: new HitBuffer() };
    indexes.set(knowledge, index);
  }
  return index;
}

interface Miss {
  readonly start: number;
  readonly end: number;
}

/** The span of a phrase with one slip whose whole half ends at `end`; null for the right phrase, or for more than a slip. */
function missAt(text: string, { wording, head }: Half, end: number): Miss | null {
  const phrase = wording.text;
  const middle = phrase.length >> 1;
  const [wholeLength, other] = head
    ? [middle, phrase.slice(middle)]
    : [phrase.length - middle, phrase.slice(0, middle)];
  const wholeStart = end - wholeLength;
  const rest = (length: number) =>
    head ? text.slice(end, end + length) : text.slice(wholeStart - length, wholeStart);
  if (rest(other.length) === other) return null;
  const lengths = [other.length, other.length - 1, other.length + 1, other.length + 2];
  if (phrase.length >= longPhrase && other.length > 4) lengths.push(other.length - 2);
  for (const length of lengths) {
    if (!head && wholeStart < length) continue;
    const written = rest(length);
    if (written.length !== length || !isOneSlip(written, other, head)) continue;
    const miss = head ? { start: wholeStart, end: end + length } : { start: wholeStart - length, end };
    const whole = text.slice(miss.start, miss.end);
    return wording.variants.some((variant) => whole.includes(variant) || variant.includes(whole))
      ? null
      : miss;
  }
  return null;
}

/** True when `written` is `right` with one slip that does not lie at the phrase's outer end. */
function isOneSlip(written: string, right: string, head: boolean): boolean {
  let from = 0;
  while (from < written.length && from < right.length && written[from] === right[from]) from++;
  let to = 0;
  const most = Math.min(written.length, right.length) - from;
  while (to < most && written.at(-1 - to) === right.at(-1 - to)) to++;
  const put = written.slice(from, written.length - to);
  const lost = right.slice(from, right.length - to);
  if (loose.test(put) || loose.test(lost)) return false;
  const touchesOuterEnd = head ? to === 0 : from === 0;
  if (touchesOuterEnd) return false;
  // A word written twice: 现代现代化.
  if (put.length === 2 && lost.length === 0) return written.slice(from - 2, from) === put;
  if (put.length === 1 && lost.length === 1) return true;
  if (put.length === 2 && lost.length === 2) return put[0] === lost[1] && put[1] === lost[0];
  return (
    (put.length === 1 && lost.length === 0) || (put.length === 0 && lost.length >= 1 && lost.length <= 2)
  );
}

function findingOf({ start, end }: Miss, { text: phrase, source }: FixedWording): RuleFinding {
  return {
    rule: 'standard-phrasing',
    level: 'warning',
    start,
    end,
    message: both(
      `与固定提法${inMarks(phrase)}只差一处，疑为笔误。`,
      `One slip away from the set wording ${inMarks(phrase)}; probably a typing error.`,
    ),
    source,
    fixes: [{ label: changeTo(phrase), edits: [{ start, end, text: phrase }] }],
  };
}
