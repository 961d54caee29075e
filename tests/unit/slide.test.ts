import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../lib/draft/text-edits.ts';
import { slide } from '../../lib/fields/slide.ts';

describe('the view of a long text that is scrolled', () => {
  it('loses lines above and gains lines below', () => {
    expect(slide('一\n二\n三', '二\n三\n四')).toEqual([
      { start: 0, end: 2, text: '' },
      { start: 5, end: 5, text: '\n四' },
    ]);
  });

  it('gains lines above and loses lines below', () => {
    expect(slide('二\n三\n四', '一\n二\n三')).toEqual([
      { start: 0, end: 0, text: '一\n' },
      { start: 3, end: 5, text: '' },
    ]);
  });

  it('leads from any view of a text to any other that shares a line with it', () => {
    const lines = fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 2, maxLength: 12 });
    fc.assert(
      fc.property(lines, fc.array(fc.nat(12), { minLength: 4, maxLength: 4 }), (all, places) => {
        const text = all.map((line) => line.replaceAll('\n', ' '));
        fc.pre(new Set(text).size === text.length);
        const [a = 0, b = 0, c = 0, d = 0] = places.map((place) => Math.min(place, text.length));
        const [from, to, start, end] = [Math.min(a, b), Math.max(a, b), Math.min(c, d), Math.max(c, d)];
        fc.pre(from < to && start < end);
        const before = text.slice(from, to).join('\n');
        const after = text.slice(start, end).join('\n');
        const edits = slide(before, after);
        if (Math.max(from, start) >= Math.min(to, end)) expect(edits).toBeNull();
        else expect(applyEdits(before, edits ?? [])).toBe(after);
      }),
    );
  });

  it('is none where a line that both show was written in', () => {
    expect(slide('一\n二\n三', '一\n二二\n三')).toBeNull();
    expect(slide('一\n\n三', '四\n\n五')).toBeNull();
  });
});
