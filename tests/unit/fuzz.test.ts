import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Checker, type CheckResult, createChecker } from '../../lib/checking/checker.ts';
import { applyEdits } from '../../lib/draft/text-edits.ts';
import type { LoadedKnowledge } from '../../lib/phrases/knowledge.ts';
import { readJudgedSet } from '../../scripts/judged-set.ts';
import { loadBuiltInKnowledge } from '../../scripts/load-knowledge.ts';
import { runsOf } from './runs.ts';

const { runs: numRuns, seed } = runsOf('FUZZ_RUNS', 400);
const today = '2026-11-29';

let knowledge: LoadedKnowledge;
let sentences: string[];

beforeAll(async () => {
  ({ knowledge } = await loadBuiltInKnowledge());
  sentences = (await readJudgedSet(join(import.meta.dirname, '../drafts'))).map(({ text }) => text);
});

/** Marks, ordinals, digits and characters that rules look for, and some that they do not expect. */
const bits = Array.from(
  '，。、；：？！“”‘’（）《》〔〕…—－-·,.()"\' \n\n\n\t\u3000一二三十廿〇○0123456789％%×*_〇年月日个第𠮷⻄岀\u200b\ufffc\ud800',
);
const pieces = [
  '一、',
  '（一）',
  '1.',
  '一是',
  '第一，',
  '三点意见',
  '今年',
  '去年',
  '同志们：',
  '我市',
  '（2022年2月16日）',
];

/** Pieces of judged sentences, cut anywhere, with marks between them. */
const texts = () =>
  fc
    .array(
      fc.oneof(
        fc.constantFrom(...bits),
        fc.constantFrom(...pieces),
        fc
          .tuple(fc.constantFrom(...sentences), fc.nat(40), fc.integer({ min: 1, max: 40 }))
          .map(([text, from, length]) => text.slice(from % text.length, (from % text.length) + length)),
      ),
      { maxLength: 30 },
    )
    .map((parts) => parts.join(''));

const check = (checker: Checker, text: string): CheckResult => checker.check(text, { today });

describe(`${numRuns} texts of any kind (SEED=${seed})`, () => {
  it('are checked with findings in order of place, each within the text and with edits that can be made', () => {
    const checker = createChecker(knowledge);
    fc.assert(
      fc.property(texts(), (text) => {
        let last = 0;
        for (const { start, end, fixes } of check(checker, text).findings) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          last = end;
          for (const { edits } of fixes) {
            let behind = 0;
            for (const edit of edits) {
              expect(edit.start).toBeGreaterThanOrEqual(behind);
              expect(edit.end).toBeGreaterThanOrEqual(edit.start);
              behind = edit.end;
            }
            expect(behind).toBeLessThanOrEqual(text.length);
            // What was well-formed stays so: no surrogate pair is cut.
            if (!text.includes('\ud800')) expect(applyEdits(text, edits)).not.toMatch(/\p{Surrogate}/u);
          }
        }
      }),
      { seed, numRuns },
    );
  });

  it('are checked the same whatever was checked before', () => {
    const used = createChecker(knowledge);
    fc.assert(
      fc.property(texts(), texts(), (one, other) => {
        check(used, one);
        const text = `${one}\n${other}`;
        expect(check(used, text).findings).toEqual(check(createChecker(knowledge), text).findings);
      }),
      { seed, numRuns: Math.ceil(numRuns / 4) },
    );
  });
});
