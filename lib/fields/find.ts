import { blockEditors, codeEditors, editables, isOpenTextarea, isProseInput } from './editable-elements.ts';
import { given } from './given.ts';
import { adapterOf } from './kinds/index.ts';
import { isTextControl } from './text-control.ts';
import type { AlsoRead, Field } from './types.ts';
import { isCanvasInput } from './unreadable.ts';

const everything: AlsoRead = { codeEditors: true, optedOut: true };
const han = /\p{Script=Han}/u;

/** The editor fields of a document that may be read, in document order. */
export function findFields(document: Document, also: AlsoRead): HTMLElement[] {
  if (document.designMode === 'on') return document.body === null ? [] : [document.body];
  const found = new Set<HTMLElement>();
  for (const element of document.querySelectorAll<HTMLElement>(editables)) {
    const field = isTextControl(element) ? element : (element.closest<HTMLElement>(blockEditors) ?? element);
    if (isReadable(field, also)) found.add(field);
  }
  return [...found];
}

/** The field that an event target or focused element belongs to, or null. */
export function fieldAround(element: Element, also: AlsoRead): HTMLElement | null {
  const { designMode, body } = element.ownerDocument;
  if (designMode === 'on') return body;
  const around = element.closest<HTMLElement>(editables);
  const host = around !== null && !isTextControl(around) ? editingHost(around) : around;
  return host !== null && isReadable(host, also) ? host : null;
}

/** All fields of a document, including those read only with the author's permission. */
export function findAllFields(document: Document): HTMLElement[] {
  return findFields(document, everything);
}

/**
 * Why a field with Chinese words is not read without the author's permission for the site; null if it is
 * read.
 */
export function leftAlone(element: Element): keyof AlsoRead | null {
  const field = fieldAround(element, everything);
  if (field === null || !han.test(wordsOf(field))) return null;
  if (!isReadable(field, { codeEditors: false, optedOut: true })) return 'codeEditors';
  return isReadable(field, { codeEditors: true, optedOut: false }) ? null : 'optedOut';
}

function wordsOf(field: HTMLElement): string {
  return isTextControl(field) ? field.value : (field.textContent ?? '');
}

/** Makes a field of an element that `findFields` found. Listeners and observers end with the signal. */
export function createField(element: HTMLElement, signal: AbortSignal): Field {
  return adapterOf(element).create(element, signal);
}

/** True if the field holds prose and does not opt out of checking, or if the author overrides that. */
export function isReadable(element: HTMLElement, also: AlsoRead): boolean {
  if (element.closest('[data-gaozhun="false"]') !== null) return false;
  const inCode = element.closest(codeEditors) !== null;
  const mayRead = inCode
    ? also.codeEditors && adapterOf(element).kind === 'codemirror6'
    : also.optedOut || !optsOut(element);
  if (!mayRead || isCanvasInput(element)) return false;
  if (element.ownerDocument.designMode === 'on') return element === element.ownerDocument.body;
  if (element.tagName === 'TEXTAREA') return isOpenTextarea(element as HTMLTextAreaElement);
  if (element.tagName === 'INPUT') return isProseInput(element as HTMLInputElement);
  if (element.matches(blockEditors)) return element.querySelector('[contenteditable="true"]') !== null;
  if (!element.isContentEditable || editingHost(element) !== element) return false;
  if (element.closest('[role="searchbox"], [role="search"]') !== null) return false;
  return element.getAttribute('aria-readonly') !== 'true';
}

/**
 * The outermost editable element around an element (a table cell inside a widget is part of its editor), or
 * the block editor around that.
 */
function editingHost(element: HTMLElement): HTMLElement | null {
  let host: HTMLElement | null = null;
  for (let at: HTMLElement | null = element; at !== null; at = given(at, 'parentElement')) {
    const value = given(at, 'getAttribute').call(at, 'contenteditable');
    if (value !== null && value !== 'false') host = at;
  }
  return host?.closest<HTMLElement>(blockEditors) ?? host;
}

/**
 * Such a field is not read, unless its page opts in or its editor sets these attributes for itself: those that are known
 * for it, and all that edit a document as a whole, which no author writes by hand.
 */
function optsOut(element: HTMLElement): boolean {
  if (element.getAttribute('data-gaozhun') === 'true') return false;
  if (element.tagName === 'BODY' || adapterOf(element).marksItself) return false;
  return element.getAttribute('spellcheck') === 'false' || element.getAttribute('data-gramm') === 'false';
}
