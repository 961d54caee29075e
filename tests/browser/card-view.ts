import type { CDPSession, Page } from 'playwright-core';

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

/** What we put beside a page's body: told by what its closed tree holds, since its host is a plain element. */
type Ours = 'card' | 'notice';

/** What a debugger sees of a page that its own scripts cannot: the closed shadow trees of the card and the notice. */
export class ShadowView {
  private constructor(
    private readonly page: Page,
    private readonly session: CDPSession,
  ) {}

  static async of(page: Page): Promise<ShadowView> {
    const session = await page.context().newCDPSession(page);
    await session.send('DOM.enable');
    return new ShadowView(page, session);
  }

  /** The words of the card (or another host of ours), or null when it is not there. */
  async text(host: Ours = 'card'): Promise<string | null> {
    const node = await this.find((at) => isHost(at, host));
    return node === null ? null : wordsOf(node);
  }

  /** Waits until the card says something. */
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
    const card = await this.find((at) => isHost(at, host));
    const button =
      card === null
        ? null
        : search(card, (at) => /^(?:BUTTON|SUMMARY|TEXTAREA)$/.test(at.nodeName) && isNamed(at, words));
    if (button === null)
      throw new Error(`No button ${words} in ${card === null ? 'no card' : wordsOf(card)}`);
    const { model } = await this.session.send('DOM.getBoxModel', { backendNodeId: button.backendNodeId });
    const [left = 0, top = 0, , , right = 0, bottom = 0] = model.border;
    await this.page.mouse.click((left + right) / 2, (top + bottom) / 2);
  }

  /** The box of the card in the page's view, or null. */
  async box(): Promise<{ left: number; top: number; right: number; bottom: number } | null> {
    const host = await this.find((at) => isHost(at, 'card'));
    const card = host === null ? null : search(host, (at) => at.attributes?.includes('dialog') === true);
    if (card === null) return null;
    const { model } = await this.session.send('DOM.getBoxModel', { backendNodeId: card.backendNodeId });
    const [left = 0, top = 0, , , right = 0, bottom = 0] = model.border;
    return { left, top, right, bottom };
  }

  /** Lets an input method compose in the focused field. */
  async compose(text: string): Promise<void> {
    const at = text.length;
    await this.session.send('Input.imeSetComposition', { text, selectionStart: at, selectionEnd: at });
  }

  /** Ends the composition with these words. */
  async commit(text: string): Promise<void> {
    await this.session.send('Input.insertText', { text });
  }

  private async find(test: (node: DomNode) => boolean): Promise<DomNode | null> {
    const { root } = await this.session.send('DOM.getDocument', { depth: -1, pierce: true });
    return search(root as DomNode, test);
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
