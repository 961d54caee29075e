import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ImportRequest } from '../../entrypoints/options/own/import-request.ts';
import type { DocxAnswer } from '../../entrypoints/sidepanel/desk/docx-request.ts';
import type { WorkReply } from '../../entrypoints/surface/in-worker.ts';
import { type Language, languages } from '../../lib/language/language.ts';
import { WordedError } from '../../lib/language/worded-error.ts';
import { writePacksFile } from '../../lib/phrases/packs-file.ts';
import { phraseFiles } from '../../lib/storage/phrase-cache.ts';
import { newPrivateKey, publicKeyOf, signPack } from '../../scripts/sign-pack.ts';
import { samplePacks } from './phrase-packs.ts';
import { expectBoth, expectChinese, expectEnglish } from './two-languages.ts';

type Listener = (message: unknown, sender: unknown, respond: (reply: unknown) => void) => unknown;

/** The browser as the extension sees it; what a test does not name answers with an empty object. */
const fake = vi.hoisted(() => {
  const state = {
    local: new Map<string, unknown>(),
    isFull: false,
    isAllowed: true,
    listeners: [] as unknown[],
    send: (): Promise<unknown> => Promise.resolve(undefined),
    docx: (): unknown => undefined,
  };
  const known: Record<string, unknown> = {
    'storage.local.get': async (key: string) => ({ [key]: structuredClone(state.local.get(key)) }),
    'storage.local.set': async (items: Record<string, unknown>) => {
      if (state.isFull) throw new DOMException('full', 'QuotaExceededError');
      for (const [key, value] of Object.entries(items)) state.local.set(key, structuredClone(value));
    },
    'storage.local.remove': async (key: string) => void state.local.delete(key),
    'runtime.id': 'gaozhun',
    'runtime.getURL': (path: string) => `chrome-extension://gaozhun${path}`,
    'runtime.onMessage.addListener': (listener: unknown) => void state.listeners.push(listener),
    'runtime.sendMessage': () => state.send(),
    'tabs.sendMessage': () => state.send(),
    'tabs.query': async () => [],
    'permissions.contains': async () => state.isAllowed,
  };
  const at = (path: string): unknown =>
    path in known
      ? known[path]
      : new Proxy(async () => ({}), {
          get: (_, name) => at(path === '' ? String(name) : `${path}.${String(name)}`),
        });
  return { state, browser: at('') };
});
vi.mock('wxt/browser', () => ({ browser: fake.browser }));
vi.mock('../../entrypoints/sidepanel/desk/docx-worker.ts?worker', () => ({
  default: class extends EventTarget {
    postMessage() {
      const data = fake.state.docx();
      this.dispatchEvent(data === undefined ? new Event('error') : new MessageEvent('message', { data }));
    }
    terminate(): void {
      // The work is done at once.
    }
  },
}));
vi.mock('../../entrypoints/options/own/import-worker.ts?worker', async () => {
  const { readForm } = await import('../../entrypoints/options/own/read-form.ts');
  return {
    default: class extends EventTarget {
      postMessage(request: ImportRequest) {
        const isHeld = request.bytes.length === 0;
        if (isHeld) this.dispatchEvent(new Event('error'));
        else this.dispatchEvent(new MessageEvent('message', { data: { done: readForm(request) } }));
      }
      terminate(): void {
        // The work is done at once.
      }
    },
  };
});

const { default: background } = await import('../../entrypoints/background/index.ts');
const { readUpdateRecord } = await import('../../entrypoints/background/pack-store.ts');
const { reopen, tryOut, opened } = await import('../../entrypoints/background/phrases.ts');
const { storeItems } = await import('../../lib/storage/store.ts');
const { ask, askPage, inWords, UnansweredError } = await import('../../entrypoints/surface/messaging.ts');
const { pagePlace } = await import('../../entrypoints/sidepanel/page-place.ts');
const { readDraftFile } = await import('../../entrypoints/sidepanel/desk/read-file.ts');
const { readDocx, writeDocx } = await import('../../entrypoints/sidepanel/desk/docx-work.ts');
const { fileOf } = await import('../../entrypoints/sidepanel/desk/give-back.ts');
const { readFile } = await import('../../entrypoints/options/own/files.ts');
const { language } = await import('../../components/say.ts');

const { signal } = new AbortController();
const manner = { manner: 'tracked' as const, at: new Date() };

/** Names of the errors that were thrown. */
const names = new Set<string>();

