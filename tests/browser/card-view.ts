import type { CDPSession, Frame, Page } from 'playwright-core';

interface DomNode {
  readonly nodeId: number;
  readonly backendNodeId: number;
  readonly nodeName: string;
  readonly nodeValue: string;
  readonly attributes?: string[];
  readonly children?: DomNode[];
  readonly shadowRoots?: DomNode[];
  readonly contentDocument?: DomNode;
}

/**
 * Our elements beside a page's body, recognised by the content of their closed tree, since the host is a plain
 * element.
 */
type Ours = 'card' | 'notice';

/** Gives a debugger's access to a page's closed shadow trees: the card and the notice. */
export class ShadowView {
  /** Cross-site frames have their own debugger session; null if a frame has none. */
  private readonly frames = new WeakMap<Frame, CDPSession | null>();

  private constructor(
    private readonly page: Page,
    private readonly session: CDPSession,
  ) {}

  static async of(page: Page): Promise<ShadowView> {
    const session = await page.context().newCDPSession(page);
    await session.send('DOM.enable');
    return new ShadowView(page, session);
  }

  /** The text of the card (or another host of ours), or null if it is not there. */
  async text(host: Ours = 'card'): Promise<string | null> {
    const node = await this.find((at) => isHost(at, host));
    return node === null ? null : wordsOf(node);
  }

  /** Waits until the card has this text. */
  async waitForText(words: string | RegExp, host: Ours = 'card'): Promise<string> {
    for (let tries = 0; tries < 80; tries++) {
      const text = await this.text(host);
      if (text !== null && (typeof words === 'string' ? text.includes(words) : words.test(text))) return text;
      await this.page.waitForTimeout(50);
    }
    throw new Error(`${host} never said ${words}; it says ${await this.text(host)}`);
  }

  /** Waits until the card is gone. */
  async waitForNone(host: Ours = 'card'): Promise<void> {
    for (let tries = 0; tries < 80; tries++) {
      if ((await this.text(host)) === null) return;
      await this.page.waitForTimeout(50);
    }
    throw new Error(`${host} is still there: ${await this.text(host)}`);
  }

  /** Clicks a button of the card with the real mouse. */
  async click(words: string, host: Ours = 'card'): Promise<void> {
    const { x, y } = await this.spotOf(words, host);
    await this.page.mouse.click(x, y);
  }

  /** The middle of a button of the card, in the page's view. Throws if there is none. */
  async spotOf(words: string, host: Ours = 'card'): Promise<{ x: number; y: number }> {
    const card = await this.find((at) => isHost(at, host));
    const button =
      card === null
        ? null
        : search(card, (at) => /^(?:BUTTON|SUMMARY|TEXTAREA)$/.test(at.nodeName) && isNamed(at, words));
    if (button === null)
      throw new Error(`No button ${words} in ${card === null ? 'no card' : wordsOf(card)}`);
    const { left, top, right, bottom } = await this.boxOf(button);
    return { x: (left + right) / 2, y: (top + bottom) / 2 };
  }

  /** The box of the card in the page's view, or null. */
  async box(): Promise<{ left: number; top: number; right: number; bottom: number } | null> {
    const host = await this.find((at) => isHost(at, 'card'));
    const card = host === null ? null : search(host, (at) => at.attributes?.includes('dialog') === true);
    return card === null ? null : await this.boxOf(card);
  }

  /** Composes text in the focused field by an input method. */
  async compose(text: string): Promise<void> {
    const at = text.length;
    await this.session.send('Input.imeSetComposition', { text, selectionStart: at, selectionEnd: at });
  }

  /** Ends the composition with this text. */
  async commit(text: string): Promise<void> {
    await this.session.send('Input.insertText', { text });
  }

  /** The frame whose debugger found the last node. */
  private foundIn: Frame | null = null;

  private async boxOf({ backendNodeId }: DomNode) {
    const frame = this.foundIn;
    const session = (frame === null ? null : this.frames.get(frame)) ?? this.session;
    const { model } = await session.send('DOM.getBoxModel', { backendNodeId });
    const [left = 0, top = 0, , , right = 0, bottom = 0] = model.border;
    const corner = frame === null ? null : await (await frame.frameElement()).boundingBox();
    const { x, y } = corner ?? { x: 0, y: 0 };
    return { left: left + x, top: top + y, right: right + x, bottom: bottom + y };
  }

  private async find(test: (node: DomNode) => boolean): Promise<DomNode | null> {
    const { root } = await this.session.send('DOM.getDocument', { depth: -1, pierce: true });
    this.foundIn = null;
    const found = search(root as DomNode, test);
    if (found !== null) return found;
    for (const frame of this.page.frames()) {
      const document = await this.documentOf(frame);
      const inFrame = document === null ? null : search(document, test);
      if (inFrame === null) continue;
      this.foundIn = frame;
      return inFrame;
    }
    return null;
  }

  private async documentOf(frame: Frame): Promise<DomNode | null> {
    if (!this.frames.has(frame)) {
      // A frame in the page's own process has none, which throws.
      const own = frame.parentFrame() === null ? null : this.page.context().newCDPSession(frame);
      this.frames.set(frame, (await own?.catch(() => null)) ?? null);
    }
    const session = this.frames.get(frame) ?? null;
    if (session === null) return null;
    const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
    return root as DomNode;
  }
}

function isHost(node: DomNode, ours: Ours): boolean {
  const inside = node.shadowRoots?.flatMap((root) => root.children ?? []) ?? [];
  return inside.some((child) => search(child, (at) => classesOf(at).includes(ours)) !== null);
}

function classesOf({ attributes = [] }: DomNode): string[] {
  const at = attributes.indexOf('class');
  return at % 2 === 0 ? (attributes[at + 1]?.split(' ') ?? []) : [];
}

function childrenOf(node: DomNode): DomNode[] {
  const inner = node.contentDocument === undefined ? [] : [node.contentDocument];
  return [...(node.shadowRoots ?? []), ...(node.children ?? []), ...inner];
}

function search(node: DomNode, test: (node: DomNode) => boolean): DomNode | null {
  if (test(node)) return node;
  for (const child of childrenOf(node)) {
    const found = search(child, test);
    if (found !== null) return found;
  }
  return null;
}

function wordsOf(node: DomNode): string {
  return node.nodeName === '#text' ? node.nodeValue : childrenOf(node).map(wordsOf).join('');
}

function isNamed(node: DomNode, words: string): boolean {
  const attributes = node.attributes ?? [];
  return wordsOf(node) === words || attributes[attributes.indexOf('aria-label') + 1] === words;
}
