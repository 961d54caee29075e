import { empty } from './draft-empty.ts';
import { shapes } from './draft-shapes.ts';
import { speech } from './draft-speech.ts';
import { ten } from './draft-ten.ts';

/** A fault that Gaozhun marks, and its fix. */
export interface Fault {
  readonly place: 'start' | 'middle' | 'bold' | 'link' | 'zero-width' | 'list' | 'cell' | 'island' | 'end';
  /** The marked words. */
  readonly words: string;
  /** The card's button; '' if the card repairs the numbering. */
  readonly fix: string;
  readonly right: string;
  /** Whether the single-line draft has it too. */
  readonly inLine: boolean;
}

/** The same draft for all editors: as HTML, as a textarea's plain text, as a single line. */
export interface Draft {
  readonly html: string;
  readonly text: string;
  readonly line: string;
  /** In order of place. */
  readonly faults: readonly Fault[];
}

export const drafts = { speech, shapes, ten, empty } as const;
export type DraftName = keyof typeof drafts;

const asked = typeof location === 'undefined' ? null : new URLSearchParams(location.search).get('draft');
/** The draft named in the address (`?draft=shapes`), by default the speech. */
export const {
  html: draftHtml,
  text: draftText,
  line: draftLine,
}: Draft = Object.entries(drafts).find(([name]) => name === asked)?.[1] ?? speech;

/** The interface of each page for its test. */
export interface EditorPage {
  /** The text of the editor's model, with line feeds between paragraphs and lines; without blank lines. */
  model(): string | Promise<string>;
  /** What the editor would save. */
  saved(): string | Promise<string>;
  /** The bold words in the model, in order. */
  bold(): string[] | Promise<string[]>;
  /** Nodes and attributes of Gaozhun that appeared inside the editor; `every`: all changes of its DOM. */
  strangers(every?: boolean): string[] | Promise<string[]>;
  /** The box of words, scrolled into view. See `boxOf`. */
  box?(words: string): Box | Promise<Box>;
  /** Makes the editor render the same text again. */
  redraw?(): void | Promise<void>;
}

/** The first line of some words in the view of the top window, in CSS pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

declare global {
  interface Window {
    editorPage: EditorPage;
  }
}

/**
 * Records all changes inside an editor. Reports nodes and attributes of Gaozhun, recognised by their name, or by the
 * style that begins every element it makes.
 */
export function watchStrangers(editor: Node): (every?: boolean) => string[] {
  const seen: string[] = [];
  const ours = /gaozhun|all:\s*initial/i;
  const note = (what: string, is: boolean) => seen.push(is ? `stranger ${what}` : what);
  const observer = new MutationObserver((records) => {
    for (const { type, target, addedNodes, attributeName } of records) {
      if (attributeName !== null && 'getAttribute' in target) {
        const value = (target as Element).getAttribute(attributeName) ?? '';
        note(`${attributeName}=${value}`, ours.test(attributeName) || ours.test(value));
      } else if (type === 'characterData') note('text', false);
      for (const node of addedNodes) {
        const html = 'outerHTML' in node ? String(node.outerHTML) : '';
        note(`<${node.nodeName}>`, ours.test(html) || ours.test(node.nodeName));
      }
    }
  });
  observer.observe(editor, { childList: true, attributes: true, characterData: true, subtree: true });
  return (every = false) => seen.filter((what) => every || what.startsWith('stranger '));
}

/** The text of saved HTML by block, and its bold words. */
export function fromHtml(html: string): { text: string; bold: string[] } {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  for (const br of parsed.querySelectorAll('br')) br.replaceWith('\n');
  const blocks = [...parsed.body.querySelectorAll('h1, h2, h3, p, div, li, td, th')].filter(
    (block) => block.querySelector('h1, h2, h3, p, div, li') === null,
  );
  const text = blocks
    .flatMap((block) => (block.textContent ?? '').replaceAll('\u00a0', ' ').split('\n'))
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
  const bold = [...parsed.querySelectorAll('strong, b')].map((run) => run.textContent ?? '');
  return { text, bold };
}
