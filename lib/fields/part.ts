import type { Edit } from '../draft/types.ts';
import { parentOf } from './own-host.ts';
import { slide } from './slide.ts';

/** A blank lower than this, in CSS pixels, is one that somebody set between two paragraphs. */
const lowest = 24;

/**
 * True when an editor shows by its form that it holds only a part of a long document: by what it tells a screen reader
 * of the number of its lines, by blank boxes in place of lines, or by lines set one by one in a box that is taller than
 * they are.
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
 * Watches an editor for lines that come and go as somebody scrolls. `sign` is what stands in it for lines that are not
 * there, where that is known. Everything hangs on the signal.
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
    /** To be told of every reading, with the one before. */
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
 * Lines went at one end and others came at the other. Where they only came, or only went, somebody wrote or deleted at
 * an end of the text, and the page was scrolled to the caret.
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

/** More rows are told of than there are. */
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

/** An empty box whose height a script has set: nobody can write in it. */
function isSpacer(element: Element): boolean {
  if (element.firstChild !== null) return false;
  const { height } = (element as HTMLElement).style;
  return /^[\d.]+px$/u.test(height) && Number.parseFloat(height) >= lowest;
}

/** Lines that a script puts where they are to stand, or moves there together. */
function isPlaced(element: Element): boolean {
  const style = element.ownerDocument.defaultView?.getComputedStyle(element);
  return style?.position === 'absolute' || style?.transform.startsWith('matrix(1, 0, 0, 1,') === true;
}

/** A box that is scrolled, and higher than its lines together by a line at least. */
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
