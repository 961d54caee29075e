import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { compilePacks } from '../../lib/phrases/compile.ts';
import { stampOf } from '../../lib/phrases/index-format.ts';
import { extraPacks, noExtraPacks } from '../../lib/phrases/own/beside.ts';
import { writePacksFile } from '../../lib/phrases/packs-file.ts';
import { openPhrases, phraseFiles } from '../../lib/storage/phrase-cache.ts';
import { packOf, samplePacks, source } from './phrase-packs.ts';

const blob = compilePacks(samplePacks(), () => []);
const files: Readonly<Record<string, BodyInit>> = {
  [phraseFiles.stamp]: stampOf(blob),
  [phraseFiles.index]: blob,
  [phraseFiles.packs]: writePacksFile(samplePacks(), () => []),
  [phraseFiles.characters]: 'shi 市\nmin 民\n',
};

/** Extra packs with this wrong form of 市民中心. */
const extraWith = (wrong: string) =>
  extraPacks([
    packOf('formulation', [
      {
        id: 'own-1',
        name: '市民中心',
        wrong: [{ text: wrong, right: '市民中心', level: 'warning' }],
        source,
        attestation: 'A',
      },
    ]),
  ]);

/** Opens with these extra packs; one record is kept from call to call. */
function browserWith(damaged: readonly string[] = []) {
  let record: unknown;
  const fetched: string[] = [];
  const open = (extra = noExtraPacks) =>
    openPhrases({
      extra,
      patience: 1_000,
      fetch: async (path) => {
        fetched.push(path);
        return damaged.includes(path) ? new Response('{', { status: 404 }) : new Response(files[path]);
      },
      openStore: async () => ({
        get: async () => structuredClone(record),
        put: async (fresh) => {
          record = structuredClone(fresh);
        },
        close: () => undefined,
      }),
    });
  return { open, fetched };
}
type Opened = Awaited<ReturnType<typeof openPhrases>>;
const found = ({ knowledge }: Opened) =>
  knowledge.scan('到市民大厅和市民之家办事，做到二个维护').map(({ pattern }) => pattern.text);

const sentences = ({ problems }: Pick<Awaited<ReturnType<typeof openPhrases>>, 'problems'>) =>
  problems.map(({ zh }) => zh);

// Each cause goes to the log.
beforeEach(() => void vi.spyOn(console, 'warn').mockImplementation(() => undefined));
afterEach(() => void vi.restoreAllMocks());

describe('opening the phrases with extra packs', () => {
  test('compiles all together once, and takes them from the cache from there on', async () => {
    const { open, fetched } = browserWith();
    const extra = extraWith('市民大厅');
    const first = await open(extra);
    expect(first).toMatchObject({ from: 'rebuilt', problems: [], extra: extra.version });
    expect(found(first)).toEqual(['市民大厅', '二个维护']);
    fetched.length = 0;
    const second = await open(extra);
    expect(second).toMatchObject({ from: 'cache', problems: [], extra: extra.version });
    expect(found(second)).toEqual(['市民大厅', '二个维护']);
    expect(fetched).toEqual([phraseFiles.stamp]);
  });

  test('compiles anew when they change, and goes back to the build’s index when they are gone', async () => {
    const { open } = browserWith();
    await open(extraWith('市民大厅'));
    const changed = await open(extraWith('市民之家'));
    expect(changed.from).toBe('rebuilt');
    expect(found(changed)).toEqual(['市民之家', '二个维护']);
    const gone = await open();
    expect(gone).toMatchObject({ from: 'build', problems: [], extra: '' });
    expect(found(gone)).toEqual(['二个维护']);
  });

  test('goes on without them, and says so, when the packs cannot be read; and tries again', async () => {
    const { open } = browserWith([phraseFiles.packs]);
    for (const _ of [1, 2]) {
      const opened = await open(extraWith('市民大厅'));
      expect(opened).toMatchObject({ from: 'build', extra: '' });
      expect(sentences(opened)).toEqual([expect.stringContaining('我的提法')]);
      expect(found(opened)).toEqual(['二个维护']);
    }
  });

  test('does without the pinyin of characters', async () => {
    const opened = await browserWith([phraseFiles.characters]).open(extraWith('市民大厅'));
    expect(opened).toMatchObject({ from: 'rebuilt', problems: [] });
    expect(found(opened)).toEqual(['市民大厅', '二个维护']);
  });
});
