import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { compilePacks } from '../../lib/phrases/compile.ts';
import { IndexDamagedError, stampOf } from '../../lib/phrases/index-format.ts';
import { writePacksFile } from '../../lib/phrases/packs-file.ts';
import {
  type IndexStore,
  openPhrases,
  type PhraseDependencies,
  phraseFiles,
} from '../../lib/storage/phrase-cache.ts';
import { samplePacks } from './phrase-packs.ts';

/** One record in memory, copied in and out as IndexedDB does; each step can be made to fail. */
class FakeStore implements IndexStore {
  record: unknown;
  puts = 0;
  closed = 0;
  failing: 'get' | 'put' | null = null;
  hanging = false;

  async get() {
    if (this.hanging) return new Promise<never>(() => undefined);
    if (this.failing === 'get') throw new DOMException('damaged', 'DataError');
    return structuredClone(this.record);
  }
  async put(record: unknown) {
    if (this.failing === 'put') throw new DOMException('full', 'QuotaExceededError');
    this.record = structuredClone(record);
    this.puts++;
  }
  close() {
    this.closed++;
  }
}

const blob = compilePacks(samplePacks(), () => []);

/** The build's files, and which of them were fetched. */
function build(files: Partial<Record<string, BodyInit>> = {}) {
  const all: Partial<Record<string, BodyInit>> = {
    [phraseFiles.stamp]: stampOf(blob),
    [phraseFiles.index]: blob,
    [phraseFiles.packs]: writePacksFile(samplePacks(), () => []),
    [phraseFiles.characters]: '',
    ...files,
  };
  const fetched: string[] = [];
  const fetch: PhraseDependencies['fetch'] = async (path) => {
    fetched.push(path);
    const body = all[path];
    return body === undefined ? new Response(null, { status: 404 }) : new Response(body);
  };
  return { fetch, fetched };
}

const open = (store: FakeStore, files: ReturnType<typeof build>, patience = 1_000) =>
  openPhrases({ fetch: files.fetch, openStore: async () => store, patience });

/** Damaged at one bit in its middle. */
function damaged(): ArrayBuffer {
  const copy = new Uint8Array(blob.slice(0));
  copy[copy.length >> 1] = (copy[copy.length >> 1] ?? 0) ^ 4;
  return copy.buffer;
}

const works = ({ knowledge }: Awaited<ReturnType<typeof openPhrases>>) =>
  knowledge.scan('做到二个维护').map(({ pattern }) => pattern.text);

const sentences = ({ problems }: Pick<Awaited<ReturnType<typeof openPhrases>>, 'problems'>) =>
  problems.map(({ zh }) => zh);

// Each cause goes to the log.
beforeEach(() => void vi.spyOn(console, 'warn').mockImplementation(() => undefined));
afterEach(() => void vi.restoreAllMocks());

