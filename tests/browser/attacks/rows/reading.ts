import type { Attack, FieldKind } from '../attack.ts';

/** How a page looks for words that it does not have: each returns what it found. */
const ways: readonly (readonly [name: string, script: string])[] = [
  [
    'window.find of a button, then all selected',
    `window.find('忽略', true, false, true); document.execCommand('selectAll'); note(getSelection());`,
  ],
  [
    'window.find of a button, then the selection extended to both ends',
    `for (const way of ['forward', 'backward']) { window.find('应改', true, false, true); getSelection().modify('extend', way, 'documentboundary'); note(getSelection()); }`,
  ],
  [
    'window.find of a button, then words and lines beside it',
    `window.find('改为', true, false, true); for (const by of ['word', 'line', 'sentence', 'paragraph', 'character']) for (let i = 0; i < 12; i++) getSelection().modify('extend', 'forward', by); note(getSelection());`,
  ],
  ['selectAll', `document.execCommand('selectAll'); note(getSelection());`],
  [
    'selectAllChildren of our elements and the root',
    `for (const one of [...hosts(), document.documentElement]) { getSelection().selectAllChildren(one); note(getSelection()); }`,
  ],
  [
    'a range over our elements',
    `for (const one of hosts()) { const range = document.createRange(); range.selectNode(one); note(range, range.cloneContents().textContent); getSelection().removeAllRanges(); getSelection().addRange(range); note(getSelection()); range.selectNodeContents(one); note(range, range.extractContents().textContent); }`,
  ],
  [
    'a range from the first node of the page to the last',
    `const range = document.createRange(); range.setStart(document.documentElement, 0); range.setEnd(document.documentElement, document.documentElement.childNodes.length); getSelection().removeAllRanges(); getSelection().addRange(range); note(getSelection(), range);`,
  ],
  [
    'getComposedRanges',
    `document.execCommand('selectAll'); for (const range of getSelection().getComposedRanges?.({ shadowRoots: [] }) ?? []) note(range.startContainer.textContent.slice(0, 99), range.endContainer.nodeName);`,
  ],
  [
    'copy and cut by command',
    `document.addEventListener('copy', (event) => { note(getSelection(), event.clipboardData.getData('text/plain')); }); window.find('忽略'); for (const name of ['selectAll', 'copy', 'SelectAll']) document.execCommand(name); note(getSelection());`,
  ],
  [
    'carets from points over the page',
    `for (let x = 0; x < innerWidth; x += 16) for (let y = 0; y < 400; y += 8) { const at = document.caretPositionFromPoint?.(x, y) ?? document.caretRangeFromPoint?.(x, y); const node = at?.offsetNode ?? at?.startContainer; if (node !== undefined && node !== null && !document.contains(node)) note('忽略此处'); note(node?.data?.slice(0, 40)); }`,
  ],
  [
    'elements from points over the page',
    `for (let x = 0; x < innerWidth; x += 16) for (let y = 0; y < 400; y += 8) for (const one of document.elementsFromPoint(x, y)) { if (!document.documentElement.contains(one)) note('忽略此处'); if (one !== document.body && one !== document.documentElement) note(one.textContent.slice(0, 80)); }`,
  ],
  [
    'innerText, textContent and their setters',
    `for (const one of [document.documentElement, ...hosts()]) note(one.innerText, one.outerText, one.textContent);`,
  ],
  [
    'serialising',
    `note(new XMLSerializer().serializeToString(document), document.documentElement.outerHTML, document.documentElement.getHTML?.({ serializableShadowRoots: true }));`,
  ],
  [
    'a copy of the whole document',
    `note(document.cloneNode(true).documentElement.textContent); for (const one of hosts()) { const copy = one.cloneNode(true); note(copy.textContent, copy.shadowRoot?.textContent); } note(document.importNode(host(), true).textContent);`,
  ],
  [
    'walkers, iterators and XPath',
    `for (const node of [document.createTreeWalker(document, NodeFilter.SHOW_ALL), document.createNodeIterator(document)]) for (let at = node.nextNode(); at !== null; at = node.nextNode()) note(at.data); const all = document.evaluate('//text()', document, null, 7, null); for (let i = 0; i < all.snapshotLength; i++) note(all.snapshotItem(i).data);`,
  ],
  [
    'names that are labelled by our element',
    `const made = document.createElement('button'); host().id = 'x'; made.setAttribute('aria-labelledby', 'x'); made.setAttribute('aria-describedby', 'x'); document.body.append(made); note(made.ariaLabel, made.ariaDescription, made.ariaLabelledByElements?.[0]?.innerText);`,
  ],
  [
    'design mode',
    `document.designMode = 'on'; document.execCommand('selectAll'); note(getSelection()); document.designMode = 'off';`,
  ],
  [
    'our element made editable',
    `for (const one of hosts()) { one.contentEditable = 'true'; one.focus(); document.execCommand('selectAll'); note(getSelection(), one.innerText); one.contentEditable = 'inherit'; }`,
  ],
  [
    'user-select given back by the page',
    `const style = document.createElement('style'); style.textContent = '* { user-select: all !important; -webkit-user-select: all !important }'; document.head.append(style); for (const one of hosts()) one.style.setProperty('user-select', 'all', 'important'); document.execCommand('selectAll'); window.find('改为'); getSelection().modify('extend', 'forward', 'documentboundary'); note(getSelection());`,
  ],
  [
    'parts and slots of our element',
    `const style = document.createElement('style'); style.textContent = '::part(card), :host, ::slotted(*) { background: red }'; document.head.append(style); for (const one of hosts()) { one.append('x'); note(one.assignedSlot, one.textContent === 'x' ? '' : one.textContent, one.shadowRoot?.textContent); one.textContent = ''; }`,
  ],
  [
    'style sheets of the document',
    `for (const sheet of [...document.styleSheets, ...document.adoptedStyleSheets]) for (const rule of sheet.cssRules) note(rule.cssText);`,
  ],
  [
    'print',
    `window.addEventListener('beforeprint', () => note(document.documentElement.innerText)); window.dispatchEvent(new Event('beforeprint')); note(document.documentElement.innerText);`,
  ],
  [
    'animations, resources and timings',
    `note(...document.getAnimations().map((one) => one.effect?.target?.textContent), ...performance.getEntries().map((one) => one.name)); for (const one of performance.getEntriesByType('resource')) if (/extension:/.test(one.name)) note('忽略此处');`,
  ],
  [
    'accessibility and layout shifts',
    `await new Promise((done) => { new PerformanceObserver((list) => { for (const entry of list.getEntries()) for (const source of entry.sources ?? []) note(source.node?.textContent?.slice(0, 99), source.node?.getRootNode() instanceof ShadowRoot ? '忽略此处' : ''); done(); }).observe({ type: 'layout-shift', buffered: true }); setTimeout(done, 50); });`,
  ],
  [
    'long tasks, paints and event timings',
    `await new Promise((done) => { for (const type of ['element', 'largest-contentful-paint', 'event', 'first-input', 'longtask']) try { new PerformanceObserver((list) => { for (const entry of list.getEntries()) note(entry.name, entry.element?.textContent?.slice(0, 99), entry.target?.textContent?.slice(0, 99), entry.target !== null && entry.target?.getRootNode?.() instanceof ShadowRoot ? '忽略此处' : ''); }).observe({ type, buffered: true }); } catch {} setTimeout(done, 50); });`,
  ],
  [
    'frames that take our element over',
    `const frame = document.createElement('iframe'); document.body.append(frame); const one = host(); frame.contentDocument.body.append(one); note(frame.contentDocument.body.innerText, frame.contentWindow.getSelection()); frame.contentDocument.execCommand('selectAll'); note(frame.contentWindow.getSelection()); frame.remove();`,
  ],
  [
    'fragments and text directives',
    `location.hash = ':~:text=内部掌握'; await turn(); note(getSelection(), document.fragmentDirective && JSON.stringify(document.fragmentDirective));`,
  ],
  [
    'errors and stacks',
    `window.addEventListener('error', (event) => note(event.message, event.filename, event.error?.stack)); window.addEventListener('unhandledrejection', (event) => note(event.reason)); for (const one of hosts()) one.dispatchEvent(new Event('x')); await turn();`,
  ],
  [
    'the undo and the clipboard of the document',
    `for (const name of ['undo', 'redo', 'delete', 'insertText']) { window.find('内部'); if (getSelection().anchorNode === null || !document.querySelector('#editor').contains(getSelection().anchorNode)) document.execCommand(name, false, ''); } note(document.documentElement.innerText);`,
  ],
];

