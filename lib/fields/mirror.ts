import { mirrorLines } from './mirror-lines.ts';
import { createPlacing } from './mirror-place.ts';
import { ownHost } from './own-host.ts';
import { watchPlace } from './place-watcher.ts';

/**
 * A textarea's text has no places in the DOM. Its mirror has the same text in the same lines, at the same place on the
 * screen: what is measured or painted there fits the field. It stands outside the page's body, takes no pointer and is
 * no part of the accessibility tree.
 */
export interface Mirror {
  /** The tree to paint in. */
  readonly root: ShadowRoot;
  /** The range of a span (UTF-16 offsets of the field's value). Where `known` stands there already, that one. */
  range(start: number, end: number, known?: Range): Range;
  /** Another number whenever its text has changed: until then, ranges stand where they stood. */
  reading(): number;
  /** Follows the field's text, place, size and scrolling. */
  sync(): void;
}

type TextControl = HTMLTextAreaElement | HTMLInputElement;

/** Everything that decides where a character stands. */
const copied = [
  'direction',
  'font-family',
  'font-feature-settings',
  'font-kerning',
  'font-size',
  'font-size-adjust',
  'font-stretch',
  'font-style',
  'font-variant',
  'font-variation-settings',
  'font-weight',
  'letter-spacing',
  'line-break',
  'line-height',
  'overflow-wrap',
  'padding-bottom',
  'padding-left',
  'padding-right',
  'padding-top',
  'tab-size',
  'text-align',
  'text-autospace',
  'text-indent',
  'text-rendering',
  'text-spacing-trim',
  'text-transform',
  'text-wrap-style',
  'word-break',
  'word-spacing',
  'writing-mode',
] as const;

const mirrors = new WeakMap<TextControl, Mirror>();

/** The mirror of a field; one for each, taken away when the signal aborts. */
export function mirrorOf(field: TextControl, signal: AbortSignal): Mirror {
  const known = mirrors.get(field);
  if (known !== undefined) return known;
  const mirror = createMirror(field, signal);
  mirrors.set(field, mirror);
  signal.addEventListener('abort', () => mirrors.delete(field));
  return mirror;
}

function createMirror(field: TextControl, signal: AbortSignal): Mirror {
  const document = field.ownerDocument;
  const view = document.defaultView ?? window;
  const host = ownHost(document);
  host.setAttribute('aria-hidden', 'true');
  const root = host.attachShadow({ mode: 'closed' });
  const box = document.createElement('div');
  const lines = mirrorLines(box);
  const sheet = new view.CSSStyleSheet();
  // Of all that a field's text takes from the style of its box, only this is of the first line alone.
  sheet.replaceSync('div + div { text-indent: 0 }');
  root.adoptedStyleSheets.push(sheet);
  root.append(box);

  let styled = '';
  const style = () => {
    const computed = view.getComputedStyle(field);
    const singleLine = field.tagName === 'INPUT';
    const declarations = copied.map((name) => `${name}:${computed.getPropertyValue(name)}`);
    // A single line stands in the middle of its field; a textarea keeps white space and wraps.
    if (singleLine) declarations.push('white-space:pre', `line-height:${innerHeight(field, computed)}px`);
    else declarations.push(`white-space:${computed.whiteSpace}`);
    const css = `${declarations.join(';')};box-sizing:border-box;margin:0;border:0;color:transparent;overflow:hidden`;
    if (css === styled) return;
    styled = css;
    box.style.cssText = css;
  };
  const placeOver = createPlacing(field, host, box);
  const place = () => {
    placeOver();
    watcher.arm();
  };
  const scroll = () => {
    box.scrollTop = field.scrollTop;
    box.scrollLeft = field.scrollLeft;
  };
  const sync = () => {
    if (signal.aborted) return;
    // A last empty line has height only with something in it.
    lines.write(`${field.value}\u200b`);
    style();
    place();
    scroll();
  };

  let frame = 0;
  const soon = () => {
    if (frame !== 0) return;
    frame = view.requestAnimationFrame(() => {
      frame = 0;
      if (signal.aborted) return;
      style();
      place();
      scroll();
    });
  };
  const watcher = watchPlace(field, soon, signal);
  field.addEventListener('scroll', scroll, { signal, passive: true });
  signal.addEventListener('abort', () => {
    view.cancelAnimationFrame(frame);
    host.remove();
  });

  return {
    root,
    sync,
    range: lines.range,
    reading: lines.writings,
  };
}

function innerHeight(field: TextControl, style: CSSStyleDeclaration): number {
  return field.clientHeight - Number.parseFloat(style.paddingTop) - Number.parseFloat(style.paddingBottom);
}
