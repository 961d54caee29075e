/** assets/prose/judge.yaml: the weights of the judge of slips, group by group. */
import { parse } from 'yaml';
import { type Group, groupNames, groups, traitCount } from '../../lib/rules/prose/traits.ts';

const sets = ['single', 'double'] as const;

/** Reads the weights of both sets, one after the other. Throws a RangeError if some are missing. */
export function readJudge(text: string): Float32Array {
  const file = parse(text) as Record<string, Record<string, readonly number[]> | undefined>;
  const weights = sets.flatMap((set) =>
    groupNames.flatMap((group) => weightsIn(file[set]?.[group], set, group)),
  );
  return Float32Array.from(weights);
}

function weightsIn(row: readonly number[] | undefined, set: string, group: Group): readonly number[] {
  if (row?.length !== groups[group]) throw new RangeError(`judge.yaml: ${set} ${group}`);
  return row;
}

/** Writes the weights of both sets, in the order of `sets`. */
export function writeJudge(weights: readonly Float64Array[]): string {
  return sets
    .map((set, at) => {
      const own = weights[at] ?? new Float64Array(traitCount);
      let from = 0;
      const lines = groupNames.map((group) => {
        const row = own.subarray(from, from + groups[group]);
        from += groups[group];
        return `  ${group}: [${Array.from(row, (one) => Number(one.toFixed(2)) + 0).join(', ')}]`;
      });
      return `${set}:\n${lines.join('\n')}\n`;
    })
    .join('');
}
