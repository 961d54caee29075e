import type { Page } from 'playwright-core';
import { placedIn } from '../entrypoints/writing/found-in-text.ts';
import { changed } from '../lib/checking/found.ts';
import type { Checked } from '../lib/messaging/messages.ts';

/** The part of the extension API in its own page. */
declare const chrome: {
  runtime: {
    sendMessage(message: unknown): Promise<Checked>;
  };
};

export interface ShownFinding {
  readonly level: string;
  /** The marked words as painted. */
  readonly text: string;
  readonly message: string;
}

const fields = ['#rich', '#plain'] as const;

/**
 * The marks painted on the welcome page, by field in order of place, each with the checker's messages for its words.
 * Waits until the marks of a field are stable. The page is the extension's own, so its scripts can read its highlight
 * registry.
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

/** Painted words with their position in the field, in CSS pixels from the top of its content. */
type Painted = { level: string; text: string; top: number; left: number }[];

/**
 * Scrolls through a field, since marks are painted near the viewport only, and waits at each step until they are
 * stable.
 */
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

/** Runs in the page: scrolls one view further; false at the end. */
function scrollOn(field: string): boolean {
  const element = document.querySelector(field);
  if (element === null) return false;
  const before = element.scrollTop;
  element.scrollTop += element.clientHeight;
  return element.scrollTop > before;
}

/** Runs in the page: the painted ranges visible in a field. */
function paintedIn(field: string): Painted {
  const element = document.querySelector(field);
  const frame = element?.getBoundingClientRect();
  if (element === null || frame === undefined) return [];
  const found: Painted = [];
  for (const [name, highlight] of CSS.highlights) {
    const level = /-(error|warning|hint)$/u.exec(name)?.[1];
    if (level === undefined) continue;
    for (const range of highlight) {
      const [box] = (range as Range).getClientRects();
      if (box === undefined || box.top < frame.top - 4 || box.bottom > frame.bottom + 4) continue;
      found.push({
        level,
        text: range.toString(),
        top: box.top - frame.top + element.scrollTop,
        left: box.left - frame.left,
      });
    }
  }
  return found;
}

/** The background's messages for a field's text. */
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
