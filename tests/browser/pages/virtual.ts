import { draftHtml, watchStrangers } from './draft.ts';
import { linesOf } from './draft-blocks.ts';
import { boxOf } from './draft-box.ts';
import { createVirtualEditor } from './draft-virtual.ts';

/**
 * An editor that keeps only the visible paragraphs in the DOM; `?way=spacer` puts blank boxes in place of the others.
 */
const way = new URLSearchParams(location.search).get('way') === 'spacer' ? 'spacer' : 'placed';
const editor = createVirtualEditor(document.body, draftHtml, way);
const strangers = watchStrangers(editor.field);

window.editorPage = {
  model: () => linesOf(editor.paragraphs().map(textOf)),
  saved: () => editor.paragraphs().map(htmlOf).join(''),
  bold: () =>
    editor.paragraphs().flatMap((letters) =>
      letters
        .map(({ letter, bold }) => (bold ? letter : '\n'))
        .join('')
        .split(/\n+/)
        .filter((run) => run !== ''),
    ),
  strangers,
  box: (words) => {
    editor.show(editor.paragraphs().findIndex((letters) => bare(textOf(letters)).includes(words)));
    return boxOf(editor.field, words);
  },
  redraw: editor.draw,
};

type Letters = readonly { letter: string; bold: boolean }[];

function textOf(letters: Letters): string {
  return letters.map(({ letter }) => letter).join('');
}

function bare(text: string): string {
  return text.replace(/[\u200b\u2060\ufeff]/g, '');
}

function htmlOf(letters: Letters): string {
  return `<p>${letters.map(({ letter, bold }) => (bold ? `<b>${letter}</b>` : letter)).join('')}</p>`;
}
