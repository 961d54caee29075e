import { browser } from 'wxt/browser';
import { say, sayWords } from '../../components/say.ts';
import { bilingual, type Words } from '../../lib/language/language.ts';
import { WordedError } from '../../lib/language/worded-error.ts';
import type { PageRequest, SentPageReplies } from '../../lib/messaging/page-requests.ts';
import { isFault, isReplyTo } from '../../lib/messaging/reply.ts';
import { lastFrameKey } from '../../lib/storage/session-keys.ts';
import type { Replies, Request } from '../background/requests/table.ts';

/** Thrown when there is no answer, or the answer is a fault. */
export class UnansweredError extends WordedError {
  override readonly name = 'UnansweredError';
  /** False: there was no answer. True: the answer was a fault. */
  readonly answered: boolean;

  constructor(words: Words, answered: boolean, options?: ErrorOptions) {
    super(words, options);
    this.answered = answered;
  }
}

/** Awaits the reply to a request of this type. `nobody`: said where there is none. Throws UnansweredError. */
async function replyTo<R extends object>(type: string, sending: Promise<unknown>, nobody: Words): Promise<R> {
  let reply: unknown;
  try {
    reply = await sending;
  } catch (cause) {
    // The browser's own words (“Receiving end does not exist”) help no author.
    throw new UnansweredError(nobody, false, { cause });
  }
  // A fault is sent in the language of the screen.
  if (isFault(reply)) throw new UnansweredError(bilingual(reply.fault, reply.fault), true);
  if (isReplyTo<R>(reply, type)) return reply;
  throw new UnansweredError(nobody, false);
}

const noBackground = bilingual(
  '稿准的后台没有应答，请稍后再试。',
  'Gaozhun gave no answer. Please try again.',
);
const noPage = bilingual('此页没有应答，请刷新页面后再试。', 'The page gave no answer. Please reload it.');

/** Asks the background. Throws UnansweredError when it is not there or answers with a fault. */
export function ask<T extends Request['type']>(request: Extract<Request, { type: T }>): Promise<Replies[T]> {
  return replyTo<Replies[T]>(request.type, browser.runtime.sendMessage(request), noBackground);
}

/**
 * Asks the page in a tab: first the frame whose editor was used last (as the background noted it), then the top frame.
 * Throws UnansweredError when no frame answers, or the frame asked answers with a fault.
 */
export async function askPage<T extends PageRequest['type']>(
  tabId: number,
  request: Extract<PageRequest, { type: T }>,
): Promise<SentPageReplies[T]> {
  const askFrame = (frameId: number) =>
    replyTo<SentPageReplies[T]>(request.type, browser.tabs.sendMessage(tabId, request, { frameId }), noPage);
  const frame = await lastFrame(tabId);
  try {
    return await askFrame(frame);
  } catch (fault) {
    const gone = fault instanceof UnansweredError && !fault.answered;
    if (!gone || frame === 0) throw fault;
    return await askFrame(0);
  }
}

/** The frame of a tab whose editor was used last; the top frame where none is known. */
export async function lastFrame(tabId: number): Promise<number> {
  const key = lastFrameKey(tabId);
  const stored = await browser.storage.session.get(key);
  const frame: unknown = stored[key];
  return typeof frame === 'number' ? frame : 0;
}

/** An error as one sentence for the screen. */
export function inWords(fault: unknown): string {
  return fault instanceof WordedError
    ? sayWords(fault.words)
    : say('这一步没有完成，请再试一次。', 'This was not done. Please try again.');
}
