import type { Attack } from '../attack.ts';
import type { Stage } from '../stage.ts';

/** Buttons that change a setting for all drafts, or the draft. */
const targets = ['关闭此规则', '每篇忽略', '改为“党的二十大”'] as const;
const style = (name: string, value: string) =>
  `host().style.setProperty('${name}', '${value}', 'important');`;
const overlay = (more: string) =>
  `const over = document.createElement('div'); over.style.cssText = 'position: fixed; inset: 0; margin: 0; border: 0; width: 100vw; height: 100vh; background: white; pointer-events: none; z-index: 2147483647'; ${more}`;

/** How a page makes the author press what is not seen, or not what it seems. Runs when the card is open. */
const tricks: readonly (readonly [name: string, script: string])[] = [
  ['a card that is all but transparent', style('opacity', '0.001')],
  ['a card that is transparent', style('opacity', '0')],
  ['a card that a filter makes transparent', style('filter', 'opacity(0)')],
  ['a card that a filter blurs away', style('filter', 'blur(90px)')],
  ['a card that a mask hides', style('mask-image', 'linear-gradient(transparent, transparent)')],
  ['a card of which one corner is left', style('clip-path', 'circle(6px at 50% 50%)')],
  [
    'a card that is blended into the page',
    `document.documentElement.style.background = 'white'; ${style('mix-blend-mode', 'lighten')}`,
  ],
  ['a card that is moved under a button of the page', style('transform', 'translate(40px, 160px)')],
  [
    'a card that is moved and transparent',
    `${style('opacity', '0.001')} ${style('transform', 'translate(40px, 160px)')}`,
  ],
  ['a card that is moved by translate', style('translate', '30px 120px')],
  [
    'a card that is moved by left and top',
    `${style('left', '50px')} ${style('top', '90px')} ${style('position', 'absolute')}`,
  ],
  ['a card so large that one button fills the page', style('zoom', '3')],
  ['a card as small as a point', style('transform', 'scale(.05)')],
  ['a card turned upside down', style('rotate', '180deg')],
  ['a page of which all is transparent', `document.documentElement.style.opacity = '0.001';`],
  ['a page with a filter', `document.documentElement.style.filter = 'opacity(0)';`],
  ['a page that is moved as a whole', `document.documentElement.style.transform = 'translate(60px, 90px)';`],
  [
    'a page that is scaled as a whole',
    `document.documentElement.style.transform = 'scale(1.4)'; document.documentElement.style.transformOrigin = '0 0';`,
  ],
  ['a cover that lets the pointer through', overlay(`document.documentElement.append(over);`)],
  [
    'a cover that is a popover',
    overlay(`over.popover = 'manual'; document.body.append(over); over.showPopover();`),
  ],
  [
    'a cover that is a dialog in the top layer',
    `${overlay('')} const dialog = document.createElement('dialog'); dialog.style.cssText = over.style.cssText + '; max-width: none; max-height: none'; document.body.append(dialog); dialog.show(); dialog.popover = 'manual'; try { dialog.showPopover(); } catch {}`,
  ],
  [
    'a cover that is a canvas',
    overlay(
      `const canvas = document.createElement('canvas'); canvas.style.cssText = over.style.cssText; canvas.popover = 'manual'; document.body.append(canvas); canvas.showPopover();`,
    ),
  ],
  [
    'a card within a transparent element',
    `const box = document.createElement('div'); box.style.opacity = '0.001'; document.body.append(box); box.append(host());`,
  ],
  [
    'a card within an element that clips it',
    `const box = document.createElement('div'); box.style.cssText = 'position: fixed; inset: 0; clip-path: inset(45%)'; document.body.append(box); box.append(host());`,
  ],
  [
    'a card within a filter',
    `const box = document.createElement('div'); box.style.cssText = 'position: fixed; inset: 0; filter: brightness(30)'; document.body.append(box); box.append(host());`,
  ],
  [
    'a card in a slot of a transparent tree',
    `const box = document.createElement('div'); document.body.append(box); box.attachShadow({ mode: 'open' }).innerHTML = '<div style="opacity: .001"><slot></slot></div>'; box.append(host());`,
  ],
  [
    'a card in a tree of the page',
    `const box = document.createElement('div'); document.body.append(box); const root = box.attachShadow({ mode: 'closed' }); root.innerHTML = '<style>:host { opacity: .001 }</style>'; root.append(host());`,
  ],
  [
    'a card with a decoy in front of it',
    `const decoy = host().cloneNode(false); decoy.textContent = '下一页'; decoy.style.cssText += '; background: white; pointer-events: none; width: 100vw; height: 100vh; position: fixed; inset: 0; z-index: 2147483647'; host().after(decoy);`,
  ],
  [
    'a card that the page makes appear by an animation',
    `const sheet = document.createElement('style'); sheet.textContent = '@keyframes x { 0%, 99% { opacity: .001 } }'; document.head.append(sheet); ${style('animation', 'x 60s')}`,
  ],
  [
    'a card whose colours are the page’s',
    `const names = []; for (const one of ['--ink', '--paper', '--rule', '--soft', '--press', '--cinnabar', '--ochre', '--card', '--text', '--line']) host().style.setProperty(one, 'transparent', 'important'); ${style('color', 'transparent')} ${style('-webkit-text-fill-color', 'transparent')}`,
  ],
  [
    'a card whose letters have no size',
    `${style('font-size', '0')} ${style('-webkit-text-size-adjust', 'none')} ${style('-webkit-text-fill-color', 'transparent')}`,
  ],
  [
    'a card behind a backdrop',
    `const dialog = document.createElement('div'); dialog.popover = 'manual'; dialog.style.cssText = 'pointer-events: none; opacity: 0'; const sheet = document.createElement('style'); sheet.textContent = '[popover]::backdrop { background: white; pointer-events: none }'; document.head.append(sheet); document.body.append(dialog); dialog.showPopover();`,
  ],
  [
    'a card that is moved under the pointer as it comes',
    `const at = host(); window.addEventListener('pointermove', ({ clientX, clientY }) => { if (at.dataset.x === undefined) { at.dataset.x = '1'; at.style.setProperty('transform', 'translate(9px, 3px)', 'important'); } }, true);`,
  ],
];

