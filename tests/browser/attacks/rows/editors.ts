import { type Attack, rowsOf } from '../attack.ts';

const on = (types: string, work: string, where = 'field()') =>
  `for (const type of ${types}) ${where}.addEventListener(type, (event) => { armed = true; ${work} }, true);`;
const steal = `const other = document.querySelector('#other');`;
const sure = ['unset', 'aims', 'armed', 'clean'] as const;
const aimed = ['unset', 'aims', 'clean'] as const;

/** Editors that answer what is done to them. */
const answers: readonly Attack[] = [
  {
    name: 'select all and insert at beforeinput',
    script: on(
      `['beforeinput']`,
      `event.stopImmediatePropagation(); if (!window.once) { window.once = true; document.execCommand('selectAll'); document.execCommand('insertText', false, '攻击者'); window.once = false; event.preventDefault(); }`,
    ),
    holds: ['unset', 'clean'],
  },
  {
    name: 'cancel every beforeinput',
    script: on(`['beforeinput', 'keydown', 'paste', 'textInput']`, `event.preventDefault();`),
    holds: aimed,
  },
  {
    name: 'stop every event before it comes',
    script: on(
      `['beforeinput', 'input', 'paste', 'selectionchange', 'keydown']`,
      `event.stopImmediatePropagation();`,
      'window',
    ),
    holds: aimed,
  },
  {
    name: 'move its paragraphs at each input',
    script: on(
      `['input']`,
      `if (window.moved !== 9) { window.moved = (window.moved ?? 0) + 1; field().append(field().firstElementChild); }`,
    ),
    holds: ['unset', 'clean'],
  },
  {
    name: 'swap its nodes for copies at each input',
    script: on(`['input']`, `for (const one of [...field().children]) one.replaceWith(one.cloneNode(true));`),
    holds: sure,
  },
  {
    name: 'split its text into letters at each input',
    script: on(
      `['input']`,
      `for (const one of field().children) { const words = one.textContent; one.replaceChildren(...[...words].map((letter) => document.createTextNode(letter))); }`,
    ),
    holds: sure,
  },
  {
    name: 'wrap each letter in an element',
    script: `armed = true; for (const one of field().children) { const words = one.textContent; one.replaceChildren(...[...words].map((letter) => { const made = document.createElement('span'); made.textContent = letter; return made; })); }`,
    holds: ['armed', 'marked', 'unset', 'fixes', 'checks'],
  },
  {
    name: 'normalise its text to full width at each input',
    script: on(
      `['input']`,
      `for (const one of field().children) one.textContent = one.textContent.normalize('NFKC');`,
    ),
    holds: ['unset', 'clean'],
  },
  {
    name: 'write the old text again after each input',
    script: `const old = field().innerHTML; ${on(`['input']`, `field().innerHTML = old;`)}`,
    holds: sure,
  },
  {
    name: 'write the old text again some frames later',
    script: `const old = field().innerHTML; ${on(`['input']`, `requestAnimationFrame(() => requestAnimationFrame(() => { field().innerHTML = old; }));`)}`,
    holds: sure,
  },
  {
    name: 'an input at each input, without end',
    script: on(
      `['input']`,
      `if (event.isTrusted || Math.random() < .9) setTimeout(() => field().dispatchEvent(new InputEvent('input', { bubbles: true })), 0);`,
    ),
    holds: ['unset', 'checks', 'fixes'],
  },
  {
    name: 'throw in all handlers',
    script: on(
      `['beforeinput', 'input', 'keydown', 'focus', 'blur', 'paste', 'pointerdown', 'click']`,
      `throw new Error('no');`,
    ),
    holds: ['unset', 'checks', 'fixes'],
  },
  {
    name: 'take the field away at beforeinput',
    script: `const at = field(); ${on(`['beforeinput']`, `at.remove(); setTimeout(() => document.body.prepend(at), 0);`)}`,
    holds: aimed,
  },
  {
    name: 'take the field away at input',
    script: `const at = field(); ${on(`['input']`, `at.remove(); setTimeout(() => document.body.prepend(at), 0);`)}`,
    holds: sure,
  },
  {
    name: 'put another field in the place of the field at beforeinput',
    script: on(
      `['beforeinput']`,
      `const copy = event.target.cloneNode(true); event.target.replaceWith(copy);`,
    ),
    holds: aimed,
  },
  {
    name: 'be editable and not, in turns',
    script: `armed = true; let is = true; setInterval(() => { is = !is; field().contentEditable = String(is); }, 7);`,
    holds: ['unset', 'clean', 'aims'],
  },
  {
    name: 'be editable no more at the press on a fix',
    card: '党的十九大',
    script: `armed = true; window.addEventListener('pointerdown', () => { field().contentEditable = 'false'; }, true);`,
    author: async (stage) => {
      await stage.press('改为“党的二十大”').catch(() => undefined);
    },
    holds: ['unset', 'unchanged', 'clean'],
  },
  {
    name: 'lose the words of the fix at the press on it',
    card: '党的十九大',
    script: `armed = true; window.addEventListener('pointerdown', () => { field().firstElementChild.textContent = '党的十八大报告。'; }, true);`,
    author: async (stage) => {
      await stage.press('改为“党的二十大”').catch(() => undefined);
      return (await stage.model()).startsWith('党的十八大报告。\n市工商局') ? '' : '忽略此处';
    },
    holds: ['armed', 'unread', 'unset', 'clean'],
  },
  {
    name: 'get words before the fix at the press on it',
    card: '党的十九大',
    script: `armed = true; let times = 0; window.addEventListener('pointerdown', () => { if (times++ === 0) field().firstElementChild.prepend('新'); }, true);`,
    author: async (stage) => {
      await stage.press('改为“党的二十大”').catch(() => undefined);
      return ['新我们要深入学习贯彻党的十九大精神。', '新我们要深入学习贯彻党的二十大精神。'].includes(
        (await stage.model()).split('\n')[0] ?? '',
      )
        ? ''
        : '忽略此处';
    },
    holds: ['armed', 'unread', 'unset', 'clean'],
  },
  {
    name: 'undo by itself after each input',
    script: on(`['input']`, `if (event.inputType !== 'historyUndo') document.execCommand('undo');`),
    holds: sure,
  },
  {
    name: 'select everything at each change of the selection',
    script: `let times = 0; document.addEventListener('selectionchange', () => { armed = true; if (times++ < 60) getSelection().selectAllChildren(document.body); });`,
    holds: ['unset', 'clean'],
  },
  {
    name: 'a textarea that answers with its own text',
    field: 'plain',
    script: on(`['input']`, `field().value = field().value.replaceAll('二十大', '攻击者');`),
    holds: ['unset', 'clean'],
  },
  {
    name: 'a textarea that takes back what it got',
    field: 'plain',
    script: `const old = field().value; ${on(`['input']`, `field().value = old;`)}`,
    holds: sure,
  },
  {
    name: 'a textarea that may not be written',
    field: 'plain',
    script: `armed = true; field().readOnly = true;`,
    holds: ['armed', 'unset', 'unchanged', 'aims'],
  },
  {
    name: 'a textarea that may not be written from the press on',
    field: 'plain',
    card: '党的十九大',
    script: `armed = true; window.addEventListener('pointerdown', () => { field().readOnly = true; }, true);`,
    author: async (stage) => {
      await stage.press('改为“党的二十大”').catch(() => undefined);
    },
    holds: ['unset', 'unchanged', 'clean'],
  },
  {
    name: 'a textarea that is disabled at the press',
    field: 'plain',
    card: '党的十九大',
    script: `armed = true; window.addEventListener('pointerdown', () => { field().disabled = true; }, true);`,
    author: async (stage) => {
      await stage.press('改为“党的二十大”').catch(() => undefined);
    },
    holds: ['unset', 'unchanged', 'clean'],
  },
  {
    name: 'a textarea that is full',
    field: 'plain',
    script: `armed = true; field().maxLength = field().value.length;`,
    holds: ['armed', 'marked', 'unset', 'fixes'],
  },
  {
    name: 'a textarea whose value is the page’s',
    field: 'plain',
    script: `armed = true; Object.defineProperty(field(), 'value', { get: () => '攻击者', set() {}, configurable: true });`,
    holds: ['armed', 'unset', 'clean'],
  },
  {
    name: 'a textarea whose selection is the page’s',
    field: 'plain',
    script: `armed = true; for (const name of ['selectionStart', 'selectionEnd']) Object.defineProperty(field(), name, { get: () => 0, set() {} }); field().setSelectionRange = () => undefined; field().setRangeText = () => undefined;`,
    holds: ['armed', 'marked', 'unset', 'fixes'],
  },
  {
    name: 'a textarea that becomes another kind of field',
    field: 'plain',
    script: `armed = true; const made = document.createElement('div'); made.id = 'editor'; made.contentEditable = 'true'; made.innerHTML = '<p>我们要深入学习贯彻党的十九大精神。</p><p>市工商局要落实三定方案词。</p>'; field().replaceWith(made);`,
    holds: ['armed', 'marked', 'unset'],
  },
];

