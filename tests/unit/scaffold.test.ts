import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importFaults } from '../../scripts/import-faults.ts';
import { newEditor, newRule } from '../../scripts/scaffold.ts';
import { unfinishedLines } from '../../scripts/unfinished.ts';
import { root } from './house-files.ts';

/** A copy of the project, in which the scaffold may write. */
const copy = mkdtempSync(join(tmpdir(), 'gaozhun-new-'));
const own = ['lib', 'components', 'entrypoints', 'scripts', 'tests'];
const settings = ['package.json', 'tsconfig.json', 'biome.json', 'vitest.config.ts', '.gitignore'];
const shared = ['assets', 'node_modules', '.wxt'];

function run(command: string, ...args: string[]): { status: number | null; said: string } {
  const { status, stdout, stderr } = spawnSync('npx', ['--no-install', command, ...args], {
    cwd: copy,
    encoding: 'utf8',
  });
  return { status, said: `${stdout}${stderr}` };
}

const scaffold = (...args: string[]) => run('tsx', 'scripts/new.ts', ...args);
const textOf = (file: string) => readFileSync(join(copy, file), 'utf8');

beforeAll(() => {
  const isOutput = (path: string) => path.startsWith(join(root, 'tests/output'));
  for (const name of [...own, ...settings])
    cpSync(join(root, name), join(copy, name), { recursive: true, filter: (path) => !isOutput(path) });
  for (const name of shared) symlinkSync(join(root, name), join(copy, name));
}, 300_000);
afterAll(() => rmSync(copy, { recursive: true, force: true }));

describe('npm run new', () => {
  it('writes a rule and its sentences, and lists it', () => {
    const { status, said } = scaffold('rule', 'list-marks');
    expect(said).toContain('Fill in each place');
    expect(status).toBe(0);
    expect(said).toMatch(/changed {2}lib\/rules\/\w+\.ts/u);
    expect(textOf('lib/rules/index.ts')).toContain('  listMarks,\n];');
    expect(textOf('tests/drafts/list-marks.yaml')).toContain('silent:');
  }, 300_000);

  it('writes a kind of editor and its page, and lists both', () => {
    const { status, said } = scaffold('editor', 'redactor');
    expect(said).toContain('Fill in each place');
    expect(status).toBe(0);
    expect(textOf('lib/fields/types.ts')).toContain("| 'redactor'\n");
    expect(textOf('lib/fields/kinds/index.ts')).toContain('  redactor,\n  plain,\n];');
    expect(textOf('tests/browser/contract/kinds.ts')).toContain("name: 'redactor'");
  }, 300_000);

  it('refuses a name that is taken or is none, and writes nothing', () => {
    const before = textOf('lib/rules/index.ts');
    for (const id of ['list-marks', 'placeholder', 'Marks', 'two words', '']) {
      expect(() => newRule(copy, id), id).toThrow(/exists already|is not a name/u);
      expect(() =>
        newEditor(copy, id === 'list-marks' ? 'redactor' : id === 'placeholder' ? 'quill' : id),
      ).toThrow();
    }
    expect(textOf('lib/rules/index.ts')).toBe(before);
  });

  it('says how it is used', () => {
    const { status, said } = scaffold('page', 'demo');
    expect(said).toContain('npm run new -- rule NAME | editor NAME');
    expect(status).toBe(2);
  }, 300_000);

  it('writes what the types, the lint and the rules of the house take', async () => {
    // Only what the new files reach: the whole project is checked by npm test.
    const files = [
      'lib/rules/index.ts',
      'lib/fields/kinds/index.ts',
      'tests/browser/contract/kinds.ts',
      'tests/browser/pages/redactor.ts',
      '.wxt/wxt.d.ts',
    ];
    writeFileSync(
      join(copy, 'tsconfig.new.json'),
      JSON.stringify({ extends: './tsconfig.json', include: [], files }),
    );
    expect(run('tsc', '--noEmit', '-p', 'tsconfig.new.json')).toEqual({ status: 0, said: '' });
    const lint = run('biome', 'check', '--error-on-warnings', 'lib', 'tests');
    expect(lint.status, lint.said).toBe(0);
    const tests = run('vitest', 'run', '--project', 'unit', 'tests/unit/house.test.ts');
    expect(tests.status, tests.said).toBe(0);
    expect(
      (await importFaults(copy)).filter(({ path }) => path.some((file) => /list-marks|redactor/u.test(file))),
    ).toEqual([]);
  }, 600_000);

  it('leaves nothing that passes for finished', () => {
    const files = new Set(unfinishedLines(copy).map((line) => line.replace(/:\d+$/u, '')));
    expect([...files].sort()).toEqual([
      'lib/fields/kinds/redactor.ts',
      'lib/rules/list-marks.ts',
      'tests/browser/contract/kinds.ts',
      'tests/browser/pages/redactor.ts',
      'tests/drafts/list-marks.yaml',
    ]);
  });
});
