import { quoteVariants } from '../wording.ts';
import type { OwnPhrase } from './phrase.ts';

/** Forms up to this length may be parts of other words (建全 in 党建全覆盖): their boundaries are confirmed. */
const SHORT = 3;

/** The beginning of the ids of the author's own entries in the index. */
export const ownEntryPrefix = 'formulation/own-';

/** The origin of phrases, for their entries. */
export interface OwnOrigin {
  /** The topic of phrases without one. */
  readonly topic: string;
  /** The source of phrases without one. */
  readonly source: string;
}

export const ownOrigin: OwnOrigin = { topic: '我的提法', source: '我的提法' };

/**
 * Phrases as the data of a pack, in the format of the built-in ones. They count as attested by whoever added them.
 * `trueUntil` (ISO date) is the pack's; ids come with the phrases.
 */
export function packDataOf(phrases: readonly OwnPhrase[], origin: OwnOrigin, trueUntil: string): unknown {
  return { kind: 'formulation', trueUntil, entries: phrases.map((phrase) => entryOf(phrase, origin)) };
}

function entryOf({ id, name, wrong, level, note, source, topic }: OwnPhrase, origin: OwnOrigin) {
  return {
    id,
    name,
    wrong: wrong.map((form) => ({
      text: form,
      right: name,
      level,
      ...(note === undefined ? {} : { why: note }),
      ...exceptions(form, name),
      segment: /^\p{Script=Han}+$/u.test(form) && form.length <= SHORT,
    })),
    source: { title: source ?? origin.source },
    attestation: 'A',
    ...(note === undefined ? {} : { note }),
    topic: topic ?? origin.topic,
  };
}

/** A wrong form is right within the right wording: 西咸新区 in 陕西省西咸新区. */
function exceptions(form: string, name: string): { except?: string[] } {
  const around = [...new Set([name, ...quoteVariants(name)])].filter((wording) => wording.includes(form));
  return around.length === 0 ? {} : { except: around };
}
