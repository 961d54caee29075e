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

/** The rooms of lib, and the other rooms that each may import from. */
const rooms: Readonly<Record<string, readonly string[]>> = {
  common: [],
  language: [],
  sites: [],
  draft: ['common', 'language'],
  'text-file': ['draft'],
  docx: ['draft', 'language'],
  fields: ['draft'],
  marks: ['draft', 'fields'],
  phrases: ['common', 'draft', 'language'],
  rules: ['common', 'draft', 'language', 'phrases'],
  checking: ['common', 'draft', 'language', 'phrases', 'rules'],
  storage: ['checking', 'common', 'draft', 'fields', 'language', 'phrases', 'rules', 'sites'],
  messaging: ['checking', 'draft', 'fields', 'language', 'phrases', 'rules'],
};
const roomOf = (path: string) => path.split('/')[1] ?? '';

describe('the house', () => {
  it('is read at all', () => {
    expect(files.length).toBeGreaterThan(30);
    expect(importsOf('lib/checking/checker.ts').map(({ target }) => target)).toContain('lib/draft/draft.ts');
  });

  it.each(files.filter((file) => file.startsWith('lib/')))(
    '%s stands in a room and imports only from the rooms that it may',
    (file) => {
      const room = roomOf(file);
      const may = rooms[room] ?? [];
      expect(Object.keys(rooms), file).toContain(room);
      for (const { target } of importsOf(file)) {
        expect(target, file).not.toMatch(/^(?:components|entrypoints)\//u);
        if (!target.startsWith('lib/')) continue;
        if (roomOf(target) !== room) expect(may, `${file} → ${target}`).toContain(roomOf(target));
      }
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
    const may = /^entrypoints\/|^lib\/storage\//u.test(file);
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
