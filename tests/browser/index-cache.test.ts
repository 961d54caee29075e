import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { StatusReply } from '../../lib/messaging/messages.ts';
import { useSurfaces } from './fixture.ts';

const surfaces = useSurfaces();
let page: Page;

beforeAll(async () => {
  page = await surfaces.open('options');
});

/** Stops the service worker as the browser does when it is idle; the next message starts it anew. */
async function stopWorker(): Promise<void> {
  const session = await surfaces.harness.context.newCDPSession(page);
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await session.detach();
}

const status = (): Promise<StatusReply> =>
  page.evaluate(async () => {
    const { runtime } = (
      globalThis as unknown as { chrome: { runtime: { sendMessage(m: object): unknown } } }
    ).chrome;
    return (await runtime.sendMessage({ type: 'status' })) as StatusReply;
  });

/** Changes the one record of the cache in the extension's own IndexedDB; `empty` takes it away. */
const tamper = (how: 'flip a bit' | 'another build' | 'empty'): Promise<void> =>
  page.evaluate(async (change) => {
    const settled = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await settled(indexedDB.open('gaozhun'));
    const store = database.transaction('index', 'readwrite').objectStore('index');
    const record = (await settled(store.get('built-in'))) as { stamp: string; blob: ArrayBuffer };
    if (change === 'empty') await settled(store.clear());
    else {
      if (change === 'another build') record.stamp = '0123456789abcdef';
      else new Uint8Array(record.blob)[5_000] = (new Uint8Array(record.blob)[5_000] ?? 0) ^ 1;
      await settled(store.put(record, 'built-in'));
    }
    database.close();
  }, how);

async function restarted(): Promise<StatusReply> {
  await stopWorker();
  return await status();
}

describe('the index in the browser', () => {
  it('comes from the build at first, and from IndexedDB from there on', async () => {
    const first = await status();
    expect(first).toMatchObject({ indexFrom: 'build', problems: [] });
    expect(first.entries).toBeGreaterThan(300);
    expect(await restarted()).toMatchObject({ indexFrom: 'cache', problems: [], entries: first.entries });
  });

  it('comes from the build again when the cache is of another build, emptied or damaged', async () => {
    const { entries } = await restarted();
    for (const how of ['another build', 'empty', 'flip a bit'] as const) {
      await tamper(how);
      const after = await restarted();
      expect(after, how).toMatchObject({ indexFrom: 'build', entries });
      expect(after.problems.length, how).toBe(how === 'flip a bit' ? 1 : 0);
      expect(await restarted(), how).toMatchObject({ indexFrom: 'cache', problems: [], entries });
    }
  });
});
