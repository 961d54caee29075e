import { shortened } from '../../../components/screen-words.ts';
import { countCharacters } from '../../../lib/draft/length.ts';
import { openReport } from '../../surface/report.ts';
import { outlineOf } from '../numbering-plan.ts';
import type { PanelState } from '../panel-state.ts';
import { rowsOfMentions } from './renew-rows.ts';
import { inTextOrder, type PlacedRow, type PlaceOf, placesIn, rowsOf } from './report-rows.ts';
import { speakingRate } from './speaking-rate.ts';

/** Opens the report of the draft in a tab: what is still to be done, and what was changed. Returns whether it succeeded. */
export function openReportOf(state: PanelState): Promise<boolean> {
  return state.doing(async (field) => {
    const { text, check, made, complete } = field;
    if (check === null) return '';
    const { nodes } = await outlineOf(field);
    const placeOf = placesIn(text, nodes);
    const rows = rowsOf({
      text,
      findings: state.findings.value,
      made,
      placeOf,
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
      rows: inTextOrder([...rows, ...mentionsOf(state, text, placeOf)]),
    });
    return '';
  });
}

/** Whoever works in the view 翻新 has its mentions in the report, too. */
function mentionsOf({ renew }: PanelState, text: string, placeOf: PlaceOf): PlacedRow[] {
  const timeline = renew.timeline.value;
  if (renew.front.value !== 'renew' || timeline === null || timeline.text !== text) return [];
  return rowsOfMentions(timeline.rows, text, placeOf);
}

/** The first line of a draft: its title, if it has one. */
function titleOf(text: string): string {
  return shortened(/\S.*/u.exec(text)?.[0].trim() ?? '', 50);
}
