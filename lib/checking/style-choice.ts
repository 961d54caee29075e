import * as v from 'valibot';

/** The author's form of ordinals; an omitted kind keeps its form. */
export const numberingStyle = v.object({
  arabic: v.optional(v.picklist(['.', '、'])),
  ordinal: v.optional(v.picklist(['，', '、'])),
});

/** A change of the author's form of ordinals: null clears a kind, and an omitted kind stays as it was. */
export const styleChoice = v.object({
  arabic: v.optional(v.nullable(v.picklist(['.', '、']))),
  ordinal: v.optional(v.nullable(v.picklist(['，', '、']))),
});
export type StyleChoice = v.InferOutput<typeof styleChoice>;
