import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { functionSizes } from './function-sizes.ts';
import { root, sourcesIn } from './house-files.ts';

/** The most that a function may hold, so that it can be understood at one reading. */
const limit = { lines: 90, branches: 18 };

const over = sourcesIn('lib', 'components', 'entrypoints', 'scripts').flatMap((file) =>
  functionSizes(file, readFileSync(join(root, file), 'utf8'))
    .filter(({ lines, branches }) => lines > limit.lines || branches > limit.branches)
    .map((size) => ({ ...size, id: `${file} ${size.name}` })),
);

describe('the size of functions', () => {
  it('is counted by lines and branches, what stands within included', () => {
    const text = [
      'export function outer(all: string[]) {',
      "  const inner = (one: string) => (one === '' || one === ' ' ? null : one);",
      '  for (const one of all) if (inner(one) !== null) return one;',
      '  return null;',
      '}',
    ].join('\n');
    expect(functionSizes('a.ts', text)).toEqual([
      { name: 'outer', line: 1, lines: 5, branches: 4 },
      { name: 'inner', line: 2, lines: 1, branches: 2 },
    ]);
  });

  it(`stays within ${limit.lines} lines and ${limit.branches} branches`, () => {
    const tooLarge = over.map(
      ({ id, line, lines, branches }) => `${id}, line ${line}: ${lines} lines, ${branches} branches`,
    );
    expect(tooLarge).toEqual([]);
  });
});
