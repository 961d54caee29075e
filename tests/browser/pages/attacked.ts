import { watchStrangers } from './draft.ts';

/** Two faults of the packs and one of an own phrase (see attacks/stage.ts). `?field=plain`: in a textarea. */
const lines = ['我们要深入学习贯彻党的十九大精神。', '市工商局要落实三定方案词。'];
const isPlain = new URLSearchParams(location.search).get('field') === 'plain';

const plain = document.createElement('textarea');
plain.defaultValue = lines.join('\n');
plain.style.cssText = 'display: block; width: 620px; height: 120px; font: 16px/1.8 sans-serif';
const rich = document.createElement('div');
rich.contentEditable = 'true';
rich.innerHTML = lines.map((line) => `<p>${line}</p>`).join('');
const field = isPlain ? plain : rich;
field.id = 'editor';
/** Where stolen words would go. */
const other = document.createElement('textarea');
other.id = 'other';
/** What a page puts over or under what it wants to be pressed. */
const lure = document.createElement('button');
lure.id = 'lure';
lure.textContent = '下一页';
document.body.append(field, other, lure);

/** The field now: a page may have put another in its place. Its parser may be forbidden by a policy. */
const find = document.querySelector.bind(document);
const now = () => find<HTMLElement>('#editor');
const textOf = (one: HTMLElement | null) =>
  one === null || one instanceof HTMLTextAreaElement
    ? (one?.value ?? '')
    : [...one.querySelectorAll('p')].map((line) => line.textContent).join('\n');

window.editorPage = {
  model: () => textOf(now()),
  saved: () => textOf(now()),
  bold: () => [],
  strangers: watchStrangers(field),
};
