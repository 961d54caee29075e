import * as v from 'valibot';
import { type OwnPhrase, ownDraftSchema, ownLimits } from '../phrases/own/phrase.ts';

/** The part of the protocol that concerns the author's own phrases and the organisation's packs. */

const name = v.pipe(v.string(), v.maxLength(200));

/** Requests to the background. Each that changes something is answered when the new index serves. */
export const packRequests = [
  v.object({ type: v.literal('own-list') }),
  /** Adds phrases, or changes those of the same id or wording. */
  v.object({
    type: v.literal('own-take'),
    drafts: v.pipe(v.array(ownDraftSchema), v.maxLength(ownLimits.phrases)),
  }),
  v.object({ type: v.literal('own-remove'), id: v.pipe(v.string(), v.maxLength(24)) }),
  v.object({ type: v.literal('organisation-list') }),
  /** Takes a pack from a file, in any of the forms that readOrganisation reads. */
  v.object({ type: v.literal('organisation-take'), fileName: name, document: v.unknown() }),
  v.object({ type: v.literal('organisation-remove'), id: v.pipe(v.string(), v.maxLength(24)) }),
  /** Sets the update address and its public key, and looks there at once. */
  v.object({
    type: v.literal('update-set'),
    address: v.pipe(v.string(), v.maxLength(2_000)),
    key: v.pipe(v.string(), v.maxLength(1_000)),
  }),
  v.object({ type: v.literal('update-check') }),
  v.object({ type: v.literal('update-remove') }),
] as const;
export type PackRequest = v.InferOutput<(typeof packRequests)[number]>;

export interface OwnReply {
  readonly phrases: readonly OwnPhrase[];
  readonly added: number;
  readonly changed: number;
  /** What could not be taken: one sentence each. */
  readonly refused: readonly string[];
}

/** An organisation's pack as the options show it. */
export interface OrganisationView {
  readonly id: string;
  readonly name: string;
  /** 0 for a pack that carries none. */
  readonly version: number;
  readonly from: 'file' | 'address' | 'policy';
  readonly takenOn: string;
  readonly entries: number;
}

export interface OrganisationReply {
  readonly packs: readonly OrganisationView[];
  readonly update: null | {
    readonly address: string;
    /** What the last look at the address came to; empty before the first. */
    readonly said: string;
    /** Milliseconds since 1970; 0 before the first look. */
    readonly lookedAt: number;
  };
  /** What became of the request, and what could not be taken: one sentence each. */
  readonly said: readonly string[];
}

export interface PackReplies {
  'own-list': OwnReply;
  'own-take': OwnReply;
  'own-remove': OwnReply;
  'organisation-list': OrganisationReply;
  'organisation-take': OrganisationReply;
  'organisation-remove': OrganisationReply;
  'update-set': OrganisationReply;
  'update-check': OrganisationReply;
  'update-remove': OrganisationReply;
}
