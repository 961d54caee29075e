import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { movedNumbers } from '../../lib/draft/moved-numbers.ts';
import { applyEdits } from '../../lib/draft/text-edits.ts';
import type { Edit, NumberedItem } from '../../lib/draft/types.ts';

const lines = ['题目', '甲甲', '乙乙', '丙丙'];
const text = lines.join('\n');
const items: NumberedItem[] = ['甲甲', '乙乙', '丙丙'].map((words, index) => {
  const start = text.indexOf(words);
  return { start, end: start + words.length, depth: 0, value: index + 1, label: `${index + 1}.` };
});
/** The words of the items that are left, by value. */
const after = (...edits: Edit[]) => {
  const changed = applyEdits(text, edits);
  return movedNumbers(text, items, edits).map(
    ({ start, end, value }) => `${value} ${changed.slice(start, end)}`,
  );
};
const at = (start: number, end: number, put: string): Edit => ({ start, end, text: put });

describe('computed numbers after edits', () => {
  it.each<[string, Edit[], string[]]>([
    ['none', [], ['1 甲甲', '2 乙乙', '3 丙丙']],
    ['before all', [at(0, 1, '大标')], ['1 甲甲', '2 乙乙', '3 丙丙']],
    ['within one', [at(7, 7, '丁')], ['1 甲甲', '2 乙丁乙', '3 丙丙']],
    ['of all words of one', [at(6, 8, '新')], ['1 甲甲', '2 新', '3 丙丙']],
    ['that empties one', [at(6, 8, '')], ['1 甲甲', '2 ', '3 丙丙']],
    ['at its beginning', [at(6, 6, '首')], ['1 甲甲', '2 首乙乙', '3 丙丙']],
    ['at its end', [at(8, 8, '尾')], ['1 甲甲', '2 乙乙尾', '3 丙丙']],
    ['of a new line before it', [at(6, 6, '插入\n')], ['1 甲甲', '2 乙乙', '3 丙丙']],
    ['that joins it to the line before', [at(5, 6, '')], ['1 甲甲', '3 丙丙']],
    ['in several', [at(3, 4, '一'), at(10, 11, '二二')], ['1 一甲', '2 乙乙', '3 丙二二']],
  ])('%s', (_name, edits, expected) => {
    expect(after(...edits)).toEqual(expected);
  });

  it('stay at the beginnings of their lines, whatever is changed within lines', () => {
    const word = fc.string({ unit: fc.constantFrom('甲', '新', '。'), maxLength: 3 });
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(3), fc.nat(2), fc.nat(2), word), { maxLength: 4 }), (drawn) => {
        const edits: Edit[] = [];
        for (const [line, from, to, put] of drawn.sort((a, b) => a[0] - b[0])) {
          const start = line * 3 + Math.min(from, to);
          if (start >= (edits.at(-1)?.end ?? -1) + 1)
            edits.push(at(start, line * 3 + Math.max(from, to), put));
        }
        const changed = applyEdits(text, edits).split('\n');
        const shown = movedNumbers(text, items, edits).map(({ start, end }) =>
          applyEdits(text, edits).slice(start, end),
        );
        expect(shown).toEqual(changed.slice(1));
      }),
    );
  });
});
