import { overlaps } from '../../draft/overlaps.ts';
import type { IsoDate } from '../../draft/types.ts';
import { bilingual, type Words } from '../../language/language.ts';
import type { Hit, Knowledge, SetPhraseEntry } from '../../phrases/types.ts';
import type { RuleFinding } from '../finding.ts';
import { inMarks } from '../quoted-words.ts';
import { isInForce } from './standing-wordings.ts';

/** Limit of the search for a list of members around its name. UTF-16 units. */
const reach = 30;
/** Limit of the distance between the name and a list of stems. UTF-16 units. */
const besideReach = 4;
/** Between a list of stems and the name; the stems alone are everyday words. */
const besideName = /^[”’》）]?[，：]?(?:这|等|的)?[“‘《（]?$/u;
/** What may stand between two members of one list. */
const glue = /^[”’》）]*[、，,；和与及]?[“‘《（]*$/u;

/**
 * Lists of a set phrase's members beside its name must be complete, and in the official order if there is one. A list
 * that ends in 等, or has fewer than three members, need not be. Offsets of the paragraph. Basis: the phrase's source.
 */
export function memberFindings(
  text: string,
  hits: readonly Hit[],
  knowledge: Knowledge,
  date: IsoDate,
): RuleFinding[] {
  const findings: RuleFinding[] = [];
  for (const hit of hits) {
    if (hit.pattern.role !== 'name' && hit.pattern.role !== 'alias') continue;
    const entry = knowledge.entries[hit.pattern.entry];
    if (entry?.kind !== 'set-phrase' || !isJudged(entry, date)) continue;
    const run = findRun(text, hit, entry.members, reach) ?? stemRun(text, hit, entry);
    if (run === null || findings.some((finding) => overlaps(finding, run))) continue;
    const finding = judge(text, run, entry);
    if (finding !== null) findings.push(finding);
  }
  return findings;
}

function isJudged(entry: SetPhraseEntry, date: IsoDate): boolean {
  return isInForce(entry, date) && isDefinite(entry);
}

function isDefinite(entry: SetPhraseEntry): boolean {
  return (
    entry.attestation !== 'none' &&
    !entry.ambiguous &&
    entry.members.length >= 3 &&
    entry.members.every((member) => member.length >= 2)
  );
}

interface Run {
  /** The members in the form of this list: whole, or their stems. */
  readonly members: readonly string[];
  readonly start: number;
  readonly end: number;
  /** Indexes of the members in the order of the text. */
  readonly order: readonly number[];
  /** The text between them. */
  readonly gaps: readonly string[];
  /** The text between the run and the name. */
  readonly toName: string;
}

/** The run of neighbouring members that starts shortly behind the name, or ends shortly before it. */
function findRun(text: string, hit: Hit, members: readonly string[], within: number): Run | null {
  const listed = members.reduce((length, member) => length + member.length + 1, -1);
  const from = Math.max(0, hit.start - within - listed);
  const found = membersIn(text.slice(from, hit.end + within + listed), from, members);
  let best: Found[] = [];
  let run: Found[] = [];
  for (const member of found) {
    const last = run.at(-1);
    if (last === undefined || !glue.test(text.slice(last.end, member.start))) run = [];
    run.push(member);
    if (run.length > best.length) best = [...run];
  }
  const first = best[0];
  const last = best.at(-1);
  if (first === undefined || last === undefined || best.length < 3) return null;
  const toName = first.start >= hit.end ? text.slice(hit.end, first.start) : text.slice(last.end, hit.start);
  if (toName.length > within || /[。！？；]/u.test(toName)) return null;
  return {
    members,
    start: first.start,
    end: last.end,
    toName,
    order: best.map((member) => member.index),
    gaps: best.slice(1).map((member, i) => text.slice(best[i]?.end ?? 0, member.start)),
  };
}

/** 产业、人才、文化、组织“五个振兴”: the common end of all members is only in the name, directly beside the list. */
function stemRun(text: string, hit: Hit, { members }: SetPhraseEntry): Run | null {
  const stems = stemsOf(members);
  const run = stems === null ? null : findRun(text, hit, stems, besideReach);
  return run !== null && besideName.test(run.toName) ? run : null;
}

