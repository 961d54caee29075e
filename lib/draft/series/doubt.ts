import type { Candidate } from '../ordinal-candidates.ts';
import type { Beam } from './beam.ts';
import costs from './costs.json' with { type: 'json' };
import { mistakenFor } from './ordinal-kinds.ts';
import type { Frame, State } from './series-state.ts';

/** The cost of taking a candidate for no ordinal: more if it would continue an open run of its paragraph. */
export function dismissalOf(beam: Beam, { top }: State, candidate: Candidate): number {
  const { certainty, heading, echo, last, item } = candidate;
  const { dismissed } = costs;
  if (echo) return dismissed.echo;
  if (last) return top !== null && isNear(beam, top, candidate) ? dismissed.last : 0;
  if (certainty === 'sure' && heading) return dismissed.sure;
  if (certainty === 'number' || certainty === 'mark') return dismissed[certainty];
  const inRun =
    top !== null &&
    beam.paragraphOf(top.last) === item.paragraph &&
    (top.is(item.kind, candidate.shape) ||
      (mistakenFor(item.kind, top.kind) !== null && top.next === item.value));
  if (certainty === 'sure') return inRun ? dismissed.sure : dismissed.run;
  return inRun ? dismissed.run : dismissed[certainty];
}

/** Whether the last item of a series of its kind is in its paragraph or the one before. */
function isNear(beam: Beam, top: Frame, candidate: Candidate): boolean {
  return (
    top.is(candidate.item.kind, candidate.shape) && candidate.item.paragraph - beam.paragraphOf(top.last) <= 1
  );
}

/** Whether its paragraph alone does not show that it is an ordinal: 三、四点要求, 一，加强领导. */
export function isDoubtful({ certainty }: Candidate): boolean {
  return certainty === 'number' || certainty === 'mark';
}

/** The cost of taking an uncertain candidate for an ordinal. */
export function doubtOf({ certainty, item, short, introduced }: Candidate, begins: boolean): number {
  if (certainty === 'sure') return 0;
  if (certainty === 'mark') return costs.mark + (begins ? costs.markBegins : 0);
  if (certainty === 'number')
    return item.kind === 'arabic' ? costs.numberArabic : short ? costs.number : costs.numberLong;
  if (certainty === 'clause') return begins && !introduced ? costs.clauseBegins : costs.clause;
  return begins && !introduced ? costs.insideBegins : 0;
}
