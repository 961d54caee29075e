import { type Attack, rowsOf } from '../attack.ts';

/** Sends events to our element, the field, the document and the window. */
const send = (make: string) => `
  for (let round = 0; round < 3; round++) for (const target of [...hosts(), field(), field().firstElementChild ?? field(), document.body, document, window])
    for (const event of (${make})(target)) { target.dispatchEvent(event); armed = true; }
  await turn(); note(document.activeElement === host());`;

/** An event of each type at the place of the first button that a page can guess: all points of a grid over the card. */
const atGrid = (make: string) => `
  const box = { left: 0, top: 0, right: innerWidth, bottom: 400 };
  for (let x = box.left; x < box.right; x += 20) for (let y = box.top; y < box.bottom; y += 12) {
    const target = document.elementFromPoint(x, y) ?? document.body;
    for (const type of ${make}) target.dispatchEvent(new (type.startsWith('pointer') ? PointerEvent : MouseEvent)(type,
      { bubbles: true, cancelable: true, composed: true, clientX: x, clientY: y, screenX: x, screenY: y, button: 0, buttons: type.endsWith('down') ? 1 : 0, view: window }));
    armed = true;
  }
  await turn();`;
const card = { card: '党的十九大' };
const calm = ['armed', 'unchanged', 'unset', 'open'] as const;

const keys = ['Enter', ' ', 'Tab', 'Escape', 'ArrowDown', 'z', 'J'] as const;

/** Events that no author caused: each of them on all targets, with the card open. */
const faked: readonly Attack[] = [
  {
    name: 'clicks on a grid over the page',
    ...card,
    script: atGrid(`['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click']`),
    holds: calm,
  },
  {
    name: 'pointer moves on a grid over the page',
    ...card,
    script: atGrid(`['pointermove', 'mousemove', 'pointerover', 'mouseover']`),
    holds: calm,
  },
  {
    name: 'double clicks and context menus on a grid',
    ...card,
    script: atGrid(`['dblclick', 'contextmenu', 'auxclick']`),
    holds: calm,
  },
  {
    name: 'click() on our element and everything else',
    ...card,
    script: `for (const one of document.querySelectorAll('*')) one.click?.(); armed = true; await turn();`,
    holds: calm,
  },
  ...rowsOf(keys, (key) => ({
    name: `the key ${key === ' ' ? 'Space' : key}, with and without modifiers`,
    ...card,
    script: send(
      `() => ['keydown', 'keypress', 'keyup'].flatMap((type) => [{}, { ctrlKey: true }, { altKey: true, shiftKey: true }].map((more) => new KeyboardEvent(type, { key: ${JSON.stringify(key)}, code: ${JSON.stringify(key)}, bubbles: true, composed: true, cancelable: true, ...more })))`,
    ),
    holds: calm,
  })),
  {
    name: 'touches',
    ...card,
    script: send(
      `() => ['touchstart', 'touchend', 'touchmove', 'touchcancel'].map((type) => new Event(type, { bubbles: true, composed: true }))`,
    ),
    holds: calm,
  },
  {
    name: 'pointers that leave and enter',
    ...card,
    script: send(
      `() => ['pointerleave', 'pointerout', 'mouseleave', 'mouseout', 'pointerenter'].map((type) => new PointerEvent(type, { bubbles: false, composed: true }))`,
    ),
    holds: calm,
  },
  {
    name: 'pointers that are captured and lost',
    ...card,
    script: send(
      `() => ['gotpointercapture', 'lostpointercapture', 'pointercancel'].map((type) => new PointerEvent(type, { bubbles: true, composed: true }))`,
    ),
    holds: calm,
  },
  {
    name: 'a form that is submitted',
    ...card,
    script: send(
      `() => ['submit', 'reset', 'formdata', 'change', 'toggle', 'beforetoggle', 'command'].map((type) => new Event(type, { bubbles: true, composed: true, cancelable: true }))`,
    ),
    holds: calm,
  },
  {
    name: 'wheels and drags',
    ...card,
    script: send(
      `() => [new WheelEvent('wheel', { deltaY: 10, bubbles: true }), ...['dragstart', 'dragenter', 'dragover', 'dragend'].map((type) => new DragEvent(type, { bubbles: true, composed: true }))]`,
    ),
    holds: calm,
  },
  {
    name: 'animations and transitions that end',
    ...card,
    script: send(
      `() => ['animationend', 'transitionend', 'animationstart', 'webkitAnimationEnd'].map((type) => new Event(type, { bubbles: true, composed: true }))`,
    ),
    holds: calm,
  },
];

const lives = ['armed', 'unchanged', 'unset', 'checks', 'fixes'] as const;

