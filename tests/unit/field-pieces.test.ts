import { describe, expect, it } from 'vitest';
import { applyToRich } from '../../lib/fields/apply-rich.ts';
import { watchAuthor } from '../../lib/fields/author.ts';
import { type InputPath, pathsOf, takesBare } from '../../lib/fields/input-paths.ts';
import { numberOf } from '../../lib/fields/list-number.ts';
import {
  dispatchSelectionChange,
  focusField,
  once,
  select,
  selectionOf,
  selectNow,
} from '../../lib/fields/selection.ts';
import { createTextField } from '../../lib/fields/text-field.ts';
import { rangeOf, readTextMap } from '../../lib/fields/text-map.ts';
import { editorOf, pageOf, type TestPage } from './dom.ts';
import { controlOf } from './dom-control.ts';

function rangeIn({ document, textNode }: TestPage, words: string): Range {
  const node = textNode(words);
  const range = document.createRange();
  const start = node.data.indexOf(words);
  range.setStart(node, start);
  range.setEnd(node, start + words.length);
  return range;
}

describe('the number of a list item', () => {
  const numbersIn = (html: string) => {
    const { document } = editorOf(html);
    return [...document.querySelectorAll('li')].map((item) => {
      const number = numberOf(item);
      return number === null ? null : `${number.value}/${number.depth}`;
    });
  };

  it.each([
    ['<ol><li>甲</li><li>乙</li></ol>', ['1/0', '2/0']],
    ['<ul><li>甲</li></ul>', [null]],
    ['<ol start="3"><li>甲</li><li>乙</li></ol>', ['3/0', '4/0']],
    ['<ol start="-1"><li>甲</li><li>乙</li></ol>', ['-1/0', '0/0']],
    ['<ol start="x"><li>甲</li></ol>', ['1/0']],
    ['<ol start="1234567"><li>甲</li></ol>', ['1/0']],
    ['<ol start="3"><li>甲</li><li value="7">乙</li><li>丙</li></ol>', ['3/0', '7/0', '8/0']],
    ['<ol><li>甲</li><p>插话</p><li>乙</li></ol>', ['1/0', '2/0']],
    ['<ol><li>甲<ol><li>乙</li></ol></li><li>丙</li></ol>', ['1/0', '1/1', '2/0']],
    ['<ul><li>甲<ol><li>乙<ol><li>丙</li></ol></li></ol></li></ul>', [null, '1/1', '1/2']],
    ['<ol style="list-style-type: none"><li>甲</li></ol>', [null]],
    ['<ol style="list-style-type: disc"><li>甲</li></ol>', [null]],
    ['<ol style="list-style-type: circle"><li>甲</li></ol>', [null]],
    ['<ol style="list-style-type: square"><li>甲</li></ol>', [null]],
    ['<ol style="list-style-type: lower-alpha"><li>甲</li></ol>', ['1/0']],
  ])('is that of the page: %s', (html, numbers) => {
    expect(numbersIn(html)).toEqual(numbers);
  });

  it('is counted by depth in Quill’s flat lists', () => {
    const item = (kind: string, name = '') => `<li data-list="${kind}" class="${name}">甲</li>`;
    const html = [
      item('ordered'),
      item('ordered', 'ql-indent-1'),
      item('ordered', 'ql-align ql-indent-1'),
      item('ordered', 'ql-indent-2'),
      item('ordered'),
      item('ordered', 'ql-indent-1'),
      item('bullet'),
      item('ordered'),
      item('checked', 'ql-indent-1'),
      item('ordered', 'ql-indent-1'),
    ].join('');
    expect(numbersIn(`<ol>${html}</ol>`)).toEqual([
      '1/0',
      '1/1',
      '2/1',
      '1/2',
      '2/0',
      '1/1',
      null,
      '1/0',
      null,
      '1/1',
    ]);
  });
});

