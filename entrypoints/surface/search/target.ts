import type { PageView } from '../page-view.ts';

/** Where phrases go, and what becomes of the surface once one is there. */
export interface Target {
  readonly view: PageView;
  /** True if Enter closes the surface, as in the toolbar's popup. */
  readonly closes: boolean;
}
