/** Quotation marks in all the forms that drafts write them. */
const QUOTES = /[“”"「」『』‘’']/g;

/** The pairs that authors put in place of “ ”. */
const PAIRS = [
  ['“', '”'],
  ['"', '"'],
  ['「', '」'],
  ['‘', '’'],
] as const;

/**
 * The ways a set phrase's name is looked for: without quotation marks and, when only a part of it stands in quotation
 * marks (“五位一体”总体布局), also with them, in each usual form. Marks around the whole are never part of a hit.
 */
export function quoteVariants(name: string): string[] {
  const bare = name.replace(QUOTES, '');
  const variants = new Set(bare === '' ? [] : [bare]);
  const quoted = /^[“"「‘][^“”"「」‘’]*[”"」’]$/.test(name);
  if (bare !== name && !quoted) {
    for (const [open, close] of PAIRS) {
      let inside = false;
      variants.add(
        name.replace(QUOTES, () => {
          inside = !inside;
          return inside ? open : close;
        }),
      );
    }
  }
  return [...variants];
}

/** What a wording is searched by: lower case, without quotation marks, punctuation and blanks. */
export function searchKey(wording: string): string {
  return wording.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
