import { bilingual } from '../language/language.ts';
import { countedFindings } from './dates/anniversary-counts.ts';
import { calendarFindings } from './dates/calendar.ts';
import { datedDraft } from './dates/dated-draft.ts';
import { planYearFindings } from './dates/plan-years.ts';
import { relativeYearFindings } from './dates/relative-years.ts';
import { staleYearFindings } from './dates/stale-year.ts';
import type { DraftContext, DraftRule, RuleFinding } from './types.ts';

/**
 * Dates that contradict arithmetic: nonexistent days, weekdays, anniversaries, years of the five-year plans, 今年
 * beside another year, and last year's work as a task. A draft rule, since the source of the draft's date limits what
 * may be concluded.
 */
export const dateConsistency: DraftRule = {
  id: 'date-consistency',
  title: bilingual('日期核对', 'Dates'),
  about: bilingual(
    '日历上没有的日期、对不上的星期，以及与年份不符的周年、五年规划、今年去年和旧稿留下的年份。',
    'Days that do not exist, wrong weekdays, and anniversaries, plans and years that do not agree, or were left from an older draft.',
  ),
  example: {
    before: '会议定于2026年11月31日召开。',
    after: '会议定于2026年11月31日召开。',
    date: '2026-11-20',
  },
  basis: bilingual('公历推算，词库所注的周年和规划年份', 'The calendar, and the years in the packs'),
  scope: 'draft',
  check({ draft, asOf, knowledge }: DraftContext): RuleFinding[] {
    const dated = datedDraft(draft, asOf);
    return [
      ...calendarFindings(dated),
      ...countedFindings(dated, knowledge),
      ...planYearFindings(dated, knowledge),
      ...relativeYearFindings(dated),
      ...staleYearFindings(dated),
    ];
  },
};
