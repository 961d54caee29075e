import { browser } from 'wxt/browser';
import { today } from '../../lib/common/today.ts';
import { bilingual } from '../../lib/language/language.ts';
import { WordedError } from '../../lib/language/worded-error.ts';
import { packsOf } from '../../lib/phrases/own/organisation.ts';
import { PackRefusedError } from '../../lib/phrases/own/refused.ts';
import {
  largestUpdate,
  readKey,
  readUpdate,
  updateInterval,
  updatePackId,
} from '../../lib/phrases/own/update.ts';
import {
  readOrganisations,
  readUpdateRecord,
  type UpdateRecord,
  writeOrganisations,
  writeUpdateRecord,
} from './pack-store.ts';
import { tryOut } from './phrases.ts';

/** How long to wait for the address, in ms. */
const patience = 20_000;

/** What came of asking the address, in ms since 1970: its text, or why there is none. */
interface Look {
  readonly record: UpdateRecord;
  readonly lookedAt: number;
  readonly outcome: { readonly text: string } | { readonly error: unknown };
}

/**
 * Looks at the update address that someone set up: when asked, or when a day has gone by since the last look, whatever
 * it came to. A newer pack that is rightly signed is kept in place of the old one. True when there is a new pack.
 * `inTurn` queues changes of the packs: the address is asked outside of it, since it may take long to answer.
 */
export async function lookForUpdate(
  asked: boolean,
  inTurn: <T>(work: () => Promise<T>) => Promise<T>,
): Promise<boolean> {
  const look = await lookAt(asked);
  return look !== null && (await inTurn(() => take(look)));
}

/** Asks the address; null if there is none, or if it is not time. */
async function lookAt(asked: boolean): Promise<Look | null> {
  const record = await readUpdateRecord();
  if (record === null) return null;
  const lookedAt = Date.now();
  // A look in the future: the machine's clock was wrong then.
  const wait = record.lookedAt > lookedAt ? 0 : record.lookedAt + updateInterval - lookedAt;
  if (!asked && wait > 0) return null;
  try {
    return { record, lookedAt, outcome: { text: await fetchText(record.address) } };
  } catch (error) {
    return { record, lookedAt, outcome: { error } };
  }
}

/** Takes what the address gave, unless another was set meanwhile. True when there is a new pack. */
async function take({ record, lookedAt, outcome }: Look): Promise<boolean> {
  const now = await readUpdateRecord();
  if (now?.address !== record.address || now.key !== record.key) return false;
  try {
    if ('error' in outcome) throw outcome.error;
    const version = await takeUpdate(now, outcome.text);
    const said =
      version === null
        ? bilingual('已是最新。', 'Up to date.')
        : bilingual(`已更新到第 ${version} 版。`, `Updated to version ${version}.`);
    await writeUpdateRecord({ ...now, lookedAt, said, fresh: false });
    return version !== null;
  } catch (error) {
    console.warn('稿准：', error);
    const said =
      error instanceof WordedError
        ? error.words
        : bilingual('更新没有完成，词库未作改动。', 'The update was not finished. Nothing was changed.');
    await writeUpdateRecord({ ...now, lookedAt, said });
    return false;
  }
}

/** The version that was taken, or null when the one in use is the newest. Throws PackRefusedError. */
async function takeUpdate({ key, fresh }: UpdateRecord, text: string): Promise<number | null> {
  const packs = await readOrganisations();
  const current = fresh ? 0 : (packs.find(({ id }) => id === updatePackId)?.version ?? 0);
  const day = today();
  const read = await readUpdate(text, readKey(key), current, day);
  if (read === null) return null;
  const { name, version, data } = read;
  const pack = { id: updatePackId, name, version, from: 'address' as const, takenOn: day, data };
  tryOut(packsOf(pack));
  await writeOrganisations([...packs.filter(({ id }) => id !== updatePackId), pack]);
  return version;
}

/** Gets the text at the address, and sends nothing but the request for it. Throws PackRefusedError. */
async function fetchText(address: string): Promise<string> {
  const allowed = await browser.permissions.contains({ origins: [`${new URL(address).origin}/*`] });
  if (!allowed)
    throw new PackRefusedError(
      bilingual(
        '浏览器没有允许访问更新地址，词库未作改动；请重新设置更新地址并允许。',
        'The browser was not allowed to go to the update address. Please set it again and allow it.',
      ),
    );
  let response: Response;
  try {
    response = await fetch(address, {
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(patience),
    });
    if (response.ok) return await limitedText(response);
  } catch (error) {
    if (error instanceof PackRefusedError) throw error;
    throw new PackRefusedError(
      bilingual(
        '更新地址连不上，或转往了别处，词库未作改动。',
        'The update address cannot be reached, or leads elsewhere. Nothing was changed.',
      ),
      { cause: error },
    );
  }
  throw new PackRefusedError(
    bilingual(
      `更新地址没有给出词库（状态 ${response.status}），词库未作改动。`,
      `The update address gave no pack (status ${response.status}). Nothing was changed.`,
    ),
  );
}

async function limitedText(response: Response): Promise<string> {
  const reader = response.body?.getReader();
  if (reader === undefined) return '';
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  for (let read = await reader.read(); read.value !== undefined; read = await reader.read()) {
    size += read.value.byteLength;
    if (size > largestUpdate) {
      await reader.cancel();
      throw new PackRefusedError(
        bilingual(
          '更新地址给出的文件太大，词库未作改动。',
          'The file at the update address is too large. Nothing was changed.',
        ),
      );
    }
    text += decoder.decode(read.value, { stream: true });
  }
  return text + decoder.decode();
}