async function thrown(work: () => unknown): Promise<WordedError> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof WordedError)) throw error;
    names.add(error.name);
    return error;
  }
  throw new Error(`Nothing was thrown by ${work}`);
}

async function expectErrors(name: string, sentences: number, works: readonly (() => unknown)[]) {
  const errors: WordedError[] = [];
  for (const work of works) errors.push(await thrown(work));
  for (const error of errors) {
    expect(error.name).toBe(name);
    expectBoth(error.words);
  }
  expect(new Set(errors.map(({ words }) => words.en)).size).toBe(sentences);
}

/** Asks the background as one of the extension's own pages does. */
function asked(message: object, url = 'chrome-extension://gaozhun/options.html'): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const [listener] = fake.state.listeners as Listener[];
    const isHeard = listener?.(message, { id: 'gaozhun', url }, resolve);
    if (isHeard !== true) reject(new Error(`${JSON.stringify(message)} was not heard.`));
  });
}

/** What the background replies to an author who reads one language and to one who reads the other. */
async function inEach(message: object, prepare: () => void = () => undefined, url?: string) {
  const replies: Record<Language, unknown> = { zh: undefined, en: undefined };
  for (const one of languages) {
    fake.state.local.set('settings', { language: one });
    prepare();
    replies[one] = await asked(message, url);
  }
  return replies;
}

async function expectFault(message: object, prepare?: () => void, url?: string): Promise<void> {
  const { zh, en } = await inEach(message, prepare, url);
  expectBoth({ zh: faultOf(zh), en: faultOf(en) });
}

function faultOf(reply: unknown): string {
  expect(reply).toMatchObject({ fault: expect.any(String) });
  return (reply as { fault: string }).fault;
}

beforeEach(() => {
  for (const level of ['warn', 'error'] as const)
    vi.spyOn(console, level).mockImplementation(() => undefined);
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
  fake.state.local.clear();
  fake.state.isFull = false;
  fake.state.isAllowed = true;
  fake.state.send = () => Promise.resolve(undefined);
  fake.state.docx = () => undefined;
  if (fake.state.listeners.length === 0) background.main();
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  language.value = 'zh';
});

const draft = { name: '市民服务中心', wrong: '', level: '', note: '', source: '' };
const takeDraft = { type: 'own-take', drafts: [draft] };
const pack = (version: number) => ({ name: '市委办词库', version, entries: [{ name: '市民服务中心' }] });
const takePack = (document: unknown) => ({ type: 'organisation-take', fileName: 'a.yaml', document });

