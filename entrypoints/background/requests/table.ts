import type { Sent } from '../../../lib/messaging/reply.ts';
import { backupRequests } from './backup.ts';
import { draftRequests } from './drafts.ts';
import { frameRequests } from './frames.ts';
import { keyHintRequests } from './key-hint.ts';
import { numberingRequests } from './numbering.ts';
import { packRequests } from './packs.ts';
import { phraseRequests } from './phrases.ts';
import type { ReplyType } from './row.ts';
import { settingsRequests } from './settings.ts';

/**
 * All requests to the background, a row each. Requests, replies and rights are derived from it. Clients import its
 * types only. A request tells all that its answer needs: the worker may have been stopped a second ago.
 */
export const requests = {
  ...draftRequests,
  ...settingsRequests,
  ...phraseRequests,
  ...numberingRequests,
  ...packRequests,
  ...backupRequests,
  ...frameRequests,
  ...keyHintRequests,
};
type Rows = typeof requests;

export type RequestType = keyof Rows;
type RequestOf<T extends RequestType> = { readonly type: T } & Parameters<Rows[T]['handle']>[0];

/** A request to the background. */
export type Request = { [T in RequestType]: RequestOf<T> }[RequestType];

type ReplyOf<R> = R extends { readonly reply: ReplyType<infer Reply> } ? Reply : never;

/** What each request is answered with. Any can be answered with a `Fault` instead. */
export type Replies = { [T in RequestType]: Sent<T, ReplyOf<Rows[T]>> };
