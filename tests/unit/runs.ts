/**
 * The number of runs of a test with generated data, and the seed. The short form uses the same data each time, so
 * that results are comparable; a longer one, requested by an environment variable, uses other data each night. SEED
 * repeats one of those.
 */
export function runsOf(variable: string, short: number): { readonly runs: number; readonly seed: number } {
  const runs = Number(process.env[variable] ?? short);
  return { runs, seed: Number(process.env.SEED ?? (runs > short ? Date.now() % 2 ** 31 : 1)) };
}
