import { overlaps } from '../../draft/overlaps.ts';
import { narrowed, sharedHead, sharedTail } from '../../draft/text-edits.ts';
import type { Edit, IsoDate } from '../../draft/types.ts';
import { bilingual } from '../../language/language.ts';
import type { Knowledge } from '../../phrases/types.ts';
import { changeTo, inMarks } from '../quoted-words.ts';
import type { RuleFinding } from '../types.ts';
import { type BareText, bare, isDivided, standsAt } from './bare-text.ts';
import type { Begun, Half } from './begun.ts';
import { rewritten } from './reordered.ts';
import { type Slips, slipsOf } from './slips.ts';
import { isInForce, type StandingWording } from './standing-wordings.ts';

/** Characters that may be added or left out: 的, 落实好, 站起来、富起来到强起来. */
const loose = /[\s的地得和与及同了着之其到好更“”‘’《》〈〉（）()、，。；：·—…\w]/u;
/** Insertions that make another sentence or word: 中国特色社会主义新道路, 把公权力关进…, 马克思主义是中国化…. */
const mayComeIn = /[新由公又更还既也各都再是为即非乃在把将]/u;
/** Words that may introduce a member: 构建新发展格局，以推动高质量发展为主题. */
const leadsUp = /^[以在为将把从对并]$/u;
/** Particles that are never doubled within a wording: 为核心的的党中央. */
const particle = /^[的地得了之把将以]$/u;
/** 深入学习新时代中国特色社会主义思想, 共铸中华民族共同体意识: the first character belongs to the word before. */
const wordsBefore = /^(?:[学研练见补复温]习|[共同]铸)/u;
/** Words that may introduce a list in place of its first character. */
const leading = /[把将是以为对让使]/u;
/** From this length on, two neighbouring characters may be missing: a lost word (习近平新时代特色社会主义思想). */
const longPhrase = 12;
/** From this length on, a list is recognised by all its other words: 务必谦虚谨慎、艰苦朴素. */
const longList = 16;

/** From this length on, its last word may differ. */
const veryLongList = 24;

/**
 * Long official phrases and lists with one slip: a character wrong, missing, doubled or swapped with its neighbour.
 * One slip leaves one half of a wording whole, so halves are searched and the rest is compared. Slips at either end
 * of a short wording too often make another legitimate one, and are left to the packs. Offsets of the paragraph.
 * @param written the paragraph's bare text
 * @param halves the halves of wordings in it
 */
export function nearMissFindings(
  text: string,
  written: BareText,
  halves: readonly Begun<Half>[],
  knowledge: Knowledge,
  date: IsoDate,
): RuleFinding[] {
  const slips = slipsOf(knowledge);
  const findings: RuleFinding[] = [];
  for (const { at, begun: half } of halves) {
    const { wording } = half;
    if (!isInForce(wording, date)) continue;
    const miss = missAt(written, half, at + half.text.length, slips);
    if (miss === null || wordsBefore.test(written.text.slice(Math.max(0, miss.start - 1), miss.start + 1)))
      continue;
    if (isOutside(text, written, miss)) continue;
    if (joinsMembers(text, written, miss, wording)) continue;
    const isUnbroken = wording.members.length === 0 && !wording.text.includes('、');
    if (isUnbroken && isDivided(text, written, miss.start, miss.end)) continue;
    const finding = findingOf(text, written, miss, wording);
    if (!findings.some((other) => overlaps(finding, other))) findings.push(finding);
  }
  return findings;
}

/** Places in the bare text. */
interface Miss {
  readonly start: number;
  readonly end: number;
  /** The edit that puts the slip right. */
  readonly slip: Edit;
}

/**
 * The span of a wording with one slip whose whole half ends at `end`; null for the right wording, or for more than a
 * slip.
 */
