import { type NumberingFault, numberingFaults } from '../draft/numbering-faults.ts';
import type { NumberingStyle } from '../draft/ordinal-style.ts';
import { type Outline, type OutlineSeries, parseOutline, placeOf } from '../draft/outline.ts';
import { planFor } from '../draft/repair.ts';
import type { NumberingChange } from '../draft/types.ts';
import { bilingual } from '../language/language.ts';
import { doubledNumbers, withHeld } from './numbering/computed.ts';
import { describe } from './numbering/describe.ts';
import { fixesOf, likelyWays, otherWay } from './numbering/fixes.ts';
import type { DraftContext, DraftRule, RuleFinding } from './types.ts';

/** Gaps, repeats, wrong restarts, wrong and mixed marks of ordinals (rules 1, 4, 6–9, 12–14, 17). */
export const headingNumbering: DraftRule = {
  id: 'heading-numbering',
  title: bilingual('序号层次', 'Heading numbering'),
  about: bilingual(
    '看各级序号是否连续、不重复、不倒退，序号后的标点是否合乎规范。',
    'Whether numbers run on without gap, repeat or step back, and the marks behind them.',
  ),
  example: {
    before: '一、提高认识\n二、明确任务\n四、加强领导',
    after: '一、提高认识\n二、明确任务\n三、加强领导',
    date: '2026-11-20',
  },
  basis: bilingual(
    'GB/T 15834—2011 附录B，GB/T 9704—2012 7.3.3',
    'GB/T 15834—2011 appendix B, GB/T 9704—2012 7.3.3',
  ),
  scope: 'draft',
  check(context: DraftContext): RuleFinding[] {
    const outline = parseOutline(context.draft);
    const style = context.numberingStyle ?? {};
    const plans = new Map<OutlineSeries, readonly NumberingChange[]>();
    const planOf = (series: OutlineSeries): readonly NumberingChange[] => {
      const plan = plans.get(series) ?? planFor(outline, [series], style);
      plans.set(series, plan);
      return plan;
    };
    const faults = numberingFaults(outline, style);
    const ways = faults.length === 0 ? null : likelyWays(outline, style);
    return faults
      .flatMap((fault) => {
        const plan = planOf(fault.series);
        const { start, end } = placeOf(fault.item);
        // A number before an empty line has no place in the text.
        if (start === end) return [];
        return [toFinding(outline, fault, plan, style, ways === null ? null : otherWay(ways, plan))];
      })
      .concat(doubledNumbers(context.draft))
      .sort((a, b) => a.start - b.start);
  },
};

function toFinding(
  outline: Outline,
  fault: NumberingFault,
  plan: readonly NumberingChange[],
  style: NumberingStyle,
  other: ReturnType<typeof otherWay> | null,
): RuleFinding {
  const { item } = fault;
  const said = describe(outline, fault, style);
  const fixes = [...fixesOf(outline, fault, plan, style), ...(other?.fixes ?? [])];
  return {
    rule: 'heading-numbering',
    // If there is another equally good repair, the author decides.
    level: other?.isLikely === true && said.level === 'error' ? 'warning' : said.level,
    ...placeOf(item),
    message: fixes.length === 0 ? withHeld(said.message, outline, fault.series) : said.message,
    ...(said.source === undefined ? {} : { source: said.source }),
    fixes,
  };
}
