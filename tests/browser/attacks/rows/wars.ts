import { type Attack, rowsOf } from '../attack.ts';

/** Does something now, at each change beside the body, and in each frame, for as long as the page is open. */
const war = (blow: string) => `
  let blows = 0;
  const strike = () => { if (blows > 4000) return; blows += 1; armed = true; ${blow} };
  new MutationObserver(strike).observe(document.documentElement, { childList: true });
  const again = () => { strike(); requestAnimationFrame(again); };
  again(); await turn();`;
const onHosts = (blow: string) => war(`for (const one of hosts()) { ${blow} }`);
const safe = ['armed', 'unchanged', 'unset', 'types', 'aims', 'clean'] as const;

/** Attributes of our element that the page sets in each frame. */
const attributes = [
  'class=card',
  'slot=x',
  'tabindex=0',
  'contenteditable=true',
  'inert=',
  'hidden=',
  'popover=auto',
  'dir=rtl',
  'lang=en',
  'draggable=true',
  'aria-hidden=true',
  'title=x',
  'id=editor2',
  'part=x',
  'accesskey=a',
  'autofocus=',
  'translate=no',
  'role=textbox',
  'spellcheck=false',
  'enterkeyhint=go',
  'inputmode=none',
  'nonce=x',
  'exportparts=card',
  'is=x-y',
] as const;
/** Styles of our element that the page sets in each frame. */
const styles = [
  'display: none',
  'position: absolute',
  'zoom: 4',
  'width: 0; height: 0; overflow: hidden',
  'contain: strict',
  'content-visibility: hidden',
  'animation: spin 1s infinite',
  'writing-mode: vertical-rl',
  'cursor: none',
  'will-change: transform',
  'z-index: -1',
  'pointer-events: none',
  'visibility: hidden',
  'all: unset',
  'float: left',
  'columns: 3',
  'user-modify: read-write',
  'display: contents',
] as const;

const marked = (blow: string): Attack['script'] => war(blow);

/** What a page does to our element, in each frame, while the author writes. */
const hosts: readonly Attack[] = [
  { name: 'it is removed', card: '党的十九大', script: onHosts('one.remove();'), holds: safe },
  {
    name: 'it is moved into the body',
    card: '党的十九大',
    script: onHosts('document.body.append(one);'),
    holds: safe,
  },
  {
    name: 'it is moved into the field',
    card: '党的十九大',
    script: `const one = host(); field().append(one); armed = true; await turn(); one.remove();`,
    holds: safe,
  },
  {
    name: 'it is moved before the head',
    card: '党的十九大',
    script: onHosts('document.documentElement.prepend(one);'),
    holds: safe,
  },
  {
    name: 'it is moved into a frame',
    card: '党的十九大',
    script: `const frame = document.createElement('iframe'); document.body.append(frame); ${onHosts('frame.contentDocument.body.append(one);')}`,
    holds: safe,
  },
  {
    name: 'it is adopted by a document that is nowhere',
    card: '党的十九大',
    script: onHosts('new Document().adoptNode(one);'),
    holds: safe,
  },
  {
    name: 'it is cloned and its clone put in its place',
    card: '党的十九大',
    script: `let times = 0; ${onHosts('if (times++ < 20) one.replaceWith(one.cloneNode(true));')}`,
    holds: safe,
  },
  {
    name: 'it is doubled',
    card: '党的十九大',
    script: `for (let i = 0; i < 30; i++) host().after(host().cloneNode(true)); armed = true;`,
    holds: ['armed', 'unchanged', 'unset', 'types'],
  },
  {
    name: 'it is taken out and put back',
    card: '党的十九大',
    script: onHosts('const at = one.parentNode; one.remove(); at.append(one);').replace(
      'observe(document.documentElement, { childList: true })',
      'disconnect()',
    ),
    holds: safe,
  },
  {
    name: 'it is put into a closed tree of the page',
    card: '党的十九大',
    script: `const box = document.createElement('div'); document.body.append(box); const root = box.attachShadow({ mode: 'closed' }); root.innerHTML = '<p></p>'; root.append(host()); armed = true; await turn();`,
    holds: safe,
  },
  {
    name: 'children are put into it',
    card: '党的十九大',
    script: onHosts('if (one.childNodes.length < 50) one.append(document.createElement("p"), "x");'),
    holds: safe,
  },
  ...rowsOf(attributes, (attribute) => {
    const [name = '', value = ''] = attribute.split('=');
    return {
      name: `the attribute ${attribute}`,
      card: '党的十九大',
      script: onHosts(`one.setAttribute('${name}', '${value}');`),
      holds: safe,
    };
  }),
  ...rowsOf(styles, (style) => ({
    name: `the style ${style}`,
    card: '党的十九大',
    script: onHosts(`one.style.cssText = '${style}'.replaceAll(';', ' !important;') + ' !important';`),
    holds: safe,
  })),
  {
    name: 'all its attributes are taken away',
    card: '党的十九大',
    script: onHosts('for (const { name } of [...one.attributes]) one.removeAttribute(name);'),
    holds: safe,
  },
];

