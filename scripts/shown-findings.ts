import type { Page } from 'playwright-core';
import { placedIn } from '../entrypoints/writing.content/found-in-text.ts';
import { changed } from '../lib/checking/found.ts';
import type { Checked } from '../lib/messaging/messages.ts';

/** As the extension's own page has it. */
declare const chrome: {
  runtime: {
    sendMessage(message: unknown): Promise<Checked>;
  };
};

export interface ShownFinding {
  readonly level: string;
  /** The marked words, as they are painted. */
  readonly text: string;
  readonly message: string;
}

const fields = ['#rich', '#plain'] as const;

/**
 * The marks that the welcome page has painted, field by field in order of place, each with what the checker says of
 * those words. Waits until the marks of a field stand still. The page is one of the extension's own, whose highlight
 * registry its scripts can read.
 */
export async function shownFindings(page: Page): Promise<ShownFinding[]> {
  const shown: ShownFinding[] = [];
  for (const field of fields) {
    // Marks are painted near the viewport only.
    await page.locator(field).scrollIntoViewIfNeeded();
    const painted = await settled(page, field);
    const said = await messagesOf(page, field);
    for (const { level, text } of painted) {
      const place = said.findIndex((finding) => finding.text === text);
      const [finding] = place < 0 ? [] : said.splice(place, 1);
      shown.push({ level, text, message: finding?.message ?? '' });
    }
  }
  return shown;
}

/** Painted words with their place in the field, in CSS pixels from the top of its content. */
type Painted = { level: string; text: string; top: number; left: number }[];

/** Scrolls a field through, for marks are painted near what is seen only, and waits at each step until they stand still. */
async function settled(page: Page, field: string): Promise<Painted> {
  const found = new Map<string, Painted[number]>();
  for (let more = true; more; ) {
    let before = '';
    for (let tries = 0; tries < 12; tries++) {
      const painted = await page.evaluate(paintedIn, field);
      for (const one of painted) found.set(`${one.text}/${Math.round(one.top)}/${Math.round(one.left)}`, one);
      const now = JSON.stringify(painted);
      if (painted.length > 0 && now === before) break;
      before = now;
      await page.waitForTimeout(250);
    }
    more = await page.evaluate(scrollOn, field);
  }
  return [...found.values()].sort((a, b) => a.top - b.top || a.left - b.left);
}

/** Runs in the page: one view further down; false at the end. */
function scrollOn(field: string): boolean {
  const element = document.querySelector(field);
  if (element === null) return false;
  const before = element.scrollTop;
  element.scrollTop += element.clientHeight;
  return element.scrollTop > before;
}

/** Runs in the page: the painted ranges that are seen in a field now. */
function paintedIn(field: string): Painted {
  const element = document.querySelector(field);
  const frame = element?.getBoundingClientRect();
  if (element === null || frame === undefined) return [];
  const found: Painted = [];
  for (const [name, highlight] of CSS.highlights) {
    if (!name.startsWith('gaozhun-') || name === 'gaozhun-active') continue;
    for (const range of highlight) {
      const [box] = (range as Range).getClientRects();
      if (box === undefined || box.top < frame.top - 4 || box.bottom > frame.bottom + 4) continue;
      found.push({
        level: name.slice('gaozhun-'.length),
        text: range.toString(),
        top: box.top - frame.top + element.scrollTop,
        left: box.left - frame.left,
      });
    }
  }
  return found;
}

/** What the background says of a field's text. */
async function messagesOf(page: Page, field: string): Promise<{ text: string; message: string }[]> {
  const { text, found } = await page.evaluate(async (selector) => {
    const element = document.querySelector<HTMLElement>(selector);
    const text = element instanceof HTMLTextAreaElement ? element.value : blockTexts(element).join('\n');
    const reply = await chrome.runtime.sendMessage({
      type: 'check',
      text,
      complete: true,
      draftKey: 'npm-start',
      stage: 'decided',
    });
    return { text, found: reply.found };
    function blockTexts(root: HTMLElement | null): string[] {
      return [...(root?.children ?? [])].map((child) => child.textContent ?? '');
    }
  }, field);
  return placedIn(text, changed(null, found)).map(({ start, end, message }) => ({
    text: text.slice(start, end),
    message,
  }));
}
