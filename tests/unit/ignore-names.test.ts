import { afterEach, describe, expect, it } from 'vitest';
import { ignoredInWords, ignoreNames, quoted } from '../../components/ignore-names.ts';
import { language } from '../../components/say.ts';

afterEach(() => {
  language.value = 'zh';
});

describe('the ways of ignoring', () => {
  it('have one name each, in both languages', () => {
    expect({ ...ignoreNames }).toEqual({ here: '忽略此处', draft: '本稿忽略', always: '每篇忽略' });
    language.value = 'en';
    expect({ ...ignoreNames }).toEqual({
      here: 'Ignore here',
      draft: 'Ignore in this draft',
      always: 'Ignore everywhere',
    });
  });

  it('are told with the words, whose own quotation marks become single ones', () => {
    expect(quoted('增强“两个维护”')).toBe('“增强‘两个维护’”');
    expect(ignoredInWords('draft', '工商局')).toBe('本稿不再提示“工商局”。');
    expect(ignoredInWords('always', '工商局')).toBe('各篇都不再提示“工商局”。');
  });
});
