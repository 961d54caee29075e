/** Quotation marks in all forms. */
const QUOTES = /[“”"「」『』‘’']/g;

/** The pairs that authors write for “ ”. */
const PAIRS = [
  ['“', '”'],
  ['"', '"'],
  ['「', '」'],
  ['‘', '’'],
] as const;

/**
 * The wordings to scan for a set phrase's name: without quotation marks and, if only a part of it is in quotation marks
 * (“五位一体”总体布局), also with them, in each usual form. Marks around the whole are never part of a hit.
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

/** The search key of a wording: in lower case, without quotation marks, punctuation and blanks. */
export function searchKey(wording: string): string {
  return wording.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