const reads = (field: FieldKind): Attack[] =>
  ways.map(([name, script]) => ({
    name: `${name} (${field})`,
    field,
    card: '三定方案词',
    script: `armed = true; ${script}`,
    holds: ['armed', 'unread', 'unset'],
  }));

/** The ranges of the registry of highlights lead nowhere but into the page's own text, and nothing can be written there. */
const mirrors: readonly Attack[] = [
  {
    name: 'a mirror that the page has written into',
    field: 'plain',
    script: `armed = true; for (const highlight of CSS.highlights.values()) for (const range of highlight) { const root = range.startContainer.getRootNode(); if (root !== document) { const made = document.createElement('b'); made.textContent = '网页写的'; root.append(made); } }`,
    holds: ['armed', 'unread', 'checks', 'fixes'],
  },
  {
    name: 'a mirror whose words the page has changed',
    field: 'plain',
    script: `armed = true; for (const highlight of CSS.highlights.values()) for (const range of highlight) if (!document.contains(range.startContainer) && range.startContainer.nodeType === 3) { range.startContainer.data = '攻击者'.repeat(9); break; }`,
    holds: ['armed', 'unchanged', 'checks', 'fixes'],
  },
  {
    name: 'the card, by a mirror that the page has read',
    field: 'plain',
    card: '三定方案词',
    script: `armed = true; for (const highlight of CSS.highlights.values()) for (const range of highlight) { const root = range.startContainer.getRootNode(); note(root.textContent, root.host?.parentNode?.textContent); }`,
    holds: ['armed', 'unread'],
  },
];