/** Events that tell the extension a state that is not so: it goes on working for the author. */
const lied: readonly Attack[] = [
  {
    name: 'input that was none, of 40 kinds',
    script: send(
      `() => ['insertText', 'insertParagraph', 'deleteContentBackward', 'historyUndo', 'insertFromPaste', 'insertReplacementText', 'formatBold', '', 'x'].map((inputType) => new InputEvent('input', { inputType, data: '攻击者', bubbles: true, composed: true }))`,
    ),
    holds: lives,
  },
  {
    name: 'beforeinput that was none',
    script: send(
      `() => ['insertText', 'insertReplacementText', 'historyUndo', 'deleteByCut'].map((inputType) => new InputEvent('beforeinput', { inputType, data: '攻击者', bubbles: true, composed: true, cancelable: true }))`,
    ),
    holds: lives,
  },
  {
    name: 'a composition that begins and never ends',
    script: send(
      `() => [new CompositionEvent('compositionstart', { bubbles: true, composed: true }), new CompositionEvent('compositionupdate', { data: '甲', bubbles: true, composed: true })]`,
    ),
    holds: lives,
  },
  {
    name: 'compositions that end without beginning',
    script: send(
      `() => [new CompositionEvent('compositionend', { data: '攻击者', bubbles: true, composed: true })]`,
    ),
    holds: lives,
  },
  {
    name: 'keys said to be of an input method',
    script: send(
      `() => ['keydown', 'keyup'].map((type) => new KeyboardEvent(type, { key: 'Process', keyCode: 229, isComposing: true, bubbles: true, composed: true }))`,
    ),
    holds: lives,
  },
  {
    name: 'pastes, copies and cuts',
    script: send(
      `() => ['paste', 'copy', 'cut', 'beforecopy'].map((type) => { const clipboardData = new DataTransfer(); clipboardData.setData('text/plain', '攻击者'); return new ClipboardEvent(type, { clipboardData, bubbles: true, composed: true, cancelable: true }); })`,
    ),
    holds: lives,
  },
  {
    name: 'drops',
    script: send(
      `() => ['dragover', 'drop'].map((type) => { const dataTransfer = new DataTransfer(); dataTransfer.setData('text/plain', '攻击者'); return new DragEvent(type, { dataTransfer, bubbles: true, composed: true, cancelable: true }); })`,
    ),
    holds: lives,
  },
  {
    name: 'a focus that comes and goes',
    script: send(
      `() => ['focus', 'focusin', 'blur', 'focusout'].map((type) => new FocusEvent(type, { relatedTarget: document.querySelector('#other'), bubbles: type.length > 5, composed: true }))`,
    ),
    holds: lives,
  },
  {
    name: 'selections that change',
    script: send(
      `() => ['selectionchange', 'selectstart', 'select'].map((type) => new Event(type, { bubbles: true, composed: true }))`,
    ),
    holds: lives,
  },
  {
    name: 'a page that goes away',
    script: send(
      `() => ['pagehide', 'beforeunload', 'unload', 'freeze', 'pageshow', 'visibilitychange', 'resume'].map((type) => new PageTransitionEvent(type, { persisted: true }))`,
    ),
    holds: lives,
  },
  {
    name: 'a page that goes offline, prints, and comes to another place',
    script: send(
      `() => ['offline', 'online', 'beforeprint', 'afterprint', 'hashchange', 'popstate', 'storage', 'languagechange', 'DOMContentLoaded', 'load', 'error'].map((type) => new Event(type))`,
    ),
    holds: lives,
  },
  {
    name: 'windows that scroll and change size, a hundred times',
    script: send(
      `() => Array.from({ length: 100 }, () => new Event('scroll')).concat(new Event('resize'), new Event('fullscreenchange'), new Event('close'))`,
    ),
    holds: lives,
  },
  {
    name: 'slots and mutations of old',
    script: send(
      `() => ['slotchange', 'DOMNodeInserted', 'DOMNodeRemoved', 'DOMSubtreeModified', 'DOMCharacterDataModified'].map((type) => new Event(type, { bubbles: true }))`,
    ),
    holds: lives,
  },
];

/** Shapes of the requests that a page of the extension or the background sends. */
const shapes = {
  'page-state': {},
  'page-apply': { edits: [{ start: 0, end: 2, text: '攻击' }], expected: 'TEXT' },
  'page-revert': {},
  'page-insert': { text: '攻击者' },
  'page-reveal': { start: 0, end: 4 },
  'page-recheck': {},
  'page-command': { command: 'apply-first-fix' },
  'page-hide': { hidden: true },
  'page-also-read': {},
  'page-sites': { allowed: [], off: ['*://*/*'] },
  'set-rule': { rule: 'outdated-reference', on: false },
  ignore: { draftKey: 'k', finding: { rule: 'x', text: '党的十九大' }, always: true },
  'own-take': { drafts: [{ name: '攻击者', wrong: '工商局', level: '', note: '', source: '' }] },
  'own-list': {},
  'own-remove': { id: 'own-1' },
  backup: {},
  restore: { document: '{}', apply: true },
  'update-set': { address: 'https://a.example/', key: '' },
  'set-date': { draftKey: 'k', date: '1999-01-01' },
  'set-site': { pattern: '*://*/*', off: true },
  'hide-tab': { tabId: 1, hidden: true },
  'organisation-take': { fileName: 'a.json', document: '{}' },
  'set-numbering-style': { style: 'auto' },
} as const;

