import { describe, expect, it, vi } from 'vitest';
import { focusWhenShown } from '../../entrypoints/surface/search/focus-box.ts';

/** A popup whose box takes the focus; `hasKeys` is what the browser says of the window. */
function popup() {
  const body = {};
  const document = { activeElement: body as object, body, hasKeys: false, hasFocus: () => document.hasKeys };
  const box = {
    ownerDocument: document,
    focus: vi.fn(() => {
      document.activeElement = box;
    }),
    blur: vi.fn(() => {
      document.activeElement = body;
    }),
  };
  const frames: (() => void)[] = [];
  const view = Object.assign(new EventTarget(), {
    requestAnimationFrame: (act: () => void) => frames.push(act),
    cancelAnimationFrame: () => frames.splice(0),
    focus: vi.fn(),
  });
  const end = focusWhenShown(box as unknown as HTMLInputElement, view as unknown as Window);
  return { box, document, view, end, frame: () => frames.splice(0).forEach((act) => void act()) };
}

describe('the caret of the popup', () => {
  it('is in the box at once, and again in the next frame and when the window gets the keyboard', () => {
    const { box, document, view, frame } = popup();
    expect(box.focus).toHaveBeenCalledTimes(1);
    frame();
    expect(view.focus).toHaveBeenCalledTimes(1);
    // The box seems to have the focus, while the window has not: only a blur makes it take it.
    expect(box.blur).toHaveBeenCalledTimes(1);
    expect(box.focus).toHaveBeenCalledTimes(2);
    document.hasKeys = true;
    view.dispatchEvent(new Event('focus'));
    expect(box.focus).toHaveBeenCalledTimes(3);
  });

  it('does not leave the box while the author writes there', () => {
    const { box, document, view } = popup();
    document.hasKeys = true;
    view.dispatchEvent(new Event('focus'));
    expect(box.blur).not.toHaveBeenCalled();
  });

  it('is left where the author has put it', () => {
    const { box, document, frame, view, end } = popup();
    document.activeElement = { name: 'a button' };
    frame();
    view.dispatchEvent(new Event('focus'));
    expect(box.focus).toHaveBeenCalledTimes(1);
    end();
    document.activeElement = document.body;
    view.dispatchEvent(new Event('focus'));
    expect(box.focus).toHaveBeenCalledTimes(1);
  });
});
