import { describe, expect, it } from 'vitest';
import { atom, offsetOf, pointAt, rangeOf, readTextMap } from '../../lib/fields/text-map.ts';
import { editorOf, pageOf, type TestPage } from './dom.ts';

const read = ({ editor }: TestPage, gap?: string) => readTextMap(editor, gap);
const textOf = (inner: string) => read(editorOf(inner)).text;

describe('the text of an editor', () => {
  it.each([
    ['paragraphs', '<p>一</p><p>二</p>', '一\n二'],
    ['one paragraph in several blocks', '<div><div><p>一</p></div></div><p>二</p>', '一\n二'],
    ['words beside a block', '一<p>二</p>三', '一\n二\n三'],
    ['formatted runs', '<p>一<b>二</b><i><u>三</u></i>四</p>', '一二三四'],
    ['a break', '<p>一<br>二</p>', '一\n二'],
    ['a break at the end, which only holds the line open', '<p>一<br></p><p>二</p>', '一\n二'],
    ['two breaks', '<p>一<br><br>二</p>', '一\n\n二'],
    ['an empty line', '<p>一</p><p><br></p><p>二</p>', '一\n\n二'],
    ['an empty block without a break, which has no line', '<p>一</p><p></p><p>二</p>', '一\n二'],
    ['white space that collapses', '<p>一  \n 二</p>', '一 二'],
    ['white space at both ends of a line', '<p>  一 </p>\n <p> 二  </p>', '一\n二'],
    ['white space between runs', '<p>一<b> 二</b> <i>三</i></p>', '一 二 三'],
    ['no-break spaces', '<p>一\u00a0二</p>', '一 二'],
    ['characters of no width', '<p>\ufeff一\u200b二\u2060</p>', '一二'],
    ['a preformatted block', '<pre>一  二\n三\n</pre>', '一  二\n三'],
    ['an image', '<p>一<img>二</p>', `一${atom}二`],
    [
      'the image that ProseMirror holds a caret with',
      '<p>一<img class="ProseMirror-separator"><br></p>',
      '一',
    ],
    ['scripts and hidden parts', '<p>一<script>x</script><span hidden>y</span></p>', '一'],
    ['TinyMCE’s own props', '<p>一</p><p data-mce-bogus="all">x</p>', '一'],
    [
      'the marks of Markdown that Vditor hides',
      '<p>一<b><span class="vditor-ir__marker">**</span><strong>二</strong><span class="vditor-ir__marker">**</span></b></p>',
      '一二',
    ],
    ['wangEditor’s marks of lists', '<p><span data-w-e-reserve="">•</span>一</p>', '一'],
    [
      'a mention that cannot be edited',
      '<p>一<span contenteditable="false">@张三</span>二</p>',
      `一${atom}二`,
    ],
    ['a part that cannot be edited', '<p>一</p><div contenteditable="false">图</div><p>二</p>', '一\n二'],
    [
      'an editable cell within it',
      '<p>一</p><div contenteditable="false">x<div contenteditable="true">格</div>y</div><p>二</p>',
      '一\n格\n二',
    ],
    [
      'a placeholder that is laid over the line',
      '<p>一<span contenteditable="false" style="position: absolute">请输入</span></p>',
      '一',
    ],
    [
      'an unknown element that is a block',
      '<x-a style="display: block">一</x-a><x-a style="display: block">二</x-a>',
      '一\n二',
    ],
    ['an unknown element that is none', '<p><custom-inline>一</custom-inline>二</p>', '一二'],
    ['nothing', '', ''],
  ])('is read with %s', (_name, inner, text) => {
    expect(textOf(inner)).toBe(text);
  });

  it('keeps white space where the page does', () => {
    const page = pageOf(
      '<div id="editor" contenteditable="true" style="white-space: pre-wrap"><p>一  二\n三\n</p></div>',
    );
    expect(read(page).text).toBe('一  二\n三');
  });

  it('is the longest run of children without a gap, the first of two that are as long', () => {
    const page = editorOf(
      '<p>一</p><div class="gap"></div><p>二</p><p>三</p><div class="gap"></div><p>四</p><p>五</p>',
    );
    expect(read(page, '.gap').text).toBe('二\n三');
    expect(read(page).text).toBe('一\n二\n三\n四\n五');
  });

  it('of an element that cannot be edited as a whole is that of its editable parts', () => {
    const page = pageOf(
      '<div id="editor">x<p contenteditable="true">一</p><p contenteditable="true">二</p></div>',
    );
    expect(read(page).text).toBe('一\n二');
  });

  it('notes the items of a list that are numbered, an outer one before its inner ones', () => {
    const page = editorOf(
      '<p>前</p><ol start="3"><li>甲<ol><li>子</li></ol></li><li></li><li>乙</li></ol><ul><li>丙</li></ul>',
    );
    const { text, listItems } = read(page);
    expect(text).toBe('前\n甲\n子\n乙\n丙');
    expect(listItems.map(({ start, end, value, depth }) => [text.slice(start, end), value, depth])).toEqual([
      ['甲\n子', 3, 0],
      ['子', 1, 1],
      ['乙', 5, 0],
    ]);
  });
});

