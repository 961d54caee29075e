import { shortened } from '../../../components/screen-words.ts';
import { countCharacters } from '../../../lib/draft/length.ts';
import { openReport, type ReportRow } from '../../surface/report.ts';
import { outlineOf } from '../numbering-plan.ts';
import type { PanelState } from '../panel-state.ts';
import { rowsOf } from './report-rows.ts';
import { speakingRate } from './speaking-rate.ts';

/**
 * Opens the report of the draft in a tab: what is still to be done, what was changed, and `more` rows of another kind.
 * Returns whether it succeeded.
 */
export function openReportOf(state: PanelState, more: readonly ReportRow[] = []): Promise<boolean> {
  return state.doing(async (field) => {
    const { text, check, made, complete } = field;
    if (check === null) return '';
    const { nodes } = await outlineOf(field);
    const rows = rowsOf({
      text,
      findings: state.findings.value,
      made,
      headings: nodes,
      ruleTitle: (rule) => state.ruleTitle(rule),
    });
    const rate = speakingRate.value;
    await openReport({
      title: titleOf(text),
      date: check.asOf.date,
      trueUntil: check.trueUntil,
      checkedAt: Date.now(),
      characters: countCharacters(text),
      ...(rate === null ? {} : { speakingRate: rate }),
      ignored: check.ignored,
      complete,
      rows: [...rows, ...more].sort((a, b) => a.paragraph - b.paragraph),
    });
    return '';
  });
}

/** The first line of a draft: its title, if it has one. */
function titleOf(text: string): string {
  return shortened(/\S.*/u.exec(text)?.[0].trim() ?? '', 50);
}
