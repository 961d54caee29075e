/** The judged set in tests/drafts: sentences and whole drafts with what must be found in them, and how a checker does. */

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { parse } from 'yaml';
import { hashOfText } from '../lib/common/hash.ts';
import { applyEdits } from '../lib/draft/text-edits.ts';
import { type Finding, type RuleId, ruleIds } from '../lib/rules/types.ts';

/** Something that must be found: the words, where they stand (UTF-16 offsets), and what the first fix must lead to. */
export interface Expected {
  readonly rule: RuleId;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** A stretch of the text, or all of it, as it stands after the first fix. */
  readonly fixed?: string;
}

/** One sentence or draft with its date; nothing but what is expected may be found at error or warning level. */
export interface JudgedCase {
  readonly file: string;
  readonly date: string;
  readonly text: string;
  readonly expected: readonly Expected[];
  /** One in five, by a hash of the text: looked at only in figures, so that no rule is tuned to it. */
  readonly heldOut: boolean;
}

export interface Score {
  /** Findings that were expected. */
  right: number;
  /** Findings that were not. */
  wrong: number;
  /** Expected, and not found. */
  missed: number;
  /** Found, and the first fix does not lead where it should. */
  misfixed: number;
}

export interface Miss {
  readonly kind: 'wrong' | 'missed' | 'misfixed';
  readonly rule: RuleId;
  readonly case: JudgedCase;
  readonly text: string;
  readonly detail: string;
}

export interface Judgement {
  readonly scores: ReadonlyMap<RuleId, Score>;
  readonly misses: readonly Miss[];
}

const words = v.pipe(v.string(), v.minLength(1));
const day = v.pipe(v.string(), v.isoDate());
const marked = v.array(v.strictObject({ sentence: words, text: words, fixed: v.optional(words) }));
const sentencesSchema = v.array(
  v.strictObject({
    date: day,
    silent: v.optional(v.array(words), []),
    alarm: v.optional(marked, []),
    hint: v.optional(marked, []),
  }),
);
const draftsSchema = v.array(
  v.strictObject({
    date: day,
    text: words,
    find: v.optional(
      v.array(v.strictObject({ rule: v.picklist(ruleIds), text: words, fixed: v.optional(words) })),
      [],
    ),
  }),
);

/** The judged sentences of one file for the rule that it is named by, a group for each date. */
export interface RuleSentences {
  readonly file: string;
  readonly rule: RuleId;
  readonly groups: v.InferOutput<typeof sentencesSchema>;
}

/**
 * Reads the judged sentences of every .yaml file in a folder. Each file is named by a rule's id, with -2, -3 … where they
 * fill several files. Throws, naming the file, where there is no such rule or the content is not of its form.
 */
export async function readRuleSentences(folder: string): Promise<RuleSentences[]> {
  return (await read(folder)).map(({ file, content }) => {
    const id = file.replace(/(?:-\d+)?\.yaml$/u, '');
    const rule = ruleIds.find((one) => one === id);
    if (rule === undefined)
      throw new Error(`${file}：没有“${id}”这条规则；文件应以规则的 id 命名：${ruleIds.join('、')}。`);
    return { file, rule, groups: formOf(sentencesSchema, content, file) };
  });
}

/** Reads all of the set; throws, naming the file, where one is not of its form or expects words that are not there. */
export async function readJudgedSet(folder: string): Promise<JudgedCase[]> {
  const cases: JudgedCase[] = [];
  for (const { file, rule, groups } of await readRuleSentences(join(folder, 'sentences'))) {
    for (const { date, silent, alarm, hint } of groups) {
      // A hint is no alarm.
      for (const text of [...silent, ...hint.map(({ sentence }) => sentence)])
        cases.push(judged(file, date, text, []));
      for (const sentence of new Set(alarm.map((one) => one.sentence))) {
        const wanted = alarm.filter((one) => one.sentence === sentence).map((one) => ({ rule, ...one }));
        cases.push(judged(file, date, sentence, wanted));
      }
    }
  }
  for (const { file, content } of await read(join(folder, 'whole')))
    for (const { date, text, find } of formOf(draftsSchema, content, file))
      cases.push(judged(file, date, text.trimEnd(), find));
  return cases;
}

