import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { businessClimate, partyWork, textOf } from '../../entrypoints/welcome/drafts.ts';
import { type Checker, createChecker } from '../../lib/checker.ts';
import { createSegmenter } from '../../lib/phrases/segmenter.ts';
import type { Segmenter } from '../../lib/rules/types.ts';
import { loadBuiltInKnowledge } from '../../scripts/load-knowledge.ts';
import { segmenterProgram } from '../../scripts/pack-assets.ts';

let checker: Checker;
let segmenter: Segmenter;

beforeAll(async () => {
  const { knowledge } = await loadBuiltInKnowledge();
  checker = createChecker(knowledge);
  segmenter = await createSegmenter(await readFile(segmenterProgram()));
});

describe.each([
  ['the speech on party work', partyWork],
  ['the speech on the business climate', businessClimate],
])('%s', (_name, draft) => {
  const text = textOf(draft);
  const places = draft.planted.map((fault) => ({ ...fault, start: text.indexOf(fault.text) }));

  it('is of a length that one reads', () => {
    expect(text.length).toBeGreaterThan(400);
    expect(text.length).toBeLessThan(750);
  });

  it('names each planted fault by words that stand in it once', () => {
    for (const { text: words } of draft.planted) expect(text.split(words).length, words).toBe(2);
  });

  it('has every planted fault found, and nothing else', () => {
    const { findings } = checker.check(text, { today: '2026-11-20', segmenter });
    const found = findings.map(({ rule, start, end }) => ({
      rule,
      start,
      end,
      words: text.slice(start, end),
    }));
    const inside = (finding: { rule: string; start: number; end: number }, place: (typeof places)[number]) =>
      finding.rule === place.rule &&
      finding.start < place.start + place.text.length &&
      finding.end > place.start;
    const missed = places.filter((place) => !found.some((finding) => inside(finding, place)));
    const besides = found.filter((finding) => !places.some((place) => inside(finding, place)));
    expect({ missed, besides }).toEqual({ missed: [], besides: [] });
    expect(found.length).toBe(places.length);
  });
});
