import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rules } from '../../lib/rules/index.ts';
import { ruleIds } from '../../lib/rules/types.ts';
import { rooms } from '../../scripts/import-rules.ts';
import { root, sourcesIn } from './house-files.ts';

/** What holds of a file beside its imports; those are held by `npm run imports`. */
const files = sourcesIn('lib', 'components', 'entrypoints');
const textOf = (file: string) => readFileSync(join(root, file), 'utf8');

describe('the house', () => {
  it('is read at all', () => {
    expect(files.length).toBeGreaterThan(30);
    expect(files).toContain('lib/checking/checker.ts');
  });

  it.each(files.filter((file) => file.startsWith('lib/')))('%s stands in a room', (file) => {
    const [, room = '', name] = file.split('/');
    expect(name, `${file} lies loose in lib`).toBeDefined();
    expect(Object.keys(rooms)).toContain(room);
  });

  it.each(files.filter((file) => file.startsWith('components/')))('%s calls no browser API', (file) => {
    expect(textOf(file)).not.toMatch(/\b(?:chrome|browser)\./u);
  });

  it.each(files.filter((file) => !/^entrypoints\/|^lib\/storage\//u.test(file)))(
    '%s reaches no browser API by a global',
    (file) => {
      expect(textOf(file)).not.toMatch(/\bchrome\.|\bindexedDB\b/u);
    },
  );

  it('keeps one file per rule, named by its id', () => {
    expect(rules.map((rule) => rule.id)).toEqual([...ruleIds]);
    for (const id of ruleIds) expect(files).toContain(`lib/rules/${id}.ts`);
  });

  it('keeps files small enough to hold in the head', () => {
    for (const file of files) expect(textOf(file).split('\n').length, file).toBeLessThanOrEqual(350);
  });
});
