import { describe, expect, it } from 'vitest';
import { applyToText } from '../../lib/fields/apply-text.ts';
import { watchTextCaret } from '../../lib/fields/text-caret.ts';
import type { TextControl } from '../../lib/fields/text-control.ts';

/** A textarea without a browser. `onEdit` may change what an editing command enters, or refuse it. */
class FakeControl extends EventTarget {
  selectionStart = 0;
  selectionEnd = 0;
  selectionDirection = 'forward';
  scrollTop = 40;
  scrollLeft = 0;
  private before = '';
  readonly commands: string[] = [];
  readonly ownerDocument = {
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    execCommand: (command: string, _: boolean, text = '') => {
      this.commands.push(command);
      if (command === 'undo') this.value = this.before;
      else {
        this.before = this.value;
        this.scrollTop = 0;
        this.onEdit(this.value.slice(0, this.selectionStart) + text + this.value.slice(this.selectionEnd));
      }
      return true;
    },
  };
  readonly root = { activeElement: null as unknown };

  constructor(
    public value: string,
    private readonly onEdit: (this: FakeControl, value: string) => void = function (value) {
      this.value = value;
    },
  ) {
    super();
  }
  focus() {
    this.root.activeElement = this;
  }
  getRootNode() {
    return this.root;
  }
  setSelectionRange(start: number, end: number) {
    this.selectionStart = start;
    this.selectionEnd = end;
  }
}

const text = '学习贯彻党的十九大精神。';
const wanted = '学习贯彻党的二十大精神。';
const edit = { start: 4, end: 9, text: '党的二十大' };

function follow(field: FakeControl) {
  const control = field as unknown as TextControl;
  return { control, caret: watchTextCaret(control, new AbortController().signal) };
}

function apply(field: FakeControl, edits = [edit], expected = text) {
  const { control, caret } = follow(field);
  return { caret, outcome: applyToText(control, caret, edits, expected) };
}

describe('edits of a textarea', () => {
  it('change no more than what differs, put the caret behind the words and leave the scroll as it was', async () => {
    const entered: [number, number][] = [];
    const field = new FakeControl(text, function (value) {
      entered.push([this.selectionStart, this.selectionEnd]);
      this.value = value;
    });
    const { caret, outcome } = apply(field);
    expect(await outcome).toEqual({ ok: true });
    expect(field.value).toBe(wanted);
    expect(entered).toEqual([[6, 8]]);
    expect([field.selectionStart, field.selectionEnd, caret.last]).toEqual([9, 9, 9]);
    expect(field.scrollTop).toBe(40);
  });

  it('are one step of the browser’s own undo, several of them as well', async () => {
    const field = new FakeControl(text);
    const last = { start: 11, end: 12, text: '！' };
    const { outcome } = apply(field, [edit, last]);
    expect(await outcome).toEqual({ ok: true });
    expect(field.value).toBe('学习贯彻党的二十大精神！');
    expect(field.commands).toEqual(['insertText']);
  });

  it('leave the caret where the author was, where there are several', async () => {
    const field = new FakeControl(text);
    const edits = [edit, { start: 11, end: 12, text: '' }];
    const { control, caret } = follow(field);
    field.setSelectionRange(2, 2);
    field.dispatchEvent(new Event('keyup'));
    expect(await applyToText(control, caret, edits, text)).toEqual({ ok: true });
    expect([field.selectionEnd, caret.last]).toEqual([2, 2]);
  });

  it('put the caret behind the last of several, where the author was never in the field', async () => {
    const { caret, outcome } = apply(new FakeControl(text), [edit, { start: 11, end: 12, text: '' }]);
    expect(await outcome).toEqual({ ok: true });
    expect(caret.last).toBe(11);
  });

  it('delete by the command for it', async () => {
    const field = new FakeControl(text);
    const { outcome } = apply(field, [{ start: 11, end: 12, text: '' }]);
    expect(await outcome).toEqual({ ok: true });
    expect(field.commands).toEqual(['delete']);
    expect(field.value).toBe('学习贯彻党的十九大精神');
  });

  it('touch nothing where the text is another one, or is right already', async () => {
    const field = new FakeControl(text);
    expect(await apply(field, [edit], `${text}又`).outcome).toEqual({
      ok: false,
      reason: 'stale',
      undone: true,
    });
    expect(await apply(field, [{ start: 4, end: 5, text: '党' }]).outcome).toEqual({ ok: true });
    expect(field.commands).toEqual([]);
  });

  it('wait for a page that sets the value once more', async () => {
    const field = new FakeControl(text, function (value) {
      setTimeout(() => {
        this.value = value;
        this.dispatchEvent(new Event('input'));
      }, 5);
    });
    expect(await apply(field).outcome).toEqual({ ok: true });
  });

  it('tell that the field refused them', async () => {
    const field = new FakeControl(text, () => undefined);
    expect(await apply(field).outcome).toEqual({ ok: false, reason: 'refused', undone: true });
    expect(field.commands).toEqual(['insertText']);
  });

  it('are undone where they come out otherwise', async () => {
    const field = new FakeControl(text, function (value) {
      this.value = value.toUpperCase().replace('二', '2');
    });
    expect(await apply(field).outcome).toEqual({ ok: false, reason: 'differs', undone: true });
    expect(field.value).toBe(text);
  });

  it('tell where even that did not lead back', async () => {
    const field = new FakeControl(text, function () {
      this.value = '别的';
    });
    field.ownerDocument.execCommand = () => {
      field.value = '别的';
      return true;
    };
    expect(await apply(field).outcome).toEqual({ ok: false, reason: 'differs', undone: false });
  });
});

describe('the caret of a textarea', () => {
  it('is remembered when the author leaves, and read anew while they are in the field', () => {
    const field = new FakeControl(text);
    const { caret } = follow(field);
    expect(caret.now()).toBeNull();
    field.setSelectionRange(3, 5);
    field.dispatchEvent(new Event('blur'));
    expect(caret.last).toBe(5);
    field.setSelectionRange(1, 2);
    expect(caret.now()).toBe(5);
    field.focus();
    expect(caret.now()).toBe(2);
    field.selectionDirection = 'backward';
    expect(caret.now()).toBe(1);
  });
});

describe('a field with a longest length', () => {
  const limited = (value: string, maxLength: number) => Object.assign(new FakeControl(value), { maxLength });
  const lengthen = [{ start: 2, end: 4, text: '市场监管' }];

  it('refuses what would be cut, before anything is written', async () => {
    const field = limited('请找工商局。', 7);
    const { outcome } = apply(field, lengthen, field.value);
    expect(await outcome).toEqual({ ok: false, reason: 'refused', undone: true });
    expect([field.value, field.commands]).toEqual(['请找工商局。', []]);
  });

  it('takes what fits to the last unit, and what shortens a text that is too long already', async () => {
    const field = limited('请找工商局。', 8);
    expect(await apply(field, lengthen, field.value).outcome).toEqual({ ok: true });
    expect(field.value).toBe('请找市场监管局。');
    const long = limited('请找市场监督管理局。', 4);
    expect(await apply(long, [{ start: 4, end: 6, text: '' }], long.value).outcome).toEqual({ ok: true });
    expect(long.value).toBe('请找市场管理局。');
  });
});
