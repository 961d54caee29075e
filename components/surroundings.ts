/** The words around a span within its line, at most `reach` characters on either side. UTF-16 offsets of the text. */
export function surroundings(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
  reach: number,
): { before: string; after: string } {
  const before = /[^\n]*$/.exec(text.slice(Math.max(0, start - 200), start))?.[0] ?? '';
  const after = /^[^\n]*/.exec(text.slice(end, end + 200))?.[0] ?? '';
  const near = [...before];
  const far = [...after];
  return {
    before: near.length > reach ? `…${near.slice(-reach).join('')}` : before,
    after: far.length > reach ? `${far.slice(0, reach).join('')}…` : after,
  };
}
