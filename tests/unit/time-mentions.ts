import { type Checker, createChecker } from '../../lib/checking/checker.ts';
import type { MentionKind } from '../../lib/phrases/types.ts';
import type { Verdict } from '../../lib/rules/mentions/target.ts';
import type { TimeMention } from '../../lib/rules/mentions/time-mention.ts';
import type { Segmenter } from '../../lib/rules/types.ts';
import { loadBuiltInKnowledge } from '../../scripts/load-knowledge.ts';
import { loadSegmenter } from '../../scripts/load-segmenter.ts';
import { asLabelled } from './meetings-known.ts';

/** The day on which drafts are judged unless told. */
export const day = '2026-11-29';

/** A mention with its words. */
export type Said = TimeMention & { readonly text: string };

/** Asks the checker of time, with the built-in packs; of meetings they know what they knew when the tests were written. */
export interface TimeChecker {
  /** All that hangs on time in a text; `then` is the day an old draft was written for. */
  list(text: string, date?: string, then?: string): Said[];
  /** The one mention of a kind; throws where there is none, or where there are several. */
  only(kind: MentionKind, text: string, date?: string, then?: string): Said;
  /** Words and verdicts of the mentions of a kind. */
  verdicts(kind: MentionKind, text: string, date?: string, then?: string): [string, Verdict][];
  /** What is marked at error or warning level: words and level. */
  marked(text: string, date?: string, then?: string): [string, string][];
}

/** Loads packs and segmenter once. */
export async function timeChecker(): Promise<TimeChecker> {
  const { knowledge } = await loadBuiltInKnowledge();
  return asking(createChecker(asLabelled(knowledge)), await loadSegmenter());
}

function asking(checker: Checker, segmenter: Segmenter): TimeChecker {
  const options = (date: string, then: string | undefined) => ({
    today: date,
    date,
    segmenter,
    ...(then === undefined ? {} : { then }),
  });
  const list: TimeChecker['list'] = (text, date = day, then) =>
    checker
      .timeline(text, options(date, then))
      .mentions.map((one) => ({ ...one, text: text.slice(one.start, one.end) }));
  const ofKind = (kind: MentionKind, text: string, date?: string, then?: string) =>
    list(text, date, then).filter((one) => one.kind === kind);
  return {
    list,
    only(kind, text, date, then) {
      const [one, ...more] = ofKind(kind, text, date, then);
      if (one === undefined || more.length > 0) throw new Error(`${more.length + 1} of ${kind}: ${text}`);
      return one;
    },
    verdicts: (kind, text, date, then) =>
      ofKind(kind, text, date, then).map(({ text: words, verdict }) => [words, verdict]),
    marked: (text, date = day, then) =>
      checker
        .check(text, options(date, then))
        .findings.filter(({ level }) => level !== 'hint')
        .map(({ start, end, level }) => [text.slice(start, end), level]),
  };
}
