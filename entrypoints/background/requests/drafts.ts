import * as v from 'valibot';
import { ignoredFinding } from '../../../lib/checking/ignored.ts';
import { checkStages } from '../../../lib/checking/stages.ts';
import { draft, draftKey, isoDate, offset, text } from '../../../lib/messaging/fields.ts';
import type { CheckAnswer, DayCountReply, IgnoredReply } from '../../../lib/messaging/messages.ts';
import type { TimelineReply } from '../../../lib/messaging/timeline-messages.ts';
import {
  ignoreAlways,
  ignoreFinding,
  readDraftSettings,
  readSettings,
  restoreAlways,
  restoreIgnored,
  setDraftDate,
} from '../../../lib/storage/settings.ts';
import { check, countToday } from '../check.ts';
import { timeline } from '../timeline.ts';
import { defineCommand, defineRequest, reply } from './row.ts';

const textChange = v.object({
  since: v.pipe(v.string(), v.maxLength(40)),
  change: v.object({ start: offset, end: offset, text }),
});

/** Checking a draft, and what the author chooses for it. */
export const draftRequests = {
  /**
   * The text is sent as a change of the one that the last answer named by its `revision`; whole at first, and where the
   * answer is `text-wanted`.
   * `early`: ambiguous words may stay undecided while the segmenter is not loaded. `decided`: it is waited for.
   */
  check: defineRequest({
    from: 'page',
    fields: { ...draft, text: v.union([text, textChange]), stage: v.picklist(checkStages) },
    reply: reply<CheckAnswer>(),
    handle: check,
  }),
  /** How many more findings today would give than the day on which a draft is judged: asked of an old draft. */
  'count-today': defineRequest({
    from: 'page',
    fields: draft,
    reply: reply<DayCountReply>(),
    handle: countToday,
  }),
  /** All time-bound mentions, right or wrong, for the view that renews an old draft. */
  timeline: defineRequest({
    from: 'own',
    fields: draft,
    reply: reply<TimelineReply>(),
    handle: timeline,
  }),
  /** With `always`: in every draft, not in this one alone. */
  ignore: defineCommand({
    from: 'page',
    fields: { draftKey, finding: ignoredFinding, always: v.optional(v.boolean()) },
    run: ({ draftKey: key, finding, always }) =>
      always === true ? ignoreAlways(finding) : ignoreFinding(key, finding),
  }),
  /** Without a finding: all that were ignored in the draft. With `always`: one that was ignored in every draft. */
  'restore-ignored': defineCommand({
    from: 'page',
    fields: { draftKey, finding: v.optional(ignoredFinding), always: v.optional(v.boolean()) },
    run: ({ draftKey: key, finding, always }) =>
      always === true && finding !== undefined ? restoreAlways(finding) : restoreIgnored(key, finding),
  }),
  ignored: defineRequest({
    from: 'own',
    fields: { draftKey },
    reply: reply<IgnoredReply>(),
    async handle({ draftKey: key }) {
      const [{ ignored }, settings] = await Promise.all([readDraftSettings(key), readSettings()]);
      return { draft: ignored, always: settings.ignored };
    },
  }),
  /**
   * Null: the draft's own words tell its date. `oldDay`: the day of an older time that they tell of now; it is
   * remembered.
   */
  'set-date': defineCommand({
    from: 'page',
    fields: { draftKey, date: v.nullable(isoDate), oldDay: v.optional(isoDate) },
    run: ({ draftKey: key, date, oldDay }) => setDraftDate(key, date, oldDay),
  }),
};
