import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../lib/draft/text-edits.ts';
import type { Edit } from '../../lib/draft/types.ts';
import { withinNodes } from '../../lib/fields/editor-edits.ts';
import { carriedTo, writtenByOthers } from '../../lib/fields/others-writing.ts';

const before = ['同志们：', '市工商局要牵头。', '请各单位抓好落实。', '市环保局要配合。', '谢谢大家。'].join(
  '\n',
);
const replace = (words: string, by: string, text = before): Edit => {
  const start = text.indexOf(words);
  return { start, end: start + words.length, text: by };
};
const one = [replace('工商局', '市场监管局')];
const two = [...one, replace('环保局', '生态环境局')];

describe('what others write while a fix is made', () => {
  it.each([
    ['in front of it', '同志们', '同志们、朋友们'],
    ['behind it', '谢谢大家。', '谢谢大家！完'],
    ['as a new paragraph', '谢谢大家。', '谢谢大家。\n散会。'],
    ['as a paragraph above', '同志们：', '讲话稿\n同志们：'],
    ['by deleting a paragraph', '同志们：\n', ''],
    ['between two fixes', '请各单位', '请各部门、各单位'],
    ['with the very words of the fix', '请各单位', '请市场监管局'],
    ['by an empty line', '抓好落实。', '抓好落实。\n'],
  ])('leaves it right: %s', (_, words, by) => {
    for (const edits of [one, two]) {
      const wanted = applyEdits(before, edits);
      const after = wanted.replace(words, by);
      const others = writtenByOthers(wanted, after, edits);
      expect(others).not.toBeNull();
      expect(applyEdits(wanted, others ?? [])).toBe(after);
    }
  });

  it('leaves two fixes right where others write above, between and below at once', () => {
    const wanted = applyEdits(before, two);
    const after = wanted.replace('同志们', '各位同志').replace('抓好', '抓紧').replace('谢谢', '感谢');
    const others = writtenByOthers(wanted, after, two);
    expect(others).toHaveLength(3);
    expect(applyEdits(wanted, others ?? [])).toBe(after);
  });

  it.each([
    ['nothing was entered', before],
    ['the words came twice', applyEdits(before, one).replace('市场监管局', '市场监管局市场监管局')],
    ['the old words stayed', applyEdits(before, one).replace('市场监管局', '市场监管局工商局')],
    ['its paragraph was joined with the next', applyEdits(before, one).replace('牵头。\n', '牵头。')],
    ['its paragraph was broken', applyEdits(before, one).replace('要牵头', '\n要牵头')],
    ['a part of it was lost', applyEdits(before, one).replace('要牵头', '牵头')],
    ['the field is empty', ''],
  ])('is not taken for what an editor does wrong: %s', (_, after) => {
    expect(writtenByOthers(applyEdits(before, one), after, one)).toBeNull();
  });

  it('is nothing where the text is as wanted, and is found beside a line that a fix has emptied', () => {
    const wanted = applyEdits(before, one);
    expect(writtenByOthers(wanted, wanted, one)).toEqual([]);
    const gone = [{ start: 0, end: 4, text: '' }];
    expect(writtenByOthers('\n散会。', '\n散会吧。', gone)).toHaveLength(1);
  });

  it('moves an edit that is still to be made, unless it is in its place', () => {
    const edit = replace('环保局', '生态环境局');
    const above = before.replace('同志们', '各位同志、朋友们');
    expect(carriedTo(before, above, edit)).toEqual(replace('环保局', '生态环境局', above));
    expect(carriedTo(before, before.replace('谢谢', '感谢'), edit)).toEqual(edit);
    const around = above.replace('谢谢', '感谢');
    expect(carriedTo(before, around, edit)).toEqual(replace('环保局', '生态环境局', around));
    expect(carriedTo(before, `${around}\n市环保局要配合。`, edit)).toBeNull();
    expect(carriedTo(before, before.replace('环保局', '环境保护局'), edit)).toBeNull();
    expect(carriedTo(before, '', edit)).toBeNull();
  });
});

describe('an edit over several nodes', () => {
  const node = {} as Node;
  const segments = [0, 5, 9].map((start) => ({ node, at: 0, start, length: 4 }));

  it('becomes one in each, and the first has the words', () => {
    expect(withinNodes({ segments }, { start: 3, end: 10, text: '二十' })).toEqual([
      { start: 3, end: 5, text: '二十' },
      { start: 5, end: 9, text: '' },
      { start: 9, end: 10, text: '' },
    ]);
  });

  it('stays one within a node', () => {
    for (const edit of [
      { start: 5, end: 9, text: '二十' },
      { start: 6, end: 6, text: '二' },
    ])
      expect(withinNodes({ segments }, edit)).toEqual([edit]);
  });
});