describe('the background replies in the language of the screen:', () => {
  test('to a request that it cannot fulfil', async () => {
    await expectFault({ type: 'backup' }, undefined, 'https://a.cn/');
  });

  test('when the store is full', async () => {
    await expectFault(takeDraft, () => {
      fake.state.isFull = true;
    });
    const document = JSON.stringify({ format: 'gaozhun-backup', version: 1, own: [] });
    await expectFault({ type: 'restore', document, apply: true });
    const finding = { rule: 'numerals', text: '三' };
    for (const change of [
      { type: 'set-rule', rule: 'numerals', on: false },
      { type: 'set-place', place: '云溪县' },
      { type: 'ignore', draftKey: 'a', finding },
      { type: 'ignore', draftKey: 'a', finding, always: true },
      { type: 'star-phrase', id: 'a', on: true },
      takePack(pack(1)),
    ]) {
      const { zh, en } = await inEach(change);
      expect(faultOf(zh)).toMatch(/空间已满，这次没有存下.*请在设置里移除/u);
      expectBoth({ zh: faultOf(zh), en: faultOf(en) });
    }
    const full = await thrown(() => storeItems({ own: [] }));
    expect(full.cause).toHaveProperty('name', 'QuotaExceededError');
  });

  test('to phrases and packs that are refused', async () => {
    const { zh, en } = await inEach({ type: 'own-take', drafts: [{ ...draft, name: '' }] });
    expectBoth({ zh: refusedOf(zh)[0] ?? '', en: refusedOf(en)[0] ?? '' });
    await expectFault(takePack(7));
    await expectFault({ type: 'update-set', address: 'http://a.cn', key: '' });
    await expectFault({ type: 'restore', document: '{}', apply: false });
  });

  test('to a pack of which a part is broken, and to an older one', async () => {
    const packs = writePacksFile(samplePacks(), () => []);
    vi.stubGlobal('fetch', async (path: string) => {
      if (path === phraseFiles.packs) return new Response(packs);
      throw new TypeError('Failed to fetch');
    });
    const entries = [{ name: '市民服务中心' }, { name: '' }];
    const { zh, en } = await inEach(takePack({ ...pack(2), entries }));
    const said = (reply: unknown) => (reply as { said: readonly string[] }).said;
    expect([said(zh).length, said(en).length]).toEqual([2, 2]);
    said(zh).forEach(expectChinese);
    said(en).forEach(expectEnglish);
    await expectFault(takePack(pack(1)));
  });

  test('to a backup of which every part is broken', async () => {
    const document = JSON.stringify({
      format: 'gaozhun-backup',
      version: 1,
      settings: { place: 7 },
      own: [{ id: 'own-1', name: '市民中心', wrong: ['市民中心'], level: 'warning' }, 7],
      organisations: [
        { id: 'a', name: '词库', version: 1, from: 'file', takenOn: '', data: [] },
        { id: 'b', name: '坏', version: 1, from: 'file', takenOn: '', data: [], more: 1 },
      ],
      update: { address: 'http://a.cn', key: '' },
    });
    const { zh, en } = await inEach({ type: 'restore', document, apply: false });
    expect([refusedOf(zh).length, refusedOf(en).length]).toEqual([4, 4]);
    refusedOf(zh).forEach(expectChinese);
    refusedOf(en).forEach(expectEnglish);
  });

  test('of packs that came with the extension and cannot be read', async () => {
    const { zh, en } = await inEach({ type: 'status' });
    const problems = (reply: unknown) => (reply as { problems: readonly string[] }).problems;
    expect(problems(zh).length).toBeGreaterThan(0);
    problems(zh).forEach(expectChinese);
    problems(en).forEach(expectEnglish);
  });

  test('of what the last look for an update came to, also after the language has changed', async () => {
    const key = newPrivateKey();
    const update = (version: number) => signPack(JSON.stringify(pack(version)), key).update;
    const record = (fresh: boolean) =>
      fake.state.local.set('packUpdate', {
        address: 'https://a.cn/',
        key: publicKeyOf(key),
        said: { zh: '', en: '' },
        lookedAt: 0,
        fresh,
      });
    const answers: readonly (() => Response)[] = [
      () => new Response(update(2)),
      () => new Response(update(2)),
      () => new Response(update(1)),
      () => new Response(null, { status: 404 }),
      () => new Response('x'.repeat(4_000_001)),
      () => {
        throw new TypeError('Failed to fetch');
      },
    ];
    record(true);
    const said = new Set<string>();
    for (const answer of answers) {
      vi.stubGlobal('fetch', async (address: string) => {
        if (address.startsWith('https:')) return answer();
        throw new TypeError('Failed to fetch');
      });
      await asked({ type: 'update-check' });
      const words = (await readUpdateRecord())?.said;
      expectBoth(words ?? { zh: '', en: '' });
      said.add(words?.en ?? '');
    }
    fake.state.isAllowed = false;
    await asked({ type: 'update-check' });
    const { zh, en } = await inEach({ type: 'organisation-list' });
    const seen = (reply: unknown) => (reply as { update: { said: string } }).update.said;
    expectBoth({ zh: seen(zh), en: seen(en) });
    expect(said.add(seen(en)).size).toBe(7);
  });

  test('of packs that cannot be indexed', async () => {
    await opened();
    fake.state.local.set('own', {
      format: 1,
      phrases: [{ id: 'own-1', name: '市民中心', wrong: [], level: 'error' }],
    });
    await expectErrors('PackRefusedError', 2, [() => reopen(), () => tryOut([{ kind: 'none' } as never])]);
  });
});

function refusedOf(reply: unknown): readonly string[] {
  return (reply as { refused: readonly string[] }).refused;
}

