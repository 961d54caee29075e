import { say, sayWords } from '../../components/say.ts';
import { dateInWords } from '../../components/screen-words.ts';
import { today } from '../../lib/common/today.ts';
import { type ChosenDay, chosenDay } from '../../lib/draft/chosen-day.ts';
import type { AsOf, IsoDate } from '../../lib/draft/types.ts';
import type { CheckReply } from '../../lib/messaging/messages.ts';
import { judgedOnAnswers, moreOnToday } from '../../lib/rules/draft-date/question.ts';
import type { Finding } from '../../lib/rules/types.ts';

/** The answers about an old draft: judge it as of today, or as of its own day. */
export type JudgedOn = keyof typeof judgedOnAnswers;

/** The answers as the author reads them. */
export const answerNames: Readonly<Record<JudgedOn, string>> = {
  get today() {
    return sayWords(judgedOnAnswers.today);
  },
  get ownDay() {
    return sayWords(judgedOnAnswers.ownDay);
  },
};

/** The finding that asks on which day to judge an old draft; undefined if none does. */
export function questionIn(findings: readonly Finding[]): Finding | undefined {
  return findings.find(({ asks }) => asks === 'judged-on');
}

/** The question, with what today would add once that is counted. */
export function sentenceOf({ message }: Finding, onToday: number | undefined): string {
  return onToday === undefined ? message : message + say('', ' ') + sayWords(moreOnToday(onToday));
}

/** The question of a checked draft; null if it has none. */
export function questionOfCheck(check: Pick<CheckReply, 'findings' | 'onToday'> | null): string | null {
  const question = check === null ? undefined : questionIn(check.findings);
  return question === undefined ? null : sentenceOf(question, check?.onToday);
}

/** The day of an answer, in the form that is stored. */
export function dayOf(answer: JudgedOn, asOf: AsOf): ChosenDay {
  return chosenDay(asOf, answer === 'today' ? today() : (asOf.writtenFor?.day ?? asOf.date));
}

/** Confirms a chosen day. */
export function judgedOnInWords(date: IsoDate): string {
  return say(`现按${dateInWords(date)}核对。`, `Now checked as of ${dateInWords(date)}.`);
}
