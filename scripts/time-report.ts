/** What `npm run judge` prints and records about the labelled whole drafts. */
import { mentionKinds } from '../lib/phrases/types.ts';
import type { createCheckSession } from './check-session.ts';
import { judgeTime, type TimeJudgement, type TimeMiss, type TimeScore, totalOf } from './judge-time.ts';
import { type LabelledDraft, openedOn } from './time-drafts.ts';

/** The days on which each draft is judged: years later, and its own. */
export const judgedDays = ['today', 'own'] as const;
export type JudgedDay = (typeof judgedDays)[number];
/** The part that may be read, and the held-out part. */
export const parts = ['open', 'heldOut'] as const;
export type Part = (typeof parts)[number];

/** Shares over all kinds, 0 to 1; 1 (0 for `keptMarked`) if nothing was counted. */
export interface TimeFigures {
  /** Of the mentions that must change, those marked. */
  readonly marked: number;
  /** Of all labelled mentions, those listed. */
  readonly listed: number;
  /** Of the marks, those on what must change or be checked. */
  readonly right: number;
  /** Of the mentions that are right, those marked. */
  readonly keptMarked: number;
  /** Of the fixes where a successor is labelled, those that lead to it. */
  readonly fixed: number;
}

/** By day, then by part. */
export type TimeRecord = Readonly<Record<JudgedDay, Readonly<Record<Part, TimeFigures>>>>;
export type TimeJudgements = Readonly<Record<JudgedDay, Readonly<Record<Part, TimeJudgement>>>>;

/** Judges drafts on both days, the held-out part separately. */
export async function judgeDrafts(
  drafts: readonly LabelledDraft[],
  session: Pick<Awaited<ReturnType<typeof createCheckSession>>, 'check' | 'timeline'>,
): Promise<TimeJudgements> {
  const judgeOn = async (day: JudgedDay) => {
    const of = (heldOut: boolean) =>
      judgeTime(
        drafts.filter((draft) => draft.heldOut === heldOut),
        day,
        async ({ text, date }) => {
          const judgedOn = day === 'today' ? openedOn : date;
          const { findings } = await session.check(text, judgedOn);
          return { findings, mentions: (await session.timeline(text, judgedOn)).mentions };
        },
      );
    return { open: await of(false), heldOut: await of(true) };
  };
  return { today: await judgeOn('today'), own: await judgeOn('own') };
}

/** The figures that a test compares with. Rounded so that the same run is never worse than its record. */
export function timeFigures(judgements: TimeJudgements): TimeRecord {
  const figuresOn = (day: JudgedDay) => ({
    open: figuresOf(totalOf(judgements[day].open.scores)),
    heldOut: figuresOf(totalOf(judgements[day].heldOut.scores)),
  });
  return { today: figuresOn('today'), own: figuresOn('own') };
}

/** The shares of a score, to four places. */
export function figuresOf(score: TimeScore): TimeFigures {
  return {
    marked: floor(share(score.marked, score.change)),
    listed: floor(share(score.listed, score.all)),
    right: floor(share(score.loudRight, score.loud)),
    keptMarked: Math.ceil((score.keep === 0 ? 0 : score.keptMarked / score.keep) * 10_000) / 10_000,
    fixed: floor(share(score.fixedRight, score.fixed)),
  };
}

const dayNames: Readonly<Record<JudgedDay, string>> = {
  today: `按 ${openedOn} 核对`,
  own: '按稿件自己的日期核对',
};
const partNames: Readonly<Record<Part, string>> = { open: '公开部分', heldOut: '留出部分' };

/** A table for a day and a part: one line per kind of mention, and the total. */
export function formatTime(
  day: JudgedDay,
  part: Part,
  drafts: readonly LabelledDraft[],
  { scores }: TimeJudgement,
): string {
  const count = drafts.filter(({ heldOut }) => heldOut === (part === 'heldOut')).length;
  const rows = mentionKinds.flatMap((kind) => {
    const score = scores.get(kind);
    return score === undefined || score.all + score.loud === 0 ? [] : [rowOf(kind, score)];
  });
  return [
    `整篇旧稿，${dayNames[day]}，${partNames[part]}（${count} 篇）`,
    '种类              须改    标出        列出     标对    可留被标    改对',
    ...rows,
    rowOf('合计', totalOf(scores)),
    '',
  ].join('\n');
}

function rowOf(name: string, score: TimeScore): string {
  return [
    // A Chinese character is two columns wide.
    name.padEnd(name === '合计' ? 14 : 16),
    String(score.change).padStart(5),
    percent(score.marked, score.change),
    `${score.listed}/${score.all}`.padStart(11),
    percent(score.loudRight, score.loud),
    `${score.keptMarked}/${score.keep}`.padStart(10),
    percent(score.fixedRight, score.fixed),
  ].join(' ');
}

const missNames: Readonly<Record<TimeMiss['what'], string>> = {
  missed: '漏标',
  wrong: '误标',
  kept: '可留被标',
  unlisted: '没列出',
  misfixed: '改得不对',
};

/** The missed and wrongly marked mentions, one per line with their context. */
export function formatTimeMisses({ misses }: TimeJudgement): string {
  return misses
    .map(({ what, draft, kind, text, around, detail }) => {
      const said = detail === '' ? '' : `\n     ${detail.slice(0, 160).replaceAll('\n', ' ')}`;
      return `${missNames[what]} ${kind} ${draft} 〔${text.replaceAll('\n', '⏎')}〕 ${around}${said}\n`;
    })
    .join('');
}

function share(some: number, all: number): number {
  return all === 0 ? 1 : some / all;
}

function floor(value: number): number {
  return Math.floor(value * 10_000) / 10_000;
}

function percent(some: number, all: number): string {
  return (all === 0 ? '—' : `${((100 * some) / all).toFixed(1)}%`).padStart(8);
}
