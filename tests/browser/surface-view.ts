import type { Page } from 'playwright-core';

/**
 * A script that returns Chinese words in a tree while the screen is in English. Skips quoted words of a draft, a
 * document or a plan (“十四五”规划), recognised by quotation marks or by `lang`.
 */
export function chineseIn(root: string): string {
  return `(() => {
    const left = [];
    const look = (words, where) => {
      const unquoted = words.replace(/(?:“[^”]*”|《[^》]*》)\\p{Script=Han}*/gu, '');
      if (/\\p{Script=Han}/u.test(unquoted)) left.push(where + ': ' + unquoted.trim().slice(0, 120));
    };
    const root = ${root};
    for (const element of root.querySelectorAll('*')) {
      if (element.matches('script, style') || !element.checkVisibility()) continue;
      if (element.closest('[lang^="zh"]:not(html)') !== null) continue;
      const where = element.tagName.toLowerCase() + (element.className ? '.' + element.className : '');
      for (const node of element.childNodes) if (node.nodeType === 3) look(node.data, where);
      for (const name of ['aria-label', 'title', 'placeholder', 'alt'])
        look(element.getAttribute(name) ?? '', where + ' ' + name);
    }
    return left;
  })()`;
}

/** What overflows horizontally: the page, or a box in it. */
export function tooWide(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll('body *')]
      .filter(
        (element) =>
          element.scrollWidth > element.clientWidth + 1 &&
          (element === document.documentElement || /auto|scroll/.test(getComputedStyle(element).overflowX)),
      )
      .map((element) => `${element.tagName}.${element.className}`),
  );
}

/** Lines of running text with room for over forty characters. Editable fields are skipped. */
export function tooLong(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('p, li, dd, dt, .text > *')].flatMap((element) => {
      const own = [...element.childNodes].some(
        (node) => node.nodeType === 3 && /\S{20}/.test(node.textContent ?? ''),
      );
      if (!own || !element.checkVisibility() || element.closest('[contenteditable]') !== null) return [];
      const { fontSize, paddingLeft, paddingRight } = getComputedStyle(element);
      const room = element.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
      const characters = room / Number.parseFloat(fontSize);
      return characters > 40.5 ? [`${characters.toFixed(1)}: ${element.textContent?.slice(0, 60)}`] : [];
    }),
  );
}

/** What still moves under reduced motion. */
export function moving(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('body *')]
      .filter((element) => {
        const { transitionDuration, animationDuration } = getComputedStyle(element);
        return `${transitionDuration}, ${animationDuration}`
          .split(', ')
          .some((one) => Number.parseFloat(one) > 0.01);
      })
      .map((element) => `${element.tagName}.${element.className}`),
  );
}

/** The path of the Tab key. */
export interface Walk {
  /** Focusable elements that were not reached. */
  readonly missed: readonly string[];
  /** Elements that got the focus without showing it. */
  readonly unmarked: readonly string[];
  /** How many stops there were forwards, and backwards. */
  readonly there: number;
  readonly back: number;
}

/** Walks through a page by the Tab key from its first stop to its last, and back. */
export async function walk(page: Page): Promise<Walk> {
  const names = await page.evaluate(() => {
    const working = 'a[href], button, input, select, textarea, summary, [contenteditable], [tabindex]';
    const stops = [...document.querySelectorAll<HTMLElement>(working)].filter((element) => {
      if (element.tabIndex < 0 || element.matches(':disabled') || !element.checkVisibility()) return false;
      // Of a group of radio buttons, only the checked one is a stop.
      return !(element instanceof HTMLInputElement && element.type === 'radio' && !element.checked);
    });
    stops.forEach((element, index) => {
      element.dataset.stop = String(index);
    });
    stops[0]?.focus();
    return stops.map((element) => element.outerHTML.slice(0, 120));
  });
  const seen = new Set<string>();
  const unmarked: string[] = [];
  const tread = async (key: string): Promise<number> => {
    let steps = 0;
    let last = '';
    for (; steps < names.length * 3 + 20; steps++) {
      const at = await page.evaluate(() => {
        const { activeElement } = document;
        if (activeElement === null || activeElement === document.body) return null;
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(activeElement);
        const outlined = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1;
        const stop = activeElement.getAttribute('data-stop') ?? undefined;
        return {
          stop,
          marked: outlined || boxShadow !== 'none',
          html: activeElement.outerHTML.slice(0, 120),
        };
      });
      if (at === null) break;
      if (at.html === last && at.stop === undefined) throw new Error(`The keyboard is caught in ${last}`);
      last = at.html;
      if (at.stop !== undefined) seen.add(at.stop);
      // The starting element was not reached by a key.
      if (steps > 0 && !at.marked) unmarked.push(at.html);
      if (steps > 0 && at.stop === (key === 'Tab' ? '0' : String(names.length - 1))) break;
      await page.keyboard.press(key);
    }
    return steps;
  };
  const there = await tread('Tab');
  const missed = names.filter((_, index) => !seen.has(String(index)));
  await page.locator(`[data-stop="${names.length - 1}"]`).focus();
  const back = await tread('Shift+Tab');
  await page.evaluate(() => {
    for (const element of document.querySelectorAll<HTMLElement>('[data-stop]')) delete element.dataset.stop;
  });
  return { missed, unmarked: [...new Set(unmarked)], there, back };
}