describe('opening the phrases', () => {
  test('takes the build’s index at first, and the cached one from there on', async () => {
    const store = new FakeStore();
    const first = await open(store, build());
    expect(first).toMatchObject({ from: 'build', problems: [] });
    const files = build();
    const second = await open(store, files);
    expect(second).toMatchObject({ from: 'cache', problems: [] });
    expect(works(second)).toEqual(['二个维护']);
    expect(second.knowledge.version).toBe(first.knowledge.version);
    expect(files.fetched).toEqual([phraseFiles.stamp]);
    expect([store.puts, store.closed]).toEqual([1, 2]);
  });

  test('takes the new build’s index when the cached one is of another build', async () => {
    const store = new FakeStore();
    await open(store, build());
    const newer = compilePacks(samplePacks().slice(1), () => []);
    const opened = await open(
      store,
      build({ [phraseFiles.index]: newer, [phraseFiles.stamp]: stampOf(newer) }),
    );
    expect(opened.from).toBe('build');
    expect(opened.knowledge.entries).toHaveLength(1);
    const again = await open(
      store,
      build({ [phraseFiles.index]: newer, [phraseFiles.stamp]: stampOf(newer) }),
    );
    expect(again).toMatchObject({ from: 'cache', problems: [] });
    expect(again.knowledge.entries).toHaveLength(1);
  });

  test('replaces a cached index that is damaged', async () => {
    const store = new FakeStore();
    store.record = { stamp: stampOf(blob), blob: damaged() };
    const opened = await open(store, build());
    expect(opened.from).toBe('build');
    expect(sentences(opened)).toEqual([expect.stringContaining('读不出来')]);
    expect(works(opened)).toEqual(['二个维护']);
    expect(await open(store, build())).toMatchObject({ from: 'cache', problems: [] });
  });

  test.each([
    null,
    7,
    'text',
    {},
    { stamp: stampOf(blob) },
    { stamp: stampOf(blob), blob: 'text' },
    { stamp: stampOf(blob), blob: new ArrayBuffer(0) },
  ])('replaces a cached record that is none: %j', async (record) => {
    const store = new FakeStore();
    store.record = record;
    const opened = await open(store, build());
    expect(opened.from).toBe('build');
    expect(works(opened)).toEqual(['二个维护']);
    expect(store.puts).toBe(1);
  });

  test('works without IndexedDB, and says so', async () => {
    const refused = async () => Promise.reject(new DOMException('refused', 'InvalidStateError'));
    const opened = await openPhrases({ fetch: build().fetch, openStore: refused, patience: 1_000 });
    expect(opened.from).toBe('build');
    expect(works(opened)).toEqual(['二个维护']);
    expect(sentences(opened)).toEqual([expect.stringContaining('本机存储')]);
  });

  test('does not wait for an IndexedDB that never answers', async () => {
    const silent = () => new Promise<never>(() => undefined);
    const opened = await openPhrases({ fetch: build().fetch, openStore: silent, patience: 20 });
    expect(opened.from).toBe('build');
    expect(opened.problems).toHaveLength(1);
    const store = new FakeStore();
    store.hanging = true;
    expect((await open(store, build(), 20)).from).toBe('build');
  });

  test('closes a database that opened too late to be of use', async () => {
    const store = new FakeStore();
    const late = () => new Promise<IndexStore>((resolve) => setTimeout(() => resolve(store), 40));
    await openPhrases({ fetch: build().fetch, openStore: late, patience: 10 });
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(store.closed).toBe(1);
  });

  test('works when the database cannot be read or takes nothing', async () => {
    const store = new FakeStore();
    store.failing = 'get';
    const unread = await open(store, build());
    expect(works(unread)).toEqual(['二个维护']);
    expect(sentences(unread)).toEqual([expect.stringContaining('读不出来')]);
    const taking = new FakeStore();
    taking.failing = 'put';
    const full = await open(taking, build());
    expect(works(full)).toEqual(['二个维护']);
    expect(sentences(full)).toEqual([expect.stringContaining('未能存入')]);
  });

  test('keeps the cause of each problem, and logs it once', async () => {
    const store = new FakeStore();
    store.failing = 'put';
    store.record = { stamp: stampOf(blob), blob: damaged() };
    const { problems } = await open(store, build({ [phraseFiles.index]: undefined }));
    expect(problems.map(({ cause }) => cause)).toEqual([
      expect.any(IndexDamagedError),
      expect.objectContaining({ message: `${phraseFiles.index}: 404` }),
      expect.objectContaining({ name: 'QuotaExceededError' }),
    ]);
    expect(vi.mocked(console.warn).mock.calls).toEqual(
      problems.map(({ zh, cause }) => [`稿准：${zh}`, cause]),
    );
  });

  test.each([
    ['missing', undefined],
    ['damaged', damaged()],
    ['empty', ''],
  ])(
    'rebuilds from the packs when the build’s index is %s, says so, and caches the result',
    async (_, index) => {
      const store = new FakeStore();
      const opened = await open(store, build({ [phraseFiles.index]: index }));
      expect(opened.from).toBe('rebuilt');
      expect(works(opened)).toEqual(['二个维护']);
      expect(sentences(opened)).toEqual([expect.stringContaining('重新生成')]);
      expect((await open(store, build({ [phraseFiles.index]: index }))).from).toBe('cache');
    },
  );

  test('leaves a broken entry out of a rebuild and names it', async () => {
    const packs = JSON.parse(writePacksFile(samplePacks(), () => [])) as {
      packs: { data: { entries: object[] } }[];
    };
    const entries = packs.packs[0]?.data.entries ?? [];
    entries[0] = { ...entries[0], attestation: 'Z' };
    const files = build({ [phraseFiles.index]: '', [phraseFiles.packs]: JSON.stringify(packs) });
    const opened = await open(new FakeStore(), files);
    expect(opened.from).toBe('rebuilt');
    expect(works(opened)).toEqual(['二个维护']);
    expect(sentences(opened).join()).toContain('set-phrase.yaml，条目“four-consciousnesses”');
  });

  test('comes back empty, with the reason, when nothing can be read', async () => {
    const nothing = async () => Promise.reject(new TypeError('Failed to fetch'));
    const store = new FakeStore();
    const opened = await openPhrases({ fetch: nothing, openStore: async () => store, patience: 1_000 });
    expect(opened.knowledge.entries).toEqual([]);
    expect(works(opened)).toEqual([]);
    expect(sentences(opened).join()).toContain('暂时无法检查');
    expect(store.puts).toBe(0);
  });

  test('uses a whole cached index when the build’s stamp cannot be read', async () => {
    const store = new FakeStore();
    await open(store, build());
    const nothing = async () => Promise.reject(new TypeError('Failed to fetch'));
    const opened = await openPhrases({ fetch: nothing, openStore: async () => store, patience: 1_000 });
    expect(opened.from).toBe('cache');
    expect(works(opened)).toEqual(['二个维护']);
  });
});