function missAt(written: BareText, half: Half, end: number, slips: Slips): Miss | null {
  const { wording, head, other } = half;
  const wholeStart = end - half.text.length;
  if (standsAt(written, other, head ? end : wholeStart - other.length)) return null;
  const { text } = written;
  for (const more of lengthsTried) {
    if (!isTried(more, half)) continue;
    const length = other.length + more;
    const from = head ? end : wholeStart - length;
    if (from < 0 || from + length > text.length || !isMissed(text, from, length, half, slips)) continue;
    const start = head ? wholeStart : from;
    const behind = head ? end + length : end;
    const whole = text.slice(start, behind);
    // 扎扎实实推进: the word is doubled, not a character of the wording.
    if (more > 0 && text[start - 1] === whole[0]) return null;
    const slip = narrowed(text, { start, end: behind, text: wording.bare });
    // The character that seems missing stands just outside: it was swapped.
    if (more === -1 && slip.text === (head ? text[behind] : text[start - 1])) continue;
    return isVariant(whole, wording) ? null : { start, end: behind, slip };
  }
  return null;
}

/** Whether so many code units may be missing, or too many, in the other half. */
function isTried(more: number, { wording, other }: Half): boolean {
  if (wording.isShort) return more === 0;
  return more !== -2 || (wording.bare.length >= longPhrase && other.length > 4);
}

/** Whether the written words are a right variant of a wording. */
function isVariant(written: string, { variants }: StandingWording): boolean {
  return variants.some((variant) => written.includes(variant) || variant.includes(written));
}

/** Whether part of a text is the other half of a wording with one slip. */
function isMissed(text: string, from: number, length: number, half: Half, slips: Slips): boolean {
  const { other, head } = half;
  if (isFar(text, from, length, other) || !isOneSlip(text.slice(from, from + length), half, slips))
    return false;
  // 荣辱于共: a character was inserted before the last one, which is still there.
  return length !== other.length || !cameInBefore(text, from, length, other, head);
}

/** True if the outer character of a half stands one place further out, since another was inserted before it. */
function cameInBefore(text: string, from: number, length: number, other: string, head: boolean): boolean {
  const [inside, outside, right] = head
    ? [text[from + length - 1], text[from + length], other.at(-1)]
    : [text[from], text[from - 1], other[0]];
  return outside === right && inside !== right;
}

/**
 * A slip at an end of the written words, with a mark between it and the rest: …看齐意，抓好 has lost a character; 抓 does
 * not replace it. Nor does the last character of the words before such a mark belong to a wording whose first one is missing:
 * 强调，大的货币.
 */
function isOutside(text: string, written: BareText, { start, end, slip }: Miss): boolean {
  const isAdded = slip.text === '';
  return (
    (slip.start === start && isDivided(text, written, start, start + 2)) ||
    (slip.end === end && isDivided(text, written, end - 2, end)) ||
    (isAdded && slip.start === start + 1 && isDivided(text, written, start, slip.end + 1)) ||
    (isAdded && slip.end === end - 1 && isDivided(text, written, slip.start - 1, end))
  );
}

/**
 * True if an inserted word joins two members instead of a mark: 不敢腐是不能腐、不想腐的前提 is a sentence about the members, not a
 * list. A doubled character is no such word.
 */
function joinsMembers(text: string, written: BareText, miss: Miss, { members }: StandingWording): boolean {
  if (members.length < 2) return false;
  const { start, end, text: right } = miss.slip;
  const [first = '', second = ''] = members.map((member) => bare(member));
  // 互信是互利、平等…的前提: the first member stands before the verb, and seems missing.
  if (written.text.startsWith(second, miss.start) && written.text.slice(0, miss.start - 1).endsWith(first))
    return true;
  if (right !== '' || end === start) return false;
  const inserted = written.text.slice(start, end);
  // Beside a mark, or doubled, it does not join them; but a preposition introduces the next one.
  if (isDivided(text, written, start - 1, end + 1) && !leadsUp.test(inserted)) return false;
  if (written.text.charAt(start - 1) === inserted || written.text.charAt(end) === inserted) return false;
  let boundary = miss.start;
  return members.some((member) => {
    boundary += bare(member).length;
    return boundary === start;
  });
}

