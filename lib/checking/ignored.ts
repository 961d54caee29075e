import * as v from 'valibot';

/** What identifies an ignored finding; it survives edits elsewhere in the text. */
export const ignoredFinding = v.object({
  rule: v.string(),
  /** The marked words. */
  text: v.string(),
  /** Up to ten characters before and after: only for “ignore here”. */
  before: v.optional(v.string()),
  after: v.optional(v.string()),
});
export type IgnoredFinding = v.InferOutput<typeof ignoredFinding>;
