/**
 * Measures the checker on the labelled whole drafts: what must change should be marked, and all time-bound mentions
 * listed.
 */
import { applyEdits } from '../lib/draft/text-edits.ts';
import { type MentionKind, mentionKinds } from '../lib/phrases/types.ts';
import type { TimeMention } from '../lib/rules/mentions/time-mention.ts';
import type { Finding, RuleId } from '../lib/rules/types.ts';
import type { LabelledDraft, LabelledMention } from './time-drafts.ts';

/** Counts of one kind of mention on one day. */
export interface TimeScore {
  /** Labelled 须改, and how many of these are marked. */
  change: number;
  marked: number;
  /** All labelled mentions, and how many of these are listed. */
  all: number;
  listed: number;
  /** Labelled 可留, and how many of these are marked. */
  keep: number;
  keptMarked: number;
  /** Marks of this kind, and how many of these are right: on what must change, or what the author must check. */
  loud: number;
  loudRight: number;
  /** Marks with a fix where a successor is labelled, and how many of these fixes are right. */
  fixed: number;
  fixedRight: number;
}

export interface TimeMiss {
  readonly what: 'missed' | 'wrong' | 'kept' | 'unlisted' | 'misfixed';
  readonly draft: string;
  readonly kind: MentionKind;
  readonly text: string;
  readonly around: string;
  readonly detail: string;
}

export interface TimeJudgement {
  readonly scores: ReadonlyMap<MentionKind, TimeScore>;
  readonly misses: readonly TimeMiss[];
}

/** Rules about time. */
const timeRules: ReadonlySet<RuleId> = new Set(['outdated-reference', 'draft-date', 'date-consistency']);

/** The result of one draft on one day. */
export interface TimeResult {
  readonly findings: readonly Finding[];
  readonly mentions: readonly TimeMention[];
}

/**
 * Counts the results of a checker on labelled drafts.
 * @param day which of the two labels counts: on the day of opening, or on the draft's own
 */
export async function judgeTime(
  drafts: readonly LabelledDraft[],
  day: 'today' | 'own',
  run: (draft: LabelledDraft) => Promise<TimeResult>,
): Promise<TimeJudgement> {
  const scores = new Map<MentionKind, TimeScore>(mentionKinds.map((kind) => [kind, emptyScore()]));
  const misses: TimeMiss[] = [];
  for (const draft of drafts) {
    const { findings, mentions } = await run(draft);
    const loud = findings.filter(({ level, rule }) => level !== 'hint' && timeRules.has(rule));
    const miss = (what: TimeMiss['what'], kind: MentionKind, start: number, end: number, detail = '') => {
      const around = draft.text.slice(Math.max(0, start - 40), end + 40).replaceAll('\n', '⏎');
      misses.push({ what, draft: draft.id, kind, text: draft.text.slice(start, end), around, detail });
    };
    for (const label of draft.mentions) {
      const score = scores.get(label.kind) as TimeScore;
      const { start, end, kind } = label;
      const isMarked = loud.some((finding) => overlaps(finding, label));
      score.all++;
      if (mentions.some((mention) => overlaps(mention, label))) score.listed++;
      else miss('unlisted', kind, start, end);
      if (label[day] === 'change') {
        score.change++;
        if (isMarked) score.marked++;
        else miss('missed', kind, start, end);
      } else if (label[day] === 'keep') {
        score.keep++;
        // A mark that matches a neighbouring label belongs to that label.
        const answersOther = loud
          .filter((finding) => overlaps(finding, label))
          .every((finding) => draft.mentions.some((one) => one[day] === 'change' && overlaps(finding, one)));
        if (isMarked && !answersOther) {
          score.keptMarked++;
          miss('kept', kind, start, end, loud.find((finding) => overlaps(finding, label))?.message);
        }
      }
    }
    for (const finding of loud) {
      const overlapping = draft.mentions.filter((label) => overlaps(finding, label));
      const kind =
        overlapping[0]?.kind ?? mentions.find((one) => overlaps(one, finding))?.kind ?? 'formulation';
      const score = scores.get(kind) as TimeScore;
      score.loud++;
      if (overlapping.some((label) => label[day] !== 'keep')) score.loudRight++;
      else if (!overlapping.some((label) => label[day] === 'keep'))
        miss('wrong', kind, finding.start, finding.end, `${finding.rule} ${finding.message}`);
      judgeFix(draft, finding, overlapping, score, day, (detail) =>
        miss('misfixed', kind, finding.start, finding.end, detail),
      );
    }
  }
  return { scores, misses };
}

/** A fix is right if the text after it contains a labelled successor in the mention's place. */
function judgeFix(
  draft: LabelledDraft,
  { start, end, fixes }: Finding,
  labels: readonly LabelledMention[],
  score: TimeScore,
  day: 'today' | 'own',
  miss: (detail: string) => void,
): void {
  const [label] = labels.filter((one) => one[day] === 'change' && one.successors.length > 0);
  const edits = fixes.find((fix) => fix.edits.length > 0)?.edits;
  if (label === undefined || edits === undefined) return;
  score.fixed++;
  const from = Math.min(start, label.start);
  const after = applyEdits(draft.text, edits);
  const inserted = after.slice(from, Math.max(end, label.end) + after.length - draft.text.length);
  const isRight = fixes.some(({ label: said, edits: own }) => {
    const text = own.length === 0 ? '' : applyEdits(draft.text, own);
    // Full-width digits make the same date.
    return label.successors.some((one) =>
      `${said}\n${text.slice(from, from + inserted.length + one.length)}`
        .normalize('NFKC')
        .includes(one.normalize('NFKC')),
    );
  });
  if (isRight) score.fixedRight++;
  else miss(`${inserted}（应为 ${label.successors.join('/')}）`);
}

/** A score of zeros. */
export function emptyScore(): TimeScore {
  return {
    change: 0,
    marked: 0,
    all: 0,
    listed: 0,
    keep: 0,
    keptMarked: 0,
    loud: 0,
    loudRight: 0,
    fixed: 0,
    fixedRight: 0,
  };
}

function overlaps(
  a: { readonly start: number; readonly end: number },
  b: { readonly start: number; readonly end: number },
) {
  return a.start < b.end && b.start < a.end;
}

/** The sum of the scores of all kinds. */
export function totalOf(scores: ReadonlyMap<MentionKind, TimeScore>): TimeScore {
  const sum = emptyScore();
  for (const score of scores.values())
    for (const key of Object.keys(sum) as (keyof TimeScore)[]) sum[key] += score[key];
  return sum;
}
