import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
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
  readRuleSentences,
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

describe('a folder of judged sentences', () => {
  const group = '- date: "2026-11-20"\n  silent: [学习。]\n';

  async function readFolder(files: Readonly<Record<string, string>>) {
    const folder = await mkdtemp(join(tmpdir(), 'gaozhun-judged-'));
    try {
      for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
      return await readRuleSentences(folder);
    } finally {
      await rm(folder, { recursive: true });
    }
  }

  it('is read whole, each file for the rule that it is named by', async () => {
    const read = await readFolder({
      'heading-numbering.yaml': group,
      'numerals-2.yaml': group,
      'note.txt': 'x',
    });
    expect(read.map(({ file, rule }) => [file, rule])).toEqual([
      ['heading-numbering.yaml', 'heading-numbering'],
      ['numerals-2.yaml', 'numerals'],
    ]);
    expect(read[0]?.groups).toEqual([{ date: '2026-11-20', silent: ['学习。'], alarm: [], hint: [] }]);
  });

  it('names a file that is named by no rule, and the rules there are', async () => {
    await expect(readFolder({ 'numeral.yaml': group })).rejects.toThrow(
      /^numeral\.yaml：没有“numeral”这条规则；文件应以规则的 id 命名：.*numerals/u,
    );
  });

  it('names the place that is not of its form', async () => {
    const misspelt = '- date: "2026-11-20"\n  silnet: [学习。]\n';
    await expect(readFolder({ 'numerals.yaml': misspelt })).rejects.toThrow('numerals.yaml：0.silnet');
  });
});
