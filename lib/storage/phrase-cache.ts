import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { bilingual, type Words } from '../language/language.ts';
import { compilePacks } from '../phrases/compile.ts';
import { type LoadedKnowledge, loadKnowledge } from '../phrases/knowledge.ts';
import { besideBuiltIn, type ExtraPacks, noExtraPacks } from '../phrases/own/beside.ts';
import { pinyinByCharacters } from '../phrases/own/pinyin.ts';
import { readPacksFile } from '../phrases/packs-file.ts';

/** The files of the build that the phrases come from, from the extension's root. */
export const phraseFiles = {
  index: '/phrases/index.bin',
  stamp: '/phrases/index.stamp',
  packs: '/phrases/packs.json',
  characters: '/phrases/characters.txt',
} as const;

/** One compiled index. Its stamp is that of the build, and after a + the version of the extra packs in it. */
interface CachedIndex {
  readonly stamp: string;
  readonly blob: ArrayBuffer;
}

interface GaozhunDatabase extends DBSchema {
  index: { key: string; value: CachedIndex };
}

/** The cache as openPhrases sees it: one record. */
export interface IndexStore {
  get(): Promise<unknown>;
  put(record: CachedIndex): Promise<void>;
  close(): void;
}

export interface PhraseDependencies {
  /** Fetches a file of the extension by its path. */
  readonly fetch: (path: string) => Promise<Response>;
  readonly openStore: () => Promise<IndexStore>;
  /** How long to wait for IndexedDB, in ms, before going on without it. */
  readonly patience: number;
  /** The author's and the organisation's packs, compiled together with the built-in ones. */
  readonly extra: ExtraPacks;
}

/** What had to be done without or done again, as a sentence for the author, and the error that caused it. */
export interface PhrasesProblem extends Words {
  readonly cause?: unknown;
}

/** Knowledge, where it came from, and what went wrong on the way. */
export interface OpenedPhrases {
  readonly knowledge: LoadedKnowledge;
  readonly from: 'cache' | 'build' | 'rebuilt';
  readonly problems: readonly PhrasesProblem[];
  /** Version of the extra packs in it; empty when there are none, or they could not be compiled. */
  readonly extra: string;
}

/**
 * Opens the phrases: the cached index if it is whole and of this build, else the build's index, else one compiled from
 * the build's packs; a new index is cached. Never throws: failures are in `problems`, and in the worst case the
 * knowledge is empty, so that only rules without phrases find anything.
 * With extra packs the index is compiled from all packs together, and cached until any of them changes.
 */
export async function openPhrases(dependencies: Partial<PhraseDependencies> = {}): Promise<OpenedPhrases> {
  const { fetch: fetchFile, openStore, patience, extra } = { ...inBrowser, ...dependencies };
  const problems: PhrasesProblem[] = [];
  const [stamp, store] = await Promise.all([readStamp(fetchFile), openInTime(openStore, patience, problems)]);
  try {
    const cached = store && (await readCached(store, stamp, extra, patience, problems));
    if (cached) return { knowledge: cached, from: 'cache', problems, extra: extra.version };
    const opened =
      (await openWithExtra(fetchFile, extra, problems)) ?? (await openFromBuild(fetchFile, problems));
    if (store !== null && opened.blob !== null) {
      // Without the record the next start takes longer; nothing else changes.
      await withPatience(
        store.put({ stamp: stampWith(stamp ?? '', opened.extra), blob: opened.blob }),
        patience,
      ).catch((cause: unknown) => report(problems, sentences.notStored, cause));
    }
    return { knowledge: opened.knowledge, from: opened.from, problems, extra: opened.extra };
  } finally {
    store?.close();
  }
}

const inBrowser: PhraseDependencies = {
  fetch: (path) => fetch(path),
  openStore: openIndexStore,
  patience: 3_000,
  extra: noExtraPacks,
};

const sentences = {
  noStore: bilingual(
    '浏览器没有提供本机存储，词库每次启动时重新读入，检查不受影响。',
    'The browser offers no storage on this machine: the packs are read anew at each start. Checking works as ever.',
  ),
  notStored: bilingual(
    '词库未能存入本机存储，下次启动时重新读入，检查不受影响。',
    'The packs could not be stored on this machine and are read anew at the next start. Checking works as ever.',
  ),
  cacheUnreadable: bilingual(
    '本机存储里的词库索引读不出来，已重新读入，检查不受影响。',
    'The stored index of the packs could not be read. The packs were read anew, and checking works as ever.',
  ),
  withoutExtra: bilingual(
    '我的提法和单位词库这次没有并入，其余照常检查；重新启动浏览器后会再试。',
    'Your phrases and the organisation packs were not taken in this time; all else is checked. They are tried again when the browser starts.',
  ),
  indexDamaged: bilingual(
    '随附的词库索引已损坏，已由词库重新生成。',
    'The index that came with the extension is damaged. It was built anew from the packs.',
  ),
  packsUnreadable: bilingual(
    '随附的词库读不出来，过时提法和规范表述暂时无法检查；重新安装扩展即可恢复。',
    'The packs that came with the extension cannot be read: outdated references and standard phrases are not checked for now. Installing the extension again restores them.',
  ),
} satisfies Record<string, Words>;

/** Notes a problem for the author, and logs its cause for whoever looks into it. */
function report(problems: PhrasesProblem[], words: Words, cause: unknown): void {
  problems.push({ ...words, cause });
  log(words.zh, cause);
}

function log(what: string, cause: unknown): void {
  console.warn(`稿准：${what}`, cause);
}

/** What an index of a build and the extra packs of this version is stored under. */
function stampWith(build: string, extraVersion: string): string {
  return extraVersion === '' ? build : `${build}+${extraVersion}`;
}

