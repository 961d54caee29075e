import type { Box } from './draft.ts';

const zeroWidth = /[\u200b\u2060\ufeff]/;

/**
 * The box of words in an editor, scrolled into view: the first line of their first occurrence, in the view of the top
 * window; without words, the whole editor. Ignores zero-width characters. Throws if they are not found.
 */
export function boxOf(editor: Element, words: string): Box {
  if (words === '') return inTopView(editor, editor.getBoundingClientRect());
  const range = rangeOf(editor, words);
  const { startContainer } = range;
  (startContainer.parentElement ?? editor).scrollIntoView({ block: 'center', behavior: 'instant' });
  return inTopView(startContainer, firstLine(range));
}

/** The same in a textarea or an input, by a temporary element of the same style over it. */
export function boxInControl(field: HTMLTextAreaElement | HTMLInputElement, words: string): Box {
  if (words === '') {
    // As a plain object: Firefox cannot pass others out of the page.
    const { left, top, right, bottom } = field.getBoundingClientRect();
    return { left, top, right, bottom };
  }
  const at = field.value.indexOf(words);
  if (at < 0) throw new Error(`${words} is not in the field.`);
  field.scrollIntoView({ block: 'center', behavior: 'instant' });
  const layer = document.createElement('div');
  const style = getComputedStyle(field);
  for (const name of style) {
    if (!/^(?:block|inline|overflow|resize|position|transition)/.test(name)) {
      layer.style.setProperty(name, style.getPropertyValue(name));
    }
  }
  const oneLine = field.tagName === 'INPUT';
  Object.assign(layer.style, {
    position: 'absolute',
    boxSizing: 'border-box',
    left: `${field.offsetLeft}px`,
    top: `${field.offsetTop}px`,
    width: `${field.offsetWidth}px`,
    height: `${field.offsetHeight}px`,
    margin: '0',
    overflow: 'hidden',
    whiteSpace: oneLine ? 'pre' : 'pre-wrap',
    overflowWrap: 'break-word',
    // The only line is centred between the borders.
    ...(oneLine ? { lineHeight: `${field.clientHeight}px`, paddingTop: '0', paddingBottom: '0' } : {}),
  });
  layer.textContent = field.value;
  field.after(layer);
  const text = layer.firstChild ?? layer;
  const range = document.createRange();
  range.setStart(text, at);
  range.setEnd(text, at + words.length);
  const box = field.getBoundingClientRect();
  const reach = range.getBoundingClientRect();
  if (reach.top - field.scrollTop < box.top || reach.bottom - field.scrollTop > box.bottom) {
    field.scrollTop += reach.top - field.scrollTop - box.top - field.clientHeight / 2;
  }
  layer.scrollTop = field.scrollTop;
  layer.scrollLeft = field.scrollLeft;
  const { left, top, right, bottom } = firstLine(range);
  layer.remove();
  return { left, top, right, bottom };
}

function rangeOf(editor: Element, words: string): Range {
  const document = editor.ownerDocument;
  const walker = document.createTreeWalker(editor, NodeFilter.SHOW_TEXT);
  const places: { node: Text; offset: number }[] = [];
  let text = '';
  for (let node = walker.nextNode() as Text | null; node !== null; node = walker.nextNode() as Text | null) {
    // Vditor hides the marks of Markdown.
    if (node.parentElement?.matches('.vditor-ir__marker') === true) continue;
    for (let offset = 0; offset < node.data.length; offset++) {
      const unit = node.data.charAt(offset);
      if (zeroWidth.test(unit)) continue;
      text += unit;
      places.push({ node, offset });
    }
  }
  const at = text.indexOf(words);
  const first = places[at];
  const last = places[at + words.length - 1];
  if (at < 0 || first === undefined || last === undefined) throw new Error(`${words} is not in the editor.`);
  const range = document.createRange();
  range.setStart(first.node, first.offset);
  range.setEnd(last.node, last.offset + 1);
  return range;
}

function firstLine(range: Range): DOMRect {
  const rects = [...range.getClientRects()];
  const [rect = range.getBoundingClientRect()] = rects.filter(({ width }) => width > 0);
  return rect;
}

function inTopView(inside: Node, rect: DOMRect): Box {
  let { left, top } = rect;
  let view = inside.ownerDocument?.defaultView ?? null;
  while (view !== null && view.frameElement !== null) {
    const frame = view.frameElement;
    const outer = frame.getBoundingClientRect();
    left += outer.left + frame.clientLeft;
    top += outer.top + frame.clientTop;
    view = frame.ownerDocument.defaultView;
  }
  return { left, top, right: left + rect.width, bottom: top + rect.height };
}
