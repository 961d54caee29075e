import { say, sayWords } from '../../components/say.ts';
import { dateInWords } from '../../components/words.ts';
import { today } from '../../lib/common/today.ts';
import { type ChosenDay, chosenDay } from '../../lib/draft/chosen-day.ts';
import type { AsOf, IsoDate } from '../../lib/draft/types.ts';
import type { CheckReply } from '../../lib/messaging/messages.ts';
import { judgedOnAnswers, moreOnToday } from '../../lib/rules/draft-date/messages.ts';
import type { Finding } from '../../lib/rules/types.ts';

/** What an author can answer to an old draft: have it judged on today, or on its own day. */
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

/** The finding that asks on which day an old draft is to be judged; none once the author has said, or where there is no doubt. */
export function questionIn(findings: readonly Finding[]): Finding | undefined {
  return findings.find(({ asks }) => asks === 'judged-on');
}

/** The sentence that asks, and, once it is counted, what today would bring. */
export function sentenceOf({ message }: Finding, onToday: number | undefined): string {
  return onToday === undefined ? message : message + say('', ' ') + sayWords(moreOnToday(onToday));
}

/** What a checked draft asks, in a sentence; null where it asks nothing. */
export function asked(check: Pick<CheckReply, 'findings' | 'onToday'> | null): string | null {
  const question = check === null ? undefined : questionIn(check.findings);
  return question === undefined ? null : sentenceOf(question, check?.onToday);
}

/** The day that an answer stands for, as it is remembered. */
export function dayOf(answer: JudgedOn, asOf: AsOf): ChosenDay {
  return chosenDay(asOf, answer === 'today' ? today() : (asOf.writtenFor?.day ?? asOf.date));
}

/** Said once a day is chosen. */
export function judgedOnInWords(date: IsoDate): string {
  return say(`现按${dateInWords(date)}核对。`, `Now checked as of ${dateInWords(date)}.`);
}
