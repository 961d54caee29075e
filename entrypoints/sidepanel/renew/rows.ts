import { repeatedKeys } from '../../../components/repeated-keys.ts';
import { isOfItsWork, yearShiftEdits } from '../../../lib/checking/year-shift.ts';
import { sentenceAround } from '../../../lib/draft/draft.ts';
import { conflicts } from '../../../lib/draft/overlaps.ts';
import { narrowed } from '../../../lib/draft/text-edits.ts';
import type { Edit } from '../../../lib/draft/types.ts';
import type { ListedMention, TimelineReply } from '../../../lib/messaging/timeline-messages.ts';
import type { Finding } from '../../../lib/rules/types.ts';

/** A time-bound mention in the view 翻新. */
export interface RenewRow {
  /** Stays the same while the text around it changes. */
  readonly key: string;
  readonly mention: ListedMention;
  readonly words: string;
  /** The finding on the same words; null where nothing is marked. */
  readonly finding: Finding | null;
  /** What puts it right; empty where only the author can say. UTF-16 offsets of the text. */
  readonly edits: readonly Edit[];
  /** What would stand there; '' without edits. */
  readonly successor: string;
  /** True if it may be changed without looking at its place. */
  readonly isCertain: boolean;
  /** True if the years of a shift change it. */
  readonly isShifted: boolean;
  /** What it asks of the author: to change it, to check it, or nothing. */
  readonly verdict: ListedMention['verdict'];
}

/**
 * The rows of a timeline. Takes the findings of the same text, and the year into which the year planned for is shifted;
 * null: no shift.
 */
export function rowsOf(
  { mentions, shift }: Pick<TimelineReply, 'mentions' | 'shift'>,
  findings: readonly Finding[],
  text: string,
  target: number | null,
): RenewRow[] {
  const shifted =
    shift === null || target === null ? [] : yearShiftEdits(mentions, text, shift.planned, target);
  const reported = aboutTime(findings);
  const wordsOf = ({ start, end }: ListedMention) => text.slice(start, end);
  const keys = repeatedKeys(mentions.map((one) => `${one.kind}:${wordsOf(one).slice(0, 40)}`));
  return mentions.map((mention, at) => {
    const words = wordsOf(mention);
    const finding = findingOn(mention, reported);
    // What is certainly wrong has its own right words: 今年是2022年 is that of the day judged on, whatever the shift.
    const fixed = finding?.level === 'error' && finding.fixes.some((fix) => fix.edits.length > 0);
    const own = fixed ? [] : within(mention, shifted);
    const edits = mention.verdict === 'keep' ? [] : own.length > 0 ? own : editsOf(mention, finding, text);
    return {
      key: keys[at] ?? '',
      mention,
      words,
      finding,
      edits,
      successor: edits.length === 0 ? '' : written(mention, edits, text),
      isCertain:
        mention.verdict === 'change' &&
        edits.length > 0 &&
        (own.length > 0 ? isOfItsWork(mention, text, shifted) : finding?.level === 'error'),
      isShifted: own.length > 0,
      verdict: mention.verdict,
    };
  });
}

function aboutTime(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(
    ({ rule, asks }) => (rule === 'outdated-reference' || rule === 'draft-date') && asks === undefined,
  );
}

/** The first finding within a mention: it may begin behind another, and leaves out the brackets of a date. */
function findingOn({ start, end }: ListedMention, findings: readonly Finding[]): Finding | null {
  return findings.find((finding) => finding.start >= start && finding.end <= end) ?? null;
}

function within({ start, end }: ListedMention, edits: readonly Edit[]): readonly Edit[] {
  return edits.filter((edit) => edit.start >= start && edit.end <= end);
}

function editsOf(mention: ListedMention, finding: Finding | null, text: string): readonly Edit[] {
  const fix = finding?.fixes.find((one) => one.edits.length > 0);
  if (fix !== undefined) return fix.edits;
  if (mention.successor === null) return [];
  return [narrowed(text, { start: mention.start, end: mention.end, text: mention.successor })];
}

/** The words of a mention after the edits that meet it. */
function written({ start, end }: ListedMention, edits: readonly Edit[], text: string): string {
  let words = '';
  let at = start;
  for (const edit of [...edits].sort((a, b) => a.start - b.start)) {
    if (edit.start < start || edit.end > end) continue;
    words += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return words + text.slice(at, end);
}

/** A change of the preview, with the sentence for the document it is written into. */
export interface RenewChange extends Edit {
  readonly message: string;
  readonly reason: string;
  readonly startsLeftOut: boolean;
}

/** What several rows change together, in text order and without overlaps; of two, the certain one stays. */
export function changesOf(
  rows: readonly RenewRow[],
  messageOf: (row: RenewRow) => string,
  isTicked: (row: RenewRow) => boolean,
): RenewChange[] {
  const made: RenewChange[] = [];
  const first = [...rows].sort((a, b) => Number(isTicked(b)) - Number(isTicked(a)));
  for (const row of first) {
    const { edits } = row;
    if (!edits.every((edit) => made.every((other) => !conflicts(edit, other)))) continue;
    const message = messageOf(row);
    for (const { start, end, text } of edits)
      made.push({ start, end, text, message, reason: row.mention.reason, startsLeftOut: !isTicked(row) });
  }
  return made.sort((a, b) => a.start - b.start);
}

/** The sentence in which a mention stands, for the author who decides on it. */
export function sentenceOf({ start, end }: ListedMention, text: string): string {
  const sentence = sentenceAround(text, start, end);
  return text.slice(sentence.start, sentence.end);
}
