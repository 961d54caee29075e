import { beforeAll, describe, expect, it } from 'vitest';
import { businessClimate, partyWork, sampleDay, textOf } from '../../entrypoints/welcome/drafts.ts';
import { type Checker, createChecker } from '../../lib/checking/checker.ts';
import { dayInWords } from '../../lib/draft/date-words.ts';
import type { Segmenter } from '../../lib/rules/types.ts';
import { loadBuiltInKnowledge } from '../../scripts/load-knowledge.ts';
import { loadSegmenter } from '../../scripts/load-segmenter.ts';

let checker: Checker;
let segmenter: Segmenter;

beforeAll(async () => {
  const { knowledge } = await loadBuiltInKnowledge();
  checker = createChecker(knowledge);
  segmenter = await loadSegmenter();
});

describe.each([
  ['the speech on party work', partyWork],
  ['the speech on the business climate', businessClimate],
])('%s', (_name, draft) => {
  const text = textOf(draft);

  it('is of a length that one reads', () => {
    expect(text.length).toBeGreaterThan(400);
    expect(text.length).toBeLessThan(750);
  });

  it('names each planted fault by words that stand in it once', () => {
    for (const { text: words } of draft.planted) expect(text.split(words).length, words).toBe(2);
  });

  it.each([sampleDay, '2026-12-31', '2027-06-30', '2028-03-01'])(
    'has every planted fault found on %s, and nothing else',
    (day) => {
      const text = textOf(draft).replace(dayInWords(sampleDay).zh, dayInWords(day).zh);
      const places = draft.planted.map((fault) => ({ ...fault, start: text.indexOf(fault.text) }));
      const { findings, asOf } = checker.check(text, { today: day, segmenter });
      expect(asOf).toMatchObject({ date: day, from: 'draft', old: false });
      const found = findings.map(({ rule, start, end }) => ({
        rule,
        start,
        end,
        words: text.slice(start, end),
      }));
      const inside = (
        finding: { rule: string; start: number; end: number },
        place: (typeof places)[number],
      ) =>
        finding.rule === place.rule &&
        finding.start < place.start + place.text.length &&
        finding.end > place.start;
      const missed = places.filter((place) => !found.some((finding) => inside(finding, place)));
      const besides = found.filter((finding) => !places.some((place) => inside(finding, place)));
      expect({ missed, besides }).toEqual({ missed: [], besides: [] });
      expect(found.length).toBe(places.length);
    },
  );
});
