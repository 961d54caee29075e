import { describe, expect, it } from 'vitest';
import { applyToRich } from '../../lib/fields/apply-rich.ts';
import type { InputPath } from '../../lib/fields/input-paths.ts';
import { offsetOf, rangeOf, readTextMap } from '../../lib/fields/text-map.ts';
import { editorOf, type TestPage } from './dom.ts';

type Target = Parameters<typeof applyToRich>[0];

/** The editor of a page as a target, its caret where `caret` is. */
function targetOf(page: TestPage, path: InputPath = 'exec', more: Partial<Target> = {}): Target {
  const { editor, selection } = page;
  const map = () => readTextMap(editor);
  return {
    element: editor,
    path,
    isPart: () => false,
    timing: {},
    map,
    caret: () =>
      selection.focusNode === null ? null : offsetOf(map(), selection.focusNode, selection.focusOffset),
    putCaret(offset) {
      const range = rangeOf(map(), offset, offset);
      if (range !== null)
        selection.setBaseAndExtent(
          range.startContainer,
          range.startOffset,
          range.endContainer,
          range.endOffset,
        );
    },
    ...more,
  };
}

const textOf = ({ editor }: TestPage) => readTextMap(editor).text;
const replace = (text: string, words: string, by: string) => {
  const start = text.indexOf(words);
  return { start, end: start + words.length, text: by };
};

/** An editor that takes a kind of event by itself: replaces the words that its selection holds. */
function takes(
  page: TestPage,
  type: 'beforeinput' | 'paste',
  write: (words: string) => string = (words) => words,
): string[] {
  const heard: string[] = [];
  page.editor.addEventListener(type, (event) => {
    const { dataTransfer, clipboardData } = event as InputEvent & ClipboardEvent;
    const words = (dataTransfer ?? clipboardData)?.getData('text/plain') ?? '';
    heard.push(words);
    event.preventDefault();
    const { anchorNode, anchorOffset, focusOffset } = page.selection;
    const node = anchorNode as Text;
    node.data = node.data.slice(0, anchorOffset) + write(words) + node.data.slice(focusOffset);
  });
  return heard;
}

describe('edits of a rich field', () => {
  it('are made in their places, and leave what they do not change as it is', async () => {
    const page = editorOf('<p>学习<b>党的十九大</b>精神</p><p>抓好落实</p>');
    const text = textOf(page);
    const edits = [replace(text, '党的十九大', '党的二十大'), replace(text, '抓好落实', '狠抓落实')];
    expect(await applyToRich(targetOf(page), edits, text)).toEqual({ ok: true });
    expect(page.editor.innerHTML).toBe('<p>学习<b>党的二十大</b>精神</p><p>狠抓落实</p>');
  });

  it('put the caret behind the words of a single one', async () => {
    const page = editorOf('<p>学习党的十九大精神</p>');
    const text = textOf(page);
    await applyToRich(targetOf(page), [replace(text, '十九大', '二十大')], text);
    expect([page.selection.focusNode, page.selection.focusOffset]).toEqual([page.textNode('学习'), 7]);
  });

  it('leave the caret where it was after several, as far as its words moved', async () => {
    const page = editorOf('<p>甲乙丙丁</p>');
    const node = page.textNode('甲');
    page.selection.setBaseAndExtent(node, 2, node, 2);
    const text = textOf(page);
    await applyToRich(targetOf(page), [replace(text, '甲', '甲甲甲'), replace(text, '丁', '戊')], text);
    expect(textOf(page)).toBe('甲甲甲乙丙戊');
    expect(page.selection.focusOffset).toBe(4);
  });

  it('are not made where the text has changed meanwhile', async () => {
    const page = editorOf('<p>学习</p>');
    const edits = [{ start: 0, end: 1, text: '见' }];
    expect(await applyToRich(targetOf(page), edits, '学过')).toEqual({
      ok: false,
      reason: 'stale',
      undone: true,
    });
    expect(textOf(page)).toBe('学习');
  });

  it('that change nothing touch nothing', async () => {
    const page = editorOf('<p>学习</p>');
    expect(await applyToRich(targetOf(page), [{ start: 0, end: 2, text: '学习' }], '学习')).toEqual({
      ok: true,
    });
    expect(page.selection.rangeCount).toBe(0);
  });

  it('that delete or insert are made as such by the browser’s command', async () => {
    const page = editorOf('<p>甲乙丙</p>');
    expect(await applyToRich(targetOf(page), [{ start: 1, end: 2, text: '' }], '甲乙丙')).toEqual({
      ok: true,
    });
    expect(textOf(page)).toBe('甲丙');
    expect(await applyToRich(targetOf(page), [{ start: 1, end: 1, text: '丁' }], '甲丙')).toEqual({
      ok: true,
    });
    expect(textOf(page)).toBe('甲丁丙');
  });

  it('across two lines of a part are refused: others may stand between them', async () => {
    const page = editorOf('<p>甲</p><p>乙</p>');
    const target = targetOf(page, 'exec', { isPart: () => true });
    const outcome = await applyToRich(target, [{ start: 0, end: 3, text: '丙' }], '甲\n乙');
    expect(outcome).toEqual({ ok: false, reason: 'refused', undone: true });
    expect(textOf(page)).toBe('甲\n乙');
    expect(page.selection.rangeCount).toBe(0);
  });
});

