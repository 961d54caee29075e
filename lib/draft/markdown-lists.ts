/** A list of numbered items that may go on. */
interface OpenList {
  /** Blanks before its numbers, in characters. */
  readonly indent: number;
  readonly mark: string;
  /** Lines, and where their words begin. */
  readonly items: [line: number, end: number][];
  /** True once an item has another number than 1. */
  isCounted: boolean;
}

/** A number with its blank, as Markdown writes it before an item of a list. */
const item = /^([ \t]*)(\d{1,3})([.)])[ \t]+(?=\S)/u;

/**
 * For each line that belongs to a list whose items all say `1.`, where its words begin: a program that shows Markdown
 * counts such items itself (CommonMark 5.3: only the first number of a list counts). Takes the lines without their ends.
 */
export function itemsWithoutNumber(
  lines: readonly string[],
  hidden: readonly boolean[],
): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  /** The lists that are open, the innermost last. */
  const open: OpenList[] = [];
  const close = (from: number) => {
    for (const { items, isCounted } of open.splice(from))
      if (!isCounted && items.length > 1) for (const [line, end] of items) found.set(line, end);
  };
  for (const [at, line] of lines.entries()) {
    if (hidden[at] === true || line.trim() === '') continue;
    const indent = line.length - line.trimStart().length;
    const depth = open.filter((list) => list.indent < indent).length;
    const read = item.exec(line);
    const mark = read?.[3] ?? '';
    // Words at or before the indent of a list end it, and so does an item with another mark.
    const goesOn = open[depth]?.indent === indent && open[depth]?.mark === mark;
    close(goesOn ? depth + 1 : depth);
    if (read === null) continue;
    if (!goesOn) open.push({ indent, mark, items: [], isCounted: false });
    const list = open[depth];
    list?.items.push([at, read[0].length]);
    if (list !== undefined && read[2] !== '1') list.isCounted = true;
  }
  close(0);
  return found;
}
