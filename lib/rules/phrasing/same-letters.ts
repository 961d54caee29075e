import { mixed } from '../../common/hash.ts';
import { overlaps } from '../../draft/overlaps.ts';
import type { IsoDate } from '../../draft/types.ts';
import { both } from '../../language/language.ts';
import type { Knowledge } from '../../phrases/types.ts';
import { byKnowledge } from '../by-knowledge.ts';
import type { RuleFinding } from '../types.ts';
import { changeTo, inMarks } from '../words.ts';
import { isDivided, type Letters, lettersIn, lettersOf, standsAt } from './letters.ts';
import { inUsualOrder, usualOrder } from './members.ts';
import { isFixed, isReordered, type StandingWording, standingWordings } from './standing-wordings.ts';

interface Sought {
  readonly wording: StandingWording;
  /** Its place among all. */
  readonly rank: number;
  /** Of its letters' hashes. */
  readonly sum: number;
  /** Numbers of its letters, first the three that fewest wordings have. */
  readonly rarestFirst: Uint16Array;
}

/** Wordings in the order of their rarest letters. */
interface ByRarest {
  /** By code unit, the number of a letter that some wording has, the rarest of some first; 0 for any other. */
  readonly numbers: Uint16Array;
  /** How many are the rarest of some wording. */
  readonly rarest: number;
  /** By number, where the wordings begin of which the letter is the rarest; those of the next one end them. */
  readonly starts: Uint16Array;
  readonly sought: readonly Sought[];
  /** The next two letters of each: most wordings lack one of these, and need not be looked at. */
  readonly seconds: Uint16Array;
  readonly thirds: Uint16Array;
  /** By number, the last paragraph that held the letter, where that holds it last, and the last that it was begun with. */
  readonly lastHeld: Uint32Array;
  readonly lastAt: Uint32Array;
  readonly lastBegun: Uint32Array;
}

let paragraphs = 0;

/**
 * Standing wordings written with the same letters in another order: members of a list exchanged, whether or not the set
 * phrase is named, words inside them exchanged (守大德、明公德), two halves of a phrase. Offsets of the paragraph.
 */
export function sameLettersFindings(text: string, knowledge: Knowledge, date: IsoDate): RuleFinding[] {
  const letters = lettersOf(text);
  const findings: RuleFinding[] = [];
  const index = indexOf(knowledge);
  const held = wholeIn(letters, index);
  if (held.length === 0) return findings;
  const sums = sumsOf(letters.units, letters.length);
  for (const sought of held) {
    if (!isFixed(sought.wording, date)) continue;
    for (const finding of findingsOf(sought, text, letters, sums, index))
      if (!findings.some((other) => overlaps(finding, other))) findings.push(finding);
  }
  return findings;
}

/** The wordings of which a text holds every letter, in their order. */
function wholeIn({ units, length }: Letters, index: ByRarest): Sought[] {
  const { numbers, rarest, starts, sought, seconds, thirds, lastHeld, lastAt, lastBegun } = index;
  paragraphs++;
  const begun: number[] = [];
  for (let at = 0; at < length; at++) {
    const number = numbers[units[at] as number] as number;
    // Without a look whether it was there before, nor whether it is any at all: both are seldom told beforehand.
    lastHeld[number] = paragraphs;
    lastAt[number] = at;
    if (number > rarest || number === 0 || lastBegun[number] === paragraphs) continue;
    lastBegun[number] = paragraphs;
    begun.push(number);
  }
  const held: Sought[] = [];
  for (const number of begun) {
    const end = starts[number + 1] as number;
    for (let place = starts[number] as number; place < end; place++) {
      if (lastHeld[seconds[place] as number] !== paragraphs) continue;
      if (lastHeld[thirds[place] as number] !== paragraphs) continue;
      const one = sought[place] as Sought;
      if (holdsAll(one.rarestFirst, lastHeld)) held.push(one);
    }
  }
  return held.sort((a, b) => a.rank - b.rank);
}

function holdsAll(letters: Uint16Array, lastHeld: Uint32Array): boolean {
  for (let at = 3; at < letters.length; at++)
    if (lastHeld[letters[at] as number] !== paragraphs) return false;
  return true;
}

function findingsOf(
  { wording, sum, rarestFirst }: Sought,
  text: string,
  letters: Letters,
  sums: Int32Array,
  index: ByRarest,
): RuleFinding[] {
  const findings: RuleFinding[] = [];
  const { length } = wording.letters;
  const rarest = rarestFirst[0] ?? 0;
  let held = -1;
  for (let start = 0; start + length <= letters.length; start++) {
    // A window without its rarest letter need not be looked at.
    if (held < start) {
      held = placeOf(rarest, letters, start, index);
      if (held < 0) break;
      start = Math.max(start, held - length + 1);
      if (start + length > letters.length) break;
    }
    if ((((sums[start + length] ?? 0) - (sums[start] ?? 0)) | 0) !== sum) continue;
    // Nearly always it is the wording itself.
    if (standsAt(letters, wording.letters, start) || !isShuffled(letters.text, start, wording)) continue;
    if (isOtherGrammar(text, letters, start, wording)) continue;
    const from = bestStart(letters.text, start, wording);
    if (isInsideWord(letters.text, from, wording)) continue;
    findings.push(findingOf(text, letters, from, wording));
    start += length - 1;
  }
  return findings;
}

