import type { CDPSession, Frame, Page } from 'playwright-core';
import type { Replies, Request } from '../../entrypoints/background/requests/table.ts';
import type { IgnoredFinding } from '../../lib/checking/ignored.ts';
import type { PageReplies, PageRequest } from '../../lib/messaging/page-requests.ts';
import { type Harness, startHarness } from '../../tests/browser/harness.ts';
import type { Kind } from './plan.ts';
import { Watch } from './watch.ts';

/** The part of the extension API in its own pages. */
declare const chrome: {
  tabs: {
    query(what: object): Promise<{ id: number; url?: string }[]>;
    sendMessage(tab: number, message: unknown, options: { frameId: number }): Promise<unknown>;
  };
  runtime: { sendMessage(message: unknown): Promise<unknown> };
  storage: Record<'local' | 'session', { get(key: string | null): Promise<Record<string, unknown>> }>;
};

/** A tab with one field. */
export interface Tab {
  kind: Kind;
  readonly page: Page;
  readonly session: CDPSession;
  readonly target: string;
  /** The number by which the extension knows the tab. */
  readonly id: number;
  /** Edits made in it. */
  edits: number;
  hidden: boolean;
}

/** Where the field of each kind stands in its frame. */
const roots: Readonly<Record<Kind, string>> = {
  textarea: '#editor',
  plain: '#editor',
  tiptap: '.ProseMirror',
  quill: '.ql-editor',
  'frame-same': '#editor',
};

/** An office: a browser with the extension, one tab for each kind of field, and the side panel in a tab of its own. */
export class Office {
  private nth = 0;

  private constructor(
    readonly harness: Harness,
    readonly watch: Watch,
    /** The side panel, which stays open: what a page of the extension may ask is asked through it. */
    readonly panel: Page,
    readonly panelTarget: string,
    /** The addresses of the extension begin with it. */
    readonly base: string,
  ) {}

  static async open(): Promise<Office> {
    // Playwright switches the cache of pages that were left off.
    const harness = await startHarness({ without: ['--disable-back-forward-cache'] });
    const { context } = harness;
    const watch = await Watch.of(context);
    const base = new URL('/', (await harness.worker()).url()).href;
    const panel = await context.newPage();
    await panel.goto(`${base}sidepanel.html`);
    for (const other of context.pages()) if (other !== panel) await other.close();
    return new Office(harness, watch, panel, (await targetOf(panel)).target, base);
  }

  async openTab(kind: Kind): Promise<Tab> {
    const page = await this.harness.context.newPage();
    const nth = ++this.nth;
    await this.goTo(page, kind, nth);
    const address = page.url();
    const id = await this.panel.evaluate(
      async (url) => (await chrome.tabs.query({})).find((tab) => tab.url === url)?.id,
      address,
    );
    if (id === undefined) throw new Error(`The extension does not see ${address}.`);
    const { session, target } = await targetOf(page);
    return { kind, page, session, target, id, edits: 0, hidden: false };
  }

  /** Brings a tab to the page of a kind. */
  async goTo(page: Page, kind: Kind, nth = ++this.nth): Promise<void> {
    await page.goto(`${this.harness.address}/${kind}.html?tab=${nth}`);
    await isReady(page);
    await page.bringToFront();
  }

  /** Opens a page of the extension in a tab in front. */
  async openOwn(name: string): Promise<Page> {
    const page = await this.harness.context.newPage();
    await page.goto(`${this.base}${name}`);
    return page;
  }

  /** Asks the content script of a tab; throws if nobody answers. */
  async askTab<T extends PageRequest['type']>(
    { id }: Tab,
    request: Extract<PageRequest, { type: T }>,
  ): Promise<PageReplies[T]> {
    const answer = await this.panel.evaluate(
      async ([tab, message]) => {
        const key = `frame:${tab}`;
        const stored = await chrome.storage.session.get(key);
        return await chrome.tabs.sendMessage(tab, message, { frameId: Number(stored[key] ?? 0) });
      },
      [id, request] as const,
    );
    return answer as PageReplies[T];
  }

  /** Asks the background as a page of the extension does. */
  async ask<T extends Request['type']>(
    request: Extract<Request, { type: T }>,
  ): Promise<Replies[T] | { readonly fault: string }> {
    const answer = await this.panel.evaluate((message) => chrome.runtime.sendMessage(message), request);
    return answer as Replies[T] | { readonly fault: string };
  }

  /** What stands in a storage of the extension under a key. */
  async stored(area: 'local' | 'session', key: string): Promise<unknown> {
    return await this.panel.evaluate(async ([where, name]) => (await chrome.storage[where].get(name))[name], [
      area,
      key,
    ] as const);
  }

  async ignoredIn(draftKey: string): Promise<readonly IgnoredFinding[]> {
    const answer = await this.ask({ type: 'ignored', draftKey });
    if ('fault' in answer) throw new Error(answer.fault);
    return answer.draft;
  }

  close(): Promise<void> {
    return this.harness.close();
  }
}

/** The frame with the field of a tab, and the selector of the field in it. */
export function fieldOf({ page, kind }: Tab): { readonly frame: Frame; readonly root: string } {
  const inner = kind === 'frame-same' ? page.frames()[1] : page.mainFrame();
  if (inner === undefined) throw new Error('The frame of the editor is gone.');
  return { frame: inner, root: roots[kind] };
}

/** Waits until the page of a field is ready. */
export async function isReady(page: Page): Promise<void> {
  await page.waitForFunction(() => 'editorPage' in window);
}

async function targetOf(page: Page): Promise<{ session: CDPSession; target: string }> {
  const session = await page.context().newCDPSession(page);
  const { targetInfo } = await session.send('Target.getTargetInfo');
  return { session, target: targetInfo.targetId };
}
