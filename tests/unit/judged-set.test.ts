import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type CueData, cueSchema } from '../../lib/phrases/schema.ts';
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
  // Some two thousand drafts, on a machine that may be busy.
}, 60_000);

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

  it('has every framing cue in some sentence', async () => {
    const file = parse(
      await readFile(join(import.meta.dirname, '../../assets/phrases/framing.yaml'), 'utf8'),
    );
    const cues: CueData[] = v.parse(v.object({ cues: v.array(cueSchema) }), file).cues;
    const unseen = cues.filter(({ text }) => !cases.some((one) => holds(one.text, text)));
    expect(unseen.map(({ text }) => text)).toEqual([]);
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

/** Whether a text holds a cue, whose “…” stands for a short stretch. */
function holds(text: string, cue: string): boolean {
  let at = 0;
  for (const piece of cue.split('…')) {
    const found = text.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return true;
}
