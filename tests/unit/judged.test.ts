import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { applyEdits } from '../../lib/draft/text-edits.ts';
import type { Finding } from '../../lib/rules/types.ts';
import { createCheckSession } from '../../scripts/check-session.ts';
import { readRuleSentences } from '../../scripts/judged-set.ts';

const folder = join(import.meta.dirname, '../drafts');
let check: Awaited<ReturnType<typeof createCheckSession>>['check'];

beforeAll(async () => {
  // The day on which the sentences were judged; the same in every year.
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(2026, 10, 29, 12) });
  ({ check } = await createCheckSession());
});
afterAll(() => {
  vi.useRealTimers();
});

/** Errors and warnings of all rules: a silent sentence is silent altogether. */
async function alarms(sentence: string, date: string): Promise<Finding[]> {
  const { findings } = await check(sentence, date);
  return findings.filter((finding) => finding.level !== 'hint');
}

for (const { file, rule, groups } of await readRuleSentences(folder)) {
  for (const { date, silent, alarm } of groups) {
    describe(`${file}, on ${date}`, () => {
      it.each(silent)('is silent on %s', async (sentence) => {
        const found = await alarms(sentence, date);
        expect(found.map(({ start, end, message }) => `${sentence.slice(start, end)}: ${message}`)).toEqual(
          [],
        );
      });
      it.each(alarm.map((one) => [one.sentence, one] as const))(
        'marks %s',
        async (sentence, { text, fixed }) => {
          const found = (await alarms(sentence, date)).filter((finding) => finding.rule === rule);
          expect(found.map(({ start, end }) => sentence.slice(start, end))).toContain(text);
          if (fixed === undefined) return;
          const finding = found.find(({ start, end }) => sentence.slice(start, end) === text);
          expect(applyEdits(sentence, finding?.fixes[0]?.edits ?? [])).toBe(fixed);
        },
      );
    });
  }
}