describe('a place of the text', () => {
  const page = editorOf('<p>一二<b>三四</b></p><p>五</p>');
  const map = read(page);
  const at = (offset: number, side: 'start' | 'end') => {
    const point = pointAt(map, offset, side);
    return point === null ? null : [(point.node as Text).data, point.offset];
  };

  it('between two nodes is that of the node which is meant', () => {
    expect(at(2, 'start')).toEqual(['三四', 0]);
    expect(at(2, 'end')).toEqual(['一二', 2]);
  });

  it('at the beginning of a line is in that line on either side', () => {
    expect(at(5, 'start')).toEqual(['五', 0]);
    expect(at(5, 'end')).toEqual(['五', 0]);
  });

  it('at either end of the text is in it, and so is one beyond', () => {
    expect(at(0, 'start')).toEqual(['一二', 0]);
    expect(at(0, 'end')).toEqual(['一二', 0]);
    expect(at(6, 'end')).toEqual(['五', 1]);
    expect(at(99, 'end')).toEqual(['五', 1]);
  });

  it('is nowhere in an empty text', () => {
    expect(pointAt(read(editorOf('')), 0, 'start')).toBeNull();
    expect(rangeOf(read(editorOf('')), 0, 0)).toBeNull();
  });

  it('in an empty line is before its break', () => {
    const empty = editorOf('<p>一</p><p><br></p>');
    const point = pointAt(read(empty), 2, 'start');
    expect([point?.node.nodeName, point?.offset]).toEqual(['P', 0]);
  });

  it('behind dropped characters stands behind them', () => {
    const zero = editorOf('<p>\ufeff一\u200b二</p>');
    expect(pointAt(read(zero), 0, 'start')?.offset).toBe(1);
    expect(pointAt(read(zero), 1, 'start')?.offset).toBe(3);
    expect(pointAt(read(zero), 1, 'end')?.offset).toBe(2);
  });
});

/** Where a range begins and ends: words of its node, and offset. */
function ends(range: Range | null) {
  if (range === null) return null;
  const { startContainer, startOffset, endContainer, endOffset } = range;
  return [startContainer.textContent, startOffset, endContainer.textContent, endOffset];
}

describe('the range of a span', () => {
  it('stands around its words and no others', () => {
    expect(ends(rangeOf(read(editorOf('<p>一二<b>三四</b>五</p>')), 2, 4))).toEqual(['三四', 0, '三四', 2]);
  });

  it('of nothing is one place, behind the words before it', () => {
    expect(ends(rangeOf(read(editorOf('<p>一二<b>三四</b></p>')), 2, 2))).toEqual(['一二', 2, '一二', 2]);
  });

  it('is the known one where that stands there, and another where not', () => {
    const map = read(editorOf('<p>一二三</p>'));
    const known = rangeOf(map, 0, 2) ?? undefined;
    expect(rangeOf(map, 0, 2, known)).toBe(known);
    expect(rangeOf(map, 0, 3, known)).not.toBe(known);
  });

  it('is none once the editor has shortened the node', () => {
    const page = editorOf('<p>一二三</p>');
    const map = read(page);
    page.textNode('一二三').data = '一';
    expect(rangeOf(map, 1, 3)).toBeNull();
  });
});

describe('the offset of a place in the DOM', () => {
  const page = editorOf('<p>一二<b>三四</b></p><p>五\ufeff六</p>');
  const map = read(page);

  it('is that of the text for every place in a text node', () => {
    for (let offset = 0; offset <= 7; offset++)
      for (const side of ['start', 'end'] as const) {
        const point = pointAt(map, offset, side);
        expect(point === null ? null : offsetOf(map, point.node, point.offset), `${offset} ${side}`).toBe(
          offset,
        );
      }
  });

  it('of an element is that of its child', () => {
    const [first, second] = page.editor.children;
    expect(first && offsetOf(map, first, 0)).toBe(0);
    expect(first && offsetOf(map, first, 1)).toBe(2);
    expect(first && offsetOf(map, first, 2)).toBe(4);
    expect(second && offsetOf(map, second, 0)).toBe(5);
    expect(offsetOf(map, page.editor, 1)).toBe(5);
  });

  it('on either side of a dropped character is the same', () => {
    const node = page.textNode('五');
    expect([0, 1, 2, 3].map((offset) => offsetOf(map, node, offset))).toEqual([5, 6, 6, 7]);
  });

  it('is 0 in an empty text', () => {
    const empty = editorOf('');
    expect(offsetOf(read(empty), empty.editor, 0)).toBe(0);
  });
});
