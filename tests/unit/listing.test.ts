import { describe, expect, it } from 'vitest';
import {
  byKind,
  byPlace,
  type Group,
  listed,
  placeOf,
  stepFrom,
} from '../../entrypoints/sidepanel/listing.ts';
import { certainEdits } from '../../lib/checking/certain-edits.ts';
import { applyEdits } from '../../lib/draft/text-edits.ts';
import { sayIn } from '../../lib/language/language.ts';
import type { Finding } from '../../lib/rules/types.ts';

const text = '甲乙\n一、丙丁\n戊己\n二、丙丁';

function at(words: string, rule: Finding['rule'] = 'outdated-reference', nth = 0): Finding {
  let start = -1;
  for (let times = 0; times <= nth; times++) start = text.indexOf(words, start + 1);
  const end = start + words.length;
  const fixes = [{ label: '改', edits: [{ start, end, text: '新' }] }];
  return { rule, level: 'error', start, end, message: `${words}。`, fixes };
}

const findings = [at('乙'), at('丙', 'numerals'), at('己'), at('丙', 'numerals', 1)];
const items = listed(findings, text);
const words = (group: Group) => [
  group.title,
  ...group.items.map(({ finding }) => text.slice(finding.start, finding.end)),
];
const headings = ['一、丙丁', '二、丙丁'].map((title) => ({
  title,
  start: text.indexOf(title),
  end: text.indexOf(title) + title.length,
}));

describe('the list of the side panel', () => {
  it('keeps a name for each finding while the text before it changes', () => {
    const moved = findings.map((finding) => ({ ...finding, start: finding.start + 2, end: finding.end + 2 }));
    expect(listed(moved, `各位${text}`).map(({ key }) => key)).toEqual(items.map(({ key }) => key));
    expect(new Set(items.map(({ key }) => key)).size).toBe(4);
  });

  it('groups by the headings of the draft, what is before the first one apart', () => {
    expect(byPlace(items, headings, '开头').map(words)).toEqual([
      ['开头', '乙'],
      ['一、丙丁', '丙', '己'],
      ['二、丙丁', '丙'],
    ]);
    expect(byPlace(items, [], '开头').map(words)).toEqual([['', '乙', '丙', '己', '丙']]);
    expect(byPlace([], [], '开头')).toEqual([]);
  });

  it('groups by rule, in order of place within each', () => {
    expect(byKind(items, (rule) => rule).map(words)).toEqual([
      ['outdated-reference', '乙', '己'],
      ['numerals', '丙', '丙'],
    ]);
  });

  it('steps round and round, and stays at its place when what was there has gone', () => {
    const current = (place: number) => ({ draftKey: '', key: items[place]?.key ?? '', at: place });
    expect(stepFrom(items, null, 1)).toBe(0);
    expect(stepFrom(items, null, -1)).toBe(3);
    expect(stepFrom(items, current(3), 1)).toBe(0);
    expect(stepFrom(items, current(0), -1)).toBe(3);
    const without = items.filter((_, place) => place !== 1);
    expect(placeOf(without, current(1))).toBe(-1);
    expect(without[stepFrom(without, current(1), 1)]).toBe(items[2]);
    expect(without[stepFrom(without, current(1), -1)]).toBe(items[0]);
    expect(stepFrom([], current(1), 1)).toBe(-1);
  });
});

describe('certain fixes', () => {
  const say = sayIn('zh');

  it('are the first of each error, with its reason', () => {
    const edits = certainEdits(findings, say);
    expect(applyEdits(text, edits)).toBe('甲新\n一、新丁\n戊新\n二、新丁');
    expect(edits.map(({ reason }) => reason)).toEqual(['乙。', '丙。', '己。', '丙。']);
  });

  it('leave out what is less than certain, what has no fix, and what sets a form for all drafts', () => {
    expect(
      certainEdits(
        [
          { ...at('甲'), level: 'warning' },
          { ...at('乙'), fixes: [] },
          { ...at('己'), fixes: [{ label: '请核对', edits: [] }] },
          { ...at('丁'), fixes: [{ label: '统一', edits: [], style: { arabic: '.' } }, ...at('丁').fixes] },
        ],
        say,
      ),
    ).toEqual([]);
  });

  it('never meet one another, nor what was to be changed before', () => {
    const start = text.indexOf('乙');
    const wide = { ...at('乙'), fixes: [{ label: '改', edits: [{ start: 0, end: start + 1, text: '庚' }] }] };
    expect(certainEdits([wide, at('甲'), at('己')], say).map(({ text: put }) => put)).toEqual(['庚', '新']);
    const insert = { start, end: start, text: '，', reason: '' };
    expect(certainEdits([at('乙')], say, [insert])).toEqual([]);
  });
});
