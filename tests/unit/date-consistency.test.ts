import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readPack } from '../../lib/phrases/pack.ts';
import { readCount, writeCount } from '../../lib/rules/dates/count.ts';
import { createCheckSession } from '../../scripts/check-session.ts';

let check: Awaited<ReturnType<typeof createCheckSession>>['check'];

beforeAll(async () => {
  ({ check } = await createCheckSession());
});

/** What the rule marks in a text, each with its level. */
async function marked(text: string, date?: string): Promise<string[]> {
  const { findings } = await check(text, date);
  return findings
    .filter(({ rule }) => rule === 'date-consistency')
    .map(({ level, start, end }) => `${level}: ${text.slice(start, end)}`);
}

describe('how the date was found', () => {
  const sentence = '今年（2019年）的任务很重。';

  it('contradicts 今年 on a date the author set', async () => {
    expect(await marked(sentence, '2020-06-01')).toEqual(['error: 今年（2019年）']);
  });

  it('contradicts it on the date of the draft when that has its month', async () => {
    expect(await marked(`在全县大会上的讲话\n（2020年6月1日）\n\n${sentence}`)).toEqual([
      'error: 今年（2019年）',
    ]);
  });

  it('does not on the year of a title, which may be the year before, nor on today', async () => {
    expect(await marked(`在2018年全县总结大会上的讲话\n\n${sentence}`)).toEqual([]);
    expect(await marked(sentence)).toEqual([]);
  });

  it('leaves room at the turn of the year', async () => {
    expect(await marked(sentence, '2020-01-10')).toEqual(['warning: 今年（2019年）']);
  });
});

describe("last year's work", () => {
  it.each([
    ['做好2025年的工作，去年的经验要总结好。', '2026-01-08'],
    ['会议强调，要做好2025年各项工作。', '2026-01-08'],
    ['一年来，我们全力做好2025年各项工作，交出了满意的答卷。', '2026-01-08'],
    ['做好2025年各项工作，我强调三点。', '2025-12-20'],
    ['我们要做好2026年各项工作。', '2026-01-08'],
    ['奋力夺取2024年开门红，我们当时憋着一股劲。', '2025-02-10'],
    ['把《关于做好2025年工作的意见》落实好，是当前必须抓紧的事。', '2026-01-08'],
    ['一、工作回顾\n全力做好2025年各项工作，让群众满意。', '2026-01-08'],
  ])('may be told of: %s', async (text, date) => {
    expect(await marked(text, date)).toEqual([]);
  });

  it('is not set on a date that is only guessed', async () => {
    expect(await marked('做好2025年各项工作，我强调三点。')).toEqual([]);
  });

  it.each([
    ['做好2025年的工作，我再强调三点：一要早，二要实，三要廉。', '2026-01-08', '2025年'],
    ['让我们铆足干劲，奋力夺取2024年开门红！', '2025-01-20', '2024年'],
    ['全县上下要铆足干劲，全力抓好2025年各项工作。', '2026-03-02', '2025年'],
  ])('is a year left from an older draft where it is a task: %s', async (text, date, year) => {
    expect(await marked(text, date)).toEqual([`warning: ${year}`]);
  });
});

describe('what a draft tells of its past', () => {
  it('is not held against today', async () => {
    const text =
      '一、工作回顾\n喜迎中国共产党成立104周年，支部办起了书屋。\n二、工作安排\n喜迎中国共产党成立104周年，支部要办书屋。';
    expect(await marked(text, '2026-05-20')).toEqual(['warning: 中国共产党成立104周年']);
  });
});

describe('counts', () => {
  it.each([
    ['105', 105],
    ['７７', 77],
    ['七十七', 77],
    ['一百', 100],
    ['一百零五', 105],
    ['一百一十', 110],
    ['一百二十一', 121],
  ])('reads and writes %s', (written, value) => {
    expect(readCount(written)).toBe(value);
    expect(writeCount(value, written)).toBe(written);
  });

  it.each(['0', '一百五', '百', '几十', '', '一二'])('does not read %j', (written) => {
    expect(readCount(written)).toBeNull();
  });
});

describe('the pack of anniversaries', () => {
  const file = new URL('../../assets/phrases/anniversary.yaml', import.meta.url);
  const read = readPack('anniversary.yaml', parse(readFileSync(file, 'utf8')));
  const anniversaries = read.pack?.anniversaries ?? [];

  it('is sound and has no form twice', () => {
    expect(read.problems).toEqual([]);
    expect(anniversaries.length).toBeGreaterThanOrEqual(90);
    const forms = anniversaries.flatMap((one) => one.forms);
    expect(new Set(forms).size).toBe(forms.length);
  });

  it.each([
    ['party-founding', 105],
    ['prc-founding', 77],
    ['army-founding', 99],
    ['long-march-victory', 90],
    ['teachers-day', 42],
    ['constitution-day', 13],
    ['security-day', 11],
    ['disabled-day', 36],
    ['police-day', 6],
  ])('counts %s in 2026 as %i', (id, count) => {
    const one = anniversaries.find((anniversary) => anniversary.id === id);
    const years = 2026 - Number(one?.from.slice(0, 4));
    expect(one?.unit === '周年' ? years : years + 1).toBe(count);
  });
});
