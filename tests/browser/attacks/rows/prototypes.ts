import type { Attack } from '../attack.ts';

/** Wraps what the page's world has: `armed` once anybody calls it, and all that goes through it is noted. */
const tap = `
const textOf = (one) => {
  if (typeof one === 'string') return one.slice(0, 2000);
  if (typeof Node !== 'undefined' && one instanceof Node) return one.textContent.slice(0, 2000);
  if (one instanceof Range || one instanceof Selection) return one.toString();
  return typeof one === 'object' && one !== null ? Object.values(one).filter((value) => typeof value === 'string').join(' ') : '';
};
const seen = (real, self, all) => {
  window.armed = true;
  if (window.busy === true || window.caught.length > 3000) return;
  window.busy = true;
  try { for (const one of [self, ...all]) window.caught.push(textOf(one)); } catch {} finally { window.busy = false; }
};
window.tap = (owner, name, instead) => {
  const real = owner[name];
  if (typeof real !== 'function') throw new Error('No ' + name);
  owner[name] = function (...all) {
    seen(real, this, all);
    return instead === undefined ? Reflect.apply(real, this, all) : instead.call(this, real, all);
  };
};
window.tapValue = (owner, name, instead) => {
  const { get, set } = Object.getOwnPropertyDescriptor(owner, name);
  Object.defineProperty(owner, name, { configurable: true,
    get() { const value = get.call(this); seen(null, this, [value]); return instead === undefined ? value : instead.call(this, value); },
    set(value) { seen(null, this, [value]); set?.call(this, value); } });
};
window.tapClass = (name) => {
  const Real = window[name];
  window[name] = class extends Real {
    constructor(...all) {
      super(...all.map((one) => typeof one !== 'function' ? one : function (...given) { for (const each of given[0] ?? []) seen(null, each.target, []); return one.apply(this, given); }));
      seen(null, null, []);
    }
  };
};`;