/** The same at the last moment: at the press itself. */
const moments: readonly (readonly [name: string, script: string])[] = [
  [
    'a card that is moved under the pointer as it presses',
    `const at = host(); window.addEventListener('pointerdown', () => at.style.setProperty('transform', 'translate(4px, 2px)', 'important'), true);`,
  ],
  [
    'a card that is hidden as the pointer presses',
    `const at = host(); for (const type of ['pointerdown', 'mousedown']) window.addEventListener(type, () => at.style.setProperty('opacity', '0.01', 'important'), true);`,
  ],
  [
    'a card that is hidden between press and release',
    `const at = host(); for (const type of ['pointerup', 'mouseup']) window.addEventListener(type, () => at.style.setProperty('opacity', '0.01', 'important'), true);`,
  ],
];

const press = (words: string) => async (stage: Stage) => {
  // A card that the page has closed, or that is drawn nowhere, cannot be pressed.
  await stage.press(words).catch(() => undefined);
};

const keyed = (script: string, keys: readonly string[]): Pick<Attack, 'script' | 'author'> => ({
  script: `armed = true; ${script} await turn();`,
  async author(stage) {
    for (const key of keys) {
      await stage.page.keyboard.press(key);
      await stage.settle();
    }
  },
});

const calm = ['armed', 'unset', 'unchanged'] as const;
const opened = { card: '党的十九大', more: true } as const;

