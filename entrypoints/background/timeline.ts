import { withoutIgnored } from '../../lib/checking/ignore.ts';
import type { IgnoredFinding } from '../../lib/checking/ignored.ts';
import { yearShiftOf } from '../../lib/checking/year-shift.ts';
import { longestDraft } from '../../lib/draft/longest-draft.ts';
import type { Span } from '../../lib/draft/types.ts';
import type { Fault } from '../../lib/messaging/reply.ts';
import type { TimelineReply } from '../../lib/messaging/timeline-messages.ts';
import { type DraftRequest, openDraft, tooLong, withIt, withSegmenter } from './check.ts';
import { wholeInTurns } from './in-turns.ts';

/** The rules that report time-bound mentions: what is ignored of them is kept. */
const timeRules = ['outdated-reference', 'draft-date'] as const;

/** All time-bound mentions of a draft, with what the author keeps of them. */
export async function timeline(request: DraftRequest): Promise<TimelineReply | Fault> {
  const { text } = request;
  const { checker, settings, draft, options, ignored: silenced } = await openDraft(request);
  if (text.length > longestDraft) return tooLong(settings.language);
  const { asOf, mentions } = await withSegmenter((segmenter) =>
    wholeInTurns(checker.piecewise.timeline(text, withIt(options, segmenter))),
  );
  const ignored = silenced.filter(({ rule }) => timeRules.some((one) => one === rule));
  return {
    asOf,
    mentions: mentions.map(({ start, end, kind, from, to, verdict, successor, reason }) => ({
      start,
      end,
      kind,
      from,
      to,
      verdict,
      successor,
      reason: reason[settings.language],
      kept: ignored.length > 0 && isIgnored({ start, end }, text, ignored),
    })),
    shift: yearShiftOf(asOf, mentions, text, draft.oldDay),
  };
}

function isIgnored(span: Span, text: string, ignored: readonly IgnoredFinding[]): boolean {
  return timeRules.some((rule) => withoutIgnored([{ rule, ...span }], text, ignored).ignored > 0);
}
