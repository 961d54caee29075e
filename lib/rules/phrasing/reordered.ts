import { overlaps } from '../../draft/overlaps.ts';
import type { IsoDate } from '../../draft/types.ts';
import { bilingual } from '../../language/language.ts';
import type { Knowledge } from '../../phrases/types.ts';
import type { RuleFinding } from '../finding.ts';
import { changeTo, inMarks } from '../quoted-words.ts';
import { type BareText, bare, isDivided, standsAt } from './bare-text.ts';
import { inUsualOrder, usualOrder } from './members.ts';
import { hashSums, type IndexedWording, wordingsHeldBy } from './rarest-characters.ts';
import { isFixed, isReordered, type StandingWording } from './standing-wordings.ts';

/**
 * Set wordings with the same characters in another order: members of a list swapped, whether or not the set phrase is
 * named, words inside them swapped (守大德、明公德), two halves of a phrase swapped. Offsets of the paragraph.
 * @param written the paragraph's bare text
 */
export function reorderedFindings(
  text: string,
  written: BareText,
  knowledge: Knowledge,
  date: IsoDate,
): RuleFinding[] {
  const findings: RuleFinding[] = [];
  const candidates = wordingsHeldBy(written, knowledge);
  if (candidates.length === 0) return findings;
  const sums = hashSums(written.units, written.length);
  for (const candidate of candidates) {
    if (!isFixed(candidate.wording, date)) continue;
    for (const finding of findingsOf(candidate, text, written, sums))
      if (!findings.some((other) => overlaps(finding, other))) findings.push(finding);
  }
  return findings;
}

function findingsOf(
  { wording, sum, rarest }: IndexedWording,
  text: string,
  written: BareText,
  sums: Int32Array,
): RuleFinding[] {
  const findings: RuleFinding[] = [];
  const { length } = wording.bare;
  let rarestAt = -1;
  for (let start = 0; start + length <= written.length; start++) {
    // A window without its rarest character is skipped.
    if (rarestAt < start) {
      rarestAt = written.units.indexOf(rarest, start);
      if (rarestAt < 0) break;
      start = Math.max(start, rarestAt - length + 1);
      if (start + length > written.length) break;
    }
    if ((((sums[start + length] ?? 0) - (sums[start] ?? 0)) | 0) !== sum) continue;
    // Most are the wording itself.
    if (standsAt(written, wording.bare, start) || !isShuffled(written.text, start, wording)) continue;
    if (isOtherGrammar(text, written, start, wording)) continue;
    const from = bestStart(written.text, start, wording);
    if (isInsideWord(written.text, from, wording)) continue;
    findings.push(findingOf(text, written, from, wording));
    start += length - 1;
  }
  return findings;
}

/** Marks or a 和 between the characters, unlike in the wording: 就是绿水青山和金山银山的关系 means something else. */
function isOtherGrammar(text: string, bareText: BareText, start: number, wording: StandingWording): boolean {
  const { places } = bareText;
  const end = start + wording.bare.length;
  const written = text.slice(places[start], (places[end - 1] ?? 0) + 1);
  if (wording.members.length === 0)
    return (
      (!wording.text.includes('、') && isDivided(text, bareText, start, end)) ||
      countJoins(written) > countJoins(wording.text)
    );
  // 文化自信和道路自信、理论自信、制度自信: one against the others. …、农业现代化和绿色化: a longer list with its own order.
  if (/[^、和与及][和与及][^、和与及]*、/u.test(written) && countJoins(wording.text) === 0) return true;
  const last = wording.members.at(-1)?.at(-1) ?? '';
  const rest = /^[和、与及]([^，。；、和]{1,6})/u.exec(text.slice((places[end - 1] ?? 0) + 1))?.[1];
  return rest?.endsWith(last) === true;
}

function countJoins(text: string): number {
  return text.match(/[和与及]/gu)?.length ?? 0;
}

