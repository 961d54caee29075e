import { parseDraft } from '../../lib/draft/draft.ts';
import { parseOutline } from '../../lib/draft/outline.ts';
import { planRepair } from '../../lib/draft/repair.ts';
import { announcedCount } from '../../lib/rules/announced-count.ts';
import { headingNumbering } from '../../lib/rules/heading-numbering.ts';
import { numberingReference } from '../../lib/rules/numbering-reference.ts';
import type { Sample } from './damaged-drafts.ts';
import { applied, judgeContext } from './numbering-context.ts';
import type { Rendered } from './right-drafts.ts';

/** The findings in a text and the result of a repair. */
export interface Treated {
  readonly found: readonly string[];
  readonly changes: number;
  readonly repaired: string;
}

export function treat(text: string): Treated {
  const context = judgeContext(text);
  const found = [headingNumbering, announcedCount, numberingReference].flatMap((rule) =>
    rule.check(context).map(({ start, end, message }) => `${text.slice(start, end)}: ${message.zh}`),
  );
  const changes = planRepair(parseOutline(parseDraft(text)));
  return { found, changes: changes.length, repaired: applied(text, changes) };
}

/** The result for a damaged draft. */
export interface Verdict {
  /** Why it is not as expected; null if it is. */
  readonly miss: string | null;
  /** True if only ordinals, counts and references changed. */
  readonly rest: boolean;
  /** Wrong slots before the repair and after it. */
  readonly before: number;
  readonly after: number;
  /** The slots that differ between the damaged, the repaired and the right text, one per line. */
  readonly difference: string;
}

export function judge(sample: Sample): Verdict {
  const { rendered, right, damaged, stays } = sample;
  const first = treat(damaged);
  const second = treat(first.repaired);
  const words = align(rendered, first.repaired);
  const wrong = (written: (index: number) => string | undefined) =>
    rendered.slots.filter((slot, index) => !slot.right.includes(written(index) ?? '')).length;
  const isRight =
    words === null ? false : rendered.slots.every(({ right: ok }, at) => ok.includes(words[at] ?? ''));
  let miss: string | null = null;
  if (first.found.length === 0) miss = 'nothing found';
  else if (words === null) miss = 'something else changed';
  else if (!isRight && !right.includes(first.repaired)) miss = 'not as it ought to be';
  else if (second.changes > 0) miss = `${second.changes} changes more by a second repair`;
  else if (!stays && second.found.length > 0) miss = `found after the repair: ${second.found[0]}`;
  return {
    miss,
    rest: words !== null,
    before: wrong((index) => rendered.slots[index]?.written),
    after: words === null ? rendered.slots.length : wrong((index) => words[index]),
    difference: differenceOf(rendered, words),
  };
}

/** Longest ordinal. UTF-16 units. */
const longestSlot = 12;

/** The words in the slots of a text; null if anything between them differs. */
export function align({ literals, slots }: Rendered, text: string): string[] | null {
  const first = literals[0] ?? '';
  if (!text.startsWith(first)) return null;
  let at = first.length;
  const words: string[] = [];
  for (let index = 0; index < slots.length; index++) {
    const literal = literals[index + 1] ?? '';
    const end = index === slots.length - 1 ? text.length - literal.length : text.indexOf(literal, at);
    if (end < at || end - at > longestSlot || !text.startsWith(literal, end)) return null;
    words.push(text.slice(at, end));
    at = end + literal.length;
  }
  return at === text.length ? words : null;
}

function differenceOf({ slots, literals }: Rendered, words: readonly string[] | null): string {
  return slots
    .flatMap(({ written, right }, index) => {
      const now = words?.[index] ?? '?';
      if (right.includes(written) && right.includes(now)) return [];
      const line = (literals[index + 1] ?? '').split('\n', 1)[0]?.slice(0, 14) ?? '';
      const verdict = right.includes(now) ? 'ok ' : 'NOT';
      return [`  ${verdict} ${written} → ${now} (${right.join(' or ')}) ${line}`];
    })
    .join('\n');
}
