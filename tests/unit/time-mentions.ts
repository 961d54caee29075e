import { type Checker, createChecker } from '../../lib/checking/checker.ts';
import type { MentionKind } from '../../lib/phrases/types.ts';
import type { Verdict } from '../../lib/rules/mentions/target.ts';
import type { TimeMention } from '../../lib/rules/mentions/time-mention.ts';
import type { Segmenter } from '../../lib/rules/types.ts';
import { loadBuiltInKnowledge } from '../../scripts/load-knowledge.ts';
import { loadSegmenter } from '../../scripts/load-segmenter.ts';
import { asLabelled } from './meetings-known.ts';

/** The default day on which drafts are judged. */
export const day = '2026-11-29';

/** A mention with its words. */
export type Said = TimeMention & { readonly text: string };

/** The checker's timeline with the built-in packs and the meetings known when the tests were written. */
export interface TimeChecker {
  /** All time-bound mentions of a text; `writtenOn` is the day an old draft was written for. */
  list(text: string, date?: string, writtenOn?: string): Said[];
  /** The only mention of a kind; throws if there is none, or there are several. */
  only(kind: MentionKind, text: string, date?: string, writtenOn?: string): Said;
  /** Words and verdicts of the mentions of a kind. */
  verdicts(kind: MentionKind, text: string, date?: string, writtenOn?: string): [string, Verdict][];
  /** The words and levels marked at error or warning level. */
  marked(text: string, date?: string, writtenOn?: string): [string, string][];
}

/** Loads packs and segmenter once. */
export async function timeChecker(): Promise<TimeChecker> {
  const { knowledge } = await loadBuiltInKnowledge();
  return asking(createChecker(asLabelled(knowledge)), await loadSegmenter());
}

function asking(checker: Checker, segmenter: Segmenter): TimeChecker {
  const options = (date: string, writtenOn: string | undefined) => ({
    today: date,
    date,
    segmenter,
    ...(writtenOn === undefined ? {} : { writtenOn }),
  });
  const list: TimeChecker['list'] = (text, date = day, writtenOn) =>
    checker
      .timeline(text, options(date, writtenOn))
      .mentions.map((one) => ({ ...one, text: text.slice(one.start, one.end) }));
  const ofKind = (kind: MentionKind, text: string, date?: string, writtenOn?: string) =>
    list(text, date, writtenOn).filter((one) => one.kind === kind);
  return {
    list,
    only(kind, text, date, writtenOn) {
      const [one, ...more] = ofKind(kind, text, date, writtenOn);
      if (one === undefined || more.length > 0) throw new Error(`${more.length + 1} of ${kind}: ${text}`);
      return one;
    },
    verdicts: (kind, text, date, writtenOn) =>
      ofKind(kind, text, date, writtenOn).map(({ text: words, verdict }) => [words, verdict]),
    marked: (text, date = day, writtenOn) =>
      checker
        .check(text, options(date, writtenOn))
        .findings.filter(({ level }) => level !== 'hint')
        .map(({ start, end, level }) => [text.slice(start, end), level]),
  };
}
