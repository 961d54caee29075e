import { both } from '../language.ts';
import { calendarFindings } from './dates/calendar.ts';
import { countedFindings } from './dates/counted.ts';
import { planYearFindings } from './dates/plan-years.ts';
import { relativeYearFindings } from './dates/relative-years.ts';
import { datedDraft } from './dates/years.ts';
import type { DraftRule, RuleContext, RuleFinding } from './types.ts';

/**
 * Dates that arithmetic contradicts: days that do not exist, weekdays, anniversaries, years of the five-year plans,
 * and 今年 beside another year. It looks at the draft, since how its date was found decides how much may be said.
 */
export const dateConsistency: DraftRule = {
  id: 'date-consistency',
  title: both('日期核对', 'Dates'),
  about: both(
    '日历上没有的日期、对不上的星期，以及与年份不符的周年、五年规划和今年去年。',
    'Days that do not exist, wrong weekdays, and anniversaries, plans and years that do not agree.',
  ),
  example: {
    before: '会议定于2026年11月31日召开。',
    after: '会议定于2026年11月31日召开。',
    date: '2026-11-20',
  },
  basis: both('公历推算，词库所注的周年和规划年份', 'The calendar, and the years in the packs'),
  scope: 'draft',
  check({ draft, asOf, knowledge }: RuleContext): RuleFinding[] {
    const dated = datedDraft(draft, asOf);
    return [
      ...calendarFindings(dated),
      ...countedFindings(dated, knowledge),
      ...planYearFindings(dated, knowledge),
      ...relativeYearFindings(dated),
    ];
  },
};
