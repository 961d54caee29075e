import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { createChecker } from '../../lib/checking/checker.ts';
import { type MentionKind, mentionKinds } from '../../lib/phrases/types.ts';
import type { Verdict } from '../../lib/rules/mentions/target.ts';
import type { TimeMention } from '../../lib/rules/mentions/time-mention.ts';
import type { Finding } from '../../lib/rules/types.ts';
import { checkSession } from '../../scripts/check-session.ts';
import { emptyScore, judgeTime, totalOf } from '../../scripts/judge-time.ts';
import { loadBuiltInKnowledge } from '../../scripts/load-knowledge.ts';
import { type LabelledDraft, openedOn, readTimeDrafts } from '../../scripts/time-drafts.ts';
import {
  figuresOf,
  judgeDrafts,
  judgedDays,
  parts,
  type TimeRecord,
  timeFigures,
} from '../../scripts/time-report.ts';
import { asLabelled } from './meetings-known.ts';

const folder = join(import.meta.dirname, '../drafts');

let drafts: LabelledDraft[];
let now: TimeRecord;
let recorded: TimeRecord;

beforeAll(async () => {
  // Throws, naming the draft, where a label is not of its form.
  drafts = await readTimeDrafts(join(folder, 'time'));
  const { knowledge } = await loadBuiltInKnowledge();
  const session = checkSession(createChecker(asLabelled(knowledge)));
  now = timeFigures(await judgeDrafts(drafts, session));
  const file: unknown = JSON.parse(await readFile(join(folder, 'recorded.json'), 'utf8'));
  recorded = (file as { time: TimeRecord }).time;
});

describe('the labelled whole drafts', () => {
  it('are many, long, and labelled for every kind of mention', () => {
    expect(drafts.filter(({ text }) => text.length >= 1_500).length).toBeGreaterThanOrEqual(30);
    const labels = drafts.flatMap(({ mentions }) => mentions);
    expect(labels.length).toBeGreaterThanOrEqual(800);
    for (const kind of mentionKinds)
      expect(labels.filter((label) => label.kind === kind).length, kind).toBeGreaterThanOrEqual(40);
    expect(new Set(drafts.map(({ id }) => id)).size).toBe(drafts.length);
  });

  it('are old on the day they are opened, and about a fifth of them is held out', () => {
    for (const { id, date } of drafts) expect(date < openedOn, id).toBe(true);
    const share = drafts.filter(({ heldOut }) => heldOut).length / drafts.length;
    expect(share).toBeGreaterThan(0.15);
    expect(share).toBeLessThan(0.25);
  });

  it('have labels in order of place that do not overlap, and name a successor only of what is to be changed', () => {
    for (const { id, text, mentions } of drafts)
      for (const [i, { start, end, successors, today, own }] of mentions.entries()) {
        const words = `${id}: ${text.slice(start, end)}`;
        expect(start, words).toBeGreaterThanOrEqual(mentions[i - 1]?.end ?? 0);
        expect(end, words).toBeLessThanOrEqual(text.length);
        if (successors.length > 0) expect([today, own], words).not.toEqual(['keep', 'keep']);
      }
  });
});

describe('counting', () => {
  const draft: LabelledDraft = {
    id: 'one',
    date: '2022-03-01',
    heldOut: false,
    text: '贯彻党的十九大精神，党的十八大以来，抓好疫情防控，去年很好。',
    mentions: [
      label(2, 7, 'meeting', 'change', ['党的二十大']),
      label(10, 17, 'meeting', 'keep'),
      label(20, 24, 'epidemic', 'change'),
      label(25, 27, 'relative-year', 'check'),
    ],
  };

  function label(
    start: number,
    end: number,
    kind: MentionKind,
    today: Verdict,
    successors: string[] = [],
  ): LabelledDraft['mentions'][number] {
    return { start, end, kind, today, own: 'keep', successors };
  }

  function mark(start: number, end: number, put?: string, level: Finding['level'] = 'warning'): Finding {
    const edits = put === undefined ? [] : [{ start, end, text: put }];
    return {
      rule: 'outdated-reference',
      level,
      start,
      end,
      message: '',
      fixes: [{ label: put ?? '请核', edits }],
    };
  }

  const count = async (findings: Finding[], mentions: { start: number; end: number }[] = []) => {
    const run = async () => ({ findings, mentions: mentions as TimeMention[] });
    const { scores, misses } = await judgeTime([draft], 'today', run);
    return { total: totalOf(scores), misses: misses.map(({ what, text }) => `${what} ${text}`) };
  };

  it('tells what is marked from what is missed, and what is listed from what is not', async () => {
    const { total, misses } = await count([mark(2, 7)], [{ start: 2, end: 7 }]);
    expect(total).toMatchObject({ change: 2, marked: 1, all: 4, listed: 1, keep: 1, loud: 1, loudRight: 1 });
    expect(misses).toContain('missed 疫情防控');
    expect(misses.filter((miss) => miss.startsWith('unlisted'))).toHaveLength(3);
  });

  it('counts a mark on what is right as it stands, and one on nothing that is labelled', async () => {
    const { total, misses } = await count([mark(10, 15), mark(29, 30)]);
    expect(total).toMatchObject({ keptMarked: 1, loud: 2, loudRight: 0 });
    expect(misses).toEqual(expect.arrayContaining(['kept 党的十八大以来', 'wrong 。']));
  });

  it('takes a mark on what its author must check for right, and hints for none', async () => {
    expect((await count([mark(25, 27)])).total).toMatchObject({ loud: 1, loudRight: 1, marked: 0 });
    expect((await count([mark(2, 7, undefined, 'hint')])).total).toMatchObject({ loud: 0, marked: 0 });
  });

  it('holds a fix to the successor that is labelled', async () => {
    expect((await count([mark(2, 7, '党的二十大')])).total).toMatchObject({ fixed: 1, fixedRight: 1 });
    const { total, misses } = await count([mark(2, 7, '党的二十一大')]);
    expect(total).toMatchObject({ fixed: 1, fixedRight: 0 });
    expect(misses).toContain('misfixed 党的十九大');
  });
});

describe('figures', () => {
  const none = emptyScore();

  it('are rounded against the checker', () => {
    const third = { ...none, change: 3, marked: 1, keep: 3, keptMarked: 1 };
    expect(figuresOf(third)).toMatchObject({ marked: 0.3333, keptMarked: 0.3334 });
  });

  it('are the best where there is nothing to count', () => {
    expect(figuresOf(none)).toEqual({ marked: 1, listed: 1, right: 1, keptMarked: 0, fixed: 1 });
  });
});

describe.each(judgedDays)('judged on the day %s', (day) => {
  it.each(parts)('does no worse than recorded on what is %s', (part) => {
    const [figures, bar] = [now[day][part], recorded[day][part]];
    for (const share of ['marked', 'listed', 'right', 'fixed'] as const)
      expect(figures[share], share).toBeGreaterThanOrEqual(bar[share]);
    expect(figures.keptMarked, 'keptMarked').toBeLessThanOrEqual(bar.keptMarked);
  });
});
