import { pause } from '../selection.ts';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Moves between press and release: editors select while the pointer moves. */
const moves = 4;

/**
 * Selects as with a mouse, from one point of the view to another, by events at what lies there. False, and nothing is done,
 * where one of the points is not `within` the editor: something covers it. `frame` waits for the page to draw.
 */
export async function selectByMouse(
  document: Document,
  from: Point,
  to: Point,
  within: (element: Element) => boolean,
  frame: () => Promise<void>,
): Promise<boolean> {
  const at = ({ x, y }: Point) => document.elementFromPoint(x, y);
  const isFree = [from, to].every((point) => {
    const element = at(point);
    return element !== null && within(element);
  });
  if (!isFree) return false;
  const send = (type: string, { x, y }: Point, buttons: number) => {
    const view = document.defaultView ?? window;
    const init: PointerEventInit = {
      bubbles: true,
      cancelable: true,
      composed: true,
      view,
      detail: type.startsWith('mouse') && !type.endsWith('move') ? 1 : 0,
      clientX: x,
      clientY: y,
      screenX: x + view.screenX,
      screenY: y + view.screenY,
      button: type.endsWith('move') && type.startsWith('pointer') ? -1 : 0,
      buttons,
    };
    const target = at({ x, y }) ?? document.body;
    if (type.startsWith('pointer'))
      target.dispatchEvent(
        new view.PointerEvent(type, { ...init, pointerId: 1, pointerType: 'mouse', isPrimary: true }),
      );
    else target.dispatchEvent(new view.MouseEvent(type, init));
  };
  const both = (type: string, point: Point, buttons: number) => {
    send(`pointer${type}`, point, buttons);
    send(`mouse${type}`, point, buttons);
  };
  both('move', from, 0);
  both('down', from, 1);
  // An editor may take up the pointer a moment after the press.
  await frame();
  for (let step = 1; step <= moves; step++) {
    const part = step / moves;
    both('move', { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part }, 1);
    if (step === moves - 1) await pause(0);
  }
  await frame();
  both('move', to, 1);
  both('up', to, 0);
  send('click', to, 0);
  return true;
}
