import { blockEditors, codeEditors, editables, isOpenTextarea, isProseInput } from './candidates.ts';
import { adapterOf } from './kinds/index.ts';
import { isTextControl } from './text-control.ts';
import type { Field } from './types.ts';
import { isCanvasInput } from './unreadable.ts';

/** The editor fields of a document that may be read, in the order of the page. */
export function findFields(document: Document): HTMLElement[] {
  if (document.designMode === 'on') return document.body === null ? [] : [document.body];
  const found = new Set<HTMLElement>();
  for (const element of document.querySelectorAll<HTMLElement>(editables)) {
    const field = isTextControl(element) ? element : (element.closest<HTMLElement>(blockEditors) ?? element);
    if (isReadable(field)) found.add(field);
  }
  return [...found];
}

/** The field an element (where a key or the focus went) belongs to, or null. */
export function fieldAround(element: Element): HTMLElement | null {
  const { designMode, body } = element.ownerDocument;
  if (designMode === 'on') return body;
  const around = element.closest<HTMLElement>(editables);
  const host = around !== null && !isTextControl(around) ? editingHost(around) : around;
  return host !== null && isReadable(host) ? host : null;
}

/** Makes a field of an element that `findFields` found. Everything it starts hangs on the signal. */
export function createField(element: HTMLElement, signal: AbortSignal): Field {
  return adapterOf(element).create(element, signal);
}

/** True when the field is one for prose and asks for nothing that would keep a reader out. */
export function isReadable(element: HTMLElement): boolean {
  if (element.closest('[data-gaozhun="false"]') !== null || element.closest(codeEditors) !== null)
    return false;
  if (isCanvasInput(element)) return false;
  if (element.tagName === 'TEXTAREA') {
    return isOpenTextarea(element as HTMLTextAreaElement) && !optsOut(element);
  }
  if (element.tagName === 'INPUT') return isProseInput(element as HTMLInputElement) && !optsOut(element);
  if (element.matches(blockEditors)) return element.querySelector('[contenteditable="true"]') !== null;
  if (!element.isContentEditable || editingHost(element) !== element) return false;
  if (element.getAttribute('aria-readonly') === 'true') return false;
  return adapterOf(element).marksItself || !optsOut(element);
}

/**
 * The outermost editable element around an element (a table cell inside a widget is part of its editor), or the block
 * editor around that.
 */
function editingHost(element: HTMLElement): HTMLElement | null {
  let host: HTMLElement | null = null;
  for (let at: HTMLElement | null = element; at !== null; at = at.parentElement) {
    const value = at.getAttribute('contenteditable');
    if (value !== null && value !== 'false') host = at;
  }
  return host?.closest<HTMLElement>(blockEditors) ?? host;
}

/** Such a field is not read, unless its page asks for it by name. */
function optsOut(element: Element): boolean {
  if (element.getAttribute('data-gaozhun') === 'true') return false;
  return element.getAttribute('spellcheck') === 'false' || element.getAttribute('data-gramm') === 'false';
}
