import { readKey, readUpdate } from '../../lib/phrases/own/update.ts';
import type { Pack } from '../../lib/phrases/pack.ts';
import { packKinds } from '../../lib/phrases/schema.ts';
import { publicKeyOf, signPack } from '../sign-pack.ts';

/** Packs released by themselves: the file for an update address, and the pack alone for a file import or a policy. */
export interface PackRelease {
  readonly name: string;
  readonly version: number;
  /** The text of the signed file. */
  readonly update: string;
  /** The text of the pack without its signature. */
  readonly pack: string;
}

/** The version of a release on a day (ISO date): ten digits, the day and a count; above `before`, the last release's. */
export function versionOn(day: string, before: number): number {
  const first = Number(`${day.replaceAll('-', '')}01`);
  return before < first ? first : before + 1;
}

/**
 * Signs packs with a key (PEM) for organisations that cannot update the extension. The name tells the day up to which all of them
 * are true. `before` is the version of the last release; 0 if there is none.
 * @throws Error if nothing is left of a pack, or the extension would not take what was signed
 */
export async function releasePacks(
  packs: readonly Pack[],
  key: string,
  day: string,
  before: number,
): Promise<PackRelease> {
  const until = packs.map(({ trueUntil }) => trueUntil).sort()[0];
  if (until === undefined) throw new Error('没有词库可发布。');
  const name = `稿准词库（更新至${until}）`;
  const version = versionOn(day, before);
  const written = packs.map(({ kind, trueUntil, items }) => ({
    kind,
    trueUntil,
    [packKinds[kind].list]: items,
  }));
  const pack = JSON.stringify({ name, version, packs: written });
  const { update, problems } = signPack(pack, key);
  const [problem] = problems;
  if (problem !== undefined) throw new Error(problem.zh);
  const read = await readUpdate(update, readKey(publicKeyOf(key)), before, day);
  if (read === null || read.version !== version) throw new Error('签好的词库读不回来。');
  return { name, version, update, pack };
}
