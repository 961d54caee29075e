import type { Page } from 'playwright-core';
import type { Harness } from './harness.ts';
import { type PaintedMark, paintedMarks } from './marks-view.ts';

/** A real speech of February 2022: right on its day, outdated today. */
export const oldSpeech = [
  '在全县农业农村工作会议上的讲话',
  '（2022年2月16日）',
  '同志们：',
  '今天会议的主要任务，是深入学习贯彻党的十九大精神，安排部署全年工作。下面，我讲两点意见。',
  '一、抓好粮食生产',
  '要压实责任，把面积落实到田块，把措施落实到农户，一块一块地看，一户一户地问。',
  '二、抓好环境整治',
  '要扎实开展“清河护岸”三年行动，一件一件抓好落实。',
];
/** The marks in it: the day that it states; and, as of today, the outdated words. */
export const onItsDay = ['2022年2月16日'];
export const asOfToday = ['2022年2月16日', '党的十九大', '“清河护岸”三年行动'];

/** Pastes lines into the plain editor of a test page. */
export async function fillPlain(page: Page, lines: readonly string[]): Promise<void> {
  await page.evaluate((texts) => {
    const field = document.querySelector<HTMLElement>('#editor');
    if (field === null) throw new Error('No editor.');
    field.replaceChildren(
      ...texts.map((text) => Object.assign(document.createElement('p'), { textContent: text })),
    );
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }, lines);
}

/** The mark on words. Throws if there is none. */
export async function markOn(page: Page, words: string): Promise<PaintedMark> {
  const mark = (await paintedMarks(page)).find(({ look, text }) => look !== 'active' && text === words);
  if (mark === undefined) throw new Error(`No mark on ${words}.`);
  return mark;
}

/** The icon's badge and tooltip for a page. */
export async function iconOf(harness: Harness, page: Page): Promise<{ text: string; title: string }> {
  const worker = await harness.worker();
  return await worker.evaluate(`(async () => {
    const [{ id: tabId }] = await chrome.tabs.query({ url: ${JSON.stringify(`${page.url()}*`)} });
    const [text, title] = await Promise.all([
      chrome.action.getBadgeText({ tabId }),
      chrome.action.getTitle({ tabId }),
    ]);
    return { text, title };
  })()`);
}

/** Makes the worker record the requests it gets, until it is stopped. */
export async function noteRequests(harness: Harness): Promise<() => Promise<string[]>> {
  const worker = await harness.worker();
  await worker.evaluate(`(() => {
    globalThis.noted = [];
    chrome.runtime.onMessage.addListener(({ type }) => void noted.push(type));
  })()`);
  return () => worker.evaluate('noted');
}