/** A message in the shape of each request, by every way that a page has. */
const spoken: readonly Attack[] = Object.entries(shapes).map(([type, fields]) => ({
  name: type,
  script: `
    const message = JSON.parse(${JSON.stringify(JSON.stringify({ type, ...fields }))}.replace('TEXT', editorPage.model().replaceAll('\\n', '\\\\n')));
    const heard = [];
    addEventListener('message', ({ data }) => { if (data?.type !== message.type) heard.push(JSON.stringify(data)); });
    for (const wrapped of [message, { message }, { detail: message }, JSON.stringify(message), { id: 1, direction: 'content', ...message }]) {
      window.postMessage(wrapped, '*');
      new BroadcastChannel('gaozhun').postMessage(wrapped);
      for (const target of [window, document, document.documentElement, field(), ...hosts()])
        for (const name of [message.type, 'message', 'gaozhun', 'gaozhun-message'])
          target.dispatchEvent(new CustomEvent(name, { detail: wrapped, bubbles: true, composed: true }));
      window.dispatchEvent(new MessageEvent('message', { data: wrapped, origin: 'chrome-extension://x', source: window }));
      try { chrome.runtime.sendMessage(wrapped, (answer) => heard.push(JSON.stringify(answer))); } catch {}
    }
    armed = true; await turn(); return heard;`,
  holds: ['armed', 'unread', 'unchanged', 'unset', 'marked', 'clean'],
}));

const reached: readonly Attack[] = [
  {
    name: 'chrome.runtime, which is not there',
    script: `armed = true; if (globalThis.chrome?.runtime?.sendMessage !== undefined || globalThis.browser !== undefined) note('忽略此处');`,
    holds: ['armed', 'unread'],
  },
  {
    name: 'the shadow tree of our element, in every known way',
    card: '三定方案词',
    script: `
    armed = true;
    for (const one of hosts()) { note(one.shadowRoot, one.shadowRoot?.textContent, one.innerText, one.textContent, one.outerHTML, one.getHTML?.({ serializableShadowRoots: true, shadowRoots: [] }));
      for (const mode of ['open', 'closed']) try { note(one.attachShadow({ mode }).textContent); } catch {} try { note(one.attachInternals().shadowRoot?.textContent); } catch {} }`,
    holds: ['armed', 'unread', 'open'],
  },
  {
    name: 'a custom element that takes the place of ours',
    card: '三定方案词',
    script: `
    armed = true; customElements.define('x-host', class extends HTMLElement { constructor() { super(); note(this.shadowRoot?.textContent); } });
    for (const one of hosts()) { try { customElements.upgrade(one); } catch {} one.setAttribute('is', 'x-host'); const made = document.createElement('x-host'); one.after(made); note(made.shadowRoot?.textContent); made.remove(); }`,
    holds: ['armed', 'unread', 'open'],
  },
  {
    name: 'composedPath, targets and related targets of real events',
    card: '三定方案词',
    script: `
    for (const type of ['pointermove', 'mousemove', 'pointerover', 'mouseover', 'click', 'pointerdown', 'focusin', 'keydown', 'copy', 'selectionchange', 'mousedown'])
      for (const target of [window, document]) target.addEventListener(type, (event) => { armed = true; note(event.target?.textContent, event.relatedTarget?.textContent, ...event.composedPath().map((one) => one.textContent ?? '')); if (event.composedPath().some((one) => one instanceof ShadowRoot)) note('忽略此处'); }, true);`,
    author: async (stage) => {
      const box = await stage.view.box();
      await stage.page.mouse.move((box?.left ?? 0) + 30, (box?.top ?? 0) + 30, { steps: 4 });
      await stage.page.mouse.down();
      await stage.page.mouse.up();
      await stage.settle();
    },
    holds: ['armed', 'unread', 'open', 'unset'],
  },
  {
    name: 'listeners on our element for what happens inside',
    card: '三定方案词',
    script: `
    for (const type of ['input', 'change', 'scroll', 'toggle', 'click', 'slotchange', 'animationstart', 'transitionrun', 'load']) for (const one of hosts()) one.addEventListener(type, (event) => { note(event.target.textContent, event.composedPath().length); if (event.composedPath()[0] !== one) note('忽略此处'); }, true); armed = true;`,
    author: async (stage) => {
      await stage.view.click('更多');
      await stage.settle();
    },
    holds: ['armed', 'unread', 'open'],
  },
];

/** Events, messages and reaches of a page, by kind. */
export const events = { faked, lied, spoken, reached };
