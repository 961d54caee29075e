import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { useSurfaces, wait } from '../fixture.ts';
import { paintedMarks } from '../marks-view.ts';
import { ownWorld } from '../own-world.ts';
import type { Attack } from './attack.ts';
import { events } from './rows/events.ts';
import { prototypes } from './rows/prototypes.ts';
import { reading } from './rows/reading.ts';
import { faultOf } from './run.ts';
import { takeOwn } from './stage.ts';

/*
 * The rows can fail: the same rows on a build of which one protection was taken out, which each of them has to notice.
 */

/** Replaces in a file of the build; fails where there is nothing to be replaced. */
async function replaceIn(folder: string, file: string, what: RegExp, by: string): Promise<void> {
  const path = join(folder, file);
  const text = await readFile(path, 'utf8');
  const changed = text.replace(what, by);
  if (changed === text) throw new Error(`${what} is not in ${file}.`);
  await writeFile(path, changed);
}
const writing = 'writing.js';

/** Rows of a kind, by words in their names. */
const withNames = (rows: readonly Attack[], ...words: readonly string[]): readonly Attack[] =>
  rows.filter(({ name }) => words.some((one) => name.includes(one)));

const weakened: readonly {
  readonly name: string;
  readonly rows: readonly Attack[];
  readonly alter: (folder: string) => Promise<void>;
}[] = [
  {
    name: 'whose trees are open',
    alter: (folder) => replaceIn(folder, writing, /mode:(["'`])closed\1/gu, 'mode:"open"'),
    rows: [...prototypes, ...withNames(events.reached, 'the shadow tree', 'composedPath')],
  },
  {
    name: 'that takes the events of scripts for real ones',
    alter: (folder) => replaceIn(folder, writing, /\b(\w+)\.isTrusted\b/gu, '($1!==null)'),
    rows: withNames(events.faked, 'clicks on a grid over', 'the key Escape'),
  },
  {
    name: 'whose card can be selected',
    alter: (folder) => replaceIn(folder, writing, /user-select:none/gu, 'user-select:text'),
    rows: withNames([...reading.rich, ...reading.plain], 'window.find', 'copy and cut', 'given back'),
  },
];

describe.each(weakened)('on a build $name', ({ alter, rows }) => {
  const surfaces = useSurfaces({ alter });
  beforeAll(() => takeOwn(surfaces));

  it.each(rows.map((row) => [row.name, row] as const))('a row fails: %s', async (_, row) => {
    // It is the protection that is missed, and not anything else that a change of the build breaks.
    expect(await faultOf(surfaces, row)).toMatch(/^(?:read by the page|the card)/u);
  });
});

describe('on a build whose files a page may have', () => {
  const surfaces = useSurfaces({
    alter: (folder) =>
      replaceIn(
        folder,
        'manifest.json',
        /^\{/u,
        '{"web_accessible_resources":[{"resources":["*"],"matches":["<all_urls>"]}],',
      ),
  });

  it.each(['popup.html', 'writing.js', 'phrases/index.stamp'])('a page gets %s', async (file) => {
    const page = await surfaces.openTest('plain.html');
    const url = new URL(file, surfaces.welcome.url()).href;
    expect(await page.evaluate(`fetch(${JSON.stringify(url)}).then(() => true, () => false)`)).toBe(true);
  });
});

describe('on a build whose worker takes web pages for its own', () => {
  const surfaces = useSurfaces({
    alter: (folder) =>
      replaceIn(
        folder,
        'background.js',
        /(?:!0===)?\w+\?\.startsWith\([\w.]+runtime\.getURL\("\/"\)\)(?:===!0)?/u,
        '!0',
      ),
  });

  it.each(['own-list', 'backup', 'organisation-list', 'kept-phrases'])(
    'a page is answered %s',
    async (type) => {
      const page = await surfaces.openTest('plain.html');
      await expect.poll(async () => (await paintedMarks(page)).length, wait).toBeGreaterThan(0);
      const world = await ownWorld(page);
      const answer = await world.evaluate<object>(`chrome.runtime.sendMessage({ type: '${type}' })`);
      expect(answer).toMatchObject({ replyTo: type });
    },
  );
});