/** The members without their common end (振兴, 自信); null if they have none, or a stem would be empty. */
function stemsOf(members: readonly string[]): readonly string[] | null {
  const [first = ''] = members;
  const shared = first.slice(-2);
  if (!members.every((member) => member.length >= 4 && member.endsWith(shared))) return null;
  return members.map((member) => member.slice(0, -2));
}

interface Found {
  readonly index: number;
  readonly start: number;
  readonly end: number;
}

/** The consecutive members in a text that begins at an offset; of two at one place, the longer. */
function membersIn(stretch: string, offset: number, members: readonly string[]): Found[] {
  const all: Found[] = [];
  for (const [index, member] of members.entries())
    for (let at = stretch.indexOf(member); at >= 0; at = stretch.indexOf(member, at + member.length))
      all.push({ index, start: offset + at, end: offset + at + member.length });
  all.sort((a, b) => a.start - b.start || b.end - a.end);
  let reached = offset;
  return all.filter(({ start, end }) => {
    if (start < reached) return false;
    reached = end;
    return true;
  });
}

function judge(text: string, run: Run, entry: SetPhraseEntry): RuleFinding | null {
  const { order } = run;
  if (new Set(order).size !== order.length) return null;
  const isInOrder = order.every((index, i) => i === 0 || index > (order[i - 1] ?? -1));
  if (order.length === run.members.length)
    return isInOrder || mayBeReordered(text, run, entry) ? null : outOfOrder(run, entry);
  return claimsAll(text, run) ? incomplete(run, entry, isInOrder) : null;
}

/** Whether a complete list may have another order than the usual one. */
function mayBeReordered(text: string, { start, end, gaps }: Run, entry: SetPhraseEntry): boolean {
  return !entry.fixedOrder || isGrouped(gaps) || entry.variants.includes(text.slice(start, end));
}

/** Whether a list that lacks a member claims to be complete: not if it continues, ends in 等, or follows other words. */
function claimsAll(text: string, { members, order, start, end }: Run): boolean {
  return (
    !/^[”’》）]?(?:等|[、和与及，])/u.test(text.slice(end, end + 2)) &&
    order.length >= members.length - 1 &&
    !/[、和与及][“‘《（]?$/u.test(text.slice(0, start))
  );
}

function outOfOrder({ members, start, end, gaps }: Run, entry: SetPhraseEntry): RuleFinding {
  const fixed = members.map((member, i) => (i === 0 ? '' : gaps[i - 1]) + member).join('');
  return {
    rule: 'standard-phrasing',
    level: 'error',
    start,
    end,
    message: usualOrder(entry),
    source: entry.source,
    fixes: [{ label: inUsualOrder, edits: [{ start, end, text: fixed }] }],
  };
}

function incomplete(run: Run, entry: SetPhraseEntry, isInOrder: boolean): RuleFinding {
  const { members, order, start, end, gaps } = run;
  const missing = members.filter((_member, index) => !order.includes(index));
  const separator = new Set(gaps).size === 1 ? gaps[0] : undefined;
  // An order that is free is the author's.
  const whole =
    entry.fixedOrder || isInOrder ? members : [...order.map((index) => members[index] ?? ''), ...missing];
  const label = bilingual('补全各项', 'Complete the list');
  return {
    rule: 'standard-phrasing',
    level: 'warning',
    start,
    end,
    message: bilingual(
      `${inMarks(entry.name)}此处少了“${missing.join('、')}”。`,
      `${inMarks(entry.name)} lacks “${missing.join('、')}” here.`,
    ),
    source: entry.source,
    fixes: separator === undefined ? [] : [{ label, edits: [{ start, end, text: whole.join(separator) }] }],
  };
}

/** 把文化自信和道路自信、理论自信、制度自信并列: one against the others, not a list of all. */
function isGrouped(gaps: readonly string[]): boolean {
  return gaps.slice(0, -1).some((gap) => /[和与及]/u.test(gap));
}

/** The label of the fix that sorts a list. */
export const inUsualOrder = bilingual('按规范次序排列', 'Put in the usual order');

/** The message about a list out of order. */
export function usualOrder({ name, members }: SetPhraseEntry): Words {
  const list = members.join('、');
  return bilingual(
    `${inMarks(name)}各项的次序通常为：${list}。`,
    `The usual order of ${inMarks(name)} is: ${list}.`,
  );
}
