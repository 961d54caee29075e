import { browser } from 'wxt/browser';
import { type OrganisationPack, readOrganisation } from '../../lib/phrases/own/organisation.ts';
import { PackRefusedError } from '../../lib/phrases/own/refused.ts';

/**
 * The packs that the organisation's policy hands out (key `packs` of managed storage, in the form of
 * managed_schema.json): objects as in a pack file, or with such a file's text. One that cannot be read is left out, with a line in the log.
 */
export async function readPolicy(): Promise<OrganisationPack[]> {
  const list = await managedPacks();
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

/** How long a browser may take to tell of its policy, in ms: one that has just been installed may never answer. */
const patience = 1_500;

async function managedPacks(): Promise<readonly unknown[]> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<Record<string, unknown>>((resolve) => {
    timer = setTimeout(() => {
      // What changes later is followed; without a limit no draft would be checked while this worker lives.
      console.warn('稿准：浏览器没有告知单位策略，暂按没有处理。');
      resolve({});
    }, patience);
  });
  try {
    const { packs } = await Promise.race([browser.storage.managed.get('packs'), tooLate]);
    return Array.isArray(packs) ? packs : [];
  } catch {
    // Firefox refuses where no policy is installed at all.
    return [];
  } finally {
    clearTimeout(timer);
  }
}
