import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rules } from '../../lib/rules/index.ts';
import { ruleIds } from '../../lib/rules/types.ts';

const root = resolve(import.meta.dirname, '../..');

/** Every source file of the product, from the root: lib/draft/date.ts. */
const files = ['lib', 'components', 'entrypoints'].flatMap((folder) => walk(join(root, folder)));

function walk(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return walk(path);
    return /\.tsx?$/u.test(name) ? [relative(root, path)] : [];
  });
}

interface Import {
  readonly target: string;
  readonly typeOnly: boolean;
}

/** What a file imports: files of the house from the root, packages by name. */
function importsOf(file: string): Import[] {
  const text = readFileSync(join(root, file), 'utf8');
  const statements = text.matchAll(/^(?:import|export)\s(?:[^'";]*?\sfrom\s+)?['"]([^'"]+)['"]/gmu);
  return [...statements].map((match) => {
    const target = match[1] ?? '';
    return {
      target: target.startsWith('.') ? relative(root, resolve(root, dirname(file), target)) : target,
      typeOnly: /^(?:import|export) type\b/u.test(match[0]),
    };
  });
}

/** The layers, lowest first: each may import from itself and from those before it. */
const layers = ['lib/language.ts', 'lib/draft/', 'lib/phrases/', 'lib/rules/', 'lib/checker.ts'];
const layerOf = (path: string) => layers.findIndex((layer) => path.startsWith(layer));

describe('the house', () => {
  it('is read at all', () => {
    expect(files.length).toBeGreaterThan(30);
    expect(importsOf('lib/checker.ts').map(({ target }) => target)).toContain('lib/draft/draft.ts');
  });

  it.each(files.filter((file) => layerOf(file) >= 0))(
    '%s imports only from its own layer and those below',
    (file) => {
      for (const { target } of importsOf(file)) {
        if (
          !target.startsWith('lib/') &&
          !target.startsWith('components/') &&
          !target.startsWith('entrypoints/')
        )
          continue;
        expect(layerOf(target), `${file} → ${target}`).toBeGreaterThanOrEqual(0);
        expect(layerOf(target), `${file} → ${target}`).toBeLessThanOrEqual(layerOf(file));
      }
    },
  );

  it.each(files.filter((file) => /^lib\/(?:fields|marks)\//u.test(file)))(
    '%s knows nothing of rules or phrases',
    (file) => {
      for (const { target } of importsOf(file))
        expect(target).not.toMatch(/^lib\/(?:rules|phrases|checker|messages|settings)/u);
    },
  );

  it.each(files.filter((file) => file.startsWith('components/')))(
    '%s takes only types from lib, and no browser API',
    (file) => {
      for (const { target, typeOnly } of importsOf(file)) {
        if (target.startsWith('lib/')) expect(typeOnly, `${file} → ${target}`).toBe(true);
        expect(target).not.toMatch(/^(?:wxt|entrypoints\/)/u);
      }
      expect(readFileSync(join(root, file), 'utf8')).not.toMatch(/\b(?:chrome|browser)\./u);
    },
  );

  it.each(files)('%s reaches the browser API only from where it may', (file) => {
    const text = readFileSync(join(root, file), 'utf8');
    const touches =
      importsOf(file).some(({ target }) => target.startsWith('wxt')) ||
      /\bchrome\.|\bindexedDB\b/u.test(text);
    const may = /^entrypoints\/|^lib\/(?:settings|messages|recent)\.ts$|^lib\/phrases\/cache\.ts$/u.test(
      file,
    );
    if (touches) expect(may, file).toBe(true);
  });

  it('keeps one file per rule, named by its id', () => {
    expect(rules.map((rule) => rule.id)).toEqual([...ruleIds]);
    for (const id of ruleIds) expect(files).toContain(`lib/rules/${id}.ts`);
  });

  it('keeps files small enough to hold in the head', () => {
    for (const file of files) {
      const lines = readFileSync(join(root, file), 'utf8').split('\n').length;
      expect(lines, file).toBeLessThanOrEqual(350);
    }
  });
});
