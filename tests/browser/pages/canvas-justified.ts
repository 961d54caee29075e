/**
 * An editor of one canvas at two pixels for each pixel of the screen. It draws every character by itself, justified, and
 * scrolls by drawing anew. Around the text: a ruler, a header, line numbers, a watermark, a page number.
 */
import { canvasDraft } from './draft-canvas.ts';
import {
  boxOfWords,
  CanvasModel,
  layOut,
  offsetAt,
  type Place,
  takeKeys,
  takePointer,
} from './draft-canvas-model.ts';

const ratio = 2;
let width = 760;
const height = 900;
const pitch = 26;
let zoom = 1;
let top = 0;
let pending = 0;

const canvas = document.createElement('canvas');
canvas.id = 'sheet';
canvas.style.display = 'block';
document.body.append(canvas);
const context = canvas.getContext('2d');
if (context === null) throw new Error('No context.');

const font = () => `${16 * zoom}px "Noto Serif CJK SC", serif`;
const widths = new Map<string, number>();
const widthOf = (character: string) => {
  const key = `${zoom}${character}`;
  const known = widths.get(key);
  if (known !== undefined) return known;
  context.font = font();
  const measured = context.measureText(character).width;
  widths.set(key, measured);
  return measured;
};
const soon = () => {
  if (pending === 0) pending = requestAnimationFrame(draw);
};
const model = new CanvasModel(canvasDraft, soon);
let places: readonly Place[] = [];

function draw(): void {
  pending = 0;
  if (context === null) return;
  if (canvas.width !== width * ratio) {
    canvas.width = width * ratio;
    canvas.height = height * ratio;
    canvas.style.width = `${width}px`;
    canvas.style.height = `${height}px`;
  }
  const column = {
    left: 70,
    right: width - 50,
    size: 16 * zoom,
    pitch: pitch * zoom,
    indent: 2,
    justified: true,
  };
  const text = model.text.slice(0, model.to) + model.composed + model.text.slice(model.to);
  places = layOut(text, 0, 70 + 20 * zoom - top, column, widthOf).places;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, width, height);
  context.fillStyle = '#fdfdf8';
  context.fillRect(0, 0, width, height);
  context.textBaseline = 'alphabetic';
  context.font = '11px sans-serif';
  context.fillStyle = '#888';
  for (let cm = 0; cm * 38 < width; cm++) context.fillText(String(cm), cm * 38, 12);
  context.fillText('内部资料 注意保存', 70, 36);
  context.fillText('— 1 —', width / 2, height - 8);
  context.save();
  context.rotate(-0.4);
  context.font = '40px sans-serif';
  context.fillStyle = 'rgba(0, 0, 0, 0.06)';
  context.fillText('机密 工商局', -100, 420);
  context.restore();

  context.save();
  context.beginPath();
  context.rect(0, 48, width, height - 70);
  context.clip();
  const rows = new Map<number, Place[]>();
  for (const place of places) rows.set(place.baseline, [...(rows.get(place.baseline) ?? []), place]);
  let number = 0;
  for (const [baseline, row] of rows) {
    number++;
    if (baseline < 0 || baseline > height + pitch) continue;
    const chosen = row.filter(({ at }) => at >= model.start && at < model.end);
    const [first] = chosen;
    if (first !== undefined) {
      context.fillStyle = 'rgba(51, 144, 255, 0.3)';
      const right = chosen.at(-1)?.right ?? first.right;
      context.fillRect(first.left, baseline - 0.75 * pitch * zoom, right - first.left, pitch * zoom);
    }
    context.font = '11px sans-serif';
    context.fillStyle = '#999';
    context.fillText(String(number), 40, baseline);
    context.font = font();
    context.fillStyle = '#111';
    for (const { character, left } of row) context.fillText(character, left, baseline);
  }
  const caret = places.find(({ at }) => at === model.to);
  if (caret !== undefined && model.start === model.end) {
    context.fillStyle = '#000';
    context.fillRect(caret.left, caret.baseline - 16, 1, 20);
  }
  context.restore();
}

const input = takeKeys(() => model, soon);
takePointer(
  canvas,
  input,
  () => model,
  (x, y) => {
    const box = canvas.getBoundingClientRect();
    return offsetAt(places, x - box.left, y - box.top, pitch * zoom);
  },
);
canvas.addEventListener('wheel', (event) => {
  event.preventDefault();
  top = Math.max(0, top + event.deltaY);
  soon();
});
draw();

window.editorPage = {
  model: () => model.text,
  saved: () => model.text,
  bold: () => [],
  strangers: () => [],
};
window.canvasPage = {
  box(words, nth = 0) {
    const sheet = canvas.getBoundingClientRect();
    const { left, right, top: high, bottom } = boxOfWords(model.text, places, words, nth, 16 * zoom);
    return {
      left: sheet.left + left,
      right: sheet.left + right,
      top: sheet.top + high,
      bottom: sheet.top + bottom,
    };
  },
  foreign: (start, end, text, naive) => model.foreign(start, end, text, naive),
  caret: () => model.to,
  steps: () => model.steps,
  happened: () => model.happened(),
  scrollTo(to) {
    top = to;
    soon();
  },
  zoom(factor) {
    zoom = factor;
    soon();
  },
  redraw() {
    const begun = performance.now();
    draw();
    // Reading a pixel waits until everything is drawn.
    context.getImageData(0, 0, 1, 1);
    return performance.now() - begun;
  },
};
window.addEventListener('resize', () => {
  width = Math.min(760, document.documentElement.clientWidth - 60);
  soon();
});
