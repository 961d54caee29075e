import type { OwnPhrase } from '../phrases/own/phrase.ts';

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
  /** What of the organisation's policy cannot be used: one sentence each. */
  readonly policyFaults: readonly string[];
}
