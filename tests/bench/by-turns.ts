import type { BenchRow } from './scan.ts';
import { median, plainPass, timed } from './times.ts';

/** Duration of a plain pass over 10,000 characters on the machine on which the bars were set. Milliseconds. */
const passThere = 0.017;

/**
 * The duration of a run in plain passes over 10,000 characters, the median of alternating turns: machines differ, and
 * a shared one varies, but both measures vary together. Takes those characters, a warm run, and its bar in
 * milliseconds on the machine on which the bars were set.
 */
export function inPlainPasses(tenThousand: string, run: () => void, bar = 5): BenchRow {
  const flat = Array.from(tenThousand).join('');
  const table = new Uint16Array(65_536).map((_, unit) => unit * 7);
  let sink = 0;
  const forty = () => {
    for (let pass = 0; pass < 40; pass++) sink ^= plainPass(table, flat);
  };
  for (let i = 0; i < 100; i++) forty();
  const turns = Array.from({ length: 200 }, () => {
    const pass = timed(forty) / 40;
    return timed(run) / pass;
  });
  return {
    name: `the same by turns with a plain pass (${bar} ms where one takes ${passThere} ms)`,
    // Used, so that nothing measured is optimised away.
    value: Number.isInteger(sink) ? median(turns) : Number.NaN,
    bar: Math.floor(bar / passThere),
    unit: '× plain',
  };
}
