import { loadKnowledge } from '../../lib/phrases/knowledge.ts';
import { searchPhrases } from '../../lib/phrases/search.ts';
import { pinyinOf } from '../../scripts/pinyin.ts';
import { type BenchRow, median } from './scan.ts';
import { seededRandom, syntheticIndex, syntheticPhrases } from './synthetic.ts';

/** Maximum milliseconds per key, by the number of phrases. */
const bars = [
  [20_000, 4],
  [200_000, 16],
] as const;

/** Measures the phrase search in all its modes, with 20,000 and with 200,000 synthetic phrases. */
export function benchSearch(): BenchRow[] {
  return bars.flatMap(([count, bar]) => searchRows(count, bar));
}

function searchRows(count: number, bar: number): BenchRow[] {
  const phrases = syntheticPhrases(count, seededRandom(20_260_101));
  const { searchIndex } = loadKnowledge(syntheticIndex(phrases, pinyinOf));
  const name = phrases[4_321] ?? '';
  const syllables = (pinyinOf(name)[0] ?? '').split(' ');
  const initials = (from: number) =>
    syllables
      .slice(from)
      .map((syllable) => syllable.charAt(0))
      .join('');
  const queries: Record<string, string> = {
    'one character': '发',
    'two characters': '发展',
    'a whole name': name,
    'full pinyin': syllables.join(''),
    'full pinyin, two syllables': 'fazhan',
    'one letter': 'f',
    'two letters': 'ng',
    initials: initials(0),
    'a mixture': `${name.slice(0, 2)}${initials(2)}`,
    'a mixture of letters': `${syllables[0]}${initials(1)}`,
    'a name with a typo': `${name.slice(0, -1)}误`,
    'frequent words with a typo': '发展误改革',
    'full pinyin with a typo': `${syllables.join('').slice(0, -2)}x${syllables.join('').slice(-1)}`,
    'frequent syllables with a typo': 'fazhanwgaige',
    nothing: 'zzqqxx',
    'nothing in two scripts': '发zzqqxx',
  };
  let sink = 0;
  const rows = Object.entries(queries).map(([what, query]) => {
    const value = median(() => {
      sink ^= searchPhrases(searchIndex, query, { limit: 20, date: '2026-06-01' }).length;
    }, 4);
    return { name: `${count.toLocaleString('en')} phrases, by ${what}`, value, bar, unit: 'ms' };
  });
  // Used, so that nothing measured is optimised away.
  return Number.isInteger(sink) ? rows : [];
}
