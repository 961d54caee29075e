import { characterTable, HitBuffer, scanText } from '../../lib/phrases/automaton.ts';
import { buildAutomaton } from '../../lib/phrases/automaton-build.ts';
import { loadKnowledge } from '../../lib/phrases/knowledge.ts';
import { pinyinOf } from '../../scripts/pinyin.ts';
import { seededRandom, syntheticIndex, syntheticPhrases, syntheticText } from './synthetic.ts';
import { plainPass } from './times.ts';

/** One measurement; `bar` is its maximum or minimum, null if there is none. */
export interface BenchRow {
  readonly name: string;
  readonly value: number;
  readonly bar: number | null;
  /** True if `bar` is a minimum. */
  readonly atLeast?: boolean;
  readonly unit: string;
}

const PHRASES = 20_000;

/** Median milliseconds of one run after a warm-up, timed in batches long enough for the clock. */
export function median(run: () => void, batch: number, samples = 25): number {
  for (let i = 0; i < batch * 5; i++) run();
  const times: number[] = [];
  for (let s = 0; s < samples; s++) {
    const start = performance.now();
    for (let i = 0; i < batch; i++) run();
    times.push((performance.now() - start) / batch);
  }
  times.sort((a, b) => a - b);
  return times[samples >> 1] ?? Number.NaN;
}

/** Measures scan and load with 20,000 synthetic phrases. */
export function benchScan(): BenchRow[] {
  const random = seededRandom(20_260_101);
  const phrases = syntheticPhrases(PHRASES, random);
  const rows: BenchRow[] = [];

  const buildStart = performance.now();
  const automaton = buildAutomaton(phrases);
  rows.push({ name: 'build the automaton', value: performance.now() - buildStart, bar: null, unit: 'ms' });
  const table = characterTable(automaton.alphabet);
  const blob = syntheticIndex(phrases, pinyinOf);
  rows.push({ name: 'index size', value: blob.byteLength / 2 ** 20, bar: null, unit: 'MB' });
  const knowledge = loadKnowledge(blob);

  const hits = new HitBuffer();
  let sink = 0;
  for (const length of [10_000, 50_000]) {
    const text = syntheticText(length, phrases, random);
    const batch = length === 10_000 ? 50 : 10;
    const plain = median(() => {
      sink ^= plainPass(table, text);
    }, batch);
    const exact = median(() => scanText(automaton, table, text, hits), batch);
    const objects = median(() => {
      sink ^= knowledge.scan(text).length;
    }, batch);
    const of = `${length.toLocaleString('en')} characters`;
    rows.push({ name: `plain pass, ${of}`, value: plain, bar: null, unit: 'ms' });
    rows.push({
      name: `exact scan, ${of} (${hits.count} hits)`,
      value: exact / plain,
      bar: length === 10_000 ? 6 : null,
      unit: '× plain',
    });
    rows.push({
      name: `scan with masks and match objects, ${of}`,
      value: objects / plain,
      bar: null,
      unit: '× plain',
    });
  }

  rows.push({
    name: 'load the index',
    value: median(() => void loadKnowledge(blob), 1, 9),
    bar: null,
    unit: 'ms',
  });
  // Used, so that nothing measured is optimised away.
  return Number.isInteger(sink) ? rows : [];
}
