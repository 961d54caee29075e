import type { Office } from './office.ts';

declare const chrome: {
  storage: Record<
    Area,
    {
      readonly QUOTA_BYTES: number;
      getBytesInUse(key: null): Promise<number>;
      set(items: Record<string, string>): Promise<void>;
      remove(keys: string[]): Promise<void>;
    }
  >;
};

/** The key of what fills a storage. */
const filler = 'soak-filler';

type Area = 'local' | 'session';

/** Fills a storage of the extension, so that it has no room for one byte. */
export async function fill({ panel }: Office, area: Area): Promise<void> {
  await panel.evaluate(
    async ([key, where]) => {
      const storage = chrome.storage[where];
      const room = storage.QUOTA_BYTES - (await storage.getBytesInUse(null)) - key.length - 2;
      await storage.set({ [key]: 'x'.repeat(Math.max(0, room)) });
    },
    [filler, area] as const,
  );
}

/** Takes away what filled the storage. */
export async function free({ panel }: Office, area: Area): Promise<void> {
  await panel.evaluate(([key, where]) => chrome.storage[where].remove([key]), [filler, area] as const);
}
