import { type OrganisationPack, readOrganisation } from '../../lib/phrases/own/organisation.ts';
import { PackRefusedError } from '../../lib/phrases/own/refused.ts';
import { readManaged } from '../../lib/storage/managed.ts';

/** How long the index waits for a policy, in ms. */
const patience = 1_500;

/**
 * The packs that the organisation's policy hands out (key `packs` of managed storage, in the form of
 * managed_schema.json): objects as in a pack file, or with such a file's text. One that cannot be read is left out, with a line in the log.
 */
export async function readPolicy(): Promise<OrganisationPack[]> {
  const managed = await readManaged(patience);
  // Without a limit no draft would be checked while this worker lives.
  if (managed === null) console.warn('稿准：浏览器没有告知单位策略，暂按没有处理。');
  const list = managed?.packs ?? [];
  return list.flatMap((item, i) => {
    const id = `policy${i + 1}`;
    try {
      const data = documentOf(item);
      // The day has no say in it, so that the index of yesterday serves today.
      const today = '1970-01-01';
      const { name, version, data: packs } = readOrganisation(data, { id, fileName: '单位词库', today });
      return [{ id, name, version, from: 'policy' as const, takenOn: '', data: packs }];
    } catch (error) {
      const why = error instanceof PackRefusedError ? error.words.zh : '不是有效的 JSON。';
      console.warn(`稿准：策略下发的第 ${i + 1} 个词库没有载入：${why}`, error);
      return [];
    }
  });
}

function documentOf(item: unknown): unknown {
  const text = typeof item === 'object' && item !== null && 'text' in item ? item.text : item;
  return typeof text === 'string' ? (JSON.parse(text) as unknown) : item;
}