/** What a page does to the marks. */
const marks: readonly Attack[] = [
  {
    name: 'all highlights are cleared once',
    script: `armed = true; CSS.highlights.clear();`,
    holds: ['armed', 'checks', 'fixes'],
  },
  {
    name: 'all highlights are cleared in each frame',
    script: marked('CSS.highlights.clear();'),
    holds: ['armed', 'unchanged', 'types', 'unset'],
  },
  {
    name: 'ranges are taken out of all highlights',
    script: `armed = true; for (const one of CSS.highlights.values()) one.clear();`,
    holds: ['armed', 'checks', 'fixes'],
  },
  {
    name: 'highlights are put in place of ours',
    script: `armed = true; for (const name of [...CSS.highlights.keys()]) CSS.highlights.set(name, new Highlight());`,
    holds: ['armed', 'checks'],
  },
  {
    name: 'a registry is put in place of the browser’s',
    script: `armed = true; Object.defineProperty(CSS, 'highlights', { value: CSS.highlights, configurable: true }); window.CSS = new Proxy(CSS, {});`,
    holds: ['armed', 'marked', 'checks'],
  },
  {
    name: 'a thousand highlights of the page',
    script: `armed = true; const range = new Range(); range.selectNodeContents(field()); for (let i = 0; i < 1000; i++) CSS.highlights.set('x' + i, new Highlight(range)); await turn(); for (let i = 0; i < 1000; i++) CSS.highlights.delete('x' + i);`,
    holds: ['armed', 'marked', 'fixes'],
  },
  {
    name: 'the ranges of highlights are moved',
    script: `armed = true; for (const one of CSS.highlights.values()) for (const range of one) range.selectNodeContents(document.querySelector('#lure'));`,
    holds: ['armed', 'unchanged', 'unset', 'types', 'clean'],
  },
  {
    name: 'the ranges of highlights are moved over other words, then a fix',
    script: `armed = true; const [range] = [...CSS.highlights.values()].flatMap((one) => [...one]); const words = field().lastElementChild.firstChild; range.setStart(words, 0); range.setEnd(words, 3);`,
    author: async (stage) => {
      const at = await stage.page.evaluate(() => {
        const { left, top } = document.querySelector('#editor p:last-child')?.getBoundingClientRect() ?? {
          left: 0,
          top: 0,
        };
        return { x: left + 10, y: top + 10 };
      });
      await stage.page.mouse.click(at.x, at.y);
      await stage.settle();
    },
    holds: ['armed', 'unchanged', 'unset'],
  },
  {
    name: 'adopted style sheets are emptied',
    script: marked('document.adoptedStyleSheets = [];'),
    holds: ['armed', 'marked', 'unset', 'fixes'],
  },
  {
    name: 'adopted style sheets are disabled',
    script: `armed = true; for (const sheet of document.adoptedStyleSheets) { sheet.disabled = true; sheet.replaceSync(''); }`,
    holds: ['armed', 'marked', 'fixes'],
  },
];

const after = ['armed', 'unset'] as const;
const field = `const made = document.createElement('div'); made.id = 'editor'; made.contentEditable = 'true'; made.innerHTML = '<p>我们要深入学习贯彻党的十九大精神。</p><p>市工商局要落实三定方案词。</p>';`;

