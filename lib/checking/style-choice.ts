import * as v from 'valibot';

/** The form of ordinals that the author wants; a kind that is left out keeps the form it has. */
export const numberingStyle = v.object({
  arabic: v.optional(v.picklist(['.', '、'])),
  ordinal: v.optional(v.picklist(['，', '、'])),
});

/** What becomes of the author's choice: a form, none (null), or, where a kind is left out, what it was before. */
export const styleChoice = v.object({
  arabic: v.optional(v.nullable(v.picklist(['.', '、']))),
  ordinal: v.optional(v.nullable(v.picklist(['，', '、']))),
});
export type StyleChoice = v.InferOutput<typeof styleChoice>;
