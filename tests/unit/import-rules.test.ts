import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { importFaults } from '../../scripts/import-faults.ts';

const root = mkdtempSync(join(tmpdir(), 'gaozhun-imports-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Names of the rules that a project of these files breaks, once each. */
async function brokenBy(files: Readonly<Record<string, string>>): Promise<string[]> {
  rmSync(root, { recursive: true, force: true });
  mkdirSync(root);
  writeFileSync(join(root, 'package.json'), '{ "type": "module", "dependencies": {} }');
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return [...new Set((await importFaults(root)).map(({ rule }) => rule))].sort();
}

const leaf = 'export const one = 1;\nexport type One = number;\n';
const values = (path: string) => `import { one } from '${path}';\nexport const two = one;\n`;
const types = (path: string) => `import type { One } from '${path}';\nexport type Two = One;\n`;

describe('the rules of imports', () => {
  it('let a room import from a lower one', async () => {
    expect(await brokenBy({ 'lib/draft/a.ts': leaf, 'lib/rules/b.ts': values('../draft/a.ts') })).toEqual([]);
  });

  it.each<[string, string[], Record<string, string>]>([
    [
      'a room that imports from a higher one',
      ['room-draft'],
      { 'lib/rules/a.ts': leaf, 'lib/draft/b.ts': types('../rules/a.ts') },
    ],
    [
      'an import that is awaited',
      ['room-draft'],
      { 'lib/rules/a.ts': leaf, 'lib/draft/b.ts': "export const later = () => import('../rules/a.ts');\n" },
    ],
    [
      'a cycle of types',
      ['no-cycle'],
      { 'lib/draft/a.ts': `${leaf}${types('./b.ts')}`, 'lib/draft/b.ts': types('./a.ts') },
    ],
    [
      'lib that imports an entry point',
      ['lib-imports-lib'],
      { 'entrypoints/popup/a.ts': leaf, 'lib/draft/b.ts': types('../../entrypoints/popup/a.ts') },
    ],
    [
      'a component that imports a value of lib',
      ['components-types-of-lib'],
      { 'lib/draft/a.ts': leaf, 'components/b.ts': values('../lib/draft/a.ts') },
    ],
    [
      'a component that imports an entry point',
      ['components-are-given-all'],
      { 'entrypoints/popup/a.ts': leaf, 'components/b.ts': types('../entrypoints/popup/a.ts') },
    ],
    [
      'a page that imports the background',
      ['background-by-message'],
      { 'entrypoints/background/a.ts': leaf, 'entrypoints/popup/b.ts': types('../background/a.ts') },
    ],
    [
      'a page that imports another',
      ['entry-alone'],
      { 'entrypoints/options/a.ts': leaf, 'entrypoints/popup/b.ts': types('../options/a.ts') },
    ],
    [
      'a content script that loads a rule through others',
      ['no-rule-in-a-web-page'],
      {
        'lib/rules/a.ts': leaf,
        'lib/messaging/b.ts': values('../rules/a.ts'),
        'entrypoints/writing/c.ts':
          "import { two } from '../../lib/messaging/b.ts';\nexport const three = two;\n",
      },
    ],
    [
      'a product file that imports a script',
      ['no-script-in-product'],
      { 'scripts/a.ts': leaf, 'entrypoints/popup/b.ts': types('../../scripts/a.ts') },
    ],
    ['an import that leads nowhere', ['resolves'], { 'lib/draft/b.ts': values('./gone.ts') }],
    ['a file that is left over', ['no-orphan'], { 'lib/draft/a.ts': leaf }],
  ])('find %s', async (_what, broken, files) => {
    expect(await brokenBy(files)).toEqual(broken);
  });

  it('let a content script import types of rules', async () => {
    expect(
      await brokenBy({
        'lib/rules/a.ts': leaf,
        'entrypoints/writing/b.ts': types('../../lib/rules/a.ts'),
      }),
    ).toEqual([]);
  });
});
