import { plainPass } from '../bench/times.ts';

/** Maximum number of measurements for a run to stay below its bound. */
const mostTurns = 3;
/** Minimum duration of the measured plain passes, ms. */
const longEnough = 20;

/** Processor time of this process for a call, ms; other programs do not count. */
function processorTime(run: () => unknown): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

/** Processor time of reading and looking up each character of a text once, ms. */
function plainTime(text: string): number {
  const flat = Array.from(text).join('');
  const table = new Uint16Array(65_536).map((_, unit) => unit * 7);
  let sink = 0;
  let passes = 0;
  const all = () => {
    const end = process.cpuUsage().user + longEnough * 1_000;
    for (; passes < 10 || process.cpuUsage().user < end; passes++) sink ^= plainPass(table, flat);
  };
  const time = processorTime(all) / passes;
  // Used, so that no pass is optimised away.
  return Number.isInteger(sink) ? time : Number.NaN;
}

/**
 * The processor time of a run over a text in plain passes over it: equal on fast, slow and busy machines. A run at or
 * above the bound is measured again, at most twice, and the minimum is returned.
 */
export function plainPasses(text: string, run: () => unknown, bound: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let turn = 0; turn < mostTurns && !(least < bound); turn++)
    least = Math.min(least, processorTime(run) / plainTime(text));
  return least;
}