describe('an editor that takes events', () => {
  it('is given the words as a replacement, those beside a deletion with it', async () => {
    const page = editorOf('<p>甲乙丙</p>');
    const heard = takes(page, 'beforeinput');
    expect(
      await applyToRich(targetOf(page, 'beforeinput'), [{ start: 1, end: 2, text: '' }], '甲乙丙'),
    ).toEqual({ ok: true });
    expect(heard).toEqual(['甲']);
    expect(textOf(page)).toBe('甲丙');
  });

  it('is given the words as a paste, in the format at the beginning of which they stand', async () => {
    const page = editorOf('<p><b>甲</b>乙</p>');
    let html = '';
    page.editor.addEventListener('paste', (event) => {
      html = (event as ClipboardEvent).clipboardData?.getData('text/html') ?? '';
    });
    takes(page, 'paste');
    expect(await applyToRich(targetOf(page, 'paste'), [{ start: 0, end: 1, text: '丙' }], '甲乙')).toEqual({
      ok: true,
    });
    expect(html.toLowerCase()).toBe('<b>丙</b>');
    expect(page.editor.innerHTML).toBe('<p><b>丙</b>乙</p>');
  });

  it('gets several pastes one after another, the last of the text first', async () => {
    const page = editorOf('<p>甲乙丙</p>');
    const heard = takes(page, 'paste');
    const edits = [
      { start: 0, end: 1, text: '子' },
      { start: 2, end: 3, text: '丑' },
    ];
    expect(await applyToRich(targetOf(page, 'paste'), edits, '甲乙丙')).toEqual({ ok: true });
    expect(heard).toEqual(['丑', '子']);
    expect(textOf(page)).toBe('子乙丑');
  });

  it('that is unknown is asked by the gentlest way first, and by one only', async () => {
    const page = editorOf('<p>甲乙</p>');
    const replaced = takes(page, 'beforeinput');
    const pasted = takes(page, 'paste');
    expect(await applyToRich(targetOf(page, 'careful'), [{ start: 0, end: 1, text: '丙' }], '甲乙')).toEqual({
      ok: true,
    });
    expect([replaced, pasted]).toEqual([['丙'], []]);
  });

  it('that is unknown and says yes is asked in no second way, though it shows nothing', async () => {
    const page = editorOf('<p>甲乙</p>');
    page.editor.addEventListener('beforeinput', (event) => event.preventDefault());
    const pasted = takes(page, 'paste');
    const outcome = await applyToRich(targetOf(page, 'careful'), [{ start: 0, end: 1, text: '丙' }], '甲乙');
    expect(outcome).toEqual({ ok: false, reason: 'refused', undone: true });
    expect(pasted).toEqual([]);
  });

  it('that is unknown and takes no event gets the browser’s command', async () => {
    const page = editorOf('<p>甲乙</p>');
    expect(await applyToRich(targetOf(page, 'careful'), [{ start: 0, end: 1, text: '丙' }], '甲乙')).toEqual({
      ok: true,
    });
    expect(textOf(page)).toBe('丙乙');
  });

  it('that changes nothing has refused', async () => {
    const page = editorOf('<p>甲乙</p>');
    page.editor.addEventListener('beforeinput', (event) => event.preventDefault());
    const outcome = await applyToRich(
      targetOf(page, 'beforeinput'),
      [{ start: 0, end: 1, text: '丙' }],
      '甲乙',
    );
    expect(outcome).toEqual({ ok: false, reason: 'refused', undone: true });
  });

  it('that writes something else is taken back, by its own key where it has one', async () => {
    const page = editorOf('<p>甲乙</p>');
    takes(page, 'beforeinput', (words) => `${words}！`);
    const keys: string[] = [];
    page.editor.addEventListener('keydown', (event) => {
      const { key, ctrlKey } = event as KeyboardEvent;
      keys.push(`${ctrlKey ? 'Control+' : ''}${key}`);
      event.preventDefault();
      page.textNode('！').data = '甲乙';
    });
    const outcome = await applyToRich(
      targetOf(page, 'beforeinput'),
      [{ start: 0, end: 1, text: '丙' }],
      '甲乙',
    );
    expect(outcome).toEqual({ ok: false, reason: 'differs', undone: true });
    expect(keys).toEqual(['Control+z']);
    expect(textOf(page)).toBe('甲乙');
  });

  it('that cannot take it back is told of', async () => {
    const page = editorOf('<p>甲乙</p>');
    takes(page, 'beforeinput', (words) => `${words}！`);
    const outcome = await applyToRich(
      targetOf(page, 'beforeinput'),
      [{ start: 0, end: 1, text: '丙' }],
      '甲乙',
    );
    expect(outcome).toEqual({ ok: false, reason: 'differs', undone: false });
    expect(textOf(page)).toBe('丙！乙');
  });

  it('that draws a moment later is waited for', async () => {
    const page = editorOf('<p>甲乙</p>');
    page.editor.addEventListener('beforeinput', (event) => {
      event.preventDefault();
      setTimeout(() => {
        page.textNode('甲').data = '丙乙';
        page.editor.dispatchEvent(page.event('input'));
      }, 5);
    });
    expect(
      await applyToRich(targetOf(page, 'beforeinput'), [{ start: 0, end: 1, text: '丙' }], '甲乙'),
    ).toEqual({ ok: true });
  });

  it('into which its author types meanwhile keeps both: nothing is taken back', async () => {
    const page = editorOf('<p>甲乙</p>');
    page.editor.addEventListener('beforeinput', (event) => {
      event.preventDefault();
      page.editor.dispatchEvent(page.event('keydown', { key: 'k', isTrusted: true }));
      page.textNode('甲').data = '丙乙丁';
    });
    expect(
      await applyToRich(targetOf(page, 'beforeinput'), [{ start: 0, end: 1, text: '丙' }], '甲乙'),
    ).toEqual({ ok: true });
    expect(textOf(page)).toBe('丙乙丁');
  });
});