/** Patches by name: the script that makes them, and a call of the page's own that goes through them. */
const patches: readonly (readonly [name: string, patch: string, call: string])[] = [
  [
    'attachShadow, which opens every tree',
    `tap(Element.prototype, 'attachShadow', function (real, [how]) { const root = Reflect.apply(real, this, [{ ...how, mode: 'open' }]); caught.push('root'); return root; })`,
    `document.createElement('div').attachShadow({ mode: 'closed' })`,
  ],
  [
    'Range',
    `for (const name of ['setStart', 'setEnd', 'cloneRange', 'toString', 'selectNodeContents']) tap(Range.prototype, name); tap(Range.prototype, 'getBoundingClientRect', () => new DOMRect())`,
    `new Range().cloneRange()`,
  ],
  [
    'Selection',
    `for (const name of ['addRange', 'removeAllRanges', 'getRangeAt', 'collapse', 'setBaseAndExtent', 'toString']) tap(Selection.prototype, name, () => { throw new Error('no'); })`,
    `try { getSelection().removeAllRanges() } catch {}`,
  ],
  [
    'Node',
    `for (const name of ['appendChild', 'insertBefore', 'removeChild', 'contains', 'getRootNode', 'cloneNode', 'compareDocumentPosition']) tap(Node.prototype, name)`,
    `document.contains(document.body)`,
  ],
  [
    'Element',
    `for (const name of ['append', 'prepend', 'remove', 'setAttribute', 'removeAttribute', 'matches', 'closest', 'querySelector', 'querySelectorAll', 'replaceChildren']) tap(Element.prototype, name)`,
    `document.body.matches('x')`,
  ],
  [
    'the boxes of elements',
    `tap(Element.prototype, 'getBoundingClientRect', () => new DOMRect(-9e3, -9e3, 1, 1)); tap(Element.prototype, 'getClientRects', () => [])`,
    `document.body.getBoundingClientRect()`,
  ],
  [
    'EventTarget',
    `for (const name of ['addEventListener', 'removeEventListener', 'dispatchEvent']) tap(EventTarget.prototype, name)`,
    `document.dispatchEvent(new Event('x'))`,
  ],
  [
    'Event',
    `for (const name of ['preventDefault', 'stopPropagation', 'stopImmediatePropagation', 'composedPath']) tap(Event.prototype, name)`,
    `new Event('x').composedPath()`,
  ],
  [
    'the kinds of events',
    `for (const name of ['Event', 'InputEvent', 'KeyboardEvent', 'ClipboardEvent', 'DataTransfer', 'MouseEvent']) tapClass(name)`,
    `new Event('x')`,
  ],
  ['JSON', `tap(JSON, 'parse'); tap(JSON, 'stringify')`, `JSON.parse('1')`],
  [
    'Array',
    `for (const name of ['flatMap', 'find', 'some', 'every', 'reduce', 'findLast', 'at']) tap(Array.prototype, name)`,
    `[1].at(0)`,
  ],
  [
    'Object',
    `for (const name of ['entries', 'values', 'assign', 'keys', 'defineProperty', 'freeze', 'hasOwn']) tap(Object, name)`,
    `Object.keys({})`,
  ],
  [
    'accessors on Object.prototype',
    `for (const name of ['get', 'mode', 'type', 'capture', 'signal', 'then']) Object.defineProperty(Object.prototype, name, { configurable: true, get() { armed = true; return undefined; }, set(value) { armed = true; Object.defineProperty(this, name, { value, writable: true, configurable: true, enumerable: true }); } })`,
    `({}).signal`,
  ],
  [
    'Promise',
    `for (const name of ['then', 'catch', 'finally']) tap(Promise.prototype, name)`,
    `Promise.resolve().then(() => 1)`,
  ],
  [
    'Map and Set',
    `for (const name of ['get', 'set', 'has', 'delete']) tap(Map.prototype, name); for (const name of ['add', 'has']) tap(Set.prototype, name)`,
    `new Map().get(1)`,
  ],
  [
    'WeakMap',
    `for (const name of ['get', 'set', 'has']) tap(WeakMap.prototype, name)`,
    `new WeakMap().get({})`,
  ],
  [
    'String',
    `for (const name of ['slice', 'includes', 'replace', 'split', 'trim', 'startsWith', 'indexOf']) tap(String.prototype, name)`,
    `'a'.slice(1)`,
  ],
  ['RegExp', `tap(RegExp.prototype, 'exec'); tap(RegExp.prototype, 'test')`, `/a/.test('a')`],
  ['Function', `tap(Function.prototype, 'bind')`, `(() => 1).bind(null)`],
  [
    'CSSStyleSheet',
    `for (const name of ['replaceSync', 'insertRule', 'replace']) tap(CSSStyleSheet.prototype, name)`,
    `new CSSStyleSheet().replaceSync('a{}')`,
  ],
  [
    'Highlight and its registry',
    `for (const name of ['add', 'delete', 'clear']) tap(Highlight.prototype, name); for (const name of ['set', 'get', 'delete']) tap(HighlightRegistry.prototype, name)`,
    `CSS.highlights.get('x')`,
  ],
  ['IntersectionObserver', `tapClass('IntersectionObserver')`, `new IntersectionObserver(() => 1)`],
  ['MutationObserver', `tapClass('MutationObserver')`, `new MutationObserver(() => 1)`],
  ['ResizeObserver', `tapClass('ResizeObserver')`, `new ResizeObserver(() => 1)`],
  [
    'getComputedStyle, which answers that nothing is seen',
    `tap(window, 'getComputedStyle', () => ({ display: 'none', visibility: 'hidden', getPropertyValue: () => '' }))`,
    `getComputedStyle(document.body)`,
  ],
  [
    'the makers of the document',
    `for (const name of ['createElement', 'createElementNS', 'createTextNode', 'createRange', 'createTreeWalker', 'importNode']) tap(Document.prototype, name)`,
    `document.createElement('a')`,
  ],
  [
    'what the document finds',
    `for (const name of ['querySelector', 'querySelectorAll', 'elementFromPoint', 'elementsFromPoint', 'getElementById']) tap(Document.prototype, name)`,
    `document.elementFromPoint(1, 1)`,
  ],
  [
    'carets from points',
    `for (const name of ['caretPositionFromPoint', 'caretRangeFromPoint']) if (name in Document.prototype) tap(Document.prototype, name, () => null)`,
    `document.caretRangeFromPoint(1, 1)`,
  ],
  [
    'execCommand, which does nothing',
    `tap(Document.prototype, 'execCommand', () => true)`,
    `document.execCommand('x')`,
  ],
  [
    'timers that never ring',
    `for (const name of ['requestIdleCallback']) tap(window, name, () => 0)`,
    `requestIdleCallback(() => 1)`,
  ],
  [
    'attachInternals',
    `tap(HTMLElement.prototype, 'attachInternals')`,
    `try { document.createElement('a-b').attachInternals() } catch {}`,
  ],
  [
    'the words of nodes',
    `tapValue(Node.prototype, 'textContent'); tapValue(CharacterData.prototype, 'data'); tapValue(Element.prototype, 'innerHTML')`,
    `document.title; document.body.firstChild.textContent`,
  ],
  [
    'the value of textareas',
    `tapValue(HTMLTextAreaElement.prototype, 'value')`,
    `document.querySelector('textarea').value`,
  ],
  [
    'trees and hosts',
    `tapValue(Element.prototype, 'shadowRoot'); tapValue(ShadowRoot.prototype, 'host'); tapValue(ShadowRoot.prototype, 'activeElement')`,
    `document.body.shadowRoot`,
  ],
  [
    'style sheets adopted',
    `tapValue(Document.prototype, 'adoptedStyleSheets'); tapValue(ShadowRoot.prototype, 'adoptedStyleSheets')`,
    `document.adoptedStyleSheets`,
  ],
  [
    'the focus of the document',
    `tapValue(Document.prototype, 'activeElement', () => null)`,
    `document.activeElement`,
  ],
  [
    'fetch, XMLHttpRequest, beacons and sockets',
    `for (const name of ['fetch']) tap(window, name); tap(Navigator.prototype, 'sendBeacon'); tap(XMLHttpRequest.prototype, 'open')`,
    `fetch('x').catch(() => 1)`,
  ],
  [
    'cloning and messages',
    `for (const name of ['structuredClone', 'postMessage']) tap(window, name); tap(MessagePort.prototype, 'postMessage')`,
    `structuredClone(1)`,
  ],
  [
    'the clipboard',
    `tap(Clipboard?.prototype ?? {}, 'writeText')`,
    `navigator.clipboard.writeText('x').catch(() => 1)`,
  ],
  [
    'names of our own',
    `for (const name of ['chrome', 'browser']) try { window[name] = new Proxy({}, { get(_, key) { caught.push(String(key)); return undefined; } }); } catch {}; window[Symbol.for('gaozhun-writing')] = { abort() { caught.push('abort'); } }; window[Symbol.for('gaozhun-scout')] = () => caught.push('scout'); armed = true`,
    `1`,
  ],
];

/** Patches made before any other script: our world is its own. */
export const prototypes: readonly Attack[] = patches.map(([name, patch, call]) => ({
  name,
  before: `${tap}\n${patch};`,
  card: '三定方案词',
  script: `${call}; await turn(); for (const one of hosts()) note(one.shadowRoot?.textContent, one.innerHTML, one.textContent);`,
  holds: ['armed', 'unread', 'marked', 'unset', 'fixes'],
}));
