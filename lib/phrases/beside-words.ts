/** Marks that end a clause: what stands beyond them does not stand beside a word. */
const stops = '，。；：！？,;:!?\\s';
/** The most characters that … stands for. */
const farthest = 8;
/** So often … may stand in one notation: the ways to match grow with its power. */
const mostGaps = 4;

const signs: Readonly<Record<string, string>> = {
  '…': `[^${stops}]{0,${farthest}}?`,
  '#': '[\\d０-９〇一二三四五六七八九十]',
  '^': `(?:^|[${stops}])`,
  $: `(?:$|[${stops}])`,
};

/**
 * What stands beside a word, as a pattern of the text before it and one of the text behind it. Takes the notation of packs: ~
 * is the word, … up to eight characters of its clause, # a digit, ^ and $ the ends of the clause, (甲|乙) one of several,
 * (甲)? an optional part. Throws a SyntaxError if brackets are not in pairs.
 */
export function besidePattern(notation: string): { readonly before: string; readonly behind: string } {
  const [before = '', behind = ''] = notation.split('~').map(patternOf);
  return { before, behind };
}

function patternOf(part: string): string {
  const pattern = [...part].map((sign) => signs[sign] ?? sign).join('');
  new RegExp(pattern, 'u');
  return pattern;
}

/** Whether a text is written in that notation. */
export function isBeside(notation: string): boolean {
  if (!/^[\p{Script=Han}A-Za-z\d“”‘’《》（）、%…#^$()|?~]+$/u.test(notation)) return false;
  try {
    besidePattern(notation);
    return notation.split('…').length - 1 <= mostGaps;
  } catch {
    return false;
  }
}
