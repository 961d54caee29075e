import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createChecker } from '../../lib/checking/checker.ts';
import { rules } from '../../lib/rules/index.ts';
import { loadBuiltInKnowledge } from '../../scripts/load-knowledge.ts';

const { knowledge } = await loadBuiltInKnowledge([]);
const checker = createChecker(knowledge);
vi.mock('wxt/browser', () => ({ browser: { storage: { local: { get: async () => ({}) } } } }));
vi.mock('../../entrypoints/background/phrases.ts', () => ({
  opened: async () => ({ checker, phrases: { knowledge } }),
}));
vi.mock('../../entrypoints/background/prose.ts', () => ({
  loadProse: async () => null,
  proseNow: () => null,
}));
vi.mock('../../entrypoints/background/segmenter.ts', () => ({
  segmenterNow: () => null,
  segmenterInUse: async () => null,
  loadSegmenter: async () => null,
}));
const { check } = await import('../../entrypoints/background/check.ts');

const options = { today: '2026-11-20' };
const fault = '要深入学习贯彻党的十九大精神。';
const lines = (count: number) =>
  Array.from({ length: count }, (_, at) => `第${at}行，${fault}一，二，三，四，五。`).join('\n');
/** Over 20,000 characters, with marks of Markdown and unseen characters, so that each layer is in use. */
const long = `${lines(1_500)}\n\u200b**重点**学习\n一、学\n三、学\n《学`;
const hostile = '其次，工商局、《'.repeat(3_000);
const tab = (tabId: number) => ({ frame: { tabId, frameId: 0 } });
const request = (text: string, stage: 'early' | 'decided') => ({
  text,
  complete: true,
  draftKey: 'k',
  stage,
});

describe('a draft that is judged piece by piece', () => {
  it('comes to the same', () => {
    const pieces = createChecker(knowledge).piecewise.judge(long, options);
    let step = pieces.next();
    while (step.done !== true) step = pieces.next();
    expect(step.value).toEqual(createChecker(knowledge).judge(long, options));
    expect(step.value.isPartial).toBeUndefined();
  });

  it('tells at each piece what is known: marks only in paragraphs that are judged', () => {
    const whole = createChecker(knowledge).judge(long, options);
    let waiting = Number.POSITIVE_INFINITY;
    let pieces = 0;
    for (const known of createChecker(knowledge).piecewise.judge(long, options)) {
      pieces++;
      const { found, undecided, isPartial } = known();
      expect(isPartial).toBe(true);
      expect(undecided.length).toBeLessThanOrEqual(waiting);
      waiting = undecided.length;
      const starts = new Set(undecided.map(({ start }) => start));
      const inWaiting = found.filter(
        (one) => one.paragraph !== null && starts.has(one.start - one.finding.start),
      );
      expect(inWaiting).toEqual([]);
      if (waiting > 0) expect(found.length).toBeLessThan(whole.found.length);
    }
    expect(waiting).toBe(0);
    expect(pieces).toBeGreaterThan(rules.length);
  });

  it('has no piece in which a rule reads more than a piece of the draft', () => {
    const read: number[] = [];
    const ofParagraphs = rules.filter((rule) => rule.scope === 'paragraph');
    const spies = ofParagraphs.map((rule) =>
      vi.spyOn(rule, 'check').mockImplementation(({ text }) => {
        read[read.length - 1] = (read.at(-1) ?? 0) + text.length;
        return [];
      }),
    );
    for (const _ of createChecker(knowledge).piecewise.judge(long, options)) read.push(0);
    for (const spy of spies) spy.mockRestore();
    expect(Math.max(...read)).toBeGreaterThan(10_000);
    expect(Math.max(...read)).toBeLessThan(20_100);
  });

  it('has a timeline and a count of another day that come to the same', () => {
    const end = <R>(pieces: Generator<unknown, R, void>): { result: R; pieces: number } => {
      for (let count = 0; ; count++) {
        const step = pieces.next();
        if (step.done === true) return { result: step.value, pieces: count };
      }
    };
    const { timeline, countOn } = createChecker(knowledge).piecewise;
    const listed = end(timeline(long, options));
    expect(listed.result).toEqual(createChecker(knowledge).timeline(long, options));
    expect(listed.result.mentions.length).toBe(1_500);
    const counted = end(countOn(long, options, '2020-01-01'));
    expect(counted.result).toEqual(createChecker(knowledge).countOn(long, options, '2020-01-01'));
    expect([listed, counted].every(({ pieces }) => pieces > 2)).toBe(true);
  });
});

describe('a worker with a draft that takes long', () => {
  /** Each look at the clock finds it 20 ms later: some look comes behind each piece. */
  let now = 0;
  beforeEach(() => {
    vi.spyOn(performance, 'now').mockImplementation(() => (now += 20));
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it('answers another tab between two pieces', async () => {
    let isLongDone = false;
    const first = check(request(`${hostile}\n${hostile}！\n${hostile}？`, 'decided'), tab(1)).then(
      (answer) => {
        isLongDone = true;
        return answer;
      },
    );
    const other = await check(request(fault, 'early'), tab(2));
    expect(other).toMatchObject({ stage: 'decided' });
    expect(isLongDone).toBe(false);
    expect(await first).toMatchObject({ stage: 'decided' });
  });

  it('answers early with what is known once the budget is used up, and the rest when it is asked again', async () => {
    const early = await check(request(long, 'early'), tab(1));
    expect(early).toMatchObject({ stage: 'early', isPartial: true });
    if (!('undecided' in early)) throw new Error('It came with an answer.');
    expect(early.undecided.length).toBeGreaterThan(10);
    const decided = await check(request(long, 'decided'), tab(1));
    expect(decided).toMatchObject({ stage: 'decided' });
    expect('undecided' in decided).toBe(false);
  });

  it('ends a check when a newer one of the same field comes, but not for one of another tab', async () => {
    const older = check(request(hostile, 'decided'), tab(1));
    const other = check(request(long, 'decided'), tab(2));
    const newer = check(request(fault, 'decided'), tab(1));
    const answers = await Promise.all([older, other, newer]);
    expect(answers.map((answer) => 'stage' in answer && answer.stage)).toEqual([
      'text-wanted',
      'decided',
      'decided',
    ]);
  });
});