/** By real keys, after the page has given our element the focus. */
const keys: readonly Attack[] = [
  {
    name: 'the focus of our element, then Tab and Enter',
    ...opened,
    ...keyed(`host().tabIndex = 0; host().focus();`, ['Tab', 'Tab', 'Enter']),
    holds: calm,
  },
  {
    name: 'the focus of our element, then Enter and Space',
    ...opened,
    ...keyed(`host().tabIndex = 0; host().focus();`, ['Enter', ' ', 'Tab', ' ']),
    holds: calm,
  },
  {
    name: 'the focus in front of our element, then Tab and Enter',
    ...opened,
    ...keyed(`const made = document.createElement('button'); host().before(made); made.focus();`, [
      'Tab',
      'Enter',
      'Tab',
      'Enter',
    ]),
    holds: calm,
  },
  {
    name: 'the focus behind our element, then Shift+Tab and Enter',
    ...opened,
    ...keyed(`const made = document.createElement('button'); host().after(made); made.focus();`, [
      'Shift+Tab',
      'Enter',
    ]),
    holds: calm,
  },
  {
    name: 'a page that leaves no other stop for Tab',
    ...opened,
    ...keyed(
      `for (const one of [field(), document.querySelector('#other'), document.querySelector('#lure')]) one.inert = true; host().tabIndex = 0; document.activeElement.blur();`,
      ['Tab', 'Tab', 'Tab', 'Enter'],
    ),
    holds: calm,
  },
  {
    name: 'our element as the target of a label',
    ...opened,
    ...keyed(
      `host().id = 'aim'; const label = document.createElement('label'); label.htmlFor = 'aim'; document.body.append(label); label.click(); host().tabIndex = 0; label.click();`,
      ['Tab', 'Enter'],
    ),
    holds: calm,
  },
  {
    name: 'our element as what a button commands',
    ...opened,
    ...keyed(
      `host().id = 'aim'; const button = document.createElement('button'); button.setAttribute('commandfor', 'aim'); button.setAttribute('command', 'toggle-popover'); document.body.append(button); button.focus();`,
      ['Enter', 'Tab', 'Enter'],
    ),
    holds: calm,
  },
  {
    name: 'a shortcut of our element',
    ...opened,
    ...keyed(`host().accessKey = 'q'; host().tabIndex = 0;`, ['Alt+q', 'Alt+Shift+q', 'Tab', 'Enter']),
    holds: calm,
  },
  {
    name: 'a search in the page that leads into the card',
    ...opened,
    ...keyed(`window.find('关闭此规则'); host().tabIndex = 0;`, ['Tab', 'Enter']),
    holds: calm,
  },
  {
    name: 'the focus that the page hands on at each key',
    ...opened,
    ...keyed(
      `host().tabIndex = 0; window.addEventListener('keydown', () => host().focus(), true); field().focus();`,
      ['Tab', 'Tab', 'Tab', 'Enter'],
    ),
    holds: calm,
  },
];

/** An attack for each trick, at whose end the author presses a button. */
function pressed(
  on: typeof tricks,
  target: (typeof targets)[number],
  more: Pick<Attack, 'presses'> = { presses: target },
): Attack[] {
  return on.map(([name, script]) => ({
    name,
    ...opened,
    ...more,
    script: `armed = true; ${script} await turn();`,
    author: press(target),
    holds: calm,
  }));
}

/** Presses by the real mouse. */
export const clicks = {
  unseen: pressed(tricks, targets[0]),
  ignoring: pressed(tricks.slice(0, 12), targets[1]),
  fixing: pressed(tricks.slice(0, 12), targets[2]),
  // What is changed at the press itself was plain before.
  sudden: pressed(moments, targets[0], {}),
  keys,
  /** The same press without any trick does what it says: a refusal above is one of the trick. */
  honest: targets.map(
    (words): Attack => ({
      name: words,
      ...opened,
      script: 'await turn();',
      async author(stage) {
        const before = [await stage.model(), await stage.stored()];
        await stage.press(words);
        const hasChanged = async () =>
          JSON.stringify([await stage.model(), await stage.stored()]) !== JSON.stringify(before);
        await stage.until(hasChanged);
        await stage.restore();
      },
      holds: [],
    }),
  ),
};
