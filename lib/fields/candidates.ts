/** Where text is typed into a page, at first sight. */
export const editables = 'textarea, input, [contenteditable]';
/** Editors whose every block is edited by itself: their blocks together are one field. */
export const blockEditors = '.codex-editor__redactor';
/** Code is not prose; these hold only the visible lines in the DOM besides. */
export const codeEditors = '.CodeMirror, .cm-editor, .monaco-editor, .ace_editor';

/** Whether a line has Chinese in it: of the basic block or extension A. A pattern would have to be compiled on every page. */
function hasHan(line: string): boolean {
  for (let at = 0; at < line.length; at++) {
    const unit = line.charCodeAt(at);
    if (unit >= 0x3400 && unit <= 0x9fff) return true;
  }
  return false;
}

const notForSearch = ':not([role="searchbox"], [role="combobox"], [role="search"] *)';
/**
 * What `isCandidate` may be true of, as far as the browser can tell by itself: the first element of a page that a script
 * touches costs more than the whole search. A line is among it only when the page came with its words; of others the
 * focus tells. Of the code editors all but Monaco have a textarea, or say contenteditable.
 */
const atFirstSight = [
  `textarea:read-write${notForSearch}`,
  `input:is(:not([type]), [type=""], [type="text" i])[value]:not([value=""])${notForSearch}`,
  '[contenteditable]',
  '.monaco-editor',
].join();

/**
 * True when a document may hold an editor: what a closer look would then tell. Costs next to nothing. A line that is
 * empty when the page comes is left to the focus.
 */
export function hasCandidate(document: Document): boolean {
  if (document.designMode === 'on') return true;
  // On most pages there is none: then not even a list is made.
  if (document.querySelector(atFirstSight) === null) return false;
  for (const element of document.querySelectorAll(atFirstSight)) if (isCandidate(element)) return true;
  return false;
}

/** True when an element may be an editor or belong to one. */
export function isCandidate(element: Element): boolean {
  if (element.tagName === 'INPUT') return isProseInput(element as HTMLInputElement);
  if (element.tagName === 'TEXTAREA') return isOpenTextarea(element as HTMLTextAreaElement);
  return (element as HTMLElement).isContentEditable || element.closest(codeEditors) !== null;
}

/** True for a textarea that takes words and is not there to search by. */
export function isOpenTextarea(area: HTMLTextAreaElement): boolean {
  return !area.readOnly && !area.disabled && !isForSearch(area);
}

/** True for a single line with Chinese in it, and none that is there to search by. */
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
