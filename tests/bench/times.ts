/** Milliseconds that something takes. */
export function timed(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

/** The middle one of some numbers, or the one below which this share of them lies; sorts them. */
export function median(numbers: number[], share = 0.5): number {
  numbers.sort((a, b) => a - b);
  return numbers[Math.min(numbers.length - 1, Math.floor(numbers.length * share))] ?? Number.NaN;
}
