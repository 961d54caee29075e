import type { RepairChange } from '../../lib/messaging/messages.ts';
import type { Finding } from '../../lib/rules/types.ts';
import type { Session } from './session.ts';

export type OpenedBy = 'hover' | 'click' | 'keyboard';

/**
 * What an open card is about. Each opening makes a new object: an answer that was asked for by an earlier card is told
 * apart by it.
 */
export interface Subject {
  readonly session: Session;
  readonly finding: Finding;
  /** The text to which the finding's offsets refer: a fix is for this text only. */
  readonly text: string;
  /** The place of the pointer in the field's window, where the pointer opened the card. */
  readonly point: { readonly x: number; readonly y: number } | undefined;
}

/** The pages of a card. */
export type CardPage =
  /** `from`: the page that the author came back from. */
  | { readonly kind: 'finding'; readonly from?: Exclude<CardPage['kind'], 'finding'> }
  | { readonly kind: 'preview'; readonly changes: readonly RepairChange[] }
  /** The text with which a false alarm can be reported, for the author to read and to change. */
  | { readonly kind: 'report' }
  /** The form that adds the marked words to the author's own phrases; `fault` says what is wrong with the entry. */
  | { readonly kind: 'own'; readonly fault: string }
  /** An outcome. `words`: text the author may copy, or ''. `chosen`: a day was chosen, which can be undone. */
  | {
      readonly kind: 'said';
      readonly message: string;
      readonly words: string;
      readonly chosen?: boolean;
    };

/** An open card. While it is `applying`, an outcome is awaited and the buttons of the page are off. */
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
  /** The awaited outcome is there. Null closes the card. */
  | { readonly type: 'applied'; readonly page: CardPage | null }
  /** Shows a page while nothing is awaited, or beside what is. Null closes the card. */
  | { readonly type: 'show'; readonly page: CardPage | null }
  | { readonly type: 'back' }
  | { readonly type: 'text-changed' }
  | { readonly type: 'pointer-left' }
  | { readonly type: 'close' };

/** What the card is about; null while it is closed. */
export function subjectOf(state: CardState): Subject | null {
  return state.kind === 'closed' ? null : state.subject;
}

/** The state of the card after an event. Returns the same object where the event changes nothing. */
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
      // The card's own fix changes the text, too.
      return state.kind === 'applying' ? state : closed;
    case 'pointer-left':
      return closesByItself(state) ? closed : state;
    case 'close':
      return closed;
  }
}

/** True for a card that opened by hover and on which nothing was done yet: it goes with the pointer. */
export function closesByItself(state: CardState): boolean {
  return state.kind === 'open' && state.by === 'hover' && state.page.kind === 'finding';
}

function opened(state: CardState, subject: Subject, by: OpenedBy): CardState {
  const { finding, session } = subject;
  if (state.kind !== 'closed' && state.subject.finding === finding && state.subject.session === session)
    return by === 'hover' || by === state.by ? state : { ...state, by };
  return { kind: 'open', subject, by, page: { kind: 'finding' } };
}