/** True if a window on a bare text is neither the wording itself nor its two parts swapped. */
function isShuffled(text: string, start: number, wording: StandingWording): boolean {
  const right = wording.bare;
  const written = text.slice(start, start + right.length);
  if (!isReordered(written, right)) return false;
  if (wording.variants.some((variant) => variant.includes(written))) return false;
  const [bareWritten, bareRight] = [written.replaceAll('的', ''), right.replaceAll('的', '')];
  if (bareWritten === bareRight || isTurnedAboutCopula(written, right)) return false;
  // 构建人类命运共同体、推动…, …中国梦的实现: another sentence. A list of three or more has one beginning.
  if (wording.members.length < 3 && (bareRight + bareRight).includes(bareWritten)) return false;
  // A window that overlaps the right wording: 实【现……中国梦的实】际行动.
  const around = text.slice(Math.max(0, start - right.length + 1), start + right.length * 2 - 1);
  return !around.replaceAll('的', '').includes(bareRight);
}

/** 我国的根本政治制度是人民代表大会制度, 金山银山就是绿水青山: both sides of the verb are interchangeable. */
function isTurnedAboutCopula(written: string, right: string): boolean {
  if (!right.includes('是')) return false;
  const [subject = '', copula, predicate = ''] = right.split(/(就?是)/u);
  return copula !== undefined && written === predicate + copula + subject;
}

/** True if the first word began before this place and as a member begins: 新型城镇化, beside 新型工业化. */
function isInsideWord(text: string, start: number, { members }: StandingWording): boolean {
  const before = text.slice(Math.max(0, start - 2), start);
  return before.length === 2 && members.some((member) => member.length > 2 && member.startsWith(before));
}

/** Where the list really begins, among neighbouring windows of the same characters (振兴文化振兴…组织振兴). */
function bestStart(text: string, start: number, wording: StandingWording): number {
  const { length } = wording.bare;
  for (let at = start; at < start + length && at + length <= text.length; at++) {
    if (at > start && !isShuffled(text, at, wording)) break;
    const begins = wording.members.some((member) => text.startsWith(bare(member), at));
    const ends = wording.members.some((member) => text.endsWith(bare(member), at + length));
    if (begins && ends) return at;
  }
  return start;
}

function findingOf(text: string, bareText: BareText, from: number, wording: StandingWording): RuleFinding {
  const { places } = bareText;
  const { text: right, entry, source } = wording;
  const { length } = wording.bare;
  const start = places[from] ?? 0;
  const end = (places[from + length - 1] ?? 0) + 1;
  const written = bareText.text.slice(from, from + length);
  const hasMembers = wording.members.every((member) => written.includes(bare(member)));
  const listed = hasMembers ? entry : undefined;
  return {
    rule: 'standard-phrasing',
    level: 'warning',
    start,
    end,
    message:
      listed === undefined
        ? bilingual(
            `规范表述为${inMarks(right)}，此处字序有误。`,
            `The words of ${inMarks(right)} stand in another order here.`,
          )
        : usualOrder(listed),
    source,
    fixes: [
      {
        label: listed === undefined ? changeTo(right) : inUsualOrder,
        edits: [{ start, end, text: rewritten(text, bareText, from, wording) }],
      },
    ],
  };
}

/** The right order with the marks of the text if they divide it too; else with the usual marks. */
export function rewritten(
  text: string,
  { places }: BareText,
  from: number,
  wording: StandingWording,
): string {
  const right = wording.bare;
  if (wording.members.length === 0) return wording.text;
  const divides = new Set<number>();
  let length = 0;
  for (const member of wording.members) {
    length += bare(member).length;
    divides.add(length);
  }
  let poured = '';
  const marks = new Set<string>();
  const gaps: string[] = [];
  let fits = true;
  for (let i = 0; i < right.length; i++) {
    poured += right.charAt(i);
    if (i === right.length - 1) break;
    const gap = text.slice((places[from + i] ?? 0) + 1, places[from + i + 1]);
    if (gap === '') continue;
    poured += gap;
    gaps.push(gap);
    if (/[、，；]/u.test(gap)) marks.add(gap);
    fits &&= divides.has(i + 1);
  }
  if (fits && wording.members.every((member) => poured.includes(member))) return poured;
  // As many divisions as the right order needs: 、、和 keep their places. 与 may belong to a member (与时俱进).
  const divided = gaps.every((gap) => /^[、，；和]$/u.test(gap));
  if (divided && gaps.length === wording.members.length - 1)
    return wording.members.map((member, i) => member + (gaps[i] ?? '')).join('');
  const [only = ''] = marks;
  return wording.members.join(marks.size > 1 ? '、' : only);
}
