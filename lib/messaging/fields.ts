import * as v from 'valibot';

/** Fields that several requests share. Lengths are UTF-16 units. */

export const isoDate = v.pipe(v.string(), v.isoDate());
export const text = v.pipe(v.string(), v.maxLength(1_100_000));
export const offset = v.pipe(v.number(), v.integer(), v.minValue(0));
/** Names a draft on this machine: the page's address with its query and route, the frame, and the field's place in it. */
export const draftKey = v.pipe(v.string(), v.maxLength(2_000));
/** Items that the editor numbers itself; absent: none. */
export const numbered = v.optional(
  v.pipe(
    v.array(
      v.object({
        start: offset,
        end: offset,
        depth: offset,
        value: v.pipe(v.number(), v.integer()),
        label: v.exactOptional(v.pipe(v.string(), v.maxLength(60))),
      }),
    ),
    v.maxLength(5_000),
  ),
);
/** Pattern of a site, as the browser's permissions write it. */
export const sitePattern = v.pipe(v.string(), v.maxLength(300));

/** A draft as it stands in an editor. `complete` is false where the editor shows only a part of it. */
export const draft = { text, complete: v.boolean(), draftKey, numbered };
