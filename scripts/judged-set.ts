/**
 * The judged set in tests/drafts: sentences and whole drafts with their expected findings, and the measurement of a
 * checker.
 */

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { parse } from 'yaml';
import { hashOfText } from '../lib/common/hash.ts';
import { applyEdits } from '../lib/draft/text-edits.ts';
import { type Finding, type RuleId, ruleIds } from '../lib/rules/types.ts';

/** An expected finding: the words, their place (UTF-16 offsets), and the result of the first fix. */
export interface Expected {
  readonly rule: RuleId;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Part of the text, or all of it, after the first fix. */
  readonly fixed?: string;
}

/** One sentence or draft with its date; only expected findings may occur at error or warning level. */
export interface JudgedCase {
  readonly file: string;
  readonly date: string;
  readonly text: string;
  readonly expected: readonly Expected[];
  /** One in five, by a hash of the text: counted but not read, so that no rule is tuned to it. */
  readonly heldOut: boolean;
}

export interface Score {
  /** Expected findings that were found. */
  right: number;
  /** Unexpected findings. */
  wrong: number;
  /** Expected findings that were not found. */
  missed: number;
  /** Expected findings whose first fix has another result. */
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

/** The judged sentences in one rule's file, a group per date. */
export interface RuleSentences {
  readonly file: string;
  readonly rule: RuleId;
  readonly groups: v.InferOutput<typeof sentencesSchema>;
}

/**
 * Reads the judged sentences of every .yaml file in a folder. Each file is named by a rule's id, with -2, -3 … for
 * further files. Throws, naming the file, if there is no such rule or the content is invalid.
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

/** Reads the whole set; throws, naming the file, if one is invalid or expects words that are not in its text. */
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

/** Runs the checker on the cases and counts right, wrong and missed findings by rule. */
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

/** Whether a finding of the same rule overlaps the expected words; the exact span does not matter. */
function answers(alarm: Finding, wanted: Expected): boolean {
  return alarm.rule === wanted.rule && overlaps(alarm, wanted);
}

function overlaps(alarm: Finding, wanted: Expected): boolean {
  return alarm.start < wanted.end && wanted.start < alarm.end;
}

function wrongAlarms(judgedCase: JudgedCase, alarms: readonly Finding[]): Miss[] {
  return (
    alarms
      // Words that another rule is expected to report are not a false alarm.
      .filter((alarm) => !judgedCase.expected.some((wanted) => overlaps(alarm, wanted)))
      .map((alarm) => ({
        kind: 'wrong',
        rule: alarm.rule,
        case: judgedCase,
        text: judgedCase.text.slice(alarm.start, alarm.end),
        detail: alarm.message,
      }))
  );
}

function missedOrMisfixed(judgedCase: JudgedCase, alarms: readonly Finding[]): Miss[] {
  return judgedCase.expected.flatMap((wanted): Miss[] => {
    const { rule, text, fixed } = wanted;
    const found = alarms.filter((alarm) => answers(alarm, wanted));
    if (found.length === 0) return [{ kind: 'missed', rule, case: judgedCase, text, detail: '' }];
    if (fixed === undefined) return [];
    const results = found.map((alarm) => applyEdits(judgedCase.text, alarm.fixes[0]?.edits ?? []));
    if (results.some((result) => result.includes(fixed))) return [];
    return [{ kind: 'misfixed', rule, case: judgedCase, text, detail: results[0] ?? '' }];
  });
}

/** The share of the reported findings that are right, 0 to 1; 1 if there are none. */
export function precisionOf({ right, wrong }: Score): number {
  return right + wrong === 0 ? 1 : right / (right + wrong);
}

/** The share of the expected findings that were reported, 0 to 1; 1 if there are none. */
export function recallOf({ right, missed }: Score): number {
  return right + missed === 0 ? 1 : right / (right + missed);
}
