import { say } from '../../../components/say.ts';
import { surroundings } from '../../../components/surroundings.ts';
import type { ReportRow } from '../../surface/report.ts';
import { kindName, verdictName } from '../renew/kinds.ts';
import type { RenewRow } from '../renew/rows.ts';
import { type PlaceOf, reach } from './report-rows.ts';

/**
 * Time-bound mentions as rows of a report: what is to be changed or checked and is no finding already, and what the
 * author has looked at and keeps.
 */
export function rowsOfMentions(rows: readonly RenewRow[], text: string, placeOf: PlaceOf): ReportRow[] {
  return rows
    .filter(({ mention, verdict, finding }) => mention.kept || (verdict !== 'keep' && finding === null))
    .map(({ mention, words, verdict, successor }) => ({
      kind: `${verdictName(verdict)} · ${kindName(mention.kind)}`,
      ...placeOf(mention),
      ...surroundings(text, mention, reach),
      words,
      reason: mention.reason,
      suggestion:
        successor === '' || mention.kept ? '' : say(`改为“${successor}”`, `Change to “${successor}”`),
      state: mention.kept ? 'kept' : 'open',
    }));
}
