/** The kinds of ordinals in the oracle, which is independent of the product's costs. */
export type Kind =
  | 'part'
  | 'chinese'
  | 'bracketed'
  | 'arabic'
  | 'arabicBracketed'
  | 'circled'
  | 'ordinal'
  | 'word'
  | 'is'
  | 'must';

/** One ordinal as written. */
export interface Mark {
  readonly kind: Kind;
  readonly value: number;
}

/** An ordinal to be read; a doubtful one may be dismissed at the cost of one fault, any other at that of two. */
export interface Written extends Mark {
  readonly doubtful?: boolean;
}

export interface Reading {
  /** The number of faults in the best readings. */
  readonly faults: number;
  /** The distinct results of these readings. */
  readonly repairs: readonly (readonly Mark[])[];
}

/** Levels that nest in this order; other kinds may stand anywhere below. */
const ranks: Partial<Record<Kind, number>> = {
  part: 0,
  chinese: 2,
  bracketed: 3,
  arabic: 4,
  arabicBracketed: 5,
  circled: 6,
};
/** Kinds that divide a text, and so never begin again under the same heading. */
const dividing: ReadonlySet<Kind> = new Set(['part', 'chinese', 'bracketed']);

/** An open list. */
interface Series {
  readonly kind: Kind;
  /** The right number of its first item: 1, or a later one in an excerpt. */
  readonly base: number;
  readonly count: number;
  /** How far the written numbers are ahead of the right ones. */
  readonly ahead: number;
  /** True if the next item must be the other one of two that were swapped. */
  readonly owes: boolean;
}

interface Choice {
  readonly stack: readonly Series[];
  readonly cost: number;
  readonly mark: Mark;
}

/**
 * The readings of one text's ordinals with the fewest faults, by exhaustive search: every item continues an open list
 * or opens one below it, and a list counts 1, 2, 3. A wrong number, a wrong kind, a gap, a repeat, a step back, a
 * late beginning and a swap are one fault each. Null if all have more than `most`.
 */
export function fewestFaults(written: readonly Written[], most = 4): Reading | null {
  for (let faults = 0; faults <= most; faults++) {
    const repairs = new Map<string, readonly Mark[]>();
    search(written, 0, [], faults, [], repairs);
    if (repairs.size > 0) return { faults, repairs: [...repairs.values()] };
  }
  return null;
}

/** Whether these ordinals are one of the repairs. */
export function isAmong(reading: Reading, repair: readonly Mark[]): boolean {
  return reading.repairs.some((one) => keyOf(one) === keyOf(repair));
}

function keyOf(marks: readonly Mark[]): string {
  return marks.map(({ kind, value }) => `${kind} ${value}`).join(', ');
}

function search(
  written: readonly Written[],
  at: number,
  stack: readonly Series[],
  left: number,
  marks: readonly Mark[],
  repairs: Map<string, readonly Mark[]>,
): void {
  const item = written[at];
  if (item === undefined) {
    if (left === 0) repairs.set(keyOf(marks), marks);
    return;
  }
  for (const { stack: next, cost, mark } of choicesFor(item, stack, written)) {
    if (cost <= left) search(written, at + 1, next, left - cost, [...marks, mark], repairs);
  }
}

/** All readings of an item, given the open lists. */
function choicesFor(item: Written, stack: readonly Series[], all: readonly Written[]): Choice[] {
  const own = choicesAs(item.kind, item, stack);
  const { kind, value } = item;
  // An item that fits without a fault is read so; or it is no ordinal.
  if (own.some(({ cost }) => cost === 0)) return own;
  const others = [...new Set(all.map((one) => one.kind))].filter((other) => other !== kind);
  const asOthers = others.flatMap((other) =>
    choicesAs(other, item, stack).map((choice) => ({ ...choice, cost: choice.cost + 1 })),
  );
  // The other one of two swapped items follows directly.
  if (stack.some(({ owes }) => owes)) return [...own, ...asOthers];
  const asNone: Choice = { stack, cost: item.doubtful === true ? 1 : 2, mark: { kind, value } };
  return [...own, ...asOthers, asNone];
}

function choicesAs(kind: Kind, { value }: Written, stack: readonly Series[]): Choice[] {
  const choices: Choice[] = [];
  for (const [level, series] of stack.entries()) {
    if (series.kind !== kind) continue;
    const above = stack.slice(0, level);
    const mark = { kind, value: series.base + series.count };
    for (const [cost, next] of goOn(series, value)) choices.push({ stack: [...above, next], cost, mark });
    if (value === 1 && !dividing.has(kind)) {
      choices.push({ stack: [...above, opened(kind, 1, 0)], cost: 0, mark: { kind, value: 1 } });
    }
  }
  if (mayOpen(kind, stack)) {
    for (const [cost, next] of open(kind, value)) {
      choices.push({ stack: [...stack, next], cost, mark: { kind, value: next.base } });
    }
  }
  return choices;
}

function opened(kind: Kind, base: number, ahead: number, owes = false): Series {
  return { kind, base, count: 1, ahead, owes };
}

/** A list begins at 1, or with a fault: the number is wrong, earlier items are missing, or it is an excerpt. */
function open(kind: Kind, value: number): [number, Series][] {
  if (value === 1) return [[0, opened(kind, 1, 0)]];
  const late: [number, Series][] = [
    [1, opened(kind, 1, 0)],
    [1, opened(kind, 1, value - 1)],
  ];
  if (value === 2) late.push([1, opened(kind, 1, 0, true)]);
  else late.push([1, opened(kind, value, 0)]);
  return late;
}

/** A kind may not stand within itself, nor above a higher one. */
function mayOpen(kind: Kind, stack: readonly Series[]): boolean {
  const rank = ranks[kind];
  return stack.every((series) => {
    const other = ranks[series.kind];
    return series.kind !== kind && (rank === undefined || other === undefined || other < rank);
  });
}

/** The readings of a written number at the next place of a list. */
function goOn(series: Series, value: number): [number, Series][] {
  const next = { ...series, count: series.count + 1, owes: false };
  const right = series.base + series.count + series.ahead;
  if (series.owes) return value === right - 1 ? [[0, next]] : [];
  if (value === right) return [[0, next]];
  // An excerpt must be right otherwise.
  if (series.base !== 1) return [];
  const ways: [number, Series][] = [
    [1, next],
    [1, { ...next, ahead: value - next.count }],
  ];
  if (value === right + 1) ways.push([1, { ...next, owes: true }]);
  return ways;
}
