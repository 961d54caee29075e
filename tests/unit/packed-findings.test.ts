import { describe, expect, it } from 'vitest';
import { placedIn } from '../../entrypoints/writing/found-in-text.ts';
import { createChecker } from '../../lib/checking/checker.ts';
import { changed, type Found } from '../../lib/checking/found.ts';
import { changeOf, foundIn } from '../../lib/checking/found-in-check.ts';
import { packFindings, unpackFindings } from '../../lib/checking/packed-findings.ts';
import { loadBuiltInKnowledge } from '../../scripts/load-knowledge.ts';

const { knowledge } = await loadBuiltInKnowledge();
const checker = createChecker(knowledge);
const options = { today: '2026-11-20' };
const line = '要深入学习贯彻党的十九大精神,抓好“十三五”时期重点任务。';
const lines = [`一、提高认识`, line, `三、狠抓落实`, ...Array.from({ length: 200 }, () => line)];
const text = lines.join('\n');
const foundOf = (draft: string): Found => {
  const { found, paragraphs } = checker.judge(draft, options);
  return foundIn(found, paragraphs, 'zh');
};
/** As it arrives in the page. */
const sent = <T>(value: T): T => JSON.parse(JSON.stringify(value));

describe('findings on their way to a page', () => {
  const { findings } = checker.check(text, options);
  const packed = packFindings([findings]);

  it('come out as they went in', () => {
    expect(findings.length).toBeGreaterThan(400);
    expect(unpackFindings(sent(packed))).toEqual([findings]);
    expect(unpackFindings(packFindings([[], []]))).toEqual([[], []]);
  });

  it('say the same thing once', () => {
    expect(packed.distinct.length).toBeLessThan(10);
    expect(JSON.stringify(packed).length * 20).toBeLessThan(JSON.stringify(findings).length);
  });

  it('are an object of its own at each place', () => {
    const [same] = unpackFindings(
      packFindings([[{ ...findings[0], start: 0 } as (typeof findings)[number]]]),
    );
    const [two = [], three = []] = unpackFindings(packFindings([same ?? [], same ?? []]));
    expect(two).toEqual(three);
    expect(two[0]).not.toBe(three[0]);
  });
});

describe('findings by paragraphs', () => {
  it('are those of a check, at the same places', () => {
    const { findings } = checker.check(text, options);
    expect(placedIn(text, changed(null, sent(changeOf(null, foundOf(text)))))).toEqual(findings);
  });

  it.each([
    ['a word', text.replace('抓好', '抓实')],
    ['a line', text.replace(`${line}\n`, `同志们：\n${line}\n`)],
    ['two lines away', lines.slice(2).join('\n')],
    ['the order', [...lines].reverse().join('\n')],
    ['all', '要深入学习贯彻党的十九大精神。'],
    ['nothing', text],
  ])('that change with %s are sent as the change, and come out as those of a whole check', (_, next) => {
    const before = foundOf(text);
    const change = changeOf(before, foundOf(next));
    expect(placedIn(next, changed(before, sent(change)))).toEqual(checker.check(next, options).findings);
    if (next === text) expect(change.packed.lists.length).toBe(1);
  });

  it('are sent for the one paragraph that has changed', () => {
    const before = foundOf(text);
    const at = 100;
    const next = lines.with(at, `稿${line}`).join('\n');
    const { from, count, packed } = changeOf(before, foundOf(next));
    expect([from, count, packed.lists.length]).toEqual([at, 1, 2]);
  });
});
