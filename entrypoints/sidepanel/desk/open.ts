import { Desk } from './desk.ts';
import { DeskPanel } from './desk-panel.tsx';
import { deskTarget, takePhrases } from './phrases-here.ts';

/** A desk with the component that shows it. */
export interface OpenDesk {
  readonly desk: Desk;
  readonly Panel: typeof DeskPanel;
  readonly targetOf: typeof deskTarget;
}

/**
 * Opens the desk with what was kept of it, until the signal. Loaded by itself: the panel shows the draft of a page
 * before. `alone`: it stands in a tab of its own, and takes the phrases that are sent there.
 */
export async function openDesk(until: AbortSignal, alone: boolean): Promise<OpenDesk> {
  const desk = new Desk();
  await desk.open(until);
  if (alone) takePhrases(desk, until);
  return { desk, Panel: DeskPanel, targetOf: deskTarget };
}
