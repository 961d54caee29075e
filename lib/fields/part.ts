import type { Edit } from '../draft/types.ts';
import { parentOf } from './own-host.ts';
import { slide } from './slide.ts';

/** An empty box lower than this, in CSS pixels, is a blank that the author left between two paragraphs. */
const lowest = 24;

/**
 * True if an editor's DOM looks like only a part of a long document: by the row count it gives to screen
 * readers, by empty boxes in place of lines, or by positioned lines in a taller box.
 */
export function looksPartial(root: HTMLElement): boolean {
  if (countsMore(root)) return true;
  let level: Element = root;
  for (;;) {
    const children = [...level.children];
    if (children.some((child) => isSpacer(child))) return true;
    const first = children.find(hasWords);
    if (first === undefined) return false;
    if (isPlaced(first) && leavesRoom(level, children.filter(hasWords))) return true;
    const second = children.slice(children.indexOf(first) + 1).find(hasWords);
    if (second !== undefined || first.childElementCount === 0) return false;
    level = first;
  }
}

/**
 * Watches an editor for lines that come and go on scrolling. `sign` is a selector for what replaces missing
 * lines, true if unknown. Ends with the signal.
 */
export function watchPart(root: HTMLElement, sign: string | true, signal: AbortSignal) {
  let scrolled = false;
  let part = false;
  const written = () => {
    scrolled = false;
  };
  for (const type of ['keydown', 'beforeinput', 'input', 'paste', 'drop']) {
    root.addEventListener(type, written, { signal, capture: true, passive: true });
  }
  root.ownerDocument.addEventListener(
    'scroll',
    ({ target }) => {
      scrolled ||= target !== null && 'contains' in target && isAround(target as Node, root);
    },
    { signal, capture: true, passive: true },
  );
  return {
    /** Call after every reading, with the text of the previous one. */
    read(before: string, after: string): void {
      part ||= scrolled && before !== after && comesAndGoes(slide(before, after));
      scrolled = false;
    },
    get isPart(): boolean {
      return part || (sign === true ? looksPartial(root) : root.querySelector(sign) !== null);
    },
  };
}

/**
 * Lines were removed at one end and others added at the other. If they were only added or only removed, the
 * author edited an end of the text, and the page scrolled to the caret.
 */
function comesAndGoes(moved: readonly Edit[] | null): boolean {
  if (moved === null) return false;
  return moved.some(({ text }) => text.trim() !== '') && moved.some(({ start, end }) => end > start);
}

function isAround(target: Node, root: Element): boolean {
  return target.contains(root) || root.contains(target);
}

function hasWords({ textContent }: Element): boolean {
  return (textContent ?? '').trim() !== '';
}

/** The editor announces more rows than it has. */
function countsMore(root: HTMLElement): boolean {
  const row = root.querySelector('[aria-setsize]');
  if (row?.parentElement) {
    const size = Number(row.getAttribute('aria-setsize'));
    const shown = [...row.parentElement.children].filter((other) => other.hasAttribute('aria-setsize'));
    if (size === -1 || size > shown.length) return true;
  }
  const table = root.matches('[aria-rowcount]') ? root : root.querySelector('[aria-rowcount]');
  if (table === null) return false;
  const rows = Number(table.getAttribute('aria-rowcount'));
  return rows === -1 || rows > table.querySelectorAll('[role="row"], tr').length;
}

/** An empty box with a height set by a script: nobody can write in it. */
function isSpacer(element: Element): boolean {
  if (element.firstChild !== null) return false;
  const { height } = (element as HTMLElement).style;
  return /^[\d.]+px$/u.test(height) && Number.parseFloat(height) >= lowest;
}

/** A line positioned by a script, or moved together with the others. */
function isPlaced(element: Element): boolean {
  const style = element.ownerDocument.defaultView?.getComputedStyle(element);
  return style?.position === 'absolute' || style?.transform.startsWith('matrix(1, 0, 0, 1,') === true;
}

/** A scrolled box that is taller than its lines together by at least one line. */
function leavesRoom(box: Element, lines: readonly Element[]): boolean {
  if (!isScrolled(box)) return false;
  const places = lines.map((line) => line.getBoundingClientRect());
  const top = Math.min(...places.map((place) => place.top));
  const bottom = Math.max(...places.map((place) => place.bottom));
  const line = (bottom - top) / lines.length;
  return box.scrollHeight - (bottom - top) >= line * 0.9;
}

function isScrolled(box: Element): boolean {
  const view = box.ownerDocument.defaultView;
  for (let at: Element | null = box; at !== null; at = parentOf(at)) {
    if (at.scrollHeight <= at.clientHeight) continue;
    if (at === box.ownerDocument.scrollingElement) return true;
    if (/auto|scroll/u.test(view?.getComputedStyle(at).overflowY ?? '')) return true;
  }
  return false;
}
