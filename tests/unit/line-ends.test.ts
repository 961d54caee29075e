import { describe, expect, it } from 'vitest';
import { nothingFound } from '../../entrypoints/writing/found-in-text.ts';
import { parseDraft } from '../../lib/draft/draft.ts';
import { lineStarts, withLineEnds } from '../../lib/draft/line-ends.ts';
import { headingNumbering } from '../../lib/rules/heading-numbering.ts';
import { editedRaw, withPlainEnds } from '../../lib/text-file/line-ends.ts';
import { judgeContext } from './numbering-context.ts';

const sentence = '我们要抓好落实，推动各项工作取得新成效。';

describe('other ends of lines', () => {
  it.each([
    ['a manual break', '\v'],
    ['a line separator', '\u2028'],
    ['a paragraph separator', '\u2029'],
    ['a carriage return alone', '\r'],
    ['both', '\r\n'],
  ])('%s parts the headings of a text', (_name, end) => {
    const text = ['一、提高认识', sentence, '二、突出重点', sentence, '四、加强领导', sentence].join(end);
    const found = headingNumbering.check(judgeContext(text));
    expect(found.map(({ level, start, end: to }) => `${level} ${text.slice(start, to)}`)).toEqual([
      'error 四、',
    ]);
    expect(parseDraft(text).paragraphs.map((one) => text.slice(one.start, one.end))).toEqual(text.split(end));
  });
});

describe('the lines of a page and of the background', () => {
  it.each(['甲\n乙', '甲\v乙\u2028丙', '甲\r乙\r\n丙', '\v\v', ''])('are the same: %j', (text) => {
    expect(lineStarts(text)).toEqual(parseDraft(text).paragraphs.map(({ start }) => start));
    expect(nothingFound(text).paragraphs).toHaveLength(parseDraft(text).paragraphs.length);
    expect(withLineEnds(text)).toHaveLength(text.length);
  });
});

describe('manual breaks in a text file', () => {
  it('end lines on the desk, and stay in the file as they were', () => {
    const raw = '一、甲\v三、乙\u2028完\r\n尾';
    expect(withPlainEnds(raw)).toBe('一、甲\n三、乙\n完\n尾');
    expect(editedRaw(raw, [])).toBe(raw);
    expect(
      editedRaw(raw, [
        { start: 4, end: 5, text: '二' },
        { start: 10, end: 11, text: '终' },
      ]),
    ).toBe('一、甲\v二、乙\u2028完\r\n终');
  });
});