describe('a way of input', () => {
  /** The event that an editor hears on one of the ways, and where. */
  function heard(html: string, path: InputPath, type: string, words: string, by: string) {
    const page = editorOf(html);
    let hit: EventTarget | null = null;
    let event: InputEvent & ClipboardEvent = page.event('none') as never;
    page.editor.addEventListener(type, (one) => {
      event = one as InputEvent & ClipboardEvent;
      hit = event.target;
      event.preventDefault();
    });
    const taken = pathsOf(path).map((enter) => enter(page.editor, rangeIn(page, words), by));
    return { page, event, hit, taken };
  }

  it('by an event of a replacement carries words and range, to the element around them', () => {
    const { page, event, hit, taken } = heard(
      '<p>学习<b>精神</b></p>',
      'beforeinput',
      'beforeinput',
      '精神',
      '要求',
    );
    expect(taken).toEqual([true]);
    expect(event).toMatchObject({
      inputType: 'insertReplacementText',
      data: '要求',
      bubbles: true,
      cancelable: true,
      composed: true,
    });
    expect(hit).toBe(page.find('b'));
    expect(event.dataTransfer?.getData('text/plain')).toBe('要求');
    const [range] = (event as unknown as { targetRanges: StaticRange[] }).targetRanges;
    expect([range?.startContainer, range?.startOffset, range?.endOffset]).toEqual([
      page.textNode('精神'),
      0,
      2,
    ]);
  });

  it('by a paste carries the words, which can be declined', () => {
    const { event, taken } = heard('<p>学习精神</p>', 'paste', 'paste', '精神', '要求');
    expect(taken).toEqual([true]);
    expect(event.clipboardData?.getData('text/plain')).toBe('要求');
    expect(event.clipboardData?.getData('text/html')).toBe('');
    expect(event).toMatchObject({ bubbles: true, cancelable: true, composed: true, data: '要求' });
    const page = editorOf('<p>学习精神</p>');
    expect(pathsOf('paste').map((enter) => enter(page.editor, rangeIn(page, '精神'), '要求'))).toEqual([
      false,
    ]);
  });

  it.each('span b strong i em u s font mark sub sup code'.split(' '))(
    'by a paste at the very beginning of <%s> keeps its format',
    (tag) => {
      const html = `<p>学习<${tag} style="color: red">精神好</${tag}></p>`;
      const pasted = (words: string, by: string) =>
        heard(html, 'paste', 'paste', words, by).event.clipboardData?.getData('text/html').toLowerCase();
      expect(pasted('精神', '要求')).toBe(`<${tag} style="color: red">要求</${tag}>`);
      expect(pasted('神', '要求')).toBe('');
      expect(pasted('学习', '要求')).toBe('');
      expect(pasted('精神', '')).toBe('');
    },
  );

  it('by a paste keeps formats within each other', () => {
    const { event } = heard('<p><b><i>精神</i></b></p>', 'paste', 'paste', '精神', '要求');
    expect(event.clipboardData?.getData('text/html').toLowerCase()).toBe('<b><i>要求</i></b>');
  });

  it('goes from the gentlest on for an editor that is not known', () => {
    const page = editorOf('<p>学习精神</p>');
    const types: string[] = [];
    for (const type of ['beforeinput', 'paste'])
      page.editor.addEventListener(type, (event) => {
        types.push(`${type} ${(event as InputEvent).inputType ?? ''}`.trim());
      });
    const range = rangeIn(page, '精神');
    selectNow(page.editor, range);
    page.editor.focus();
    expect(pathsOf('careful').map((enter) => enter(page.editor, range, '要求'))).toEqual([
      false,
      false,
      true,
    ]);
    expect(types).toEqual(['beforeinput insertReplacementText', 'paste', 'beforeinput insertText']);
    expect(page.editor.textContent).toBe('学习要求');
  });

  it('takes a change as it is, or wants words beside it', () => {
    expect(
      (['exec', 'paste', 'beforeinput', 'careful'] as const).map((path) => takesBare(path, '甲')),
    ).toEqual([true, true, false, false]);
    expect((['exec', 'paste'] as const).map((path) => takesBare(path, ''))).toEqual([true, false]);
  });
});

describe('the selection', () => {
  it('is that of a shadow root where it has one', () => {
    const page = editorOf('<p>甲</p>');
    expect(selectionOf(page.editor)).toBe(page.selection);
    const own = { rangeCount: 0 };
    const element = { getRootNode: () => ({ getSelection: () => own }), ownerDocument: page.document };
    expect(selectionOf(element as never)).toBe(own);
    const none = { getRootNode: () => ({ getSelection: () => null }), ownerDocument: page.document };
    expect(selectionOf(none as never)).toBe(page.selection);
  });

  it('is made and heard of, and not made twice', async () => {
    const page = editorOf('<p>学习精神</p>');
    let heard = 0;
    page.document.addEventListener('selectionchange', () => heard++);
    const range = rangeIn(page, '精神');
    await select(page.editor, range);
    expect([page.selection.anchorOffset, page.selection.focusOffset, heard]).toEqual([2, 4, 1]);
    await select(page.editor, rangeIn(page, '精神'));
    expect(heard).toBe(1);
    for (const words of ['精', '习精神', '神', '学习精神']) {
      const before = heard;
      await select(page.editor, rangeIn(page, words));
      expect(heard, words).toBe(before + 1);
    }
    dispatchSelectionChange(page.editor);
    expect(heard).toBe(6);
  });

  it('is waited for no longer than is said', async () => {
    const target = new EventTarget();
    await once(target, 'selectionchange', 1);
    const waiting = once(target, 'selectionchange', 60_000);
    target.dispatchEvent(new Event('selectionchange'));
    await waiting;
  });
});

