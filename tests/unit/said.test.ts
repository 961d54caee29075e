import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type Checker, createChecker } from '../../lib/checking/checker.ts';
import type { Finding, Segmenter } from '../../lib/rules/types.ts';
import { loadBuiltInKnowledge } from '../../scripts/load-knowledge.ts';
import { loadSegmenter } from '../../scripts/load-segmenter.ts';
import { damagedSample } from './damaged-drafts.ts';

/**
 * What an author reads of each judged sentence that has a fault, and of damaged numbering: words, figures in them, place
 * and fix, in both languages. Where a sentence is to say something else, `npx vitest run -u` writes it anew, and the
 * difference is to be read.
 */

let checker: Checker;
let segmenter: Segmenter;
beforeAll(async () => {
  checker = createChecker((await loadBuiltInKnowledge()).knowledge);
  segmenter = await loadSegmenter();
  // The packs are compiled, on a machine that may be busy.
}, 60_000);

interface Group {
  readonly date: string;
  readonly alarm?: readonly { readonly sentence: string }[];
}

const folder = join(import.meta.dirname, '../drafts');
const file = (name: string) => join(import.meta.dirname, 'said', `${name}.txt`);

/** The name of a draft, and below it all that is said of it. */
function said(text: string, date: string, name = text): string {
  const options = { date, today: date, segmenter };
  const zh = checker.check(text, options).findings;
  const en = checker.check(text, { ...options, language: 'en' }).findings;
  return [name, ...zh.map((finding, place) => saidOf(text, finding, en[place]))].join('\n');
}

function saidOf(text: string, zh: Finding, en: Finding | undefined): string {
  const { level, rule, start, end } = zh;
  const fixes = zh.fixes.map(({ label, edits }, place) => {
    const other = en?.fixes[place]?.label;
    return `    ${label} / ${other}: ${edits.map((edit) => `${edit.start}–${edit.end} ${shown(edit.text)}`).join(', ')}`;
  });
  const words = `  ${level} ${rule} ${start}–${end} ${shown(text.slice(start, end))}: ${zh.message} / ${en?.message}`;
  return [words, ...fixes].join('\n');
}

const shown = (text: string) => JSON.stringify(text);

describe('what is said', () => {
  it.each([
    'announced-count',
    'confusable-characters',
    'date-consistency',
    'draft-date',
    'numbering-reference',
    'numerals',
    'outdated-reference',
    'placeholder',
    'punctuation',
    'standard-phrasing',
  ])('of the judged sentences of %s', async (rule) => {
    const groups: readonly Group[] = parse(readFileSync(join(folder, `${rule}.yaml`), 'utf8'));
    const all = groups.flatMap(({ date, alarm = [] }) => alarm.map(({ sentence }) => said(sentence, date)));
    await expect(`${all.join('\n\n')}\n`).toMatchFileSnapshot(file(rule));
  });

  it('of damaged numbering', async () => {
    const seeds = Array.from({ length: 100 }, (_, place) => place * 7919 + 3);
    const all = seeds.map((seed) =>
      said(damagedSample(seed).damaged, '2026-11-20', `damagedSample(${seed})`),
    );
    await expect(`${all.join('\n\n')}\n`).toMatchFileSnapshot(file('numbering'));
  });
});
