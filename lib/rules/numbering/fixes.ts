import type { NumberingFault } from '../../draft/numbering-faults.ts';
import { type NumberingStyle, planStyle, standardStyle } from '../../draft/ordinal-style.ts';
import { nextOutline, type Outline } from '../../draft/outline.ts';
import { isHeldByEditor } from '../../draft/renumbering.ts';
import { planRepair } from '../../draft/repair.ts';
import type { Edit, NumberingChange } from '../../draft/types.ts';
import { bilingual, type Words } from '../../language/language.ts';
import { changeTo } from '../quoted-words.ts';
import type { RuleFix } from '../types.ts';

/**
 * The fixes of a fault: for the whole series, the likelier first; then smaller ones. Takes the series' plan, with the
 * counts and references that depend on it.
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
      {
        label: bilingual('在此另起一段', 'Start a new paragraph here'),
        edits: [breakBefore(outline, fault)],
      },
    ];
  if (fault.type === 'missing-word')
    return [{ label: changeTo('其次'), edits: [{ ...item.ordinal, text: '其次' }] }];
  const whole = wholeDraft(outline, fault, style);
  if (plan.length === 0) return whole;
  const ordinals = plan.filter(({ about }) => about === undefined);
  // The announced number alone does not put the list right.
  if (ordinals.length === 0 && isHeldByEditor(fault.series)) return whole;
  const fixes: RuleFix[] = [{ label: labelOf(plan), edits: editsOf(plan) }];
  if (ordinals.length > 0 && ordinals.length < plan.length)
    fixes.push({
      label: bilingual('只改本组序号', 'Only the numbers of this list'),
      edits: editsOf(ordinals),
    });
  const here = ordinals.filter(({ start, end }) => start >= item.ordinal.start && end <= item.mark.end);
  const isMark = fault.type === 'mark' || fault.type === 'brackets' || fault.type === 'mixed-marks';
  if (isMark && here.length > 0 && here.length < ordinals.length)
    fixes.push({ label: bilingual('只改此处', 'Only here'), edits: editsOf(here) });
  return [...fixes, ...whole];
}

/** A fix of the whole draft that many faults offer has at most so many edits; one with more is left to the side panel. */
const mostEdits = 200;

/** Explanations whose costs differ by at most this are equally likely. */
const likely = 1;

/** The changes of the two likeliest explanations, by place and text. */
interface Ways {
  /** Those of the second. */
  readonly there: ReadonlyMap<string, Edit>;
  /** Those of the second alone. */
  readonly onlyThere: readonly Edit[];
}

/** The changes of the best explanation and of the next best; null if that is less likely. */
export function likelyWays(outline: Outline, style: NumberingStyle): Ways | null {
  const { best, nextCost } = outline.explanations;
  if (nextCost === null || nextCost - best.cost > likely) return null;
  const next = nextOutline(outline);
  if (next === null) return null;
  const here = editsOf(planRepair(outline, undefined, style));
  const there = editsOf(planRepair(next, undefined, style));
  const known = new Set(here.map(keyOf));
  return {
    there: new Map(there.map((edit) => [keyOf(edit), edit])),
    onlyThere: there.filter((edit) => !known.has(keyOf(edit))),
  };
}

function keyOf({ start, end, text }: Edit): string {
  return `${start}-${end} ${text}`;
}

/**
 * Whether another explanation is as likely and asks for other changes than this plan, and the fix that makes those
 * changes, wherever they are. Where they are very many there is no fix: each fault of the draft would carry them.
 */
export function otherWay(
  { there, onlyThere }: Ways,
  plan: readonly NumberingChange[],
): { readonly isLikely: boolean; readonly fixes: RuleFix[] } {
  const planned = editsOf(plan).map(keyOf);
  const shared = planned.flatMap((key) => there.get(key) ?? []);
  if (shared.length === planned.length || shared.length + onlyThere.length === 0)
    return { isLikely: false, fixes: [] };
  if (onlyThere.length > mostEdits) return { isLikely: true, fixes: [] };
  const edits = [...new Set([...shared, ...onlyThere])].sort((a, b) => a.start - b.start);
  return { isLikely: true, fixes: [{ label: bilingual('另一种改法', 'The other way'), edits }] };
}

function labelOf(plan: readonly NumberingChange[]): Words {
  const count = plan.some(({ about }) => about === 'count');
  const reference = plan.some(({ about }) => about === 'reference');
  if (count && reference)
    return bilingual(
      '改正本组序号、所报条数和文中照应',
      'Correct this list, its announced number and references',
    );
  if (count) return bilingual('改正本组序号和所报条数', 'Correct this list and its announced number');
  return reference
    ? bilingual('改正本组序号和文中照应', 'Correct this list and references to it')
    : bilingual('改正本组序号', 'Correct this list');
}

/** For mixed marks: one form for the whole draft, remembered as the author's choice. */
function wholeDraft(outline: Outline, { type, series }: NumberingFault, style: NumberingStyle): RuleFix[] {
  if (type !== 'mixed-marks' || (series.kind !== 'arabic' && series.kind !== 'ordinal')) return [];
  const form: NumberingStyle =
    series.kind === 'arabic'
      ? { arabic: style.arabic ?? standardStyle.arabic }
      : { ordinal: style.ordinal ?? standardStyle.ordinal };
  return [unifyFix(outline, form)].filter(({ edits }) => edits.length > 0 && edits.length <= mostEdits);
}

/** Many faults of a draft offer the same fix: it is planned once. */
const unified = new WeakMap<Outline, Map<string, RuleFix>>();

/** A fix that writes the whole draft in a form and makes it the author's choice. */
export function unifyFix(outline: Outline, style: NumberingStyle): RuleFix {
  const form = `${style.arabic ?? ''}/${style.ordinal ?? ''}`;
  const fixes = unified.get(outline) ?? new Map<string, RuleFix>();
  unified.set(outline, fixes);
  const before = fixes.get(form);
  if (before !== undefined) return before;
  const sample = style.arabic === undefined ? `第一${style.ordinal ?? ''}` : `1${style.arabic}`;
  const label = bilingual(`全稿统一为“${sample}”`, `“${sample}” in the whole draft`);
  const fix = { label, edits: editsOf(planStyle(outline, style)), style };
  fixes.set(form, fix);
  return fix;
}

function editsOf(changes: readonly NumberingChange[]): Edit[] {
  return changes.map(({ start, end, text }) => ({ start, end, text }));
}

/** Inserts the lost line break before a heading, with the indent of its paragraph. */
function breakBefore(outline: Outline, fault: NumberingFault): Edit {
  const { start } = fault.item.ordinal;
  const indent = /^[ \t　]*/u.exec(outline.draft.paragraphs[fault.item.paragraph]?.text ?? '')?.[0] ?? '';
  return { start, end: start, text: `\n${indent}` };
}