/** What a page can learn in spite of all. */
const inherent: readonly Attack[] = [
  {
    name: 'the copy of a textarea’s own text, in which its marks stand',
    field: 'plain',
    script: `return [...CSS.highlights.values()].flatMap((one) => [...one].map((range) => range.startContainer.getRootNode() === document ? '' : range.startContainer.textContent));`,
    holds: ['unread', 'unchanged'],
    inherent: {
      why: 'a range in the registry of highlights leads to the tree that it stands in, and in a textarea no range can stand',
      learns: '三定方案词',
    },
  },
  {
    name: 'which words of its own draft are marked',
    script: `return [...CSS.highlights.values()].flatMap((one) => [...one].map(String));`,
    holds: ['unchanged'],
    inherent: {
      why: 'a document has one registry of highlights, which all scripts share',
      learns: '三定方案词',
    },
  },
  {
    name: 'that something of an extension stands beside its body',
    card: '党的十九大',
    script: `return hosts().map((one) => one.localName);`,
    holds: ['open'],
    inherent: { why: 'an element in a document is seen by its scripts', learns: 'div' },
  },
  {
    name: 'when a card is opened',
    script: `window.seen = 0; new MutationObserver(() => { seen += 1; }).observe(document.documentElement, { childList: true });`,
    author: async (stage) => {
      await stage.openCard('党的十九大');
      return (await stage.page.evaluate('window.seen > 0')) === true ? 'it was seen' : '';
    },
    holds: ['open'],
    inherent: { why: 'a document tells its scripts of new elements', learns: 'it was seen' },
  },
];

/** Reading, by kind. */
export const reading = { rich: reads('rich'), plain: reads('plain'), mirrors, inherent };
