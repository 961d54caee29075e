import { describe, expect, it } from 'vitest';
import { findingsOf, folded, unfolded, wordsOf } from '../../entrypoints/sidepanel/alike.ts';
import { byPlace, listed } from '../../entrypoints/sidepanel/listing.ts';
import type { Finding } from '../../lib/rules/types.ts';

describe('findings that are alike', () => {
  const draft = '请**同志，***书记，\n一、****，**\n**和工商局';
  const listOf = (pattern: RegExp, rule: Finding['rule'], label = ''): Finding[] =>
    [...draft.matchAll(pattern)].map(({ 0: { length }, index }) => ({
      ...{ rule, level: 'hint', message: `${index}`, start: index, end: index + length },
      fixes: label === '' ? [] : [{ label, edits: [{ start: index, end: index + length, text: '新' }] }],
    }));
  const blanks = listOf(/\*+/gu, 'placeholder');
  const bureau = listOf(/工商局/gu, 'outdated-reference', '改');
  const all = listed([...blanks, ...bureau], draft);

  it('are one stop where the first of them stands, blanks of every length together', () => {
    const stops = folded(all, draft);
    expect(stops.map(({ finding }) => finding)).toEqual([blanks[0], bureau[0]]);
    expect(findingsOf(stops.slice(0, 1))).toEqual(blanks);
    expect(findingsOf(stops)).toHaveLength(6);
    expect(wordsOf(stops[0]?.alike ?? [], draft)).toEqual(['**', '***', '****']);
  });

  it('stay apart where they are fewer than four, ask, or are put right in different ways', () => {
    expect(folded(all.slice(0, 3), draft)).toEqual(all.slice(0, 3));
    const same = (change: (at: number) => Partial<Finding>) =>
      listed(
        [0, 1, 2, 3].map((at) => ({ ...(bureau[0] as Finding), ...change(at) })),
        draft,
      );
    expect(
      folded(
        same(() => ({})),
        draft,
      ),
    ).toHaveLength(1);
    expect(
      folded(
        same(() => ({ asks: 'judged-on' })),
        draft,
      ),
    ).toHaveLength(4);
    expect(
      folded(
        same((at) => ({ fixes: [{ label: `${at}`, edits: [] }] })),
        draft,
      ),
    ).toHaveLength(4);
  });

  it('keep their key while the text around them changes, and stand under their card when unfolded', () => {
    const [card] = folded(all, draft);
    const moved = blanks.map((one) => ({ ...one, start: one.start + 2, end: one.end + 2 }));
    expect(folded(listed(moved, `各位${draft}`), `各位${draft}`)[0]?.key).toBe(card?.key);
    const groups = byPlace(folded(all, draft), [{ title: '一、', start: 11, end: 13 }], '开头');
    const shown = unfolded(groups, new Set([card?.key ?? '']));
    expect(shown.map(({ items }) => items.map(({ finding }) => finding))).toEqual([blanks, bureau]);
    expect(shown[0]?.items.map(({ under }) => under?.first)).toEqual([true, false, false, false, false]);
    expect(unfolded(groups, new Set())).toEqual(groups);
  });
});
