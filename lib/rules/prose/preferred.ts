import type { ProseModel } from '../../phrases/prose/prose-model.ts';
import { isMark } from '../../phrases/prose/reading.ts';
import { codeUnitsOf } from '../code-units.ts';

/** How many code units on either side belong to a run of three with a character. */
const reach = 2;

/**
 * Whether official prose prefers other words at a place of a text: whether the runs of three with the first character that
 * differs were counted oftener with them. True without a model, and where both are equally long and the same. UTF-16 offsets.
 */
export function isPreferred(
  text: string,
  start: number,
  end: number,
  right: string,
  model: ProseModel | undefined,
): boolean {
  if (model === undefined || right.length !== end - start) return true;
  let at = start;
  while (at < end && text.charAt(at) === right.charAt(at - start)) at++;
  if (at === end) return true;
  // Not the whole paragraph with the other words in it: a long one would be copied for each finding.
  const from = Math.max(0, at - reach);
  const to = at + reach + 1;
  const put = text.slice(from, start) + right.slice(Math.max(0, from - start)) + text.slice(end, to);
  return sumOf(put.slice(0, to - from), model) > sumOf(text.slice(from, to), model);
}

/** The levels of all runs of three in a text, added up. */
function sumOf(text: string, model: ProseModel): number {
  const { ids, count } = model.read(codeUnitsOf(text));
  let sum = 0;
  for (let place = 0; place + 2 < count; place++) {
    const middle = ids[place + 1] as number;
    if (!isMark(middle)) sum += model.three(ids[place] as number, middle, ids[place + 2] as number);
  }
  return sum;
}
