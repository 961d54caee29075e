import { lowerBound } from '../common/lower-bound.ts';
import { blanksInOrdinals, type LineWithBlanks, linesWithBlanks } from '../draft/blanks.ts';
import { numeralCharacters } from '../draft/numeral-values.ts';
import { firstOutside, overlaps, spansWithin } from '../draft/overlaps.ts';
import { leavingOut, type SeenText } from '../draft/seen-text.ts';
import { applyEdits } from '../draft/text-edits.ts';
import type { Edit, IsoDate, Span } from '../draft/types.ts';
import type { Knowledge } from '../phrases/types.ts';
import { type JoinableTerm, joinableTerms } from '../rules/mentions/parted-terms.ts';
import { partedFinding } from '../rules/punctuation/parted.ts';
import type { Layer } from './layers.ts';
import { type PlacedFinding, placedAt } from './placed-finding.ts';

/** So many lines of a day are remembered with their terms. */
const mostKept = 2_000;
const mostDays = 4;
/** Lines of running text: a shorter one, or one without marks, may be spaced out on purpose. UTF-16 units. */
const shortestText = 15;
/** The shorter part of a parted set phrase is no word of its own. UTF-16 units. */
const longestRest = 3;
const longWord = 5;
const ofArticle = new RegExp(`第[${numeralCharacters} \\u3000\\u00a0]*$`, 'u');
const ofText = /[，。；：！？]/u;

/**
 * Blanks within known terms (党的 十九大, “十四 五”规划), as they come from PDF files and scans, are left out. One hint
 * names them, together with the other blanks of the draft that are marked.
 */
export function partedTerms(knowledge: Knowledge): Layer {
  // By day, then by line: a key of both would copy each line.
  const kept = new Map<IsoDate, Map<string, readonly JoinableTerm[]>>();
  const termsOf = (line: string, date: IsoDate): readonly JoinableTerm[] => {
    const lines = kept.get(date) ?? new Map<string, readonly JoinableTerm[]>();
    if (kept.size >= mostDays && !kept.has(date)) kept.clear();
    kept.set(date, lines);
    const before = lines.get(line);
    if (before !== undefined) return before;
    if (lines.size >= mostKept) lines.clear();
    const terms = joinableTerms(line, knowledge, date);
    lines.set(line, terms);
    return terms;
  };
  return {
    read(text, { date, today }) {
      const parting = linesWithBlanks(text).flatMap((line) => {
        const ofTerms = partingBlanks(line, termsOf(line.joined, date ?? today), text);
        const all = new Set([...ofTerms, ...blanksInOrdinals(line, text)]);
        return [...all].sort((a, b) => a.start - b.start);
      });
      return parting.length === 0 ? null : leavingOut(text, parting);
    },
    settle(text, seen, placed, { off }) {
      const fixed = placed.map((one) => withoutBlanks(text, seen, one));
      return off?.has('punctuation') === true ? fixed : withHint(text, seen, fixed);
    },
  };
}

/** The blanks of a line that stand within a term. */
function partingBlanks(
  { start, end, joined, blanks, cuts }: LineWithBlanks,
  terms: readonly JoinableTerm[],
  text: string,
): Span[] {
  const within = new Set<number>();
  const isText = isRunningText(text.slice(start, end));
  for (const term of terms) {
    const first = lowerBound(cuts.length, (at) => (cuts[at] ?? 0) <= term.start);
    const behind = lowerBound(cuts.length, (at) => (cuts[at] ?? 0) < term.end);
    const edges = [term.start, ...cuts.slice(first, behind), term.end];
    const lengths = edges.slice(1).map((edge, at) => edge - (edges[at] ?? 0));
    // 国 土 资 源 局 is spaced out; 不忘初心 牢记使命 are two halves.
    const isLeft = Math.max(...lengths) === 1 || (term.isPhrase && Math.min(...lengths) > longestRest);
    if (isLeft) continue;
    for (let at = first; at < behind; at++)
      if (!term.isLoose || (isText && isBesideLong(joined, cuts, at))) within.add(at);
  }
  return [...within].sort((a, b) => a - b).flatMap((at) => blanks[at] ?? []);
}

/** Whether more than four characters stand beside a blank without another: words in a list are shorter. */
function isBesideLong(joined: string, cuts: readonly number[], at: number): boolean {
  const cut = cuts[at] ?? 0;
  const before = joined.slice(Math.max(cuts[at - 1] ?? 0, cut - longWord), cut);
  const after = joined.slice(cut, Math.min(cuts[at + 1] ?? joined.length, cut + longWord));
  return [before, after].some((words) => words.length === longWord && /^\p{Script=Han}+$/u.test(words));
}

