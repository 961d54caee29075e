/** An editor that draws in a worker: what it draws is told to no script of the page. */
import { draftText } from './draft.ts';
import { CanvasModel, takeKeys } from './draft-canvas-model.ts';

const canvas = document.createElement('canvas');
canvas.width = 700;
canvas.height = 640;
canvas.style.cssText = 'display: block; width: 700px; height: 640px';
document.body.append(canvas);

const painter = () => {
  let context: OffscreenCanvasRenderingContext2D | null = null;
  addEventListener('message', ({ data }: MessageEvent<{ canvas?: OffscreenCanvas; text?: string }>) => {
    if (data.canvas !== undefined) context = data.canvas.getContext('2d');
    if (context === null || data.text === undefined) return;
    context.fillStyle = '#fff';
    context.fillRect(0, 0, 700, 640);
    context.fillStyle = '#111';
    context.font = '16px serif';
    let line = 0;
    for (const paragraph of data.text.split('\n')) {
      for (let at = 0; at < paragraph.length; at += 40)
        context.fillText(paragraph.slice(at, at + 40), 20, 40 + 26 * line++);
    }
  });
};
const worker = new Worker(URL.createObjectURL(new Blob([`(${painter})()`], { type: 'text/javascript' })));
const draw = () => worker.postMessage({ text: model.text });
const model = new CanvasModel(draftText, draw);
const offscreen = canvas.transferControlToOffscreen();
worker.postMessage({ canvas: offscreen }, [offscreen]);
draw();

const input = takeKeys(() => model, draw);
canvas.addEventListener('mousedown', (event) => {
  event.preventDefault();
  input.focus({ preventScroll: true });
});

window.editorPage = {
  model: () => model.text,
  saved: () => model.text,
  bold: () => [],
  strangers: () => [],
};
