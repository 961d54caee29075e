import * as v from 'valibot';

/** Identifies an ignored finding; stays valid when the text changes elsewhere. */
export const ignoredFinding = v.object({
  rule: v.string(),
  text: v.string(),
  /** Up to ten characters before and after: only for “ignore here”. */
  before: v.optional(v.string()),
  after: v.optional(v.string()),
});
export type IgnoredFinding = v.InferOutput<typeof ignoredFinding>;
