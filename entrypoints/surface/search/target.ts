import type { AsOf } from '../../../lib/draft/types.ts';
import type { PageView } from '../page-view.ts';

/** The desk of the side panel as a place for phrases. */
export interface DeskTarget {
  /** The day on which its draft is judged; undefined until it was checked. */
  readonly asOf: AsOf | undefined;
  /** Puts words at its caret. Returns false if it does not take them. */
  insert(words: string): Promise<boolean>;
}

/** Where phrases go, and what becomes of the surface once one is there. */
export interface Target {
  readonly view: PageView;
  /** Where the author came from the desk: phrases go there, and not into the page. */
  readonly desk?: DeskTarget | undefined;
  /** True if Enter closes the surface, as in the toolbar's popup. */
  readonly closes: boolean;
}

/** The day on which the draft that phrases go to is judged; undefined if there is none, or it was not checked yet. */
export function judgedAsOf({ view, desk }: Target): AsOf | undefined {
  if (desk !== undefined) return desk.asOf;
  return view.stage === 'open' ? view.field.check?.asOf : undefined;
}
