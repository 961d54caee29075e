import { say } from '../../../components/say.ts';
import { surroundings } from '../../../components/surroundings.ts';
import { kindName } from '../renew/kinds.ts';
import type { RenewRow } from '../renew/rows.ts';
import { type PlacedRow, type PlaceOf, reach } from './report-rows.ts';

/**
 * Time-bound mentions as rows of a report: what is to be changed or checked and is no finding already, and what the
 * author has looked at and keeps.
 */
export function rowsOfMentions(rows: readonly RenewRow[], text: string, placeOf: PlaceOf): PlacedRow[] {
  return rows
    .filter(({ mention, verdict, finding }) => mention.kept || (verdict !== 'keep' && finding === null))
    .map(({ mention, words, verdict, successor }) => ({
      start: mention.start,
      row: {
        kind: kindName(mention.kind),
        verdict,
        ...placeOf(mention),
        ...surroundings(text, mention, reach),
        words,
        reason: mention.reason,
        suggestion:
          successor === '' || mention.kept ? '' : say(`改为“${successor}”`, `Change to “${successor}”`),
        state: mention.kept ? 'kept' : 'open',
      },
    }));
}
