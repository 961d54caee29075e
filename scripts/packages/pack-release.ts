import { PackRefusedError } from '../../lib/phrases/own/refused.ts';
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

/** What is known of the last release. */
export interface LastRelease {
  readonly version: number;
  /** The day up to which its packs are true, ISO date. */
  readonly until: string;
}

/**
 * Reads the file of the last release (`text`), signed with a key (PEM).
 * @throws Error where it is no such file, or another key has signed it: no computer would take what this key signs
 */
export async function lastRelease(text: string, key: string): Promise<LastRelease> {
  let release: { pack?: unknown; version?: unknown };
  let pack: { packs?: { trueUntil?: unknown }[] };
  try {
    release = JSON.parse(text);
    pack = JSON.parse(String(release.pack));
  } catch (cause) {
    throw new Error('输出文件已经有了，却不是上次发布的词库，没有覆盖。请换一个文件名。', { cause });
  }
  try {
    await readUpdate(text, readKey(publicKeyOf(key)), 0, '1970-01-01');
  } catch (cause) {
    if (!(cause instanceof PackRefusedError)) throw cause;
    throw new Error(
      '输出文件里上次发布的词库不是这个私钥签的，或已损坏，没有覆盖：各电脑设的公钥不认别的私钥。请用原来的私钥；确要换的，换一个文件名。',
      { cause },
    );
  }
  return { version: Number(release.version), until: oldest(pack.packs ?? []) };
}

/** The first of the days up to which packs are true. */
const oldest = (packs: readonly { readonly trueUntil?: unknown }[]): string =>
  packs.map(({ trueUntil }) => String(trueUntil)).sort()[0] ?? '';

/** The version of a release on a day (ISO date): ten digits, the day and a count; above `before`, the last release's. */
export function versionOn(day: string, before: number): number {
  const first = Number(`${day.replaceAll('-', '')}01`);
  return before < first ? first : before + 1;
}

/**
 * Signs packs with a key (PEM) for organisations that cannot update the extension. The name tells the day up to which all of them
 * are true. `last` is the last release; null if there is none.
 * @throws Error if nothing is left of a pack, its words are older than those of the last release, or the extension would not take it
 */
export async function releasePacks(
  packs: readonly Pack[],
  key: string,
  day: string,
  last: LastRelease | null,
): Promise<PackRelease> {
  const until = oldest(packs);
  if (until === '') throw new Error('没有词库可发布。');
  if (last !== null && until < last.until)
    throw new Error(`上次发布的词库更新至 ${last.until}，这些只更新至 ${until}，没有发布。`);
  const before = last?.version ?? 0;
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