async function read(folder: string): Promise<{ file: string; content: unknown }[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.yaml')).sort();
  return Promise.all(
    files.map(async (file) => ({ file, content: parse(await readFile(join(folder, file), 'utf8')) })),
  );
}

function formOf<Schema extends v.GenericSchema>(schema: Schema, content: unknown, file: string) {
  const read = v.safeParse(schema, content);
  if (read.success) return read.output;
  const [issue] = read.issues;
  throw new Error(`${file}：${v.getDotPath(issue) ?? ''} ${issue.message}`);
}

function judged(
  file: string,
  date: string,
  text: string,
  wanted: readonly { rule: RuleId; text: string; fixed?: string | undefined }[],
): JudgedCase {
  const expected = wanted.map(({ rule, text: part, fixed }): Expected => {
    const start = text.indexOf(part);
    if (start < 0) throw new Error(`${file}：文中没有“${part}”：${text}`);
    return { rule, start, end: start + part.length, text: part, ...(fixed === undefined ? {} : { fixed }) };
  });
  return { file, date, text, expected, heldOut: hashOfText(text) % 5 === 0 };
}

/** Runs the checker over the cases and counts, rule by rule, what it found rightly, wrongly and not at all. */
export async function judge(
  cases: readonly JudgedCase[],
  check: (text: string, date: string) => Promise<{ readonly findings: readonly Finding[] }>,
): Promise<Judgement> {
  const scores = new Map<RuleId, Score>(
    ruleIds.map((rule) => [rule, { right: 0, wrong: 0, missed: 0, misfixed: 0 }]),
  );
  const misses: Miss[] = [];
  for (const one of cases) {
    const { findings } = await check(one.text, one.date);
    const alarms = findings.filter((finding) => finding.level !== 'hint');
    for (const miss of [...wrongAlarms(one, alarms), ...missedOrMisfixed(one, alarms)]) {
      misses.push(miss);
      const score = scores.get(miss.rule);
      if (score !== undefined) score[miss.kind] += 1;
    }
    for (const alarm of alarms) {
      const score = scores.get(alarm.rule);
      if (score !== undefined && one.expected.some((wanted) => answers(alarm, wanted))) score.right += 1;
    }
  }
  return { scores, misses };
}

/** A finding of the same rule on words that overlap is an answer; which of the words it marks is its own affair. */
function answers(alarm: Finding, wanted: Expected): boolean {
  return alarm.rule === wanted.rule && overlaps(alarm, wanted);
}

function overlaps(alarm: Finding, wanted: Expected): boolean {
  return alarm.start < wanted.end && wanted.start < alarm.end;
}

function wrongAlarms(one: JudgedCase, alarms: readonly Finding[]): Miss[] {
  return (
    alarms
      // Words that are wrong by another rule's lights are not wrong to mark.
      .filter((alarm) => !one.expected.some((wanted) => overlaps(alarm, wanted)))
      .map((alarm) => ({
        kind: 'wrong',
        rule: alarm.rule,
        case: one,
        text: one.text.slice(alarm.start, alarm.end),
        detail: alarm.message,
      }))
  );
}

function missedOrMisfixed(one: JudgedCase, alarms: readonly Finding[]): Miss[] {
  return one.expected.flatMap((wanted): Miss[] => {
    const { rule, text, fixed } = wanted;
    const found = alarms.filter((alarm) => answers(alarm, wanted));
    if (found.length === 0) return [{ kind: 'missed', rule, case: one, text, detail: '' }];
    if (fixed === undefined) return [];
    const results = found.map((alarm) => applyEdits(one.text, alarm.fixes[0]?.edits ?? []));
    if (results.some((result) => result.includes(fixed))) return [];
    return [{ kind: 'misfixed', rule, case: one, text, detail: results[0] ?? '' }];
  });
}

/** Of what was reported, the part that was right: 0 to 1; 1 where nothing was reported. */
export function precisionOf({ right, wrong }: Score): number {
  return right + wrong === 0 ? 1 : right / (right + wrong);
}

/** Of what had to be reported, the part that was: 0 to 1; 1 where nothing had to be. */
export function recallOf({ right, missed }: Score): number {
  return right + missed === 0 ? 1 : right / (right + missed);
}
