import type { Fault } from '../../../lib/messaging/messages.ts';
import type { PageReplies, PageRequest } from '../../../lib/messaging/page-requests.ts';
import { ShadowView } from '../card-view.ts';
import { type Harness, startHarness } from '../harness.ts';
import { paintedMarks } from '../marks-view.ts';
import type { ContractPage, Driver } from './driver.ts';

/** Drives Chromium with Playwright. */
export async function startChromium(): Promise<Driver> {
  const harness = await startHarness();
  // CodeMirror is read only if the author chooses so.
  const siteChoices = { [`${harness.address}/*`]: { codeEditors: true } };
  const worker = await harness.worker();
  await worker.evaluate(`chrome.storage.local.set(${JSON.stringify({ settings: { siteChoices } })})`);
  return { browser: 'chromium', open: (name) => openPage(harness, name), close: () => harness.close() };
}

async function openPage(harness: Harness, name: string): Promise<ContractPage> {
  const page = await harness.context.newPage();
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  await page.goto(`${harness.address}/${name}`);
  await page.waitForFunction(() => 'editorPage' in window);
  await page.bringToFront();
  const view = await ShadowView.of(page);
  return {
    evaluate: <A, R>(work: (argument: A) => R | Promise<R>, argument?: A) =>
      page.evaluate(work as (given: unknown) => R | Promise<R>, argument),
    marks: () => paintedMarks(page),
    moveMouse: (x, y) => page.mouse.move(x, y, { steps: 4 }),
    click: (x, y) => page.mouse.click(x, y),
    type: (text) => page.keyboard.type(text),
    press: (key) => page.keyboard.press(key),
    cardText: () => view.text(),
    clickCard: (button) => view.click(button),
    ask: (request) => askField(harness, page.url(), request),
    resize: (width, height) => page.setViewportSize({ width, height }),
    errors: () => errors,
    async screenshot(path) {
      await page.screenshot({ path });
    },
    close: () => page.close(),
  };
}

/** Asks, from the extension's worker, the frame that was used last. */
async function askField<T extends PageRequest['type']>(
  harness: Harness,
  address: string,
  request: Extract<PageRequest, { type: T }>,
): Promise<PageReplies[T] | Fault> {
  const worker = await harness.worker();
  return await worker.evaluate(`(async () => {
    const tabs = await chrome.tabs.query({});
    const { id } = tabs.findLast(({ url }) => url === ${JSON.stringify(address)});
    const key = 'frame:' + id;
    const frameId = (await chrome.storage.session.get(key))[key] ?? 0;
    return await chrome.tabs.sendMessage(id, ${JSON.stringify(request)}, { frameId });
  })()`);
}
