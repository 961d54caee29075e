import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Language } from '../../lib/language/language.ts';
import type { PageCommand } from '../../lib/messaging/commands.ts';
import { picture } from './access-view.ts';
import { cardHost, faultsOfCard } from './axe.ts';
import { ShadowView } from './card-view.ts';
import type { Harness } from './harness.ts';
import { type OwnWorld, ownWorld } from './own-world.ts';
import { chineseIn } from './surface-view.ts';

/** Walks through a page's card by keys alone, as keyboard and screen-reader users do. */
export class CardWalk {
  private constructor(
    private readonly page: Page,
    private readonly harness: Harness,
    private readonly language: Language,
    private readonly world: OwnWorld,
    readonly view: ShadowView,
  ) {}

  static async of(page: Page, harness: Harness, language: Language): Promise<CardWalk> {
    return new CardWalk(page, harness, language, await ownWorld(page), await ShadowView.of(page));
  }

  /** The text of the focused element in the card; empty if there is none. */
  focused(): Promise<string> {
    return this.inside('root.activeElement?.textContent ?? ""');
  }

  /** Makes the script believe that the extension was removed. */
  async desert(): Promise<void> {
    await this.world.evaluate(`(() => {
      for (const { runtime } of [globalThis.chrome, globalThis.browser ?? {}])
        if (runtime !== undefined) Object.defineProperty(runtime, 'id', { get: () => undefined });
    })()`);
  }

  /** What a screen reader announces when the card gets the focus: its name and description. */
  reads(): Promise<string> {
    return this.inside(`(() => {
      const card = root.querySelector('[role=dialog]');
      return card.ariaLabel + ' ' + card.ariaDescribedByElements.map(({ textContent }) => textContent).join(' ');
    })()`);
  }

  /** Presses Tab until an element with these words is focused; the focus must always be visible. */
  async tabTo(words: string, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    for (let steps = 0; steps === 0 || (await this.focused()) !== words; steps++) {
      if (steps > 20) throw new Error(`Tab leads to no ${words}, but to ${await this.focused()}`);
      await this.page.keyboard.press(key);
      const outline = await this.inside('getComputedStyle(root.activeElement).outlineStyle');
      expect(outline, await this.focused()).not.toBe('none');
    }
  }

  /** Runs axe on the card in light and dark, and checks its language. */
  async fine(state: string): Promise<void> {
    const faults: string[] = [];
    for (const colorScheme of ['light', 'dark'] as const) {
      await this.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      faults.push(...(await faultsOfCard(this.page)));
      // A full-page picture would resize the view for a moment, and close the card.
      await picture(this.page, `card ${state} ${this.language} ${colorScheme}`, false);
    }
    const root = `chrome.dom.openOrClosedShadowRoot(${cardHost})`;
    if (this.language === 'en') faults.push(...(await this.world.evaluate<string[]>(chineseIn(root))));
    expect(faults.map((fault) => `${state} ${fault}`)).toEqual([]);
  }

  /** Sends one of the browser's shortcut commands to the page. */
  async command(name: PageCommand): Promise<void> {
    const worker = await this.harness.worker();
    await worker.evaluate(`(async () => {
      const [tab] = await chrome.tabs.query({ url: ${JSON.stringify(`${this.page.url()}*`)} });
      await chrome.tabs.sendMessage(tab.id, { type: 'page-command', command: '${name}' }, { frameId: 0 });
    })()`);
  }

  private inside(expression: string): Promise<string> {
    return this.world.evaluate<string>(`(() => {
      const host = ${cardHost};
      const root = host === undefined ? null : chrome.dom.openOrClosedShadowRoot(host);
      return root === null ? '' : String(${expression});
    })()`);
  }
}
