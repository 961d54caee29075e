import type { Checker, CheckOptions, Timeline } from '../../lib/checking/checker.ts';
import { withoutIgnored } from '../../lib/checking/ignore.ts';
import type { IgnoredFinding } from '../../lib/checking/ignored.ts';
import { yearShiftOf } from '../../lib/checking/year-shift.ts';
import { longestDraft } from '../../lib/draft/longest-draft.ts';
import type { Span } from '../../lib/draft/types.ts';
import type { Fault } from '../../lib/messaging/reply.ts';
import type { TimelineReply } from '../../lib/messaging/timeline-messages.ts';
import { readDraftSettings, readSettings } from '../../lib/storage/settings.ts';
import { type DraftRequest, optionsOf, tooLong } from './check.ts';
import { opened } from './phrases.ts';
import { loadSegmenter, segmenterInUse } from './segmenter.ts';

/** The rules that report time-bound mentions: what is ignored of them is kept. */
const timeRules = ['outdated-reference', 'draft-date'] as const;

/** All time-bound mentions of a draft, with what the author keeps of them. */
export async function timeline(request: DraftRequest): Promise<TimelineReply | Fault> {
  const { text } = request;
  const [{ checker }, settings, draft] = await Promise.all([
    opened(),
    readSettings(),
    readDraftSettings(request.draftKey),
  ]);
  if (text.length > longestDraft) return tooLong(settings.language);
  const { asOf, mentions } = await timelineOf(checker, text, optionsOf(request, settings, draft));
  const ignored = [...draft.ignored, ...settings.ignored].filter(({ rule }) =>
    timeRules.some((one) => one === rule),
  );
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

/** Waits for the segmenter only if a mention needs it. */
async function timelineOf(checker: Checker, text: string, options: CheckOptions): Promise<Timeline> {
  const inUse = await segmenterInUse();
  if (inUse !== null) return checker.timeline(text, { ...options, segmenter: inUse });
  const without = checker.timeline(text, options);
  if (!without.wantsSegmenter) return without;
  const loaded = await loadSegmenter();
  return loaded === null ? without : checker.timeline(text, { ...options, segmenter: loaded });
}

function isIgnored(span: Span, text: string, ignored: readonly IgnoredFinding[]): boolean {
  return timeRules.some((rule) => withoutIgnored([{ rule, ...span }], text, ignored).ignored > 0);
}
