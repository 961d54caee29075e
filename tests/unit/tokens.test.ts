import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const tokens = readFileSync(join(root, 'components/tokens.css'), 'utf8');

const sheets = ['components', 'entrypoints'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.css') && name !== 'tokens.css')
    .map((name) => `${folder}/${name}`),
);

/** The tokens that a part of the sheet sets, with their values. */
function setIn(part: string): Map<string, string> {
  return new Map(
    [...part.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value]),
  );
}

/** What stands under a medium. */
function under(medium: string): Map<string, string> {
  const from = tokens.indexOf(`@media (${medium})`);
  const to = tokens.indexOf('@media', from + 1);
  return setIn(tokens.slice(from, to === -1 ? undefined : to));
}

const always = setIn(tokens.slice(0, tokens.indexOf('@media')));
const colours = [...always].filter(([, value]) => value.startsWith('#')).map(([name]) => name);

describe('the design tokens', () => {
  it('name every colour for light, dark and the system’s own', () => {
    expect(colours.length).toBeGreaterThan(10);
    expect([...under('prefers-color-scheme: dark').keys()]).toEqual(colours);
    for (const [name, value] of under('forced-colors: active')) {
      expect(colours).toContain(name);
      expect(value).toMatch(/^(?:Canvas|CanvasText)$/);
    }
    // A shadow is not drawn there.
    expect(colours.filter((name) => !under('forced-colors: active').has(name))).toEqual(['--shade']);
  });

  it('stop all motion where none is wanted', () => {
    expect(under('prefers-reduced-motion: reduce').get('--quick')).toBe('0ms');
  });

  it.each(sheets)('are all that %s takes its colours, fonts and times from', (sheet) => {
    const css = readFileSync(join(root, sheet), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
    expect(css.match(/#[\da-f]{3,8}\b|\b(?:rgba?|hsla?|oklch|color-mix)\(/gi) ?? []).toEqual([]);
    expect([...setIn(css).keys()]).toEqual([]);
    // One with a fallback is a length that a script measures.
    for (const [, name = ''] of css.matchAll(/var\((--[\w-]+)\)/g))
      expect([...always.keys()]).toContain(name);
    for (const [, times = ''] of css.matchAll(/transition:([^;]+);/g)) {
      expect(times).toContain('var(--quick)');
      expect(times).not.toMatch(/\d/);
    }
  });

  it('give the icon its colours', () => {
    const worker = readFileSync(join(root, 'entrypoints/background/tabs.ts'), 'utf8');
    expect(worker.match(/#[\da-f]{3,8}\b/gi)).toEqual([always.get('--cinnabar'), always.get('--ochre')]);
  });

  it('are the card’s, too, in its own tree', () => {
    expect(tokens).toContain(':root,\n:host > * {');
    const card = readFileSync(join(root, 'entrypoints/writing/card.css'), 'utf8');
    expect(card).toMatch(/^@import "\.\.\/\.\.\/components\/tokens\.css";/);
  });
});
