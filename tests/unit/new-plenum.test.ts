import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { createChecker } from '../../lib/checking/checker.ts';
import { checkSession } from '../../scripts/check-session.ts';
import { type JudgedCase, judge, readJudgedSet, readRuleSentences } from '../../scripts/judged-set.ts';
import { loadBuiltInKnowledge } from '../../scripts/load-knowledge.ts';
import { plenum, withMembers } from './meetings-known.ts';

const drafts = join(import.meta.dirname, '../drafts');
type Session = ReturnType<typeof checkSession>;

let now: Session;
let later: Session;

/** The built-in packs, and the same as they may be soon: each meeting that was called has been held, and one more plenum. */
beforeAll(async () => {
  const { knowledge } = await loadBuiltInKnowledge();
  const { trueUntil } = knowledge;
  const nextDay = new Date(Date.parse(trueUntil) + 24 * 60 * 60 * 1_000).toISOString().slice(0, 10);
  now = checkSession(createChecker(knowledge));
  const held = withMembers(knowledge, ({ numbering, members }) => {
    const past = members.map((member) => ({ ...member, expected: false }));
    if (numbering !== 'plenum') return past;
    const last = past.at(-1);
    const session = (last?.session ?? 0) + 1;
    const name = `二十届${'零一二三四五六七八九'.charAt(session)}中全会`;
    const [from, to] = last !== undefined && last.to > nextDay ? [last.to, last.to] : [nextDay, nextDay];
    return [...past, plenum({ name, session, from, to })];
  });
  later = checkSession(createChecker(held));
});

it('a new plenum is noticed at all', async () => {
  const { trueUntil } = now.checker.knowledge;
  const long = `${Number(trueUntil.slice(0, 4)) + 1}-06-01`;
  const text = '要学习贯彻党的二十届四中全会精神，抓好各项工作。';
  const [before, after] = await Promise.all([now, later].map((session) => session.check(text, long)));
  expect(after?.findings).not.toEqual(before?.findings);
});

/** What was said of a text that should not be, and what was not said that should. */
async function missesOf(session: Session, cases: readonly JudgedCase[]) {
  const { misses } = await judge(cases, session.check);
  return misses.map(({ kind, case: { file, date, text }, detail }) => [kind, file, date, text, detail]);
}

it('a new plenum makes no judged sentence wrong: each is dated on a day that the packs knew', async () => {
  const cases = (await readJudgedSet(drafts)).filter(({ text }) => text.includes('全会'));
  expect(cases.length).toBeGreaterThan(50);
  expect(await missesOf(later, cases)).toEqual(await missesOf(now, cases));
});

it('a new plenum changes what is found in no sentence that a rule is judged by', async () => {
  const sentences = (await readRuleSentences(drafts)).flatMap(({ groups }) =>
    groups.flatMap(({ date, silent, alarm }) =>
      [...silent, ...alarm.map(({ sentence }) => sentence)].map((sentence) => ({ date, sentence })),
    ),
  );
  const about = sentences.filter(({ sentence }) => sentence.includes('全会'));
  expect(about.length).toBeGreaterThan(10);
  const found = async (session: Session, { date, sentence }: { date: string; sentence: string }) =>
    (await session.check(sentence, date)).findings.map(({ start, end, fixes }) => [
      start,
      end,
      fixes[0]?.edits,
    ]);
  for (const one of about) expect(await found(later, one), one.sentence).toEqual(await found(now, one));
});
