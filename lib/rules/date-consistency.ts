import { calendarFindings } from './dates/calendar.ts';
import { countedFindings } from './dates/counted.ts';
import { planYearFindings } from './dates/plan-years.ts';
import { relativeYearFindings } from './dates/relative-years.ts';
import { datedDraft } from './dates/years.ts';
import type { DraftRule, Finding, RuleContext } from './types.ts';

/**
 * Dates that arithmetic contradicts: days that do not exist, weekdays, anniversaries, years of the five-year plans,
 * and 今年 beside another year. It looks at the draft, since how its date was found decides how much may be said.
 */
export const dateConsistency: DraftRule = {
  id: 'date-consistency',
  title: '日期核对',
  about: '日历上没有的日期、对不上的星期，以及与年份不符的周年、五年规划和今年去年。',
  scope: 'draft',
  check({ draft, asOf, knowledge }: RuleContext): Finding[] {
    const dated = datedDraft(draft, asOf);
    return [
      ...calendarFindings(dated),
      ...countedFindings(dated, knowledge),
      ...planYearFindings(dated, knowledge),
      ...relativeYearFindings(dated),
    ];
  },
};
