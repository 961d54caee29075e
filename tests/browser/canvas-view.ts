import type { Page } from 'playwright-core';
import type { Fault } from '../../lib/messaging/messages.ts';
import type { PageReplies, PageRequest } from '../../lib/messaging/page-requests.ts';
import type { Finding } from '../../lib/rules/types.ts';
import { ownWorld } from './own-world.ts';
import { canvasFaults } from './pages/draft-canvas.ts';

/** A line that is painted under words. */
export interface DrawnLine {
  readonly look: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The lines that are painted over the canvases of a page, in its view. */
export async function linesOver(page: Page): Promise<DrawnLine[]> {
  const world = await ownWorld(page);
  return await world.evaluate(`[...document.documentElement.querySelectorAll(':scope > div')].flatMap((host) =>
    [...(chrome.dom.openOrClosedShadowRoot(host)?.querySelectorAll('i') ?? [])].map((line) => {
      const { left, right, top, bottom } = line.getBoundingClientRect();
      return { look: line.className, left, right, top, bottom };
    }))`);
}

/** Asks the content script of a page as the side panel does. */
export async function askPage<T extends PageRequest['type']>(
  worker: { evaluate(script: string): Promise<unknown> },
  page: Page,
  request: Extract<PageRequest, { type: T }>,
): Promise<PageReplies[T] | Fault> {
  return (await worker.evaluate(`(async () => {
    const tabs = await chrome.tabs.query({});
    const { id } = tabs.findLast(({ url }) => url === ${JSON.stringify(page.url())});
    return await chrome.tabs.sendMessage(id, ${JSON.stringify(request)}, { frameId: 0 });
  })()`)) as PageReplies[T] | Fault;
}

/** The faults of the draft with how often their words stand before. */
export const plantedFaults = canvasFaults.map(([words, right], at) => ({
  words,
  right,
  nth: canvasFaults.slice(0, at).filter(([other]) => other === words || other.endsWith(words)).length,
}));

/** The planted faults whose words have no line within 2 px of where the page drew them; their first line counts. */
export async function unmarked(page: Page): Promise<string[]> {
  const lines = await linesOver(page);
  const boxes = await page.evaluate(
    (faults) => faults.map(({ words, nth }) => window.canvasPage.box(words, nth)),
    plantedFaults,
  );
  return plantedFaults.flatMap(({ words }, at) => {
    const box = boxes[at];
    const isMarked = lines.some(
      ({ left, right, top, bottom }) =>
        box !== undefined &&
        Math.abs(left - box.left) <= 2 &&
        Math.abs(right - box.right) <= 2 &&
        top < (box.top + box.bottom) / 2 &&
        bottom > (box.top + box.bottom) / 2,
    );
    return isMarked ? [] : [`${words}: ${JSON.stringify(box)}`];
  });
}

/** The findings that a page's content script shows. */
export async function findingsOf(
  worker: { evaluate(script: string): Promise<unknown> },
  page: Page,
): Promise<{ readonly text: string; readonly findings: readonly Finding[] }> {
  const state = await askPage(worker, page, { type: 'page-state' });
  const field = 'field' in state ? state.field : null;
  return { text: field?.text ?? '', findings: field?.check?.findings ?? [] };
}
