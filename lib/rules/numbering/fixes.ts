import type { NumberingFault } from '../../draft/numbering-faults.ts';
import { type NumberingStyle, planStyle, standardStyle } from '../../draft/numbering-style.ts';
import { nextOutline, type Outline } from '../../draft/outline.ts';
import { planRepair } from '../../draft/repair.ts';
import type { Edit, NumberingChange } from '../../draft/types.ts';
import { both, type Words } from '../../language/language.ts';
import type { RuleFix } from '../types.ts';
import { changeTo } from '../words.ts';

/**
 * What can be done about a fault: its series whole, the likelier way first; then less of it. Takes the plan for the
 * series, with the counts and references that depend on it.
 */
export function fixesOf(
  outline: Outline,
  fault: NumberingFault,
  plan: readonly NumberingChange[],
  style: NumberingStyle,
): RuleFix[] {
  const { item } = fault;
  if (fault.type === 'inverted') return [];
  if (fault.type === 'merged-line')
    return [
      { label: both('在此另起一段', 'Start a new paragraph here'), edits: [breakBefore(outline, fault)] },
    ];
  if (fault.type === 'missing-word')
    return [{ label: changeTo('其次'), edits: [{ ...item.ordinal, text: '其次' }] }];
  const whole = wholeDraft(outline, fault, style);
  if (plan.length === 0) return whole;
  const ordinals = plan.filter(({ about }) => about === undefined);
  const fixes: RuleFix[] = [{ label: labelOf(plan), edits: editsOf(plan) }];
  if (ordinals.length > 0 && ordinals.length < plan.length)
    fixes.push({ label: both('只改本组序号', 'Only the numbers of this list'), edits: editsOf(ordinals) });
  const here = ordinals.filter(({ start, end }) => start >= item.ordinal.start && end <= item.mark.end);
  const isMark = fault.type === 'mark' || fault.type === 'brackets' || fault.type === 'mixed-marks';
  if (isMark && here.length > 0 && here.length < ordinals.length)
    fixes.push({ label: both('只改此处', 'Only here'), edits: editsOf(here) });
  return [...fixes, ...whole];
}

/** Explanations whose costs differ by no more than this are about as likely. */
const likely = 1;

/** What the two likeliest explanations of a draft ask for, by place and text. */
interface Ways {
  readonly here: ReadonlySet<string>;
  readonly there: ReadonlyMap<string, Edit>;
}

/** The changes of the best explanation and of the next best, where that is about as likely; else null. */
export function likelyWays(outline: Outline, style: NumberingStyle): Ways | null {
  const { best, nextCost } = outline.explanations;
  if (nextCost === null || nextCost - best.cost > likely) return null;
  const next = nextOutline(outline);
  if (next === null) return null;
  const here = editsOf(planRepair(outline, undefined, style));
  const there = editsOf(planRepair(next, undefined, style));
  return { here: new Set(here.map(keyOf)), there: new Map(there.map((edit) => [keyOf(edit), edit])) };
}

function keyOf({ start, end, text }: Edit): string {
  return `${start}-${end} ${text}`;
}

/** Where another explanation is about as likely and asks for other changes than this plan: those, wherever they stand. */
export function otherWay({ here, there }: Ways, plan: readonly NumberingChange[]): RuleFix[] {
  const own = new Set(editsOf(plan).map(keyOf));
  if ([...own].every((key) => there.has(key))) return [];
  const edits = [...there].filter(([key]) => own.has(key) || !here.has(key)).map(([, edit]) => edit);
  return edits.length === 0 ? [] : [{ label: both('另一种改法', 'The other way'), edits }];
}

function labelOf(plan: readonly NumberingChange[]): Words {
  const count = plan.some(({ about }) => about === 'count');
  const reference = plan.some(({ about }) => about === 'reference');
  if (count && reference)
    return both('改正本组序号、所报条数和文中照应', 'Correct this list, its announced number and references');
  if (count) return both('改正本组序号和所报条数', 'Correct this list and its announced number');
  return reference
    ? both('改正本组序号和文中照应', 'Correct this list and references to it')
    : both('改正本组序号', 'Correct this list');
}

/** Each mixed list offers the fix anew: one of more places is left to the side panel. */
const mostEdits = 200;

/** Where marks are mixed: one form for the whole draft, remembered from then on. */
function wholeDraft(outline: Outline, { type, series }: NumberingFault, style: NumberingStyle): RuleFix[] {
  if (type !== 'mixed-marks' || (series.kind !== 'arabic' && series.kind !== 'ordinal')) return [];
  const own: NumberingStyle =
    series.kind === 'arabic'
      ? { arabic: style.arabic ?? standardStyle.arabic }
      : { ordinal: style.ordinal ?? standardStyle.ordinal };
  return [unifyFix(outline, own)].filter(({ edits }) => edits.length > 0 && edits.length <= mostEdits);
}

/** Many faults of a draft offer the same fix: it is planned once. */
const unified = new WeakMap<Outline, Map<string, RuleFix>>();

/** One click to write the whole draft in a form, which is the wanted one from then on. */
export function unifyFix(outline: Outline, style: NumberingStyle): RuleFix {
  const form = `${style.arabic ?? ''}/${style.ordinal ?? ''}`;
  const fixes = unified.get(outline) ?? new Map<string, RuleFix>();
  unified.set(outline, fixes);
  const before = fixes.get(form);
  if (before !== undefined) return before;
  const sample = style.arabic === undefined ? `第一${style.ordinal ?? ''}` : `1${style.arabic}`;
  const label = both(`全稿统一为“${sample}”`, `“${sample}” in the whole draft`);
  const fix = { label, edits: editsOf(planStyle(outline, style)), style };
  fixes.set(form, fix);
  return fix;
}

function editsOf(changes: readonly NumberingChange[]): Edit[] {
  return changes.map(({ start, end, text }) => ({ start, end, text }));
}

/** A line break before a heading that lost it, with the indent of the paragraph it stands in. */
function breakBefore(outline: Outline, fault: NumberingFault): Edit {
  const { start } = fault.item.ordinal;
  const indent = /^[ \t　]*/u.exec(outline.draft.paragraphs[fault.item.paragraph]?.text ?? '')?.[0] ?? '';
  return { start, end: start, text: `\n${indent}` };
}
