import { isRecord } from '../common/is-record.ts';

/** One sentence for the screen that says why a request was not done. */
export interface Fault {
  readonly fault: string;
}

/** True for a reply that refuses a request. */
export function isFault(reply: unknown): reply is Fault {
  return isRecord(reply) && typeof reply.fault === 'string';
}

/** A reply as it is sent: it names the type of the request that it answers, so that the receiver can check it. */
export type Sent<T extends string, R extends object> = R & { readonly replyTo: T };

/** Adds the type of the request to its reply. */
export function sentReply<T extends string, R extends object>(type: T, reply: R): Sent<T, R> {
  return { ...reply, replyTo: type };
}

/** True for a reply to a request of this type; the table of requests ties the shape `R` to the type. */
export function isReplyTo<R extends object>(reply: unknown, type: string): reply is R {
  return isRecord(reply) && reply.replyTo === type;
}

/** The reply to a request that only asks for something to be done. */
export interface Done {
  readonly ok: true;
}