describe('an editor that reads a paste from a box of its own', () => {
  /** Moves the selection into the box, and some ms later puts it back where it was; what it read stays nothing. */
  const catchesPastes = (page: TestPage, loses: boolean) => {
    page.editor.addEventListener('paste', () => {
      const { anchorNode, anchorOffset, focusNode, focusOffset } = page.selection;
      const [node, box] = [anchorNode as Text, page.find('#box')];
      page.selection.setBaseAndExtent(box, 0, box, 0);
      setTimeout(() => {
        if (loses) node.data = node.data.slice(0, anchorOffset) + node.data.slice(focusOffset);
        else page.selection.setBaseAndExtent(node, anchorOffset, focusNode as Text, focusOffset);
      }, 8);
    });
  };
  const withBox = () => {
    const page = editorOf('<p>学习十九大精神</p>');
    const box = page.document.createElement('div');
    box.id = 'box';
    page.document.body.append(box);
    return page;
  };
  const rest = () => new Promise((resolve) => setTimeout(resolve, 20));

  it('is left to finish, and then gets the command: its old selection is not over the words', async () => {
    const page = withBox();
    catchesPastes(page, false);
    const edit = replace(textOf(page), '十九大', '二十大');
    expect(await applyToRich(targetOf(page, 'careful'), [edit], textOf(page))).toEqual({ ok: true });
    await rest();
    expect(textOf(page)).toBe('学习二十大精神');
    const { anchorOffset, focusNode, focusOffset } = page.selection;
    expect([focusNode, anchorOffset, focusOffset]).toEqual([page.textNode('学习'), 5, 5]);
  });

  it('and writes its empty box over the words is not written into once more, and told of', async () => {
    const page = withBox();
    catchesPastes(page, true);
    const edit = replace(textOf(page), '十九大', '二十大');
    const outcome = await applyToRich(targetOf(page, 'careful'), [edit], textOf(page));
    expect(outcome).toEqual({ ok: false, reason: 'differs', undone: false });
    expect(textOf(page)).toBe('学习大精神');
  });

  it('and puts its selection back after the words are in has its caret behind them all the same', async () => {
    const page = withBox();
    page.editor.addEventListener('input', () => {
      const node = page.textNode('学习');
      setTimeout(() => page.selection.setBaseAndExtent(node, 2, node, 5), 8);
    });
    const edit = replace(textOf(page), '十九大', '二十大');
    expect(await applyToRich(targetOf(page, 'careful'), [edit], textOf(page))).toEqual({ ok: true });
    expect([page.selection.anchorOffset, page.selection.focusOffset]).toEqual([5, 5]);
  });
});