/** Opens the extension's own database. Rejects when the browser refuses it. */
async function openIndexStore(): Promise<IndexStore> {
  const database: IDBPDatabase<GaozhunDatabase> = await openDB<GaozhunDatabase>('gaozhun', 1, {
    upgrade: (fresh) => {
      fresh.createObjectStore('index');
    },
  });
  return {
    get: () => database.get('index', 'built-in'),
    put: async (record) => {
      await database.put('index', record, 'built-in');
    },
    close: () => database.close(),
  };
}

/** The store; null when it is refused or does not open in time, which is reported. One that opens later is closed at once. */
async function openInTime(
  openStore: PhraseDependencies['openStore'],
  patience: number,
  problems: PhrasesProblem[],
): Promise<IndexStore | null> {
  const opening = openStore();
  try {
    return await withPatience(opening, patience);
  } catch (cause) {
    report(problems, sentences.noStore, cause);
    opening.then(
      (late) => late.close(),
      // The same refusal, reported above.
      () => undefined,
    );
    return null;
  }
}

/** The stamp of the build's index; null when it cannot be read. */
async function readStamp(fetchFile: PhraseDependencies['fetch']): Promise<string | null> {
  try {
    const text = (await (await fetchFound(fetchFile, phraseFiles.stamp)).text()).trim();
    return /^[0-9a-f]{16}$/.test(text) ? text : null;
  } catch (cause) {
    log('词库索引的版本读不出来。', cause);
    return null;
  }
}

/**
 * The cached knowledge; null when nothing is cached, when it is of another build, or when it is damaged, which is
 * reported. If the build's stamp cannot be read, any undamaged index is taken.
 */
async function readCached(
  store: IndexStore,
  stamp: string | null,
  extra: ExtraPacks,
  patience: number,
  problems: PhrasesProblem[],
) {
  try {
    const record = (await withPatience(store.get(), patience)) as Partial<CachedIndex> | null | undefined;
    if (record === undefined) return null;
    if (typeof record?.stamp === 'string') {
      if (stamp !== null && record.stamp !== stampWith(stamp, extra.version)) return null;
      if ((record.stamp.split('+')[1] ?? '') !== extra.version) return null;
    }
    if (!(record?.blob instanceof ArrayBuffer)) throw new TypeError('Not a cached index.');
    return loadKnowledge(record.blob);
  } catch (cause) {
    report(problems, sentences.cacheUnreadable, cause);
    return null;
  }
}

interface FromBuild {
  readonly knowledge: LoadedKnowledge;
  readonly from: 'build' | 'rebuilt';
  /** What to cache; null when it holds no phrases. */
  readonly blob: ArrayBuffer | null;
  /** Version of the extra packs that are in it. */
  readonly extra: string;
}

/** Compiles all packs together; null without extra packs, or when it fails, which is reported. */
async function openWithExtra(
  fetchFile: PhraseDependencies['fetch'],
  extra: ExtraPacks,
  problems: PhrasesProblem[],
): Promise<FromBuild | null> {
  if (extra.packs.length === 0) return null;
  try {
    const read = await readBuiltIn(fetchFile);
    const blob = compilePacks(besideBuiltIn(extra, read.packs), read.pinyinOf);
    const knowledge = loadKnowledge(blob);
    problems.push(...read.problems.map(({ message }) => message));
    return { knowledge, from: 'rebuilt', blob, extra: extra.version };
  } catch (cause) {
    report(problems, sentences.withoutExtra, cause);
    return null;
  }
}

/** The packs of the build, and the pinyin of their wordings and of the author's own. Rejects if there are none to read. */
async function readBuiltIn(fetchFile: PhraseDependencies['fetch']) {
  const [packsFile, characters] = await Promise.all([
    fetchFound(fetchFile, phraseFiles.packs).then((response) => response.json() as Promise<unknown>),
    readCharacters(fetchFile),
  ]);
  return readPacksFile(packsFile, pinyinByCharacters(characters));
}

/** Pinyin of characters; without it phrases are found by characters only. */
async function readCharacters(fetchFile: PhraseDependencies['fetch']): Promise<string> {
  try {
    return await (await fetchFound(fetchFile, phraseFiles.characters)).text();
  } catch (cause) {
    log('汉字读音读不出来，提法只能按汉字检索。', cause);
    return '';
  }
}

async function openFromBuild(
  fetchFile: PhraseDependencies['fetch'],
  problems: PhrasesProblem[],
): Promise<FromBuild> {
  try {
    const blob = await (await fetchFound(fetchFile, phraseFiles.index)).arrayBuffer();
    return { knowledge: loadKnowledge(blob), from: 'build', blob, extra: '' };
  } catch (cause) {
    report(problems, sentences.indexDamaged, cause);
  }
  try {
    const read = await readBuiltIn(fetchFile);
    problems.push(...read.problems.map(({ message }) => message));
    const blob = compilePacks(read.packs, read.pinyinOf);
    const worth = read.packs.length === 0 ? null : blob;
    return { knowledge: loadKnowledge(blob), from: 'rebuilt', blob: worth, extra: '' };
  } catch (cause) {
    report(problems, sentences.packsUnreadable, cause);
    return { knowledge: loadKnowledge(compilePacks([])), from: 'rebuilt', blob: null, extra: '' };
  }
}

async function fetchFound(fetchFile: PhraseDependencies['fetch'], path: string): Promise<Response> {
  const response = await fetchFile(path);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response;
}

/** Rejects when a promise has not settled in time (ms): an IndexedDB request may never fire an event. */
function withPatience<T>(promise: Promise<T>, patience: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('Out of patience.')), patience);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
