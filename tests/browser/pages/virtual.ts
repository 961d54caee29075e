import { draftHtml, watchStrangers } from './draft.ts';
import { createVirtualEditor } from './draft-virtual.ts';

/** An editor that keeps only the visible paragraphs in the DOM; `?way=spacer` puts blanks in place of the others. */
const way = new URLSearchParams(location.search).get('way') === 'spacer' ? 'spacer' : 'placed';
const editor = createVirtualEditor(document.body, draftHtml, way);
const strangers = watchStrangers(editor.field);

window.editorPage = {
  model: () => editor.paragraphs().map(textOf).join('\n'),
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
};

type Letters = readonly { letter: string; bold: boolean }[];

function textOf(letters: Letters): string {
  return letters.map(({ letter }) => letter).join('');
}

function htmlOf(letters: Letters): string {
  return `<p>${letters.map(({ letter, bold }) => (bold ? `<b>${letter}</b>` : letter)).join('')}</p>`;
}