/** Pages that take the focus. */
const focus: readonly Attack[] = [
  ...rowsOf(
    [
      'beforeinput',
      'keydown',
      'input',
      'selectionchange',
      'focus',
      'pointerdown',
      'pointerup',
      'mousedown',
      'click',
      'select',
    ],
    (type) => ({
      name: `the focus goes to another field at ${type}`,
      script: `${steal} ${on(`['${type}']`, `if (event.isTrusted || type === 'beforeinput') other.focus();`, 'document')} armed = true;`,
      holds: ['armed', 'unset', 'aims', 'clean'] as const,
    }),
  ),
  ...rowsOf(['beforeinput', 'keydown', 'input', 'focus', 'pointerdown'], (type) => ({
    name: `the focus goes from a textarea to another at ${type}`,
    field: 'plain' as const,
    script: `${steal} ${on(`['${type}']`, `other.focus();`, 'document')} armed = true;`,
    holds: ['armed', 'unset', 'aims', 'clean'] as const,
  })),
  {
    name: 'the focus goes to and fro every millisecond',
    script: `${steal} armed = true; let is = false; setInterval(() => { is = !is; (is ? other : field()).focus(); }, 1);`,
    holds: ['armed', 'unset', 'aims', 'clean'],
  },
  {
    name: 'the focus is lost every millisecond',
    script: `armed = true; setInterval(() => document.activeElement?.blur(), 1);`,
    holds: ['armed', 'unset', 'unchanged', 'aims', 'clean'],
  },
  {
    name: 'the window takes the focus every millisecond',
    script: `armed = true; setInterval(() => window.focus(), 1);`,
    holds: ['armed', 'unset', 'fixes', 'checks'],
  },
  {
    name: 'the selection goes to another place at beforeinput',
    script: on(`['beforeinput']`, `getSelection().collapse(field().lastElementChild.firstChild, 2);`),
    holds: ['unset', 'clean', 'aims'],
  },
  {
    name: 'the focus goes to a field in a frame at beforeinput',
    script: `const frame = document.createElement('iframe'); frame.srcdoc = '<textarea></textarea>'; document.body.append(frame); await new Promise((done) => { frame.onload = done; }); ${on(`['beforeinput', 'input', 'pointerdown']`, `frame.contentDocument.querySelector('textarea').focus();`)} armed = true; window.stolen = () => frame.contentDocument.querySelector('textarea').value;`,
    author: async (stage) => {
      await stage.tryFix();
      const stolen = await stage.page.evaluate<string>('window.stolen()');
      return stolen === '' ? '' : '忽略此处';
    },
    holds: ['armed', 'unread', 'unset', 'clean'],
  },
  {
    name: 'the focus is taken by a hidden editable element',
    script: `const made = document.createElement('div'); made.contentEditable = 'true'; made.id = 'thief'; made.style.cssText = 'position: fixed; left: -9000px'; document.body.append(made); ${on(`['beforeinput', 'pointerdown', 'input']`, `made.focus();`, 'document')} armed = true;`,
    author: async (stage) => {
      await stage.tryFix();
      return (await stage.page.locator('#thief').textContent()) === '' ? '' : '忽略此处';
    },
    holds: ['armed', 'unread', 'unset', 'clean'],
  },
];

