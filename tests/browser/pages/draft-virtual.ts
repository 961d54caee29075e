import { blocksOf } from './draft-blocks.ts';

/** A character of the model and its format. */
interface Character {
  readonly letter: string;
  readonly bold: boolean;
}
/** A place in the model: the paragraph's index, and the offset in it. */
interface Place {
  readonly row: number;
  readonly at: number;
}

const rowHeight = 60;
const overscan = 1;

/**
 * An editor of many paragraphs that renders only the visible ones. Like real ones, it cancels the browser's editing,
 * changes its model, and renders again. `placed`: rows with absolute positions in a tall box; `spacer`: blank boxes
 * above and below replace what is not rendered.
 */
export function createVirtualEditor(parent: Element, html: string, way: 'placed' | 'spacer') {
  let rows: readonly (readonly Character[])[] = parse(html);
  let past: { rows: typeof rows; caret: Place }[] = [];
  let anchor: Place = { row: 0, at: 0 };
  let focus: Place = anchor;

  const scroller = document.createElement('div');
  scroller.style.cssText =
    'position: relative; overflow: auto; width: 640px; height: 420px; border: 1px solid #999';
  const field = document.createElement('div');
  field.contentEditable = 'true';
  field.setAttribute('role', 'textbox');
  field.style.cssText = 'position: relative; outline: none; white-space: pre-wrap';
  scroller.append(field);
  parent.append(scroller);

  const draw = () => {
    const first = Math.max(0, Math.floor(scroller.scrollTop / rowHeight) - overscan);
    const count = Math.ceil(scroller.clientHeight / rowHeight) + 2 * overscan;
    const shown = rows.slice(first, first + count).map((letters, nth) => drawRow(letters, first + nth, way));
    if (way === 'placed') field.style.height = `${rows.length * rowHeight}px`;
    const above = blank(first);
    const below = blank(rows.length - first - shown.length);
    field.replaceChildren(...(way === 'placed' ? shown : [above, ...shown, below]));
    if (document.activeElement === field) putSelection();
  };
  const putSelection = () => {
    const from = pointOf(field, anchor);
    const to = pointOf(field, focus);
    if (from !== null && to !== null) {
      document.getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset);
    }
  };
  const readSelection = () => {
    const selection = document.getSelection();
    const from = placeOf(field, selection?.anchorNode ?? null, selection?.anchorOffset ?? 0);
    const to = placeOf(field, selection?.focusNode ?? null, selection?.focusOffset ?? 0);
    if (from === null || to === null) return;
    anchor = from;
    focus = to;
  };
  const replace = (from: Place, to: Place, text: string) => {
    past.push({ rows, caret: focus });
    const bold = (rows[from.row]?.[from.at] ?? rows[from.row]?.[from.at - 1])?.bold ?? false;
    const head = rows[from.row]?.slice(0, from.at) ?? [];
    const tail = rows[to.row]?.slice(to.at) ?? [];
    const lines = text.split('\n').map((line) => [...line].map((letter) => ({ letter, bold })));
    const at = lines.length === 1 ? from.at + (lines[0]?.length ?? 0) : (lines.at(-1)?.length ?? 0);
    lines[0] = [...head, ...(lines[0] ?? [])];
    lines[lines.length - 1] = [...(lines.at(-1) ?? []), ...tail];
    rows = [...rows.slice(0, from.row), ...lines, ...rows.slice(to.row + 1)];
    anchor = focus = { row: from.row + lines.length - 1, at };
    draw();
  };
  const undo = () => {
    const last = past.at(-1);
    if (last === undefined) return;
    past = past.slice(0, -1);
    rows = last.rows;
    anchor = focus = last.caret;
    draw();
  };

  field.addEventListener('beforeinput', (event) => {
    event.preventDefault();
    readSelection();
    const [range] = event.getTargetRanges();
    const start = range === undefined ? null : placeOf(field, range.startContainer, range.startOffset);
    const end = range === undefined ? null : placeOf(field, range.endContainer, range.endOffset);
    const [from, to] = isBefore(anchor, focus) ? [anchor, focus] : [focus, anchor];
    const text = event.data ?? event.dataTransfer?.getData('text/plain') ?? '';
    if (event.inputType.startsWith('insert')) {
      replace(from, to, event.inputType === 'insertParagraph' ? '\n' : text);
    } else if (event.inputType.startsWith('delete')) replace(start ?? from, end ?? to, '');
  });
  field.addEventListener('keydown', (event) => {
    if (!event.ctrlKey || event.key !== 'z') return;
    event.preventDefault();
    undo();
  });
  document.addEventListener('selectionchange', readSelection);
  scroller.addEventListener('scroll', draw);
  draw();
  return {
    field,
    paragraphs: () => rows,
    draw,
    /** Scrolls a paragraph into the middle. */
    show(row: number) {
      scroller.scrollTop = (row + 0.5) * rowHeight - scroller.clientHeight / 2;
      draw();
    },
  };
}

function parse(html: string): Character[][] {
  return blocksOf(html).flatMap(({ runs }) => {
    const lines: Character[][] = [[]];
    for (const { text, bold } of runs) {
      if (text === '\n') lines.push([]);
      else lines.at(-1)?.push(...[...text].map((letter) => ({ letter, bold })));
    }
    return lines;
  });
}

function drawRow(letters: readonly Character[], row: number, way: 'placed' | 'spacer'): HTMLElement {
  const element = document.createElement('div');
  element.dataset.row = String(row);
  element.style.cssText = `height: ${rowHeight}px; overflow: hidden;${
    way === 'placed' ? `position: absolute; left: 0; right: 0; top: ${row * rowHeight}px` : ''
  }`;
  for (let at = 0; at < letters.length; ) {
    const bold = letters[at]?.bold ?? false;
    let end = at;
    while (end < letters.length && letters[end]?.bold === bold) end++;
    const words = letters
      .slice(at, end)
      .map(({ letter }) => letter)
      .join('');
    const run = document.createElement(bold ? 'b' : 'span');
    run.textContent = words;
    element.append(run);
    at = end;
  }
  if (letters.length === 0) element.append(document.createElement('br'));
  return element;
}

function blank(count: number): HTMLElement {
  const element = document.createElement('div');
  element.contentEditable = 'false';
  element.style.height = `${count * rowHeight}px`;
  return element;
}

function pointOf(field: HTMLElement, { row, at }: Place): { node: Node; offset: number } | null {
  const element = field.querySelector(`[data-row="${row}"]`);
  if (element === null) return null;
  let left = at;
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const { length } = node as Text;
    if (left <= length) return { node, offset: left };
    left -= length;
  }
  return { node: element, offset: 0 };
}

function placeOf(field: HTMLElement, node: Node | null, offset: number): Place | null {
  const around = node === null ? null : node.nodeType === 1 ? (node as Element) : node.parentElement;
  const element = around?.closest<HTMLElement>('[data-row]') ?? null;
  if (node === null || element === null || !field.contains(element)) return null;
  const range = document.createRange();
  range.selectNodeContents(element);
  range.setEnd(node, offset);
  return { row: Number(element.dataset.row), at: [...range.toString()].length };
}

function isBefore(a: Place, b: Place): boolean {
  return a.row < b.row || (a.row === b.row && a.at <= b.at);
}