/** What a page does to its document. */
const documents: readonly Attack[] = [
  {
    name: 'the body is replaced',
    card: '党的十九大',
    script: `armed = true; ${field} const body = document.createElement('body'); body.append(made); document.body.replaceWith(body);`,
    holds: [...after, 'marked', 'closed', 'checks'],
  },
  {
    name: 'the body is emptied and filled',
    card: '党的十九大',
    script: `armed = true; ${field} document.body.innerHTML = ''; await turn(); document.body.append(made);`,
    holds: [...after, 'marked', 'closed', 'checks'],
  },
  {
    name: 'the root is emptied',
    card: '党的十九大',
    script: `armed = true; ${field} document.documentElement.innerHTML = ''; await turn(); document.body.append(made);`,
    holds: [...after, 'marked', 'closed', 'checks'],
  },
  {
    name: 'the root is replaced',
    card: '党的十九大',
    script: `armed = true; ${field} const root = document.createElement('html'); root.append(document.createElement('body')); document.replaceChild(root, document.documentElement); document.body.append(made);`,
    holds: [...after, 'marked', 'closed', 'checks'],
  },
  {
    name: 'the document is written anew',
    card: '党的十九大',
    script: `armed = true; document.open(); document.write('<!doctype html><body><div id="editor" contenteditable><p>我们要深入学习贯彻党的十九大精神。</p><p>市工商局要落实三定方案词。</p></div></body>'); document.close();`,
    holds: [...after, 'marked', 'closed', 'checks'],
  },
  {
    name: 'the document is opened and never closed',
    card: '党的十九大',
    script: `armed = true; document.open(); document.write('<!doctype html><body><div id="editor" contenteditable><p>我们要深入学习贯彻党的十九大精神。</p><p>市工商局要落实三定方案词。</p></div>'); await turn();`,
    holds: [...after, 'marked', 'closed', 'checks'],
  },
  {
    name: 'the head is emptied',
    card: '党的十九大',
    script: `armed = true; document.head.remove();`,
    holds: [...after, 'unchanged', 'marked', 'fixes'],
  },
  {
    name: 'the base is changed',
    card: '党的十九大',
    script: `armed = true; const base = document.createElement('base'); base.href = 'https://attacker.example/'; base.target = '_blank'; document.head.prepend(base);`,
    holds: [...after, 'unchanged', 'marked', 'fixes'],
  },
  {
    name: 'the document is normalised and its title is set',
    card: '党的十九大',
    script: marked(`document.normalize(); document.title = String(Math.random());`),
    holds: [...after, 'unchanged', 'marked', 'fixes'],
  },
  {
    name: 'the address changes in each frame',
    card: '党的十九大',
    script: `let at = 0; ${marked(`if (at++ < 90) history.replaceState(null, '', '?field=rich&' + at);`)}`,
    holds: [...after, 'unchanged', 'types'],
  },
  {
    name: 'the page is in quirks mode and right to left',
    script: `armed = true; document.documentElement.dir = 'rtl'; document.documentElement.lang = 'ar';`,
    holds: [...after, 'unchanged', 'marked', 'fixes'],
  },
  {
    name: 'a policy that forbids all styles and scripts',
    script: `armed = true; const meta = document.createElement('meta'); meta.httpEquiv = 'Content-Security-Policy'; meta.content = "default-src 'none'; style-src 'none'; trusted-types none; require-trusted-types-for 'script'"; document.head.append(meta); await turn();`,
    holds: [...after, 'unchanged', 'marked', 'checks', 'fixes'],
  },
  {
    name: 'the root is turned and scaled',
    script: `armed = true; document.documentElement.style.cssText = 'transform: rotate(3deg) scale(.8); perspective: 200px';`,
    holds: [...after, 'unchanged', 'marked', 'aims'],
  },
  {
    name: 'the field is moved to and fro',
    card: '党的十九大',
    script: marked('if (blows < 200) document.body.append(field());'),
    holds: [...after, 'unchanged'],
  },
];

export const wars = { hosts, marks, documents };