const names = [
  'id',
  'name',
  'tagName',
  'nodeName',
  'nodeType',
  'children',
  'childNodes',
  'firstChild',
  'parentNode',
  'parentElement',
  'ownerDocument',
  'textContent',
  'attributes',
  'style',
  'contains',
  'closest',
  'matches',
  'getAttribute',
  'addEventListener',
  'isConnected',
  'getRootNode',
  'querySelectorAll',
  'isContentEditable',
  'shadowRoot',
  'focus',
] as const;

/** A new field in a form whose input has this name: what the form would say of itself, it says of its input. */
const inForm = (name: string) =>
  `armed = true; const form = document.createElement('form'); form.innerHTML = '<input name="${name}"><div id="editor" contenteditable>' + field().innerHTML + '</div>'; field().replaceWith(form); await turn();`;

/** Names that hide what the browser gives. */
const clobbered: readonly Attack[] = [
  ...rowsOf(names, (name) => ({
    name: `a field in a form with an input named ${name}`,
    script: inForm(name),
    holds: ['armed', 'marked', 'unset', 'fixes', 'checks'] as const,
  })),
  ...rowsOf(
    [
      'body',
      'head',
      'documentElement',
      'activeElement',
      'defaultView',
      'querySelector',
      'getSelection',
      'createElement',
      'execCommand',
      'elementFromPoint',
      'adoptedStyleSheets',
      'fullscreenElement',
      'createRange',
      'hasFocus',
      'visibilityState',
    ],
    (name) => ({
      name: `an image of the document named ${name}`,
      script: `armed = true; const image = document.createElement('img'); image.name = '${name}'; field().parentNode.append(image); await turn();`,
      holds: ['armed', 'marked', 'unset', 'fixes'] as const,
    }),
  ),
];