/** Where a letter (its number) of the paragraph read last stands next, from a place on; -1 where it no longer does. */
function placeOf(number: number, { units }: Letters, from: number, { numbers, lastAt }: ByRarest): number {
  const last = lastAt[number] as number;
  for (let at = from; at <= last; at++) if (numbers[units[at] as number] === number) return at;
  return -1;
}

/** Marks or a 和 between the letters, where the wording has none: 就是绿水青山和金山银山的关系 says something else. */
function isOtherGrammar(text: string, letters: Letters, start: number, wording: StandingWording): boolean {
  const end = start + wording.letters.length;
  const written = text.slice(letters.places[start], (letters.places[end - 1] ?? 0) + 1);
  if (wording.members.length === 0)
    return (
      (!wording.text.includes('、') && isDivided(text, letters, start, end)) ||
      countJoins(written) > countJoins(wording.text)
    );
  // 文化自信和道路自信、理论自信、制度自信: one beside the others. …、农业现代化和绿色化: a longer list in its own order.
  if (/[^、和与及][和与及][^、和与及]*、/u.test(written) && countJoins(wording.text) === 0) return true;
  const last = wording.members.at(-1)?.at(-1) ?? '';
  const rest = /^[和、与及]([^，。；、和]{1,6})/u.exec(text.slice((letters.places[end - 1] ?? 0) + 1))?.[1];
  return rest?.endsWith(last) === true;
}

function countJoins(text: string): number {
  return text.match(/[和与及]/gu)?.length ?? 0;
}

const indexOf = byKnowledge((knowledge) => build(standingWordings(knowledge)));

/** Plain loops: a worker that has just started runs this before any of it is compiled. */
function build(wordings: readonly StandingWording[]): ByRarest {
  const owners = new Uint16Array(0x1_0000);
  const rows = wordings.map(({ letters }) => distinctUnits(letters));
  for (const row of rows)
    for (let at = 0; at < row.length; at++) owners[row[at] as number] = (owners[row[at] as number] ?? 0) + 1;
  for (const row of rows)
    for (let place = 0; place < Math.min(3, row.length); place++) bringRarest(row, place, owners);
  const numbers = new Uint16Array(0x1_0000);
  let count = 0;
  for (const row of rows) {
    const unit = row[0] as number;
    if (numbers[unit] === 0) numbers[unit] = ++count;
  }
  const rarest = count;
  for (const row of rows)
    for (let at = 0; at < row.length; at++) {
      const unit = row[at] as number;
      if (numbers[unit] === 0) numbers[unit] = ++count;
      row[at] = numbers[unit] as number;
    }
  const sought: Sought[] = [];
  for (let rank = 0; rank < wordings.length; rank++) {
    const wording = wordings[rank] as StandingWording;
    const units = allUnits(wording.letters);
    const sum = sumsOf(units, units.length)[units.length] ?? 0;
    sought.push({ wording, rank, sum, rarestFirst: rows[rank] as Uint16Array });
  }
  sought.sort((a, b) => letterAt(a, 0) - letterAt(b, 0));
  const starts = new Uint16Array(count + 2);
  let letter = 0;
  for (let place = 0; place < sought.length; place++)
    while (letter < letterAt(sought[place] as Sought, 0)) starts[++letter] = place;
  starts.fill(sought.length, letter + 1);
  return {
    numbers,
    rarest,
    starts,
    sought,
    seconds: Uint16Array.from(sought, (one) => letterAt(one, 1)),
    thirds: Uint16Array.from(sought, (one) => letterAt(one, 2)),
    lastHeld: new Uint32Array(count + 1),
    lastAt: new Uint32Array(count + 1),
    lastBegun: new Uint32Array(count + 1),
  };
}

/** One of the three rarest letters of a wording, or the rarest where it has fewer. */
function letterAt({ rarestFirst }: Sought, place: number): number {
  return rarestFirst[place] ?? rarestFirst[0] ?? 0;
}

function allUnits(letters: string): Uint16Array {
  const units = new Uint16Array(letters.length);
  for (let at = 0; at < letters.length; at++) units[at] = letters.charCodeAt(at);
  return units;
}

/** Each code unit of some letters once. */
function distinctUnits(letters: string): Uint16Array {
  const units = new Uint16Array(letters.length);
  let count = 0;
  for (let at = 0; at < letters.length; at++)
    if (letters.indexOf(letters.charAt(at)) === at) units[count++] = letters.charCodeAt(at);
  return units.subarray(0, count);
}

