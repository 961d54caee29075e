import { quoteVariants } from '../wording.ts';
import type { OwnPhrase } from './phrase.ts';

/** A form this short may be a part of other words (建全 in 党建全覆盖): its boundaries are confirmed. */
const SHORT = 3;

/** What the ids of the author's own entries begin with, once compiled. */
export const ownEntryPrefix = 'formulation/own-';

/** Where phrases come from, as their entries say it. */
export interface OwnOrigin {
  /** What they are filed under. */
  readonly topic: string;
  /** The source of a phrase that names none. */
  readonly source: string;
}

export const ownOrigin: OwnOrigin = { topic: '我的提法', source: '我的提法' };

/**
 * Phrases as the data of a pack, in the form of the built-in ones. Who added them vouches for them, so they count as
 * attested. `trueUntil` (ISO date) is the pack's; ids come with the phrases.
 */
export function packDataOf(phrases: readonly OwnPhrase[], origin: OwnOrigin, trueUntil: string): unknown {
  return { kind: 'formulation', trueUntil, entries: phrases.map((phrase) => entryOf(phrase, origin)) };
}

function entryOf({ id, name, wrong, level, note, source }: OwnPhrase, origin: OwnOrigin) {
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
    topic: origin.topic,
  };
}

/** A wrong form may be a part of the right wording (西咸新区, 陕西省西咸新区): there it is right. */
function exceptions(form: string, name: string): { except?: string[] } {
  const around = [...new Set([name, ...quoteVariants(name)])].filter((wording) => wording.includes(form));
  return around.length === 0 ? {} : { except: around };
}
