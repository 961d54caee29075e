import { beforeAll, describe, expect, it } from 'vitest';
import { mentionKinds } from '../../lib/phrases/types.ts';
import { type TimeChecker, timeChecker } from './time-mentions.ts';

let ask: TimeChecker;
beforeAll(async () => {
  ask = await timeChecker();
});

const ownDay = '2022-02-16';
const draft = [
  '在全县农村工作会议上的讲话',
  '（2022年2月16日）',
  '同志们：',
  '今年要贯彻党的十九届六中全会精神，落实县第十三次党代会部署，全县粮食产量增长3.5%。',
  '到2022年底，要建成高标准农田三万亩，完成“十四五”规划确定的目标任务。',
].join('\n');

describe('the timeline of a draft', () => {
  it('comes in order of place, with offsets of the whole text', () => {
    const mentions = ask.list(draft);
    for (const [i, { start, end, text, kind }] of mentions.entries()) {
      expect(start).toBeGreaterThanOrEqual(mentions[i - 1]?.start ?? 0);
      expect(end).toBeGreaterThan(start);
      expect(draft.slice(start, end)).toBe(text);
      expect(mentionKinds).toContain(kind);
    }
    expect(mentions.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining([
        'draft-date',
        'relative-year',
        'meeting',
        'local-meeting',
        'figure',
        'year',
        'plan',
      ]),
    );
  });

  it('gives the dates of the draft itself, to be changed on another day', () => {
    expect(ask.only('draft-date', draft)).toMatchObject({ from: ownDay, to: ownDay, verdict: 'change' });
    expect(ask.only('draft-date', draft, ownDay).verdict).toBe('keep');
  });

  it('gives such a date once, not as a year too', () => {
    expect(ask.list(draft).filter(({ text }) => text.includes('2月16日'))).toHaveLength(1);
  });

  it('leaves alone what is right on the day of the draft', () => {
    expect(ask.list(draft, ownDay).map(({ verdict }) => verdict)).not.toContain('change');
    expect(ask.list(draft, ownDay).map(({ verdict }) => verdict)).not.toContain('check');
    expect(ask.marked(draft, ownDay)).toEqual([]);
  });

  it('asks the author for what no pack can know, once the draft is old', () => {
    for (const kind of ['relative-year', 'local-meeting', 'figure'] as const) {
      const [one] = ask.list(draft).filter((mention) => mention.kind === kind);
      expect(one?.verdict, kind).toBe('check');
    }
  });

  it('judges what was of the draft’s own day more strictly than what was history then', () => {
    // In force when it was written: a leftover. Over by then: its author knew.
    const text = '党的十九大以来，我们深入贯彻落实党的十九大精神。';
    const [, then] = ask.verdicts('meeting', text, undefined, '2021-03-01');
    const [, later] = ask.verdicts('meeting', text, undefined, '2024-03-01');
    expect(then?.[1]).toBe('change');
    expect(later?.[1]).not.toBe('change');
  });

  it('says why, in both languages, and names a successor only where something is to be done', () => {
    for (const { reason, verdict, successor } of [...ask.list(draft), ...ask.list(draft, ownDay)]) {
      expect(reason.zh).toMatch(/。$/u);
      expect(reason.en).toMatch(/[.]$/u);
      if (verdict === 'keep') expect(successor).toBeNull();
    }
  });

  it('is the same from what was remembered', () => {
    expect(ask.list(draft)).toEqual(ask.list(draft));
  });

  it('is the longer list: all that is marked as outdated stands in it', () => {
    const mentions = ask.list(draft);
    for (const [words] of ask.marked(draft))
      expect(
        mentions.some(({ text }) => text.includes(words)),
        words,
      ).toBe(true);
  });

  it('of a text without time is empty', () => {
    expect(ask.list('同志们好！\n\n散会。')).toEqual([]);
    expect(ask.list('')).toEqual([]);
  });
});
