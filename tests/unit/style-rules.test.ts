import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { applyEdits } from '../../lib/draft/text-edits.ts';
import type { Finding } from '../../lib/rules/types.ts';
import { createCheckSession } from '../../scripts/check-session.ts';
import { readRuleSentences } from '../../scripts/judged-set.ts';

const folder = join(import.meta.dirname, '../drafts');
let check: Awaited<ReturnType<typeof createCheckSession>>['check'];

beforeAll(async () => {
  ({ check } = await createCheckSession());
});

/** Of a rule whose file lists hints, those are judged too; the judged sentences of all rules do not look at them. */
const withHints = (await readRuleSentences(folder)).filter(({ groups }) =>
  groups.some(({ hint }) => hint.length > 0),
);
for (const { rule, groups } of withHints) {
  const found = async (sentence: string, date: string): Promise<Finding[]> =>
    (await check(sentence, date)).findings.filter((finding) => finding.rule === rule);
  for (const { date, silent, alarm, hint } of groups) {
    describe(`${rule}, on ${date}`, () => {
      it.each(silent)('has not even a hint for %s', async (sentence) => {
        const findings = await found(sentence, date);
        expect(findings.map(({ start, end }) => sentence.slice(start, end))).toEqual([]);
      });
      it.each(hint.map((one) => [one.sentence, one] as const))(
        'hints at %s',
        async (sentence, { text, fixed }) => {
          const findings = await found(sentence, date);
          const finding = findings.find(({ start, end }) => sentence.slice(start, end) === text);
          expect(findings.map(({ start, end }) => sentence.slice(start, end))).toContain(text);
          expect(finding?.level).toBe('hint');
          if (fixed !== undefined) expect(applyEdits(sentence, finding?.fixes[0]?.edits ?? [])).toBe(fixed);
        },
      );
      it.each([...alarm, ...hint].map(({ sentence, fixed }) => [sentence, fixed] as const))(
        'has nothing to add once %s is mended',
        async (sentence) => {
          const mended = await mend(sentence, date);
          const again = (await found(mended, date)).filter(({ fixes }) => fixes.length > 0);
          expect(again.map(({ start, end }) => mended.slice(start, end))).toEqual([]);
        },
      );
    });
  }

  /** Takes the first fix of the first finding until no finding has one, or a dozen were taken. */
  async function mend(sentence: string, date: string): Promise<string> {
    let text = sentence;
    for (let left = 12; left > 0; left--) {
      const fix = (await found(text, date)).find(({ fixes }) => fixes.length > 0)?.fixes[0];
      if (fix === undefined) return text;
      text = applyEdits(text, fix.edits);
    }
    return text;
  }
}
