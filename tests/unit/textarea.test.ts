import { describe, expect, it } from 'vitest';
import { createTextField } from '../../lib/fields/text-field.ts';
import { type Control, controlOf } from './dom-control.ts';

const stale = { ok: false, reason: 'stale', undone: true };

function fieldOf(value: string) {
  const control: Control = controlOf(value);
  const field = createTextField(control.element, new AbortController().signal);
  return { ...control, field };
}

describe('a textarea', () => {
  it('is changed by one command over the stretch that differs, the caret behind the new words', async () => {
    const { field, element, commands } = fieldOf('学习党的十九大精神');
    expect(await field.apply([{ start: 4, end: 7, text: '二十大' }], '学习党的十九大精神')).toEqual({
      ok: true,
    });
    expect(element.value).toBe('学习党的二十大精神');
    expect(commands).toEqual([['insertText', 4, 6, '二十']]);
    expect([element.selectionStart, element.selectionEnd]).toEqual([7, 7]);
  });

  it('takes several edits as one step, the caret where its words moved', async () => {
    const { field, element, commands } = fieldOf('甲乙丙丁');
    element.setSelectionRange(2, 2);
    element.dispatchEvent(new Event('keyup'));
    const edits = [
      { start: 0, end: 1, text: '子子' },
      { start: 3, end: 4, text: '丑' },
    ];
    expect(await field.apply(edits, '甲乙丙丁')).toEqual({ ok: true });
    expect(element.value).toBe('子子乙丙丑');
    expect(commands).toEqual([['insertText', 0, 4, '子子乙丙丑']]);
    expect(element.selectionStart).toBe(3);
  });

  it('is cleared of words by the command that deletes', async () => {
    const { field, element, commands } = fieldOf('甲乙丙');
    await field.apply([{ start: 1, end: 2, text: '' }], '甲乙丙');
    expect(element.value).toBe('甲丙');
    expect(commands).toEqual([['delete', 1, 2, '']]);
  });

  it('is not touched where its text has changed, nor where nothing is to change, nor while it composes', async () => {
    const { field, element, commands } = fieldOf('甲乙');
    const edits = [{ start: 0, end: 1, text: '丙' }];
    expect(await field.apply(edits, '甲丁')).toEqual(stale);
    expect(await field.apply([{ start: 0, end: 1, text: '甲' }], '甲乙')).toEqual({ ok: true });
    element.dispatchEvent(Object.defineProperty(new Event('compositionstart'), 'isTrusted', { value: true }));
    expect(await field.apply(edits, '甲乙')).toEqual(stale);
    expect(commands).toEqual([]);
  });

  it('that refuses is said to, and one that writes otherwise is taken back', async () => {
    const refusing = fieldOf('甲乙');
    refusing.onCommand(() => undefined);
    const edits = [{ start: 0, end: 1, text: '丙' }];
    expect(await refusing.field.apply(edits, '甲乙')).toEqual({ ok: false, reason: 'refused', undone: true });
    const other = fieldOf('甲乙');
    other.onCommand((command) => {
      other.element.value = command === 'undo' ? '甲乙' : '丙丙乙';
    });
    expect(await other.field.apply(edits, '甲乙')).toEqual({ ok: false, reason: 'differs', undone: true });
    const stuck = fieldOf('甲乙');
    stuck.onCommand(() => {
      stuck.element.value = '丙丙乙';
    });
    expect(await stuck.field.apply(edits, '甲乙')).toEqual({ ok: false, reason: 'differs', undone: false });
  });

  it('keeps its place on the screen', async () => {
    const { field, element } = fieldOf('甲乙');
    element.scrollTop = 40;
    element.scrollLeft = 3;
    element.addEventListener('focus', () => {
      element.scrollTop = 0;
    });
    await field.apply([{ start: 0, end: 1, text: '丙' }], '甲乙');
    expect([element.scrollTop, element.scrollLeft]).toEqual([40, 3]);
  });

  it('gets words at its last caret, and at its end while there was none', async () => {
    const { field, element } = fieldOf('甲乙');
    element.setSelectionRange(1, 1);
    element.dispatchEvent(new Event('pointerup'));
    // A page that moves the selection by script does not move the author's caret.
    element.setSelectionRange(2, 2);
    await field.insert('丙');
    expect(element.value).toBe('甲丙乙');
    expect(field.caret()).toBe(2);
    const untouched = fieldOf('甲乙');
    await untouched.field.insert('丙');
    expect(untouched.element.value).toBe('甲乙丙');
  });

  it('has its caret at the moving end of a selection', () => {
    const { field, element } = fieldOf('甲乙丙');
    element.setSelectionRange(0, 2);
    element.dispatchEvent(new Event('select'));
    expect(field.caret()).toBe(2);
    element.setSelectionRange(0, 2, 'backward');
    element.dispatchEvent(new Event('select'));
    expect(field.caret()).toBe(0);
  });

  it('tells of a value that the page set by script when somebody comes to it, and not of one that is the same', () => {
    const { field, element, frame } = fieldOf('甲');
    let told = 0;
    field.watch(() => told++, new AbortController().signal);
    field.read();
    element.dispatchEvent(new Event('focus'));
    frame();
    expect(told).toBe(0);
    element.value = '乙';
    element.dispatchEvent(new Event('pointerenter'));
    frame();
    expect(told).toBe(1);
    field.read();
    element.dispatchEvent(new Event('scroll'));
    frame();
    expect(told).toBe(1);
    element.dispatchEvent(new Event('input'));
    frame();
    expect(told).toBe(2);
  });
});
