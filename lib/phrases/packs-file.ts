import * as v from 'valibot';
import { bilingual } from '../language/language.ts';
import { labelWords } from './labels.ts';
import { otherWordings } from './other-wordings.ts';
import { type Pack, type PackProblem, packProblem, readPack } from './pack.ts';
import { packKinds } from './schema.ts';
import type { PinyinOf } from './search-data.ts';
import { searchKey } from './wording.ts';

/**
 * The packs as one JSON file of the build, with the pinyin that their characters alone do not give, since the browser
 * has no pinyin dictionary to rebuild the index with.
 */
const packsFileSchema = v.object({
  packs: v.array(v.object({ file: v.string(), data: v.unknown() })),
  pinyin: v.record(v.string(), v.array(v.string())),
});

/**
 * Writes packs as JSON, and the pinyin of their searched wordings where it is not what `byCharacters` gives: most of it
 * is, and the package is to be small.
 */
export function writePacksFile(
  packs: readonly Pack[],
  pinyinOf: PinyinOf,
  byCharacters: PinyinOf = () => [],
): string {
  const pinyin: Record<string, readonly string[]> = {};
  const noted = new Set(['']);
  const note = (wording: string) => {
    const key = searchKey(wording);
    if (noted.has(key)) return;
    noted.add(key);
    const readings = pinyinOf(key);
    if (readings.join() !== byCharacters(key).join()) pinyin[key] = readings;
  };
  for (const { entries, series } of packs) {
    for (const entry of entries) {
      if (entry.kind === 'confusable') continue;
      for (const wording of [entry.name, ...otherWordings(entry), ...labelWords(entry)]) note(wording);
    }
    for (const { name, forms } of series.flatMap(({ members }) => members)) {
      for (const wording of [name, ...forms]) note(wording);
    }
  }
  const written = packs.map(({ file, kind, trueUntil, items }) => ({
    file,
    data: { kind, trueUntil, [packKinds[kind].list]: items },
  }));
  return JSON.stringify({ packs: written, pinyin });
}

/** Reads what writePacksFile wrote with this `byCharacters`, from parsed JSON; faulty parts are left out and reported. */
export function readPacksFile(
  data: unknown,
  byCharacters: PinyinOf = () => [],
): { packs: Pack[]; problems: PackProblem[]; pinyinOf: PinyinOf } {
  const result = v.safeParse(packsFileSchema, data);
  if (!result.success) {
    const problem = packProblem(
      'packs.json',
      bilingual(
        '随附的词库文件读不出来，提法检查暂不可用。',
        'the packs that came with the extension cannot be read; phrases are not checked for now.',
      ),
    );
    return { packs: [], problems: [problem], pinyinOf: () => [] };
  }
  const packs: Pack[] = [];
  const problems: PackProblem[] = [];
  for (const { file, data: pack } of result.output.packs) {
    const read = readPack(file, pack);
    if (read.pack !== null) packs.push(read.pack);
    problems.push(...read.problems);
  }
  const readings = new Map(Object.entries(result.output.pinyin));
  return { packs, problems, pinyinOf: (key) => readings.get(key) ?? byCharacters(key) };
}
