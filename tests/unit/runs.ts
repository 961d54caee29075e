/**
 * How often a test is run with generated data, and from which seed. A short form takes the same data each time, so that
 * it tells what a change does; a longer one, asked for by an environment variable, takes other data each night. SEED
 * repeats one of those.
 */
export function runsOf(variable: string, short: number): { readonly runs: number; readonly seed: number } {
  const runs = Number(process.env[variable] ?? short);
  return { runs, seed: Number(process.env.SEED ?? (runs > short ? Date.now() % 2 ** 31 : 1)) };
}
