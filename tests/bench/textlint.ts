import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TextlintKernel, type TextlintKernelPlugin, type TextlintKernelRule } from '@textlint/kernel';
import { createChecker } from '../../lib/checking/checker.ts';
import { compilePacks } from '../../lib/phrases/compile.ts';
import { loadKnowledge } from '../../lib/phrases/knowledge.ts';
import { readPack } from '../../lib/phrases/pack.ts';
import type { Knowledge } from '../../lib/phrases/types.ts';
import { loadBuiltInKnowledge } from '../../scripts/load-knowledge.ts';
import { syntheticDraft } from './check.ts';
import type { BenchRow } from './scan.ts';
import { seededRandom, syntheticPhrases } from './synthetic.ts';
import { median, timed } from './times.ts';

/** A wrong wording and the right one. */
type Term = readonly [wrong: string, right: string];

const today = '2026-11-20';
// CommonJS modules, which an import would wrap once more than the kernel accepts.
const need = createRequire(import.meta.url);
const { default: prh } = need('textlint-rule-prh') as { default: TextlintKernelRule['rule'] };
const { default: plugin } = need('@textlint/textlint-plugin-text') as {
  default: TextlintKernelPlugin['plugin'];
};

const rounds = 20;
/** How many of the terms occur in the draft. */
const planted = 20;

/**
 * How many times faster a full check is than textlint with prh, the usual alternative for local use: both in
 * alternating turns in one process, warm, on one draft of 10,000 characters with some of the terms. prh reads its
 * terms again for each text, as in use; ours are compiled before.
 */
export async function benchTextlint(): Promise<BenchRow[]> {
  const { knowledge } = await loadBuiltInKnowledge();
  const wrongForms = new Map(
    knowledge.entries.flatMap(({ wrong }) => wrong.map(({ text, right }) => [text, right] as const)),
  );
  const few = [...wrongForms].slice(0, 2_000);
  const many = syntheticPhrases(20_000, seededRandom(7)).map((phrase) => [phrase, `${phrase}新`] as const);
  const folder = await mkdtemp(join(tmpdir(), 'gaozhun-textlint-'));
  try {
    const [fewFile, manyFile] = [join(folder, 'few.yml'), join(folder, 'many.yml')];
    await Promise.all([writeFile(fewFile, asPrh(few)), writeFile(manyFile, asPrh(many))]);
    const [fewDraft, manyDraft] = [withTerms(few), withTerms(many)];
    const rows = [
      { name: 'the same 2,000 terms in both', known: knowing(few), file: fewFile, draft: fewDraft, bar: 20 },
      {
        name: 'the same 20,000 terms in both',
        known: knowing(many),
        file: manyFile,
        draft: manyDraft,
        bar: 100,
      },
      {
        name: 'the built-in packs against 2,000 terms',
        known: knowledge,
        file: fewFile,
        draft: fewDraft,
        bar: null,
      },
      {
        name: 'the built-in packs against 20,000 terms',
        known: knowledge,
        file: manyFile,
        draft: manyDraft,
        bar: null,
      },
    ];
    const measured: BenchRow[] = [];
    for (const { name, known: knowledge, file, draft, bar } of rows)
      measured.push({
        name,
        value: await timesFaster(knowledge, file, draft),
        bar,
        atLeast: true,
        unit: '×',
      });
    return measured;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function timesFaster(known: Knowledge, prhFile: string, draft: string): Promise<number> {
  const kernel = new TextlintKernel();
  const theirs = () =>
    kernel.lintText(draft, {
      ext: '.txt',
      plugins: [{ pluginId: 'text', plugin }],
      rules: [{ ruleId: 'prh', rule: prh, options: { rulePaths: [prhFile] } }],
    });
  // A new checker each time has an empty cache: every paragraph is judged anew.
  const ours = () => createChecker(known).check(draft, { today });
  const { messages } = await theirs();
  if (messages.length < planted) throw new Error(`textlint found ${messages.length} of ${planted} terms.`);
  for (let i = 0; i < 400; i++) ours();
  for (let i = 0; i < rounds / 2; i++) await theirs();
  const ratios: number[] = [];
  for (let i = 0; i < rounds; i++) {
    const start = performance.now();
    await theirs();
    const took = performance.now() - start;
    const own = Array.from({ length: 12 }, () => timed(ours));
    ratios.push(took / median(own));
  }
  return median(ratios);
}

/** Knowledge of these terms only. */
function knowing(terms: readonly Term[]): Knowledge {
  const source = { title: '基准' };
  const entries = terms.map(([text, right]) => ({ text, right, source, attestation: 'A' }));
  const { pack } = readPack('bench.yaml', { kind: 'confusable', trueUntil: today, entries });
  if (pack?.entries.length !== terms.length) throw new Error('Not all terms were taken.');
  return loadKnowledge(compilePacks([pack]));
}

function asPrh(terms: readonly Term[]): string {
  const rules = terms.map(
    ([wrong, right]) => `  - expected: ${JSON.stringify(right)}\n    pattern: ${JSON.stringify(wrong)}\n`,
  );
  return `version: 1\nrules:\n${rules.join('')}`;
}

/** A draft of 10,000 characters with some of the terms between its lines. */
function withTerms(terms: readonly Term[]): string {
  const lines = syntheticDraft(10_000).split('\n');
  for (const [i, [wrong]] of terms.slice(0, planted).entries()) lines[i * 3] += `此外还有${wrong}一事。`;
  return lines.join('\n').slice(0, 10_000);
}
