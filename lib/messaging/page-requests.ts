import { isRecord } from '../common/is-record.ts';
import type { Edit, NumberedItem, Span } from '../draft/types.ts';
import type { AlsoRead } from '../fields/types.ts';
import type { Unreadable } from '../fields/unreadable.ts';
import { isPageCommand, type PageCommand } from './commands.ts';
import type { CheckReply } from './messages.ts';
import type { Done, Sent } from './reply.ts';

/**
 * Requests to the page (the frame whose field was used last), a row each: what its fields must be and what it is
 * answered with. Checked by hand, to keep valibot out of the content script.
 */

type Check<T> = (value: unknown) => value is T;
type FieldChecks = Readonly<Record<string, Check<unknown>>>;

const isString: Check<string> = (value) => typeof value === 'string';
const isBoolean: Check<boolean> = (value) => typeof value === 'boolean';
const isOffset: Check<number> = (value): value is number => Number.isSafeInteger(value) && Number(value) >= 0;
const upTo =
  (longest: number): Check<string> =>
  (value): value is string =>
    isString(value) && value.length <= longest;
const listOf =
  <T>(isItem: Check<T>): Check<T[]> =>
  (value): value is T[] =>
    Array.isArray(value) && value.every(isItem);

const isText = upTo(1_100_000);
const isWords = upTo(20_000);
const isEdit: Check<NotedEdit> = (value): value is NotedEdit =>
  isRecord(value) &&
  isOffset(value.start) &&
  isOffset(value.end) &&
  isWords(value.text) &&
  (value.reason === undefined || isWords(value.reason));

/** An edit that is noted as a change of the draft, with its reason in the language of the screen. */
export interface NotedEdit extends Edit {
  readonly reason?: string;
}

/** A place that a fix has changed. Offsets are those of the new words, UTF-16 units of the text as it is. */
export interface MadeChange extends Span {
  /** The words that stood there before; '' for an insertion. */
  readonly before: string;
  /** The words that stand there now; '' for a deletion. */
  readonly after: string;
  /** Why, in the language of the screen; '' if unknown. */
  readonly reason: string;
}

/** The page as the popup and the side panel see it. */
export interface PageState {
  /** The field used last; null when the page has no editor that can be read. */
  readonly field: null | {
    readonly kind: string;
    readonly draftKey: string;
    readonly text: string;
    readonly complete: boolean;
    /** Null until the text was checked, and while its check is declined. */
    readonly check: CheckReply | null;
    /** Why the text is not checked, in a sentence; null while it is. */
    readonly declined: string | null;
    /** Items that the editor numbers itself. */
    readonly numbered: readonly NumberedItem[];
    /** True while the last repair can be reverted: the text was not changed since. */
    readonly canRevert: boolean;
    /** What fixes have changed since the page was opened, in text order. */
    readonly made: readonly MadeChange[];
  };
  readonly hidden: boolean;
  /** The editor the author is in, if its text is not in the DOM: nothing can be marked there. */
  readonly unreadable?: Unreadable;
  /** The address by which the site of this frame is known; a frame in the page can be of another site. */
  readonly address: string;
  /** Fields of this page that are read only where the author says so for the site: of which kinds, and whether they are. */
  readonly choices: Partial<AlsoRead>;
}

interface Row<F extends FieldChecks, R extends object> {
  readonly fields: F;
  /** The type of the reply. It holds no value. */
  readonly reply?: R;
}
const answeredBy =
  <R extends object>() =>
  <F extends FieldChecks>(fields: F): Row<F, R> => ({ fields });
const command = answeredBy<Done>();

export const pageRequests = {
  'page-state': answeredBy<PageState>()({}),
  'page-apply': command({ edits: listOf(isEdit), expected: isText }),
  /** Reverts the last repair, if the text was not changed since. */
  'page-revert': command({}),
  'page-insert': command({ text: (value): value is string => isWords(value) && value !== '' }),
  'page-reveal': command({ start: isOffset, end: isOffset }),
  'page-recheck': command({}),
  'page-command': command({
    command: (value): value is PageCommand => isString(value) && isPageCommand(value),
  }),
  'page-hide': command({ hidden: isBoolean }),
  /** The choice of what is read on a site although it is left alone by default has changed: each frame asks for its own. */
  'page-also-read': command({}),
  /** Which sites may be read from now on: a frame of any other ends its work. */
  'page-sites': command({ allowed: listOf(isString), off: listOf(isString) }),
};
type Rows = typeof pageRequests;
export type PageRequestType = keyof Rows;

type FieldsOf<F> = { [K in keyof F]: F[K] extends Check<infer T> ? T : never };
/** A request to the page of one type. */
export type PageRequestOf<T extends PageRequestType> = { readonly type: T } & FieldsOf<Rows[T]['fields']>;
/** A request to the page. */
export type PageRequest = { [T in PageRequestType]: PageRequestOf<T> }[PageRequestType];

type ReplyOf<R> = R extends Row<FieldChecks, infer Reply> ? Reply : never;
/** What a page answers each request with. Any can be answered with a `Fault` instead. */
export type PageReplies = { [T in PageRequestType]: ReplyOf<Rows[T]> };
export type SentPageReplies = { [T in PageRequestType]: Sent<T, PageReplies[T]> };

/** True for a message that is a request to the page, with all its fields well-formed. */
export function isPageRequest(message: unknown): message is PageRequest {
  if (!isRecord(message)) return false;
  const { type } = message;
  if (typeof type !== 'string' || !Object.hasOwn(pageRequests, type)) return false;
  const { fields } = pageRequests[type as PageRequestType];
  return Object.entries<Check<unknown>>(fields).every(([name, isRight]) => isRight(message[name]));
}