describe('an editor that keeps copies of its text for undoing', () => {
  /** Copies at keys that are let go, at inputs, or at a key over a selection and when it is let go, each as some do. */
  const copies = {
    'keys let go': (page: TestPage, copy: () => void) => page.editor.addEventListener('keyup', copy),
    inputs: (page: TestPage, copy: () => void) => page.editor.addEventListener('input', copy),
    'a key over a selection': (page: TestPage, copy: () => void) => {
      let over = false;
      page.editor.addEventListener('keydown', () => {
        over = page.selection.anchorOffset !== page.selection.focusOffset;
        if (over) copy();
      });
      page.editor.addEventListener('keyup', () => {
        if (over) copy();
        over = false;
      });
    },
  };
  it.each(Object.entries(copies))('at %s has one of before a fix, and one of after it', async (_, listen) => {
    const page = editorOf('<p>甲乙丙丁</p>');
    const kept: string[] = [];
    listen(page, () => {
      if (kept.at(-1) !== textOf(page)) kept.push(textOf(page));
    });
    const target = targetOf(page, 'exec', { timing: { copiesAtSigns: true } });
    const edits = [replace('甲乙丙丁', '乙', '子'), replace('甲乙丙丁', '丁', '丑')];
    expect(await applyToRich(target, edits, '甲乙丙丁')).toEqual({ ok: true });
    expect([kept[0], kept.at(-1)]).toEqual(['甲乙丙丁', '甲子丙丑']);
  });

  it('has something selected for an insertion, too', async () => {
    const page = editorOf('<p>甲乙</p>');
    const kept: string[] = [];
    copies['a key over a selection'](page, () => kept.push(textOf(page)));
    const target = targetOf(page, 'exec', { timing: { copiesAtSigns: true } });
    expect(await applyToRich(target, [{ start: 1, end: 1, text: '丙' }], '甲乙')).toEqual({ ok: true });
    expect(kept).toEqual(['甲乙', '甲丙乙']);
  });

  it('hears nothing of it where it is not one', async () => {
    const page = editorOf('<p>甲乙</p>');
    const heard: string[] = [];
    for (const type of ['keydown', 'keyup']) page.editor.addEventListener(type, () => heard.push(type));
    await applyToRich(targetOf(page), [{ start: 0, end: 1, text: '丙' }], '甲乙');
    expect(heard).toEqual([]);
  });
});
