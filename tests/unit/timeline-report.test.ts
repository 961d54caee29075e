import { describe, expect, it } from 'vitest';
import { createChecker } from '../../lib/checking/checker.ts';
import { loadBuiltInKnowledge } from '../../scripts/load-knowledge.ts';
import { formatExplained, formatTimeline, timelineJson } from '../../scripts/timeline-report.ts';

const day = '2026-11-29';
const text = '同志们：\n要深入学习贯彻党的十九大精神。\n党的十八大以来，县第十三次党代会召开了。';
const { knowledge } = await loadBuiltInKnowledge();
const timeline = createChecker(knowledge).timeline(text, { today: day, date: day });

describe('the list of time-bound mentions', () => {
  it('counts the verdicts and gives each mention a line with its place', () => {
    const [head, ...lines] = formatTimeline(timeline, text).trimEnd().split('\n');
    expect(head).toBe(`按 ${day} 核对，与时间有关的 3 处：须改 1，请核 0，可留 2`);
    expect(lines[0]).toContain('2:8　[须改] meeting　“党的十九大”　2017-10-18—2017-10-24');
    expect(lines[0]).toMatch(/→ 党的二十大$/u);
    expect(lines[1]).toContain('[可留] meeting　“党的十八大');
    expect(lines).toHaveLength(3);
  });

  it('as JSON names the draft, its days and each mention', () => {
    const json = timelineJson({ id: 7 }, timeline, text);
    expect(json).toMatchObject({ id: 7, writtenFor: null, judgedOn: day });
    expect(json.mentions[0]).toEqual({
      kind: 'meeting',
      start: 12,
      end: 17,
      text: '党的十九大',
      from: '2017-10-18',
      to: '2017-10-24',
      presented: 'current',
      verdict: 'change',
      reason: expect.stringContaining('往届'),
      successor: '党的二十大',
    });
  });
});

describe('what decided', () => {
  const explained = (weights = knowledge.weights) =>
    formatExplained(timeline, text, weights).trimEnd().split('\n');

  it('is told of the mentions that their sentence was asked for, with the weight of each feature', () => {
    const [first, second] = explained();
    expect(first).toMatch(
      /^2　提示　“党的十九大”　meeting　当前要求（.+）　\d+\.\d\d　bias=-?\d.* study=-?\d/u,
    );
    expect(second).toMatch(/^3　不提示　“党的十八大”　meeting　历史（以来）/u);
    expect(explained()).toHaveLength(2);
  });

  it('says of a feature that it was never fitted', () => {
    expect(explained([])[0]).toContain('study=未拟合');
  });

  it('adds up to the score', () => {
    const parts = [...(explained()[0] ?? '').matchAll(/=(-?[\d.]+)/gu)].map((match) => Number(match[1]));
    const score = timeline.mentions[0]?.judgement?.score ?? Number.NaN;
    expect(parts.reduce((sum, part) => sum + part, 0)).toBeCloseTo(score, 6);
  });
});
