import { browser } from 'wxt/browser';
import { bilingual } from '../language/language.ts';
import { WordedError } from '../language/worded-error.ts';

/** Items of the extension's local storage by their keys, to be written at once. */
export type StoredItems = Readonly<Record<string, unknown>>;

/** The browser's storage for the extension, or the disk, is full: nothing was written. */
export class StorageFullError extends WordedError {
  override readonly name = 'StorageFullError';
}

/** What the reader of a full storage can do. */
const full = bilingual(
  '本机给稿准的存储空间已满，这次没有存下，原有内容不变；请在设置里移除不再用的单位词库、我的提法或每篇忽略的字句，或清理磁盘，再试一次。',
  'The storage for Gaozhun on this computer is full, so this was not saved and nothing was lost; remove packs, own phrases or ignored words that you no longer need in the options, or free some disk space, and try again.',
);

/** How the browsers name it: QuotaExceededError, “QUOTA_BYTES quota exceeded”, “No space left on device”. */
const fullInWords = /quota|no[ _]?space|disk (?:is )?full/iu;

/** Writes all of these items, or none of them. Throws StorageFullError if there is no room, else the browser's own error. */
export async function storeItems(items: StoredItems): Promise<void> {
  try {
    await browser.storage.local.set(items);
  } catch (cause) {
    const said = cause instanceof Error ? `${cause.name} ${cause.message}` : String(cause);
    throw fullInWords.test(said) ? new StorageFullError(full, { cause }) : cause;
  }
}