describe('a surface says in the language of the screen', () => {
  test('that nobody answered, and keeps the cause', async () => {
    const gone = new Error('Receiving end does not exist.');
    const looking = pagePlace({
      view: { value: { stage: 'looking' } },
      refresh: async () => undefined,
    } as never);
    await expectErrors('UnansweredError', 3, [
      () => ask({ type: 'status' }),
      () => askPage(1, { type: 'page-recheck' }),
      () => looking.recheck(),
    ]);
    fake.state.send = () => Promise.reject(gone);
    expect(await thrown(() => ask({ type: 'status' }))).toMatchObject({ answered: false, cause: gone });
    expectBoth(inBoth(() => inWords(new Error('no'))));
    expectBoth(inBoth(() => inWords(new UnansweredError({ zh: '没有应答', en: 'no answer' }, false))));
  });

  test('what is wrong with a file for the desk', async () => {
    const file = (content: BlobPart, size?: number) => {
      const made = new File([content], 'a.docx');
      return size === undefined ? made : Object.defineProperty(made, 'size', { value: size });
    };
    const unreadable = Object.defineProperty(file('x'), 'arrayBuffer', {
      value: () => Promise.reject(new DOMException('gone', 'NotFoundError')),
    });
    const docx = (reply: WorkReply<DocxAnswer> | undefined) => () => {
      fake.state.docx = () => reply;
      return readDraftFile(file('PK\u0003\u0004'), signal);
    };
    const sheet = { name: 'a.docx', draftKey: '', origin: '', text: '', changes: [] };
    await expectErrors('UnusableFileError', 9, [
      () => readDraftFile(file('x', 21 * 1024 * 1024), signal),
      () => readDraftFile(file(''), signal),
      () => readDraftFile(unreadable, signal),
      () => readDraftFile(file(' \n'), signal),
      () => readDraftFile(file('%PDF-1.7'), signal),
      () => readDraftFile(file('字'.repeat(200_001)), signal),
      docx(undefined),
      docx({ done: { bytes: null } }),
      docx({ refused: { zh: '这个文档设有密码。', en: 'This document has a password.' } }),
      () => writeDocx(new Uint8Array(), [], manner, signal),
      () => {
        fake.state.docx = () => ({ done: { bytes: null } });
        const source = { kind: 'docx' as const, id: 'a', bytes: new Uint8Array() };
        return fileOf({ ...sheet, source }, { manner: 'tracked', unfixed: [] }, signal);
      },
    ]);
    fake.state.docx = () => ({ done: { text: '好', numbered: [] } });
    expect(await readDocx(new Uint8Array(), signal)).toEqual({ text: '好', numbered: [] });
  });

  test('what is wrong with a file of phrases', async () => {
    const large = Object.defineProperty(new File(['x'], 'a.csv'), 'size', { value: 21_000_000 });
    const endless = AbortSignal.abort(new DOMException('late', 'TimeoutError'));
    await expectErrors('PackRefusedError', 5, [
      () => readFile(new File([], 'a.csv')),
      () => {
        vi.spyOn(AbortSignal, 'timeout').mockReturnValueOnce(endless);
        return readFile(new File([], 'a.yaml'));
      },
      () => readFile(large),
      () => readFile(new File(['x'], 'a.xls')),
      () => readFile(new File(['x'], 'a.pdf')),
    ]);
    const { openPreview } = await import('../../entrypoints/options/own/import.ts');
    const { outcome } = await import('../../entrypoints/options/own/own-state.ts');
    const rows = `规范表述\n${'甲乙\n'.repeat(3_001)}`;
    for (const chosen of [new File(['{}'], 'a.json'), new File([rows], 'a.csv')]) {
      await openPreview(chosen);
      expectChinese(outcome.value);
      language.value = 'en';
      await openPreview(chosen);
      expectEnglish(outcome.value);
      language.value = 'zh';
    }
  });
});

function inBoth(say: () => string): Record<Language, string> {
  const words: Record<Language, string> = { zh: '', en: '' };
  for (const one of languages) {
    language.value = one;
    words[one] = say();
  }
  language.value = 'zh';
  return words;
}

test('no error with words is left out of these tests', () => {
  const root = join(import.meta.dirname, '../..');
  const text = ['lib', 'entrypoints', 'scripts'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/u.test(name))
      .map((name) => readFileSync(join(root, folder, name), 'utf8')),
  );
  const classes = text.flatMap((one) =>
    [...one.matchAll(/class (\w+) extends WordedError/gu)].map(([, name]) => name),
  );
  const elsewhere = readFileSync(join(import.meta.dirname, 'faults.test.ts'), 'utf8');
  for (const name of classes)
    expect(names.has(name ?? '') || elsewhere.includes(`'${name}'`), name).toBe(true);
  const bare = text.flatMap((one) =>
    [...one.matchAll(/class (\w+) extends Error\b/gu)].map(([, name]) => name),
  );
  // What is thrown and caught within the reader of .docx is never seen.
  const caught = ['TooMuchXmlError', 'UnreadableXmlError'];
  expect(bare.filter((name) => !caught.includes(name ?? ''))).toEqual(['WordedError']);
});
