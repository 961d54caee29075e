/**
 * `npm run prose -- FOLDER…`: counts the official prose in all .txt and .md files of some folders, and writes
 * assets/prose/counts.bin: no text, only how often runs of two and three characters occur, cut and in eight levels.
 */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeCounts } from '../lib/phrases/prose/prose-model.ts';
import { codeUnitsOf } from '../lib/rules/code-units.ts';
import { buildLevelTable } from './prose/build-table.ts';
import { levelledRuns, readTexts } from './prose/count.ts';
import { likenessesOf } from './prose/likenesses.ts';
import { readInput } from './read-text.ts';

/** The most runs: some 11.3 bits each, beside the characters and their likenesses. */
const mostRuns = 1_270_000;

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
const runs = levelledRuns(ids, mostRuns);
const table = buildLevelTable(runs);
const shapes = await readFile(join(assets, 'shapes.txt'), 'utf8');
const bytes = writeCounts({ units, rarity, table, likenesses: likenessesOf(units, shapes) });
await writeFile(join(assets, 'counts.bin'), bytes);
process.stdout.write(
  `${texts.length} 篇，${total} 字，${units.length} 种；${runs.level.length} 个字组；写入 ${bytes.length} 字节\n`,
);
