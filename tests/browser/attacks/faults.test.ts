import { beforeEach, describe, expect, it } from 'vitest';
import { useSurfaces, wait } from '../fixture.ts';
import { own } from './stage.ts';

/* Faults of the browser's own stores, put into the running extension. */

const surfaces = useSurfaces();
interface Reply {
  readonly fault?: string;
  readonly phrases?: readonly { readonly name: string }[];
}
/** Asks as a page of the extension does. */
const ask = (message: object): Promise<Reply & Record<string, unknown>> =>
  surfaces.welcome.evaluate(`chrome.runtime.sendMessage(${JSON.stringify(message)})`);
const inStore = (expression: string): Promise<unknown> =>
  surfaces.welcome.evaluate(`chrome.storage.${expression}`);
const check = { type: 'check', text: '市工商局牵头。', complete: true, draftKey: 'k', stage: 'decided' };

/** True if all that the surfaces ask for is answered, and a draft is checked. */
async function worksOn(): Promise<void> {
  for (const type of ['status', 'own-list', 'organisation-list', 'kept-phrases', 'backup'])
    expect(await ask({ type }), type).toMatchObject({ replyTo: type });
  expect(await ask({ type: 'search', query: '四个意识', limit: 5 })).toMatchObject({ replyTo: 'search' });
  expect(await ask({ type: 'ignored', draftKey: 'k' })).toMatchObject({ replyTo: 'ignored' });
  expect(JSON.stringify(await ask(check))).toContain('工商局');
}

beforeEach(async () => {
  await inStore('local.clear()');
  await inStore('session.clear()');
});

const shapes: Readonly<Record<string, string>> = {
  null: 'null',
  'a number': '-1e308',
  'a string': `'\\ud800<img>'`,
  'a list': '[null, 7, [], {}, "x"]',
  'a nest': `(() => { let one = {}; for (let i = 0; i < 300; i++) one = { one, list: [one.x] }; return one; })()`,
  'names of prototypes': `JSON.parse('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"toString":1,"rulesOff":{"length":9},"sitesOff":7}')`,
  '3,000 items': 'Array.from({ length: 3000 }, (_, i) => ({ id: i, name: {}, wrong: 7 }))',
};
const keys = [
  'settings',
  'own',
  'organisations',
  'packUpdate',
  'kept-phrases',
  'key-hint',
  'desk-in-use',
  'restoreUnfinished',
  'draft:k',
];
const sessionKeys = ['desk', 'desk-file', 'desk-text', 'panel-front', 'frame:1', 'counts:1', 'hidden:1'];

describe('a value in the storage that is not what it should be stops nothing:', () => {
  for (const key of keys)
    it.each(Object.entries(shapes))(`${key} is %s`, async (_, made) => {
      await inStore(`local.set({ ${JSON.stringify(key)}: ${made} })`);
      await surfaces.harness.stopWorker();
      await worksOn();
      expect(await (await surfaces.harness.worker()).evaluate('({}).polluted')).toBeUndefined();
    });

  it.each(Object.entries(shapes))('all of the session’s are %s, with a panel that opens', async (_, made) => {
    await inStore(
      `session.set({ ${sessionKeys.map((key) => `${JSON.stringify(key)}: ${made}`).join(', ')} })`,
    );
    await surfaces.harness.stopWorker();
    const panel = surfaces.closeLater(await surfaces.harness.context.newPage());
    await panel.goto(new URL('/sidepanel.html', surfaces.welcome.url()).href);
    await panel.getByRole('tab', { name: '文稿台' }).click(wait);
    await panel.locator('#desk-text').waitFor(wait);
    await worksOn();
  });

  it.each(Object.entries(shapes))('all of them are %s, with options that open', async (_, made) => {
    await inStore(`local.set({ ${keys.map((key) => `${JSON.stringify(key)}: ${made}`).join(', ')} })`);
    const options = surfaces.closeLater(await surfaces.open('options', { width: 900, height: 900 }));
    await options.getByRole('heading', { name: '单位词库' }).waitFor(wait);
    await worksOn();
  });
});

