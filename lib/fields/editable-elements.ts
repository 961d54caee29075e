/** Elements that may take text, by selector alone; not the hidden box in which Quill 1 catches pastes. */
export const editables = 'textarea, input, [contenteditable]:not(.ql-clipboard)';
/** Editors in which each block is editable separately: all blocks together are one field. */
export const blockEditors = '.codex-editor__redactor';
/** Code editors. Code is not prose, and most of them keep only the visible lines in the DOM. */
export const codeEditors = '.CodeMirror, .cm-editor, .monaco-editor, .ace_editor';

/**
 * True if a text has Chinese characters (basic block or extension A). A loop, as a pattern would be compiled
 * on every page.
 */
function hasHan(line: string): boolean {
  for (let at = 0; at < line.length; at++) {
    const unit = line.charCodeAt(at);
    if (unit >= 0x3400 && unit <= 0x9fff) return true;
  }
  return false;
}

const notForSearch = ':not([role="searchbox"], [role="combobox"], [role="search"] *)';
/**
 * A superset of `isCandidate` as one selector: touching the first element from a script costs more than the
 * query. It includes an input only if the page sets its value; the focus finds the others. Every code editor
 * but Monaco has a textarea or contenteditable.
 */
const atFirstSight = [
  `textarea:read-write${notForSearch}`,
  `input:is(:not([type]), [type=""], [type="text" i])[value]:not([value=""])${notForSearch}`,
  '[contenteditable]',
  '.monaco-editor',
].join();

/**
 * True if a document may hold an editor. Costs next to nothing. An empty input is found by its focus later.
 */
export function hasCandidate(document: Document): boolean {
  if (document.designMode === 'on') return true;
  // Most pages have no match, so that no list is built.
  if (document.querySelector(atFirstSight) === null) return false;
  for (const element of document.querySelectorAll(atFirstSight)) if (isCandidate(element)) return true;
  return false;
}

/** True if an element may be an editor or belong to one. */
export function isCandidate(element: Element): boolean {
  if (element.tagName === 'INPUT') return isProseInput(element as HTMLInputElement);
  if (element.tagName === 'TEXTAREA') return isOpenTextarea(element as HTMLTextAreaElement);
  return (element as HTMLElement).isContentEditable || element.closest(codeEditors) !== null;
}

/** True for an editable textarea that is not a search box. */
export function isOpenTextarea(area: HTMLTextAreaElement): boolean {
  return !area.readOnly && !area.disabled && !isForSearch(area);
}

/** True for an editable single-line input with Chinese text that is not a search box. */
export function isProseInput(input: HTMLInputElement): boolean {
  const plainText = input.type === 'text' && !input.readOnly && !input.disabled;
  return plainText && hasHan(input.value) && !isForSearch(input);
}

function isForSearch(element: Element): boolean {
  const role = element.getAttribute('role');
  if (role === 'searchbox' || role === 'combobox' || element.closest('[role="search"]') !== null) return true;
  const words = ['name', 'id', 'placeholder', 'aria-label'].map((name) => element.getAttribute(name) ?? '');
  return words.some((word) => /search|搜索|查找|检索/i.test(word));
}
