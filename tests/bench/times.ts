/** Duration of a call in milliseconds. */
export function timed(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

/** The median of some numbers, or another quantile; sorts them in place. */
export function median(numbers: number[], share = 0.5): number {
  numbers.sort((a, b) => a - b);
  return numbers[Math.min(numbers.length - 1, Math.floor(numbers.length * share))] ?? Number.NaN;
}

/** The baseline for a scan: reads and looks up each character once. */
export function plainPass(table: Uint16Array, text: string): number {
  let sum = 0;
  for (let i = 0; i < text.length; i++) sum = (sum + (table[text.charCodeAt(i)] as number)) | 0;
  return sum;
}
