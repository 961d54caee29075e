/** An undo history of copies of an editor's text, with the selection of each by the way to its nodes. */
interface Copy {
  readonly html: string;
  readonly from: readonly number[];
  readonly to: readonly number[];
}

/**
 * Keeps such a history of a body that is edited as a whole, as older editors do: it copies the text when a key is pressed
 * over a selection, when that key is let go, and 200 ms after another key; Ctrl+Z writes the copy before the last.
 */
export function keepCopies(body: HTMLElement, normalised: (html: string) => string): void {
  const { ownerDocument: document } = body;
  const copies: Copy[] = [];
  let at = -1;
  let over = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const save = () => {
    clearTimeout(timer);
    const html = normalised(body.innerHTML);
    const selection = document.getSelection();
    if (copies[at]?.html === html || selection === null) return;
    const from = wayTo(body, selection.anchorNode, selection.anchorOffset);
    copies.splice(at + 1, copies.length, {
      html,
      from,
      to: wayTo(body, selection.focusNode, selection.focusOffset),
    });
    at = copies.length - 1;
  };
  const restore = ({ html, from, to }: Copy) => {
    body.innerHTML = html;
    const [start, end] = [placeOf(body, from), placeOf(body, to)];
    document.getSelection()?.setBaseAndExtent(start.node, start.offset, end.node, end.offset);
  };
  const moves = (key: KeyboardEvent) => [16, 17, 18, 37, 38, 39, 40].includes(key.keyCode);

  document.addEventListener('keydown', (key) => {
    if (key.ctrlKey && key.keyCode === 90) {
      key.preventDefault();
      const copy = copies[at - 1];
      if (copy === undefined) return;
      at--;
      restore(copy);
    }
    if (moves(key) || key.ctrlKey || key.metaKey || key.shiftKey || key.altKey) return;
    if (document.getSelection()?.isCollapsed === false) {
      save();
      over = true;
      return;
    }
    if (at < 0) save();
    clearTimeout(timer);
    timer = setTimeout(save, 200);
  });
  document.addEventListener('keyup', (key) => {
    if (!over || moves(key) || key.ctrlKey || key.metaKey || key.shiftKey || key.altKey) return;
    over = false;
    save();
  });
}

function wayTo(body: HTMLElement, node: Node | null, offset: number): number[] {
  const way = [offset];
  for (let at = node; at !== null && at !== body; at = at.parentNode)
    way.unshift(at.parentNode === null ? 0 : [...at.parentNode.childNodes].indexOf(at as ChildNode));
  return way;
}

function placeOf(body: HTMLElement, way: readonly number[]): { node: Node; offset: number } {
  let node: Node = body;
  for (const step of way.slice(0, -1)) node = node.childNodes[step] ?? node;
  const most = node.nodeType === 3 ? (node.nodeValue ?? '').length : node.childNodes.length;
  return { node, offset: Math.min(way.at(-1) ?? 0, most) };
}
