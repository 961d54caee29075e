/** The number that an editor shows before a list item, and the nesting depth of its list. */
export interface ListNumber {
  readonly value: number;
  readonly depth: number;
}

/**
 * The number of an `<li>`; null if it shows none: in `<ul>`, in a list without markers, and for Quill's
 * bullets and check boxes, which also use `<ol>`.
 */
export function numberOf(item: Element): ListNumber | null {
  const list = item.parentElement;
  if (list === null || list.tagName !== 'OL') return null;
  const quill = item.getAttribute('data-list');
  if (quill !== null) return quill === 'ordered' ? quillNumber(item) : null;
  const style = list.ownerDocument.defaultView?.getComputedStyle(item).listStyleType ?? 'decimal';
  if (/^(?:none|disc|circle|square)$/u.test(style)) return null;
  return { value: numberOnPage(item, list), depth: depthOf(list) };
}

function numberOnPage(item: Element, list: Element): number {
  let steps = 0;
  for (let at: Element | null = item; at !== null; at = at.previousElementSibling) {
    if (at.tagName !== 'LI') continue;
    const own = numberIn(at, 'value');
    if (own !== null) return own + steps;
    steps++;
  }
  return (numberIn(list, 'start') ?? 1) + steps - 1;
}

function depthOf(list: Element): number {
  let depth = 0;
  for (let at = list.parentElement; at?.isContentEditable === true; at = at.parentElement) {
    if (at.tagName === 'OL' || at.tagName === 'UL') depth++;
  }
  return depth;
}

/** Quill's lists are flat: a class holds the depth, and a shallower item restarts the deeper ones. */
function quillNumber(item: Element): ListNumber {
  const depth = quillDepth(item);
  let value = 1;
  for (let at = item.previousElementSibling; at !== null; at = at.previousElementSibling) {
    const other = quillDepth(at);
    if (other < depth) break;
    if (other > depth) continue;
    if (at.getAttribute('data-list') !== 'ordered') break;
    value++;
  }
  return { value, depth };
}

function quillDepth(item: Element): number {
  return Number(/(?:^|\s)ql-indent-(\d)/u.exec(item.className)?.[1] ?? 0);
}

function numberIn(element: Element, attribute: string): number | null {
  const written = element.getAttribute(attribute);
  return written !== null && /^-?\d{1,6}$/u.test(written) ? Number(written) : null;
}