describe('the focus of a field', () => {
  it('goes to the editor, or in a block editor to the block of the place, else of the selection', () => {
    const whole = editorOf('<p>甲</p>');
    focusField(whole.editor);
    expect(whole.document.activeElement).toBe(whole.editor);

    const blocks = pageOf(
      '<div id="editor"><div id="one" contenteditable="true">甲</div><div id="two" contenteditable="true"><p>乙</p></div></div><p>丙</p>',
    );
    focusField(blocks.editor);
    expect(blocks.document.activeElement).toBe(blocks.find('#one'));
    focusField(blocks.editor, blocks.textNode('乙'));
    expect(blocks.document.activeElement).toBe(blocks.find('#two'));
    focusField(blocks.editor, blocks.find('#one'));
    expect(blocks.document.activeElement).toBe(blocks.find('#one'));
    blocks.selection.setBaseAndExtent(blocks.textNode('乙'), 0, blocks.textNode('乙'), 1);
    focusField(blocks.editor);
    expect(blocks.document.activeElement).toBe(blocks.find('#two'));
    focusField(blocks.editor, blocks.textNode('丙'));
    expect(blocks.document.activeElement).toBe(blocks.find('#one'));
  });

  it('is not put where it is, and never scrolls', () => {
    const page = editorOf('<p>甲</p>');
    const asked: unknown[] = [];
    const focus = page.editor.focus.bind(page.editor);
    Object.defineProperty(page.editor, 'focus', {
      value: (options: unknown) => {
        asked.push(options);
        focus();
      },
    });
    focusField(page.editor);
    focusField(page.editor);
    expect(asked).toEqual([{ preventScroll: true }]);
    const plain = pageOf('<div id="editor">甲</div>');
    Object.defineProperty(plain.editor, 'focus', { value: (options: unknown) => asked.push(options) });
    focusField(plain.editor);
    expect(asked).toEqual([{ preventScroll: true }, { preventScroll: true }]);
  });

  it('goes to the window of a frame that is editable as a whole, where its page has none', () => {
    const page = editorOf('<p>甲</p>');
    const asked: string[] = [];
    Object.assign(page.document.defaultView ?? {}, { focus: () => asked.push('window') });
    const inMode = (designMode: string, hasFocus: boolean) => {
      Object.assign(page.document, { designMode, hasFocus: () => hasFocus });
      focusField(page.editor);
    };
    inMode('off', false);
    inMode('on', true);
    expect(asked).toEqual([]);
    inMode('on', false);
    expect(asked).toEqual(['window']);
  });
});

describe('the author of a field', () => {
  it.each(['keydown', 'pointerdown', 'compositionstart'])(
    'goes on by %s, which no script can fake',
    (type) => {
      const page = editorOf('<p>甲</p>');
      const author = watchAuthor(page.editor);
      page.find('p').dispatchEvent(page.event(type, { isTrusted: false }));
      expect(author.wentOn).toBe(false);
      page.find('p').dispatchEvent(page.event(type, { isTrusted: true }));
      page.find('p').dispatchEvent(page.event(type, { isTrusted: false }));
      expect(author.wentOn).toBe(true);
    },
  );

  it('is not watched any more once it is left', () => {
    const page = editorOf('<p>甲</p>');
    const [author, left] = [watchAuthor(page.editor), watchAuthor(page.editor)];
    left.stop();
    page.find('p').dispatchEvent(page.event('keydown', { isTrusted: true }));
    expect([author.wentOn, left.wentOn]).toEqual([true, false]);
  });
});

describe('a field', () => {
  it('of plain text is whole, reads at once, and has no lists', () => {
    const { element } = controlOf('甲\n1. 乙');
    const field = createTextField(element, new AbortController().signal);
    expect([
      field.kind,
      field.complete,
      field.reading,
      field.listItems(),
      field.toRange({ start: 0, end: 1 }),
    ]).toEqual(['textarea', true, 0, [], null]);
  });

  it('of plain text has its caret behind the words of a single edit, wherever it was', async () => {
    const { element } = controlOf('甲乙丙丁');
    const field = createTextField(element, new AbortController().signal);
    element.setSelectionRange(4, 4);
    element.dispatchEvent(new Event('keyup'));
    await field.apply([{ start: 0, end: 1, text: '子子' }], '甲乙丙丁');
    expect([element.value, element.selectionStart]).toEqual(['子子乙丙丁', 2]);
  });

  it('of rich text has its caret behind the words of a single edit, wherever it was', async () => {
    const page = editorOf('<p>甲乙丙丁</p>');
    const map = () => readTextMap(page.editor);
    const put: number[] = [];
    const target = {
      element: page.editor,
      path: 'exec' as const,
      isPart: () => false,
      timing: {},
      map,
      caret: () => 4,
      putCaret(offset: number) {
        put.push(offset);
        const range = rangeOf(map(), offset, offset);
        if (range !== null) selectNow(page.editor, range);
      },
    };
    await applyToRich(target, [{ start: 0, end: 1, text: '子子' }], '甲乙丙丁');
    expect([map().text, put]).toEqual(['子子乙丙丁', [2]]);
  });
});
