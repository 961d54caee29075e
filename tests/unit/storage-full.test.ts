import { beforeEach, describe, expect, it, vi } from 'vitest';

const storage = vi.hoisted(() => ({ set: vi.fn<(items: object) => Promise<void>>() }));
vi.mock('wxt/browser', () => ({ browser: { storage: { local: storage } } }));
const { StorageFullError, storeItems } = await import('../../lib/storage/store.ts');

beforeEach(() => {
  storage.set.mockReset();
});

describe('a write to the storage', () => {
  it('hands the items to the browser', async () => {
    await storeItems({ a: 1 });
    expect(storage.set).toHaveBeenCalledWith({ a: 1 });
  });

  it.each([
    new DOMException('The quota has been exceeded.', 'QuotaExceededError'),
    new Error('QUOTA_BYTES quota exceeded'),
    new Error('Resource::kQuotaBytes quota exceeded'),
    new Error('QuotaExceededError: storage.local API call exceeded its quota limitations.'),
    new Error('IO error: .../000003.log: Unable to write: FILE_ERROR_NO_SPACE'),
    new Error('IO error: No space left on device'),
  ])('says that there is no room, and what to do: %s', async (cause) => {
    storage.set.mockRejectedValue(cause);
    const error = await storeItems({ a: 1 }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(StorageFullError);
    expect(error).toMatchObject({ cause, words: { zh: expect.stringMatching(/空间已满.*移除/u) } });
  });

  it('calls no other failure that', async () => {
    const cause = new Error('IO error: Corruption: bad record');
    storage.set.mockRejectedValue(cause);
    await expect(storeItems({ a: 1 })).rejects.toBe(cause);
  });
});
