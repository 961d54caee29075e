import Editor from '@hufe921/canvas-editor';
import { draftText } from './draft.ts';
import { canvasDraft } from './draft-canvas.ts';

const text = new URLSearchParams(location.search).has('twenty') ? canvasDraft : draftText;
const place = document.createElement('div');
place.id = 'editor';
document.body.append(place);
const editor = new Editor(
  place,
  {
    main: text.split('\n').flatMap((line, i) => [...(i === 0 ? [] : [{ value: '\n' }]), { value: line }]),
  },
  { pageNumber: { format: '' } },
);
const model = () => editor.command.getText().main;

window.editorPage = {
  model,
  saved: () => JSON.stringify(editor.command.getValue()),
  bold: () => [],
  strangers: () => [],
};
window.canvasPage = {
  box(words, nth = 0) {
    let start = -1;
    for (let turn = 0; turn <= nth; turn++) start = model().indexOf(words, start + 1);
    // Each paragraph begins with a mark of its own, so that offsets are one farther.
    editor.command.executeSetRange(start, start + words.length);
    const rect = editor.command.getRangeContext()?.rangeRects[0];
    const page = document.querySelector('canvas')?.getBoundingClientRect();
    if (rect === undefined || page === undefined) throw new Error(`No ${words}.`);
    return {
      left: page.left + rect.x,
      right: page.left + rect.x + rect.width,
      top: page.top + rect.y,
      bottom: page.top + rect.y + rect.height,
    };
  },
  foreign: () => undefined,
  caret: () => editor.command.getRange().endIndex,
  steps: () => 0,
  happened: () => [],
  scrollTo: (top) => window.scrollTo(0, top),
  zoom: (factor) => editor.command.executePageScale(factor),
  redraw() {
    const begun = performance.now();
    editor.command.executeForceUpdate({ isSubmitHistory: false });
    for (const canvas of document.querySelectorAll('canvas'))
      canvas.getContext('2d')?.getImageData(0, 0, 1, 1);
    return performance.now() - begun;
  },
};
