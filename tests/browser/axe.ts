import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { ownWorld } from './own-world.ts';

interface AxeFault {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

/** Runs axe in the page; one line per fault. */
export async function faultsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const found = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run(): Promise<{ violations: AxeFault[] }> } };
    return (await axe.run()).violations;
  });
  return linesOf(found);
}

/** Runs axe on the page's card, in the extension's world, which can access the closed shadow tree. */
export async function faultsOfCard(page: Page): Promise<string[]> {
  const world = await ownWorld(page);
  await world.evaluate(`${axe.source}; 0`);
  const found = await world.evaluate<AxeFault[]>(`(async () => {
    const host = ${cardHost};
    Object.defineProperty(host, 'shadowRoot', { value: chrome.dom.openOrClosedShadowRoot(host), configurable: true });
    const { passes, violations } = await axe.run(host);
    // The extension itself is not to see what it does not see otherwise.
    delete host.shadowRoot;
    if (!passes.some(({ id, nodes }) => id === 'button-name' && nodes.length > 0)) throw new Error('axe saw no card.');
    return violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => ({ html })) }));
  })()`);
  return linesOf(found);
}

/** Finds the host of the card or the notice, in the extension's world. */
export const cardHost = `[...document.querySelectorAll('body ~ *, body > *')].find((element) =>
  element instanceof HTMLElement && chrome.dom.openOrClosedShadowRoot(element)?.querySelector('.card, .notice'))`;

function linesOf(faults: readonly AxeFault[]): string[] {
  return faults.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}