/** The finding with fixes that delete the blanks within its words, too: 党的 十九大 becomes 党的二十大. */
function withoutBlanks(text: string, { leftOut }: SeenText, placed: PlacedFinding): PlacedFinding {
  const { finding, paragraph, start } = placed;
  const inside = spansWithin(leftOut, placed);
  if (inside.length === 0) return placed;
  const by = start - finding.start;
  const fixes = finding.fixes.map((fix) => {
    if (fix.edits.length === 0) return fix;
    const edits = fix.edits.map((edit) => ({ ...edit, start: edit.start + by, end: edit.end + by }));
    const whole = withDeleted(text, edits, inside);
    return { ...fix, edits: whole.map((edit) => ({ ...edit, start: edit.start - by, end: edit.end - by })) };
  });
  return placedAt({ ...finding, fixes }, paragraph, by);
}

/** Edits that also delete blanks. An edit and the blanks of the same word are one edit. */
function withDeleted(text: string, edits: readonly Edit[], blanks: readonly Span[]): Edit[] {
  const [first, last] = [blanks[0], blanks.at(-1)];
  if (first === undefined || last === undefined) return [...edits];
  const around = { start: first.start, end: last.end };
  const near = edits.filter((edit) => edit.start <= around.end && edit.end >= around.start);
  const start = Math.min(around.start, ...near.map((edit) => edit.start));
  const end = Math.max(around.end, ...near.map((edit) => edit.end));
  const free = blanks.filter((blank) => !near.some((edit) => overlaps(blank, edit)));
  const all = [...near, ...free.map((blank) => ({ ...blank, text: '' }))].sort((a, b) => a.start - b.start);
  const shifted = all.map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start }));
  const joined = { start, end, text: applyEdits(text.slice(start, end), shifted) };
  return [...edits.filter((edit) => !near.includes(edit)), joined].sort((a, b) => a.start - b.start);
}

/** One hint in place of all those on single blanks. */
function withHint(text: string, { leftOut }: SeenText, placed: readonly PlacedFinding[]): PlacedFinding[] {
  const others = placed.filter((one) => !isOnBlank(text, one));
  const single = placed.filter((one) => isOnBlank(text, one));
  const parting = inRunningText(text, leftOut).filter(({ start }) => !isOfArticle(text, start));
  const blanks = [...parting, ...single.map(({ start, end }) => ({ start, end }))].sort(
    (a, b) => a.start - b.start,
  );
  const place = firstOutside(blanks, others);
  const [word] = leftOut;
  if (place === undefined || word === undefined) return others;
  const hint = partedFinding(place, blanks, wordAround(text, word));
  return [...others, placedAt(hint, null, 0)];
}

/** A finding of the rule on punctuation that deletes a blank between Chinese characters. */
function isOnBlank(text: string, { rule, level, start, end }: PlacedFinding): boolean {
  return (
    rule === 'punctuation' &&
    level === 'hint' &&
    /^[ \u3000\u00a0]{1,2}$/u.test(text.slice(start, end)) &&
    /^\p{Script=Han}/u.test(text.charAt(end))
  );
}

/** 第 一 条: such ordinals are spaced out on purpose. */
function isOfArticle(text: string, at: number): boolean {
  return ofArticle.test(text.slice(Math.max(0, at - 12), at));
}

function isRunningText(line: string): boolean {
  return line.trimEnd().length >= shortestText && ofText.test(line);
}

/** The spans in lines of running text; they are in order. */
function inRunningText(text: string, spans: readonly Span[]): Span[] {
  let end = -1;
  let isText = false;
  return spans.filter((span) => {
    if (span.start >= end) {
      const start = text.lastIndexOf('\n', span.start) + 1;
      const next = text.indexOf('\n', span.start);
      end = next < 0 ? text.length : next;
      isText = isRunningText(text.slice(start, end));
    }
    return isText;
  });
}

/** The two words beside a blank, at most four characters of each. */
function wordAround(text: string, { start, end }: Span): string {
  const before = /\p{Script=Han}{1,4}$/u.exec(text.slice(Math.max(0, start - 4), start))?.[0] ?? '';
  return (
    before + text.slice(start, end) + (/^\p{Script=Han}{1,4}/u.exec(text.slice(end, end + 4))?.[0] ?? '')
  );
}
