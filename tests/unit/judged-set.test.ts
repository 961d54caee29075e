import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type RuleId, ruleIds } from '../../lib/rules/types.ts';
import { createCheckSession } from '../../scripts/check-session.ts';
import {
  type JudgedCase,
  type Judgement,
  judge,
  precisionOf,
  readJudgedSet,
  recallOf,
} from '../../scripts/judged-set.ts';

type Figures = Partial<Record<RuleId, { precision: number; recall: number }>>;

const drafts = join(import.meta.dirname, '../drafts');
const part = (cases: readonly JudgedCase[], heldOut: boolean) =>
  cases.filter((one) => one.heldOut === heldOut);

let cases: JudgedCase[];
let judgements: { open: Judgement; heldOut: Judgement };
let recorded: { open: Figures; heldOut: Figures };

beforeAll(async () => {
  cases = await readJudgedSet(drafts);
  const { check } = await createCheckSession();
  judgements = {
    open: await judge(part(cases, false), check),
    heldOut: await judge(part(cases, true), check),
  };
  recorded = JSON.parse(await readFile(join(drafts, 'recorded.json'), 'utf8')) as typeof recorded;
});

describe('the judged set', () => {
  it('asks for silence at least as often as for an alarm, and keeps about a fifth aside', () => {
    const sentences = cases.filter((one) => !one.text.includes('\n'));
    const silent = sentences.filter((one) => one.expected.length === 0).length;
    expect(sentences.length).toBeGreaterThanOrEqual(450);
    expect(silent * 2).toBeGreaterThanOrEqual(sentences.length);
    expect(cases.length - sentences.length).toBeGreaterThanOrEqual(40);
    const share = part(cases, true).length / cases.length;
    expect(share).toBeGreaterThan(0.15);
    expect(share).toBeLessThan(0.25);
  });

  it.each(ruleIds)('finds %s no worse than recorded', (rule) => {
    for (const set of ['open', 'heldOut'] as const) {
      const score = judgements[set].scores.get(rule);
      const bar = recorded[set][rule];
      if (score === undefined || bar === undefined) continue;
      expect(precisionOf(score), `${set}, precision`).toBeGreaterThanOrEqual(bar.precision);
      expect(recallOf(score), `${set}, recall`).toBeGreaterThanOrEqual(bar.recall);
    }
  });
});
