/**
 * An editor of tiles: canvases side by side and one below the other, in a box that scrolls. Text is drawn in runs, which
 * cross the borders of tiles; a tile is drawn anew where its part of the sheet has changed, within a clip. The draft is
 * followed by a table. A selection is made of elements over the tiles.
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

const tile = { width: 360, height: 240 };
const columns = 2;
const pitch = 28;
const size = 16;
const font = `${size}px "Noto Sans CJK SC", sans-serif`;
const cells = [
  '序号',
  '责任单位',
  '主要职责',
  '1',
  '国家海洋局',
  '海域使用监管',
  '2',
  '县教育局',
  '学习党的十九大精神',
];

const box = document.createElement('div');
box.style.cssText = 'position: relative; width: 720px; height: 620px; overflow: auto; background: #eee';
const sheet = document.createElement('div');
sheet.style.cssText = 'position: relative; transform-origin: 0 0';
const marks = document.createElement('div');
marks.style.cssText = 'position: absolute; inset: 0; pointer-events: none';
sheet.append(marks);
box.append(sheet);
document.body.append(box);

const tiles: { canvas: HTMLCanvasElement; context: CanvasRenderingContext2D; drawn: string }[] = [];
let zoom = 1;
let pending = 0;
const soon = () => {
  if (pending === 0) pending = requestAnimationFrame(draw);
};
const model = new CanvasModel(canvasDraft, soon);
const scratch = document.createElement('canvas').getContext('2d');
const widths = new Map<string, number>();
function widthOf(character: string): number {
  const known = widths.get(character);
  if (known !== undefined || scratch === null) return known ?? 0;
  scratch.font = font;
  const measured = scratch.measureText(character).width;
  widths.set(character, measured);
  return measured;
}

interface Run {
  readonly text: string;
  readonly left: number;
  readonly baseline: number;
}

/** Pieces of a line as an editor draws them: at most 12 characters, and cut behind marks of punctuation. */
function runsOf(places: readonly Place[]): Run[] {
  const runs: { text: string; left: number; baseline: number; right: number }[] = [];
  for (const { character, left, right, baseline } of places) {
    const last = runs.at(-1);
    const isNew =
      last === undefined ||
      last.baseline !== baseline ||
      [...last.text].length >= 12 ||
      /[，。、；]$/u.test(last.text) ||
      Math.abs(last.right - left) > 0.5;
    if (isNew) runs.push({ text: character, left, baseline, right });
    else {
      last.text += character;
      last.right = right;
    }
  }
  return runs;
}

let places: readonly Place[] = [];

function tileAt(nth: number) {
  const known = tiles[nth];
  if (known !== undefined) return known;
  const canvas = document.createElement('canvas');
  canvas.width = tile.width;
  canvas.height = tile.height;
  const [x, y] = [(nth % columns) * tile.width, Math.floor(nth / columns) * tile.height];
  canvas.style.cssText = `position: absolute; left: ${x}px; top: ${y}px`;
  sheet.insertBefore(canvas, marks);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('No context.');
  const made = { canvas, context, drawn: '' };
  tiles.push(made);
  return made;
}

function draw(): void {
  pending = 0;
  const text = model.text.slice(0, model.to) + model.composed + model.text.slice(model.to);
  const column = { left: 60, right: 640, size, pitch, indent: 2, justified: false };
  const laid = layOut(text, 0, 60, column, widthOf);
  places = laid.places;
  const table = cells.map((cell, at) => ({
    text: cell,
    left: 68 + ([0, 80, 260][at % 3] ?? 0),
    baseline: laid.bottom + 24 + 34 * Math.floor(at / 3),
  }));
  const runs = [...runsOf(places), ...table];
  const height = laid.bottom + 160;
  const rows = Math.ceil(height / tile.height);
  sheet.style.cssText += `width: ${columns * tile.width * zoom}px; height: ${rows * tile.height * zoom}px; transform: scale(${zoom})`;
  for (let nth = 0; nth < rows * columns; nth++) drawTile(nth, runs, laid.bottom);
  drawSelection();
}

function drawTile(nth: number, runs: readonly Run[], tableTop: number): void {
  const { context, drawn } = tileAt(nth);
  const [x, y] = [(nth % columns) * tile.width, Math.floor(nth / columns) * tile.height];
  const own = runs.filter(({ baseline }) => baseline > y - 10 && baseline < y + tile.height + 24);
  const key = JSON.stringify([own, tableTop]);
  if (key === drawn) return;
  const tileNow = tiles[nth];
  if (tileNow !== undefined) tileNow.drawn = key;
  context.save();
  context.beginPath();
  context.rect(0, 0, tile.width, tile.height);
  context.clip();
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, tile.width, tile.height);
  context.translate(-x, -y);
  context.strokeStyle = '#999';
  for (let row = 0; row < 4; row++) context.strokeRect(60, tableTop, 580, 34 * row);
  context.font = font;
  context.fillStyle = '#111';
  context.textBaseline = 'top';
  for (const { text, left, baseline } of own) context.fillText(text, left, baseline - rise(context));
  context.restore();
}

/** How far the top of the font lies above its baseline. */
function rise(context: CanvasRenderingContext2D): number {
  context.textBaseline = 'alphabetic';
  const low = context.measureText('国').fontBoundingBoxAscent;
  context.textBaseline = 'top';
  return low - context.measureText('国').fontBoundingBoxAscent;
}

function drawSelection(): void {
  marks.replaceChildren();
  const chosen = places.filter(({ at }) => at >= model.start && at < model.end);
  for (const baseline of new Set(chosen.map((place) => place.baseline))) {
    const row = chosen.filter((place) => place.baseline === baseline);
    const [first] = row;
    if (first === undefined) continue;
    const bar = document.createElement('div');
    const width = (row.at(-1)?.right ?? first.right) - first.left;
    bar.style.cssText = `position: absolute; left: ${first.left}px; top: ${baseline - 20}px; width: ${width}px; height: ${pitch}px; background: rgba(51, 144, 255, 0.3)`;
    marks.append(bar);
  }
}

const input = takeKeys(() => model, soon);
takePointer(
  sheet,
  input,
  () => model,
  (x, y) => {
    const corner = sheet.getBoundingClientRect();
    return offsetAt(places, (x - corner.left) / zoom, (y - corner.top) / zoom, pitch);
  },
);
draw();

window.editorPage = {
  model: () => model.text,
  saved: () => model.text,
  bold: () => [],
  strangers: () => [],
};
window.canvasPage = {
  box(words, nth = 0) {
    const corner = sheet.getBoundingClientRect();
    const own = boxOfWords(model.text, places, words, nth, size);
    return {
      left: corner.left + own.left * zoom,
      right: corner.left + own.right * zoom,
      top: corner.top + own.top * zoom,
      bottom: corner.top + own.bottom * zoom,
    };
  },
  foreign: (start, end, text, naive) => model.foreign(start, end, text, naive),
  caret: () => model.to,
  steps: () => model.steps,
  happened: () => model.happened(),
  scrollTo(to) {
    box.scrollTop = to;
  },
  zoom(factor) {
    zoom = factor;
    soon();
  },
  redraw() {
    const begun = performance.now();
    for (const one of tiles) one.drawn = '';
    draw();
    for (const { context } of tiles) context.getImageData(0, 0, 1, 1);
    return performance.now() - begun;
  },
};