/** Trees in which the field lies deep, or closed. */
const trees: readonly Attack[] = [
  ...rowsOf(['open', 'closed'], (mode) => ({
    name: `a field in fifty trees, one in another, ${mode}`,
    script: `armed = true; let at = document.body; for (let i = 0; i < 50; i++) { const made = document.createElement('x-' + i); at.append(made); at = made.attachShadow({ mode: '${mode}' }); } const made = document.createElement('div'); made.contentEditable = 'true'; made.textContent = '市环保局牵头。'; at.append(made); made.focus(); await turn();`,
    holds: ['armed', 'unset', 'fixes'] as const,
  })),
  {
    name: 'a field 1,500 elements deep',
    script: `armed = true; const at = field().cloneNode(true); field().remove(); let box = document.createElement('div'); document.body.prepend(box); for (let i = 0; i < 1500; i++) { const made = document.createElement('div'); box.append(made); box = made; } box.append(at); await turn();`,
    holds: ['armed', 'marked', 'unset', 'checks'],
  },
  {
    name: 'a field within a field within a field',
    script: `armed = true; let at = document.body; for (let i = 0; i < 40; i++) { const made = document.createElement('div'); made.contentEditable = i % 2 === 0 ? 'true' : 'false'; at.append(made); at = made; } await turn();`,
    holds: ['armed', 'unset', 'types'],
  },
  {
    name: 'a page that is editable as a whole',
    script: `armed = true; document.designMode = 'on'; await turn(); document.designMode = 'off';`,
    holds: ['armed', 'marked', 'unset', 'fixes'],
  },
];

export const editors = { answers, focus, clobbered, trees };
