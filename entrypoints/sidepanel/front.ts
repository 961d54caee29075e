import { browser } from 'wxt/browser';

/** The views of the side panel. */
export const panelNames = ['page', 'phrases', 'desk'] as const;
export type PanelName = (typeof panelNames)[number];

/** The key in session storage of the view that was in front last. */
const key = 'panel-front';

/** The key of the view of a draft that was in front last: phrases go there. */
const draftKey = 'panel-draft';

/** The view that is in front, and the view of a draft that is or was in front last. */
export interface Front {
  readonly front: PanelName;
  readonly draft: Exclude<PanelName, 'phrases'>;
}

/** The views as they were when the panel was last used in this browser session. */
export async function readFront(): Promise<Front> {
  const stored = await browser.storage.session.get([key, draftKey]);
  const front = panelNames.find((name) => name === stored[key]) ?? 'page';
  return { front, draft: stored[draftKey] === 'desk' ? 'desk' : 'page' };
}

/** Notes which views are in front. */
export function keepFront({ front, draft }: Front): void {
  void browser.storage.session.set({ [key]: front, [draftKey]: draft });
}
