import type { RepairChange } from '../../lib/messaging/messages.ts';
import type { Finding } from '../../lib/rules/types.ts';
import type { Session } from './session.ts';

export type OpenedBy = 'hover' | 'click' | 'keyboard';

/**
 * What an open card is about. Each opening makes a new object, so that answers to an earlier card can be recognised.
 */
export interface Subject {
  readonly session: Session;
  readonly finding: Finding;
  /** The text of the finding's offsets: a fix is valid for this text only. */
  readonly text: string;
  /** The position of the pointer in the field's window, if the pointer opened the card. */
  readonly point: { readonly x: number; readonly y: number } | undefined;
}

/** The pages of a card. */
export type CardPage =
  /** `from`: the page from which the author returned. */
  | { readonly kind: 'finding'; readonly from?: Exclude<CardPage['kind'], 'finding'> }
  | { readonly kind: 'preview'; readonly changes: readonly RepairChange[] }
  /** The text of a false alarm report, for the author to read and edit. */
  | { readonly kind: 'report' }
  /** The form that adds the marked words to the author's phrases; `fault` tells what is wrong with the entry. */
  | { readonly kind: 'own'; readonly fault: string }
  /** An outcome. `words`: text for the author to copy, or ''. `chosen`: a day was chosen, which can be undone. */
  | {
      readonly kind: 'said';
      readonly message: string;
      readonly words: string;
      readonly chosen?: boolean;
    };

/** An open card. While `applying`, an outcome is awaited and the page's buttons are disabled. */
export interface OpenCard {
  readonly kind: 'open' | 'applying';
  readonly subject: Subject;
  readonly by: OpenedBy;
  readonly page: CardPage;
}
export type CardState = { readonly kind: 'closed' } | OpenCard;

export const closed: CardState = { kind: 'closed' };

export type CardEvent =
  | { readonly type: 'open'; readonly subject: Subject; readonly by: OpenedBy }
  | { readonly type: 'apply' }
  /** The awaited outcome arrived. Null closes the card. */
  | { readonly type: 'applied'; readonly page: CardPage | null }
  /** Shows a page, without ending an awaited outcome. Null closes the card. */
  | { readonly type: 'show'; readonly page: CardPage | null }
  | { readonly type: 'back' }
  | { readonly type: 'text-changed' }
  | { readonly type: 'pointer-left' }
  | { readonly type: 'close' };

/** The subject of the card; null while it is closed. */
export function subjectOf(state: CardState): Subject | null {
  return state.kind === 'closed' ? null : state.subject;
}

/** The state of the card after an event; the same object if nothing changes. */
export function nextState(state: CardState, event: CardEvent): CardState {
  if (event.type === 'open') return opened(state, event.subject, event.by);
  if (state.kind === 'closed') return state;
  switch (event.type) {
    case 'apply':
      return { ...state, kind: 'applying' };
    case 'applied':
      return event.page === null ? closed : { ...state, kind: 'open', page: event.page };
    case 'show':
      return event.page === null ? closed : { ...state, page: event.page };
    case 'back':
      return state.page.kind === 'finding'
        ? state
        : { ...state, page: { kind: 'finding', from: state.page.kind } };
    case 'text-changed':
      // The card's own fix changes the text too.
      return state.kind === 'applying' ? state : closed;
    case 'pointer-left':
      return closesByItself(state) ? closed : state;
    case 'close':
      return closed;
  }
}

/** True for a card opened by hover and not used yet: it closes when the pointer leaves. */
export function closesByItself(state: CardState): boolean {
  return state.kind === 'open' && state.by === 'hover' && state.page.kind === 'finding';
}

function opened(state: CardState, subject: Subject, by: OpenedBy): CardState {
  const { finding, session } = subject;
  if (state.kind !== 'closed' && state.subject.finding === finding && state.subject.session === session)
    return by === 'hover' || by === state.by ? state : { ...state, by };
  return { kind: 'open', subject, by, page: { kind: 'finding' } };
}