/** Exchanges the unit at a place for the rarest of those from there on. */
function bringRarest(units: Uint16Array, place: number, owners: Uint16Array): void {
  let rarest = place;
  for (let at = place + 1; at < units.length; at++)
    if ((owners[units[at] as number] as number) < (owners[units[rarest] as number] as number)) rarest = at;
  const unit = units[place] as number;
  units[place] = units[rarest] as number;
  units[rarest] = unit;
}

let sumsBuffer = new Int32Array(4_096);

/**
 * Running sums of the letters' hashes: the difference of two tells which letters lie between, whatever their order. Holds
 * until the next call: nobody keeps it.
 */
function sumsOf(letters: Uint16Array, length: number): Int32Array {
  if (length >= sumsBuffer.length) sumsBuffer = new Int32Array(length * 2);
  const sums = sumsBuffer;
  for (let at = 0; at < length; at++) {
    sums[at + 1] = ((sums[at] ?? 0) + mixed(mixed(0, letters[at] as number), 0)) | 0;
  }
  return sums;
}

/** True where these letters in this order are neither the wording itself nor two parts of it that changed places. */
function isShuffled(letters: string, start: number, wording: StandingWording): boolean {
  const right = wording.letters;
  const written = letters.slice(start, start + right.length);
  if (!isReordered(written, right)) return false;
  if (wording.variants.some((variant) => variant.includes(written))) return false;
  const [bareWritten, bareRight] = [written.replaceAll('的', ''), right.replaceAll('的', '')];
  if (bareWritten === bareRight || isTurnedAboutCopula(written, right)) return false;
  // 构建人类命运共同体、推动…, …中国梦的实现: another sentence. A list of three or more has one beginning.
  if (wording.members.length < 3 && (bareRight + bareRight).includes(bareWritten)) return false;
  // A window that begins beside the right wording, or inside it: 实【现……中国梦的实】际行动.
  const around = letters.slice(Math.max(0, start - right.length + 1), start + right.length * 2 - 1);
  return !around.replaceAll('的', '').includes(bareRight);
}

/** 我国的根本政治制度是人民代表大会制度, 金山银山就是绿水青山: what is said of the one may be said of the other. */
function isTurnedAboutCopula(written: string, right: string): boolean {
  if (!right.includes('是')) return false;
  const [subject = '', copula, predicate = ''] = right.split(/(就?是)/u);
  return copula !== undefined && written === predicate + copula + subject;
}

/** True where the first word began before these letters, as a member begins: 新型城镇化, beside 新型工业化. */
function isInsideWord(letters: string, start: number, { members }: StandingWording): boolean {
  const before = letters.slice(Math.max(0, start - 2), start);
  return before.length === 2 && members.some((member) => member.length > 2 && member.startsWith(before));
}

/** Where the list rightly begins, of neighbouring windows of the same letters (振兴文化振兴…组织振兴). */
function bestStart(letters: string, start: number, wording: StandingWording): number {
  const { length } = wording.letters;
  for (let at = start; at < start + length && at + length <= letters.length; at++) {
    if (at > start && !isShuffled(letters, at, wording)) break;
    const begins = wording.members.some((member) => letters.startsWith(lettersIn(member), at));
    const ends = wording.members.some((member) => letters.endsWith(lettersIn(member), at + length));
    if (begins && ends) return at;
  }
  return start;
}

function findingOf(text: string, letters: Letters, from: number, wording: StandingWording): RuleFinding {
  const start = letters.places[from] ?? 0;
  const end = (letters.places[from + wording.letters.length - 1] ?? 0) + 1;
  const { text: right, entry, source } = wording;
  const written = letters.text.slice(from, from + wording.letters.length);
  const hasMembers = wording.members.every((member) => written.includes(lettersIn(member)));
  const listed = hasMembers ? entry : undefined;
  return {
    rule: 'standard-phrasing',
    level: 'warning',
    start,
    end,
    message:
      listed === undefined
        ? both(
            `规范表述为${inMarks(right)}，此处字序有误。`,
            `The words of ${inMarks(right)} stand in another order here.`,
          )
        : usualOrder(listed),
    source,
    fixes: [
      {
        label: listed === undefined ? changeTo(right) : inUsualOrder,
        edits: [{ start, end, text: rewritten(text, letters, from, wording) }],
      },
    ],
  };
}

/** The right order between the marks that stand there, where they divide the right order too; else with marks of its own. */
export function rewritten(text: string, letters: Letters, from: number, wording: StandingWording): string {
  const right = wording.letters;
  const { places } = letters;
  if (wording.members.length === 0) return wording.text;
  const divides = new Set<number>();
  let length = 0;
  for (const member of wording.members) {
    length += lettersIn(member).length;
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
  // As many divisions as the right order needs: 、、和 stand where they stood. 与 may be a member's own (与时俱进).
  const divided = gaps.every((gap) => /^[、，；和]$/u.test(gap));
  if (divided && gaps.length === wording.members.length - 1)
    return wording.members.map((member, i) => member + (gaps[i] ?? '')).join('');
  const [only = ''] = marks;
  return wording.members.join(marks.size > 1 ? '、' : only);
}
