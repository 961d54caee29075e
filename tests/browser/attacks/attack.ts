import type { Stage } from './stage.ts';

/** The kind of field an attack is made on: a contenteditable, or a textarea with its mirror. */
export type FieldKind = 'rich' | 'plain';

/**
 * What must hold after an attack. `armed`: the page says that its attack worked as far as it can (a row in which it did not
 * proves nothing). `unread`: nothing of the extension came into the page's hands. `marked`: exactly the marks of the draft.
 * `unchanged`: the draft is as it was. `unset`: no setting was changed. `types`: real keys write into the field. `checks`: a
 * new fault that is typed is marked. `fixes`: a fix by the card changes its words and no others. `aims`: it does that, or
 * nothing. `open`, `closed`: the card. `clean`: no other field has got any words.
 */
export type Holds =
  | 'armed'
  | 'unread'
  | 'marked'
  | 'unchanged'
  | 'unset'
  | 'types'
  | 'checks'
  | 'fixes'
  | 'aims'
  | 'open'
  | 'closed'
  | 'clean';

/** One attack of a page on the extension: a row of the table. */
export interface Attack {
  readonly name: string;
  /** Absent: rich. */
  readonly field?: FieldKind;
  /** The page's script before any other in its document. */
  readonly before?: string;
  /** The marked words whose card is open when the attack begins. */
  readonly card?: string;
  /** Set if the author has opened the card's further buttons. */
  readonly more?: boolean;
  /**
   * The button that the author presses at the end. If it looks then as it did before the attack, at its place, the author
   * sees what is pressed: the press may do what the button says.
   */
  readonly presses?: string;
  /** The body of an async function of the page; what it returns is what the page has learned. `host()` is our element. */
  readonly script?: string;
  /** What the author does meanwhile, by real mouse and keys; returns more that the page has learned. */
  readonly author?: (stage: Stage) => Promise<unknown>;
  readonly holds: readonly Holds[];
  /** Set for what cannot be prevented: why, in one sentence, and what the page learns by it. */
  readonly inherent?: { readonly why: string; readonly learns: string };
}

/** A row for each of some values, named by it. */
export function rowsOf<T extends string>(
  values: readonly T[],
  row: (value: T) => Omit<Attack, 'name'> & { readonly name?: string },
): Attack[] {
  return values.map((value) => ({ name: value, ...row(value) }));
}
