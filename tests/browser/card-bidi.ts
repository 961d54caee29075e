import type { Browser, Frame, Page } from 'puppeteer-core';

/** A node in WebDriver BiDi. */
interface BidiNode {
  readonly sharedId?: string;
  readonly value?: {
    readonly localName?: string;
    readonly nodeValue?: string;
    readonly attributes?: Readonly<Record<string, string>>;
    readonly children?: readonly BidiNode[];
    readonly shadowRoot?: BidiNode | null;
  };
}

/** The protocol beneath puppeteer, which alone exposes closed shadow trees. */
interface Protocol {
  send(method: string, parameters: object): Promise<{ result: { result?: { value?: unknown } } }>;
}

/** The candidate hosts: plain elements beside the body, or in what covers it. */
const hosts = `() => [...document.querySelectorAll(':root > div, dialog > div, :fullscreen > div')]`;
const middle = `(node) => { const { x, y, width, height } = node.getBoundingClientRect(); return [x + width / 2, y + height / 2]; }`;

/** The text of the card in any window of a page, or null if there is none. */
export async function cardText(browser: Browser, page: Page): Promise<string | null> {
  const found = await findCard(browser, page);
  return found === null ? null : wordsOf(found.card);
}

/** Clicks a button of the card by the real mouse. Throws if there is none with that label. */
export async function clickCard(browser: Browser, page: Page, words: string): Promise<void> {
  const found = await findCard(browser, page);
  const button =
    found === null
      ? null
      : search(
          found.card,
          ({ value }) =>
            value?.localName === 'button' &&
            (wordsOf({ value }) === words || value.attributes?.['aria-label'] === words),
        );
  if (found === null || button?.sharedId === undefined)
    throw new Error(`No button ${words} in ${found === null ? 'no card' : wordsOf(found.card)}`);
  const place = await call(browser, found.frame, middle, [{ sharedId: button.sharedId }]);
  const [x = 0, y = 0] = (place as { value: number }[]).map(({ value }) => value);
  const corner = await cornerOf(found.frame);
  await page.mouse.click(x + corner.x, y + corner.y);
}

/** The position of a frame's view in that of its page. */
export async function cornerOf(frame: Frame): Promise<{ x: number; y: number }> {
  if (frame.parentFrame() === null) return { x: 0, y: 0 };
  const box = await (await frame.frameElement())?.boundingBox();
  return { x: box?.x ?? 0, y: box?.y ?? 0 };
}

async function findCard(browser: Browser, page: Page): Promise<{ frame: Frame; card: BidiNode } | null> {
  for (const frame of page.frames()) {
    for (const host of (await call(browser, frame, hosts)) as BidiNode[]) {
      const card = search(
        host,
        ({ value }) => value?.attributes?.class?.split(' ').includes('card') ?? false,
      );
      if (card !== null) return { frame, card };
    }
  }
  return null;
}

/** Calls a function in a frame; its result includes closed shadow trees. */
async function call(browser: Browser, frame: Frame, work: string, given: object[] = []): Promise<unknown> {
  const { connection } = browser as unknown as { connection: Protocol };
  const { _id: context } = frame as unknown as { _id: string };
  const { result } = await connection.send('script.callFunction', {
    functionDeclaration: work,
    arguments: given,
    target: { context },
    awaitPromise: false,
    serializationOptions: { maxDomDepth: null, includeShadowTree: 'all' },
  });
  return result.result?.value ?? [];
}

function childrenOf({ value }: BidiNode): BidiNode[] {
  return [...(value?.shadowRoot ? [value.shadowRoot] : []), ...(value?.children ?? [])];
}

function search(node: BidiNode, test: (node: BidiNode) => boolean): BidiNode | null {
  if (test(node)) return node;
  for (const child of childrenOf(node)) {
    const found = search(child, test);
    if (found !== null) return found;
  }
  return null;
}

function wordsOf(node: BidiNode): string {
  return node.value?.nodeValue ?? childrenOf(node).map(wordsOf).join('');
}
