/**
 * Measures the rules on the judged set: precision and recall at error and warning level, by rule; and on the labelled
 * whole drafts, how many time-bound mentions are marked, listed and left alone, by kind. `--held-out` also lists the
 * misses of the held-out fifth: for the end of a piece of work, not for tuning. `--record` writes the figures that
 * the tests compare with.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type RuleId, ruleIds } from '../lib/rules/types.ts';
import { createCheckSession } from './check-session.ts';
import { type Judgement, judge, type Miss, precisionOf, readJudgedSet, recallOf } from './judged-set.ts';
import { readTimeDrafts } from './time-drafts.ts';
import { formatTime, formatTimeMisses, judgeDrafts, judgedDays, parts, timeFigures } from './time-report.ts';

const folder = join(import.meta.dirname, '../tests/drafts');
const { values } = parseArgs({
  options: { 'held-out': { type: 'boolean' }, record: { type: 'boolean' } },
});

const cases = await readJudgedSet(folder);
const session = await createCheckSession();
const { check } = session;
const open = await judge(
  cases.filter((one) => !one.heldOut),
  check,
);
const heldOut = await judge(
  cases.filter((one) => one.heldOut),
  check,
);
print(`公开部分（${cases.filter((one) => !one.heldOut).length} 条）`, open);
list(open.misses);
print(`留出部分（${cases.filter((one) => one.heldOut).length} 条）`, heldOut);
if (values['held-out'] === true) list(heldOut.misses);
const drafts = await readTimeDrafts(join(folder, 'time'));
const ofDrafts = await judgeDrafts(drafts, session);
for (const day of judgedDays)
  for (const part of parts) {
    const judgement = ofDrafts[day][part];
    process.stdout.write(`\n${formatTime(day, part, drafts, judgement)}`);
    if (part === 'open' || values['held-out'] === true) process.stdout.write(formatTimeMisses(judgement));
  }
if (values.record === true) {
  const recorded = { open: figures(open), heldOut: figures(heldOut), time: timeFigures(ofDrafts) };
  await writeFile(join(folder, 'recorded.json'), `${JSON.stringify(recorded, null, 2)}\n`);
}

function print(title: string, { scores }: Judgement): void {
  process.stdout.write(
    `\n${title}\n规则                     准确率   查全率   提示对  误报  漏报  改得不对\n`,
  );
  for (const rule of ruleIds) {
    const score = scores.get(rule);
    if (score === undefined || score.right + score.wrong + score.missed === 0) continue;
    const counts = [score.right, score.wrong, score.missed, score.misfixed];
    process.stdout.write(
      `${rule.padEnd(22)} ${percent(precisionOf(score))}  ${percent(recallOf(score))} ` +
        `${counts.map((count) => String(count).padStart(6)).join('')}\n`,
    );
  }
}

function list(misses: readonly Miss[]): void {
  const kinds = { wrong: '误报', missed: '漏报', misfixed: '改得不对' } as const;
  for (const { kind, rule, case: one, text, detail } of misses) {
    const whole = one.text.length > 120 ? `${one.text.slice(0, 60).replaceAll('\n', ' ')}……` : one.text;
    process.stdout.write(`${kinds[kind]} ${rule} ${one.date} 〔${text}〕 ${whole}\n`);
    if (detail !== '') process.stdout.write(`     ${detail.slice(0, 160).replaceAll('\n', ' ')}\n`);
  }
}

function figures({ scores }: Judgement): Partial<Record<RuleId, { precision: number; recall: number }>> {
  return Object.fromEntries(
    [...scores].map(([rule, score]) => [
      rule,
      // Rounded down, so that the same run is never below its record.
      { precision: floor(precisionOf(score)), recall: floor(recallOf(score)) },
    ]),
  );
}

function floor(share: number): number {
  return Math.floor(share * 10_000) / 10_000;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)}%`.padStart(6);
}
