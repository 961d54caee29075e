import { describe, expect, it } from 'vitest';
import { editsOfKind } from '../../lib/checking/certain-edits.ts';
import { sayIn } from '../../lib/language/language.ts';
import type { Finding } from '../../lib/rules/types.ts';

const text = '甲乙\n一、丙丁\n戊己\n二、庚辛';

function at(words: string, rule: Finding['rule'] = 'numerals'): Finding {
  const start = text.indexOf(words);
  const end = start + words.length;
  const fixes = [{ label: '改', edits: [{ start, end, text: '新' }] }];
  return { rule, level: 'error', start, end, message: `${words}。`, fixes };
}

describe('findings of one kind, changed together', () => {
  const say = sayIn('zh');
  const changed = (...given: Finding[]) => editsOfKind(given, say).map(({ start }) => text.charAt(start));
  const warning = (words: string, rule: Finding['rule']): Finding => ({
    ...at(words, rule),
    level: 'warning',
  });

  it('are those of every level, from two on', () => {
    expect(changed(warning('乙', 'numerals'), at('己', 'numerals'))).toEqual(['乙', '己']);
    expect(changed(warning('乙', 'numerals'))).toEqual([]);
    expect(changed(at('乙', 'numerals'), { ...at('己', 'numerals'), fixes: [] })).toEqual([]);
  });

  it('are certain ones only, where a warning depends on what the author means', () => {
    for (const rule of ['outdated-reference', 'draft-date'] as const) {
      expect(changed(at('乙', rule), warning('丙', rule), at('己', rule))).toEqual(['乙', '己']);
      expect(changed(at('乙', rule), warning('丙', rule))).toEqual([]);
    }
  });

  it('set no form for all drafts, and never meet one another', () => {
    const style = {
      ...at('丁'),
      fixes: [{ label: '统一', edits: at('丁').fixes[0]?.edits ?? [], style: {} }],
    };
    expect(changed(at('乙'), style)).toEqual([]);
    expect(changed(at('乙'), at('乙'))).toEqual([]);
  });
});
