import { levelsMarked, type Strictness } from '../../lib/checking/strictness.ts';
import type { Field } from '../../lib/fields/types.ts';
import { createPainter } from '../../lib/marks/painter.ts';
import type { CreatePainter } from '../../lib/marks/types.ts';
import type { Finding } from '../../lib/rules/types.ts';

/** The marks of a field. */
export interface Marks {
  /** The marked findings, in the order of the text. */
  readonly marked: readonly Finding[];
  /** Marks these findings (offsets of the text as last read), by the author's strictness. */
  show(findings: readonly Finding[], strictness: Strictness): void;
  setHidden(hidden: boolean): void;
  /** Highlights one finding, or none. */
  emphasise(finding: Finding | null): void;
  /** The finding whose mark is at a point of the field's window, or null. */
  at(x: number, y: number): Finding | null;
  /** Paints again if the editor replaced its nodes: ranges would point at detached nodes. */
  refresh(): void;
}

/** Creates the marks of a field, which are removed at the signal. */
export function createMarks(
  field: Field,
  hiddenAtFirst: boolean,
  signal: AbortSignal,
  create: CreatePainter = createPainter,
): Marks {
  const painter = create(field, signal);
  let shown: { readonly findings: readonly Finding[]; readonly strictness: Strictness } = {
    findings: [],
    strictness: 'normal',
  };
  let marked: readonly Finding[] = [];
  let emphasised: Finding | null = null;
  let hidden = hiddenAtFirst;

  const paint = () => {
    const { findings, strictness } = shown;
    marked = hidden ? [] : findings.filter((finding) => isMarked(finding, strictness));
    const marks = marked.map(({ start, end, level }) => ({ start, end, look: level }));
    const active = emphasised !== null && marked.includes(emphasised) ? [emphasised] : [];
    painter.paint([...marks, ...active.map(({ start, end }) => ({ start, end, look: 'active' as const }))]);
  };
  signal.addEventListener('abort', () => painter.dispose());
  return {
    get marked() {
      return marked;
    },
    show(findings, strictness) {
      shown = { findings, strictness };
      if (emphasised !== null && !findings.includes(emphasised)) emphasised = null;
      paint();
    },
    setHidden(next) {
      hidden = next;
      paint();
    },
    emphasise(finding) {
      if (emphasised === finding) return;
      emphasised = finding;
      paint();
    },
    at: (x, y) => marked[painter.hit(x, y)] ?? null,
    refresh: () => painter.refresh(),
  };
}

/** A question to the author is always marked: an old draft is never judged on its own day without asking. */
function isMarked({ level, asks }: Finding, strictness: Strictness): boolean {
  return asks !== undefined || levelsMarked(strictness).has(level);
}