describe('a worker that is stopped in the middle of a write', () => {
  it.each(Array.from({ length: 12 }, (_, at) => at * 4))(
    '%d turns after it was asked leaves all or nothing',
    async (turns) => {
      await ask({ type: 'own-take', drafts: [own] });
      const second = { ...own, name: '便民服务站', wrong: '便民驿点' };
      const asked = surfaces.welcome.evaluate(
        `(() => { void chrome.runtime.sendMessage(${JSON.stringify({ type: 'own-take', drafts: [second] })}).catch(() => null); })()`,
      );
      await asked;
      for (let turn = 0; turn < turns; turn++) await surfaces.welcome.evaluate('0');
      await surfaces.harness.stopWorker();
      const names = (await ask({ type: 'own-list' })).phrases?.map(({ name }) => name).sort();
      expect([[own.name], [own.name, second.name].sort()]).toContainEqual(names);
      await worksOn();
    },
  );
});

describe('a storage that is full', () => {
  it('refuses what it has no room for in a sentence, loses nothing, and checks on', async () => {
    await ask({ type: 'own-take', drafts: [own] });
    await inStore(`local.set({ filler: 'x'.repeat(10 * 1024 * 1024 - 4000) })`);
    const many = Array.from({ length: 400 }, (_, at) => ({
      ...own,
      name: `规范表述第${at}条`,
      wrong: `误写第${at}条甲`,
    }));
    const answer = await ask({ type: 'own-take', drafts: many });
    expect(answer.fault).toMatch(/^[^。\n]+。[^。\n]*。?$/u);
    expect((await ask({ type: 'own-list' })).phrases?.map(({ name }) => name)).toEqual([own.name]);
    await worksOn();
    await inStore(`local.remove('filler')`);
    expect((await ask({ type: 'own-take', drafts: many })).fault).toBeUndefined();
  });
});

/** Puts a record of another shape into each store of the index's database, under each of its keys. */
const spoil = (made: string) => `(async () => {
  for (const { name } of await indexedDB.databases()) {
    const database = await new Promise((resolve, reject) => { const asked = indexedDB.open(name); asked.onsuccess = () => resolve(asked.result); asked.onerror = reject; });
    const stores = [...database.objectStoreNames];
    const transaction = database.transaction(stores, 'readwrite');
    for (const store of stores.map((one) => transaction.objectStore(one)))
      store.openCursor().onsuccess = ({ target: { result: cursor } }) => { if (cursor === null) return; const value = cursor.value; try { cursor.update(${made}); } catch {} cursor.continue(); };
    await new Promise((resolve) => { transaction.oncomplete = resolve; transaction.onabort = resolve; });
    database.close();
  }
})()`;

describe('an index that is damaged in its database is built again:', () => {
  it.each([
    ['a string in its place', `'x'`],
    [
      'half of it',
      `value instanceof ArrayBuffer ? value.slice(0, value.byteLength >> 1) : typeof value === 'object' ? Object.fromEntries(Object.entries(value).map(([name, one]) => [name, one instanceof ArrayBuffer ? one.slice(0, one.byteLength >> 1) : ArrayBuffer.isView(one) ? one.slice(0, one.length >> 1) : one])) : value`,
    ],
    [
      'one bit turned',
      `(() => { const turn = (one) => { const bytes = new Uint8Array(one instanceof ArrayBuffer ? one : one.buffer); bytes[bytes.length >> 1] ^= 4; return one; }; return value instanceof ArrayBuffer || ArrayBuffer.isView(value) ? turn(value) : typeof value === 'object' ? Object.fromEntries(Object.entries(value).map(([name, one]) => [name, one instanceof ArrayBuffer || ArrayBuffer.isView(one) ? turn(one) : one])) : value; })()`,
    ],
    ['nothing', 'null'],
    ['a list', '[value, value]'],
  ])('%s', async (_, made) => {
    await worksOn();
    await (await surfaces.harness.worker()).evaluate(spoil(made));
    await surfaces.harness.stopWorker();
    await worksOn();
  });

  it('a database of a later version', async () => {
    await surfaces.harness.stopWorker();
    await surfaces.welcome.evaluate(`(async () => {
      for (const { name } of await indexedDB.databases()) {
        await new Promise((resolve) => { const gone = indexedDB.deleteDatabase(name); gone.onsuccess = gone.onerror = gone.onblocked = resolve; });
        await new Promise((resolve) => { const later = indexedDB.open(name, 9999); later.onsuccess = () => { later.result.close(); resolve(); }; later.onerror = later.onblocked = resolve; });
      }
    })()`);
    await worksOn();
  });
});
