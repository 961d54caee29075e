import { mirrorLines } from './mirror-lines.ts';
import { createPlacing } from './mirror-place.ts';
import { ownHost } from './own-host.ts';
import { watchPlace } from './place-watcher.ts';

/**
 * A textarea's text has no positions in the DOM. Its mirror lays out the same text at the same place on the
 * screen, so that it can be measured and painted. It is outside the page's body, takes no pointer events and
 * is hidden from the accessibility tree.
 */
export interface Mirror {
  /** The shadow root to paint in. */
  readonly root: ShadowRoot;
  /**
   * The range of a span (UTF-16 offsets of the field's value). Returns `known` if it is at that place
   * already.
   */
  range(start: number, end: number, known?: Range): Range;
  /** Changes with the text. Ranges stay valid while it is the same. */
  reading(): number;
  /** Copies the field's text, style, place and scroll position. */
  sync(): void;
  /** Calls back when the mirror was made anew, since the page had written into it. */
  onRenewed: () => void;
}

type TextControl = HTMLTextAreaElement | HTMLInputElement;

/** Every property that affects the position of a character. */
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

/** The mirror of a field, made once and removed when the signal aborts. */
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
  // Of the inherited text properties only text-indent applies to the first line alone. Nothing of it is printed.
  sheet.replaceSync('div + div { text-indent: 0 } @media print { :host { display: none !important } }');
  root.adoptedStyleSheets.push(sheet);
  root.append(box);

  let styled = '';
  const style = () => {
    const computed = view.getComputedStyle(field);
    const singleLine = field.tagName === 'INPUT';
    const declarations = copied.map((name) => `${name}:${computed.getPropertyValue(name)}`);
    // An input centres its line vertically; a textarea keeps white space and wraps.
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
    if (foreign.takeRecords().length > 0) clear();
    // A last empty line has no height without a character in it.
    lines.write(`${field.value}\u200b`);
    foreign.takeRecords();
    style();
    place();
    scroll();
  };

  const clear = () => {
    lines.clear();
    root.replaceChildren(box);
  };
  // By a registered range a page reaches the closed tree. A page that goes on writing there is answered once per frame.
  const foreign = new view.MutationObserver(() => {
    view.requestAnimationFrame(() => {
      if (signal.aborted) return;
      clear();
      sync();
      mirror.onRenewed();
    });
  });
  foreign.observe(root, { childList: true, characterData: true, subtree: true });

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
    foreign.disconnect();
    view.cancelAnimationFrame(frame);
    host.remove();
  });

  const mirror: Mirror = {
    root,
    sync,
    onRenewed: () => undefined,
    range: lines.range,
    reading: lines.writings,
  };
  return mirror;
}

function innerHeight(field: TextControl, style: CSSStyleDeclaration): number {
  return field.clientHeight - Number.parseFloat(style.paddingTop) - Number.parseFloat(style.paddingBottom);
}
