import type { Frame, Page } from 'playwright-core';
import { ownWorld } from './own-world.ts';

export interface PaintedMark {
  readonly look: string;
  readonly text: string;
  /** Middle of its first line, in the view of the page. */
  readonly x: number;
  readonly y: number;
}

/** The painted marks of a page and its frames, from top to bottom. */
export async function paintedMarks(page: Page): Promise<PaintedMark[]> {
  const all: PaintedMark[] = [];
  for (const frame of page.frames()) {
    const corner = await cornerOf(frame);
    for (const mark of await frame.evaluate(painted)) {
      all.push({ ...mark, x: mark.x + corner.x, y: mark.y + corner.y });
    }
  }
  return all.sort((a, b) => a.y - b.y || a.x - b.x);
}

/** Waits until exactly these words are marked, in this order. */
export async function waitForMarks(page: Page, words: readonly string[]): Promise<PaintedMark[]> {
  let marks: PaintedMark[] = [];
  for (let tries = 0; tries < 120; tries++) {
    marks = (await paintedMarks(page)).filter(({ look }) => look !== 'active');
    if (marks.map(({ text }) => text).join('|') === words.join('|')) return marks;
    await page.waitForTimeout(50);
  }
  throw new Error(`Wanted marks ${words.join('|')}, painted are ${marks.map(({ text }) => text).join('|')}`);
}

/** Runs in a window: its marks, in its own view. */
export function painted(): PaintedMark[] {
  const found: PaintedMark[] = [];
  for (const [name, highlight] of CSS.highlights) {
    const look = /-(error|warning|hint|active)$/u.exec(name)?.[1];
    if (look === undefined) continue;
    for (const range of highlight) {
      const [box] = [...(range as Range).getClientRects()].filter(({ width }) => width > 0);
      if (box === undefined) continue;
      found.push({ look, text: range.toString(), x: box.left + box.width / 2, y: box.top + box.height / 2 });
    }
  }
  return found;
}

async function cornerOf(frame: Frame): Promise<{ x: number; y: number }> {
  if (frame.parentFrame() === null) return { x: 0, y: 0 };
  const box = await (await frame.frameElement()).boundingBox();
  return { x: box?.x ?? 0, y: box?.y ?? 0 };
}

/** A line that is drawn in place of a highlight, in the view of the page. */
export interface Line {
  readonly look: string;
  readonly left: number;
  readonly width: number;
  readonly bottom: number;
}

/** The lines that are painted in a layer over the fields of a page. */
export async function linesIn(page: Page): Promise<Line[]> {
  const world = await ownWorld(page);
  return await world.evaluate<
    Line[]
  >(`[...document.documentElement.querySelectorAll(':scope > div')].flatMap((host) =>
    [...(chrome.dom.openOrClosedShadowRoot(host)?.querySelectorAll('i') ?? [])].map((line) => {
      const { left, width, bottom } = line.getBoundingClientRect();
      return { look: line.className, left, width, bottom };
    }))`);
}
