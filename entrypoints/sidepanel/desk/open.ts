import { Desk } from './desk.ts';
import { DeskPanel } from './desk-panel.tsx';

/** A desk with the component that shows it. */
export interface OpenDesk {
  readonly desk: Desk;
  readonly Panel: typeof DeskPanel;
}

/**
 * Opens the desk with what was kept of it, until the signal. Loaded by itself: the panel shows the draft of a page
 * before.
 */
export async function openDesk(until: AbortSignal): Promise<OpenDesk> {
  const desk = new Desk();
  await desk.open(until);
  return { desk, Panel: DeskPanel };
}