/** By how many code units the written words may be longer than the right ones, in the order tried. */
const lengthsTried = [0, -1, 1, 2, -2];

/** True if more than two code units differ from the right ones: no slip. */
function isFar(text: string, start: number, length: number, right: string): boolean {
  const from = sharedHead(text, start, start + length, right);
  const to = sharedTail(text, start, start + length, right, from);
  return length - from - to > 2 || right.length - from - to > 2;
}

/** How a half of a wording differs as written. */
interface Difference {
  /** The characters written, and those of the wording that they replace. */
  readonly writtenPart: string;
  readonly rightPart: string;
  /** The text before it in the half, and that behind it. */
  readonly before: string;
  readonly after: string;
  /** How many code units stand between it and the outer end of the wording. */
  readonly fromEnd: number;
  /** One character, or two, replaces as many. */
  readonly isOneForOne: boolean;
  readonly isTwoForTwo: boolean;
}

function differenceIn(written: string, { other: right, head }: Half): Difference {
  const from = sharedHead(written, 0, written.length, right);
  const to = sharedTail(written, 0, written.length, right, from);
  const replacement = written.slice(from, written.length - to);
  const rightPart = right.slice(from, right.length - to);
  return {
    writtenPart: replacement,
    rightPart,
    before: written.slice(0, from),
    after: written.slice(written.length - to),
    fromEnd: head ? to : from,
    isOneForOne: replacement.length === 1 && rightPart.length === 1,
    isTwoForTwo: replacement.length === 2 && rightPart.length === 2,
  };
}

/** True if `written` is the other half of a wording with one slip that is not at the outer end of a short one. */
function isOneSlip(written: string, half: Half, slips: Slips): boolean {
  const { wording, head } = half;
  const difference = differenceIn(written, half);
  const { writtenPart, rightPart, fromEnd } = difference;
  if (isDoubledParticle(difference)) return true;
  if (loose.test(rightPart) || (loose.test(writtenPart) && !isWrongParticle(writtenPart, rightPart, wording)))
    return false;
  if (fromEnd === 0) return isOuterSlip(difference, wording, head, slips);
  // One character is too little to recognise a word that lacks the next: 构建现代化产业体系, 学习新时代…思想.
  if (writtenPart === '' && wording.members.length === 0 && fromEnd < 2) return false;
  return wording.close ? isCloseSlip(difference, slips) : isInnerSlip(difference, wording, slips);
}

/** At its outer end a wording is recognised only with a close slip, a list from some length on with any. */
function isOuterSlip(
  difference: Difference,
  { members, bare: { length } }: StandingWording,
  head: boolean,
  slips: Slips,
): boolean {
  const { writtenPart, rightPart, isOneForOne, isTwoForTwo } = difference;
  // The last character of a phrase is a slip only if it is easily confused with the right one: 核心价值关.
  if (members.length === 0) return writtenPart.length === rightPart.length && isCloseSlip(difference, slips);
  // A very long list is recognised by all but the last word: …对党忠诚、不负群众.
  if (head && length >= veryLongList && isTwoForTwo) return true;
  return length >= longPhrase && isOneForOne && !leading.test(writtenPart + rightPart);
}

function isInnerSlip(
  { writtenPart, rightPart, before, isOneForOne, isTwoForTwo }: Difference,
  { members, bare: { length } }: StandingWording,
  slips: Slips,
): boolean {
  if (isOneForOne) return true;
  if (isTwoForTwo)
    return (
      isSwapped(writtenPart, rightPart) ||
      slips.isOtherWord(writtenPart, rightPart) ||
      (members.length > 0 && length >= longList)
    );
  // A word written twice: 现代现代化.
  if (writtenPart.length === 2 && rightPart === '') return before.endsWith(writtenPart);
  if (rightPart === '') return writtenPart.length === 1 && !mayComeIn.test(writtenPart);
  return writtenPart === '' && rightPart.length <= 2;
}

/** 核心的的党中央: such a particle may be added or left out, but not doubled. */
function isDoubledParticle({ writtenPart, rightPart, before }: Difference): boolean {
  return rightPart === '' && particle.test(writtenPart) && before.endsWith(writtenPart);
}

