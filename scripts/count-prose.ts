/**
 * `npm run prose -- FOLDER…`: counts the official prose in all .txt and .md files of some folders, and writes
 * assets/prose/counts.bin: no text, only how often runs of two and three characters occur, cut and in eight levels.
 */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { writeCounts } from '../lib/phrases/prose/prose-model.ts';
import { firstId } from '../lib/phrases/prose/reading.ts';
import { codeUnitsOf } from '../lib/rules/code-units.ts';
import { loadSegmenter } from './load-segmenter.ts';
import { buildLevelTable, type Levelled } from './prose/build-table.ts';
import { companyRuns, frequentWords } from './prose/company.ts';
import { levelledRuns, readTexts } from './prose/count.ts';
import { likenessesOf } from './prose/likenesses.ts';
import { readInput } from './read-text.ts';

/** The most runs: some 11.3 bits each, beside the characters and their likenesses. Of these, those of words near words. */
const mostRuns = 1_235_000;
const mostCompany = 220_000;
/** The most words of two characters. */
const mostWords = 12_000;

const assets = join(import.meta.dirname, '../assets/prose');
const folders = process.argv.slice(2);
if (folders.length === 0) throw new Error('Usage: npm run prose -- FOLDER…');
const texts: Uint16Array[] = [];
for (const folder of folders)
  for (const file of await readdir(folder, { recursive: true }))
    if (/\.(?:txt|md)$/u.test(file)) texts.push(codeUnitsOf((await readInput(join(folder, file))).text));
const { ids, units, times } = readTexts(texts);
const total = times.reduce((sum, one) => sum + one, 0);
const rarity = Uint8Array.from(times, (one) =>
  one === 0 ? 63 : Math.min(63, Math.round(2 * Math.log2(total / one))),
);
const segmenter = await loadSegmenter();
const isWord = (first: number, second: number) =>
  first >= firstId &&
  second >= firstId &&
  segmenter.isWord(String.fromCharCode(...[first, second].map((id) => units[id] ?? 0)));
const company = companyRuns(ids, isWord, mostCompany);
const runs = joined(levelledRuns(ids, mostRuns - company.level.length), company);
const table = buildLevelTable(runs);
const shapes = `${await ownShapes()}${await readFile(join(assets, 'shapes.txt'), 'utf8')}`;
const bytes = writeCounts({
  units,
  rarity,
  table,
  likenesses: likenessesOf(units, shapes),
  words: frequentWords(ids, isWord, mostWords),
});
await writeFile(join(assets, 'counts.bin'), bytes);
process.stdout.write(
  `${texts.length} 篇，${total} 字，${units.length} 种；${runs.level.length} 个字组；写入 ${bytes.length} 字节\n`,
);

/** The characters of like shape that people listed, as lines of shapes.txt: a character and those like it. */
async function ownShapes(): Promise<string> {
  const file = parse(await readFile(join(assets, '../phrases/spelling.yaml'), 'utf8')) as {
    readonly entries: readonly { readonly shapes?: readonly string[] }[];
  };
  const own = await readFile(join(assets, 'own-shapes.txt'), 'utf8');
  const groups = [
    ...own.split('\n').filter((line) => /^[^#]/u.test(line)),
    ...file.entries.flatMap(({ shapes = [] }) => shapes),
  ];
  return groups.flatMap((group) => [...group].map((one) => `${one} ${group.replace(one, '')}\n`)).join('');
}

function joined(one: Levelled, other: Levelled): Levelled {
  return {
    a: Uint32Array.from([...one.a, ...other.a]),
    b: Uint16Array.from([...one.b, ...other.b]),
    c: Uint16Array.from([...one.c, ...other.c]),
    level: Uint8Array.from([...one.level, ...other.level]),
  };
}