/** 学史崇得: within a member a particle never rightly replaces another character. */
function isWrongParticle(writtenPart: string, rightPart: string, { members }: StandingWording): boolean {
  return members.length > 0 && rightPart.length === 1 && /^[的地得]$/u.test(writtenPart);
}

/** The character makes another word with its neighbour: 协同 for 协调. */
function isOtherWord({ writtenPart, rightPart, before, after }: Difference, { isOtherWord }: Slips): boolean {
  const [left, right] = [before.slice(-1), after.slice(0, 1)];
  return (
    isOtherWord(left + writtenPart, left + rightPart) || isOtherWord(writtenPart + right, rightPart + right)
  );
}

/** Two neighbours are swapped. */
function isSwapped(writtenPart: string, rightPart: string): boolean {
  return writtenPart[0] === rightPart[1] && writtenPart[1] === rightPart[0];
}

/**
 * Whether this is a slip though other right wordings are near; 推动 for 推进, or a word more or less, is another wording.
 */
function isCloseSlip(difference: Difference, slips: Slips): boolean {
  const { writtenPart, rightPart, before, isOneForOne, isTwoForTwo } = difference;
  if (isOneForOne)
    return (
      slips.isAlike(writtenPart.charCodeAt(0), rightPart.charCodeAt(0)) || isOtherWord(difference, slips)
    );
  if (isTwoForTwo) return isSwapped(writtenPart, rightPart) || slips.isOtherWord(writtenPart, rightPart);
  if (writtenPart.length === 1 && rightPart === '') return before.endsWith(writtenPart);
  return writtenPart === '' && rightPart.length === 1;
}

function findingOf(text: string, written: BareText, miss: Miss, wording: StandingWording): RuleFinding {
  const { places } = written;
  const first = places[miss.start] ?? 0;
  const behind = (places[miss.end - 1] ?? 0) + 1;
  const { text: right, source } = wording;
  const isWhole = miss.end - miss.start === wording.bare.length;
  const put =
    repaired(text, written, miss, wording) ??
    (isWhole ? rewritten(text, written, miss.start, wording) : wording.text);
  // 碳达峰碳中和, “枫桥经验”: surrounding characters that belong to it are not doubled.
  const [opening = ''] = /^[和与及“‘《（]+/u.exec(put) ?? [];
  const [closing = ''] = /[和与及”’》）]+$/u.exec(put) ?? [];
  const start = text.slice(0, first).endsWith(opening) ? first - opening.length : first;
  const end = text.startsWith(closing, behind) ? behind + closing.length : behind;
  return {
    rule: 'standard-phrasing',
    level: 'warning',
    start,
    end,
    message: bilingual(
      `与固定提法${inMarks(right)}只差一处，疑为笔误。`,
      `One slip away from the set wording ${inMarks(right)}; probably a typing error.`,
    ),
    source,
    fixes: [{ label: changeTo(right), edits: [{ start, end, text: put }] }],
  };
}

/** A list with only the slip corrected, so that it keeps the marks between its members; null if that is not enough. */
function repaired(text: string, { places }: BareText, miss: Miss, wording: StandingWording): string | null {
  if (wording.members.length === 0) return null;
  const { slip } = miss;
  // What stands before the list does not belong to it.
  const at = slip.start === miss.start ? (places[slip.start] ?? 0) : (places[slip.start - 1] ?? 0) + 1;
  const gap = text.slice(at, places[slip.start]);
  const nothingThere = slip.start === slip.end;
  // What is missing stood before the mark behind it.
  const put = nothingThere ? slip.text + gap : gap + slip.text;
  const behind = nothingThere ? places[slip.end] : (places[slip.end - 1] ?? 0) + 1;
  const fixed =
    text.slice(places[miss.start], at) + put + text.slice(behind, (places[miss.end - 1] ?? 0) + 1);
  return wording.members.every((member) => fixed.includes(member)) ? fixed : null;
}
