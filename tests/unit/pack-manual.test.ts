import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packKinds } from '../../lib/phrases/schema.ts';
import { crossCheck } from '../../scripts/cross-check.ts';
import { parsePack } from '../../scripts/read-packs.ts';
import { root } from './house-files.ts';

interface Example {
  readonly isRight: boolean;
  readonly kind: keyof typeof packKinds;
  readonly items: string;
  /** Of a wrong one: what `npm run packs` says of it. */
  readonly said: string;
}

const manual = readFileSync(join(root, 'docs/词库手册.md'), 'utf8');
const block = /^```yaml (对|错) ([a-z-]+)\n([\s\S]*?)^```\n(?:\n> (.+)\n)?/gmu;
const examples = [...manual.matchAll(block)].map(
  ([, verdict, kind, items = '', said = '']): Example => ({
    isRight: verdict === '对',
    kind: kind as Example['kind'],
    items,
    said,
  }),
);

/** The examples of a kind as a pack file of it. */
function read({ kind, items }: Example) {
  const head = `kind: ${kind}\ntrueUntil: '2026-10-15'\n${packKinds[kind].list}:\n`;
  return parsePack('例.yaml', head + items);
}

describe('the manual of the packs', () => {
  it('has a right and a wrong example of every kind that is written by hand', () => {
    for (const isRight of [true, false]) {
      const shown = new Set(examples.filter((one) => one.isRight === isRight).map(({ kind }) => kind));
      const byHand = Object.keys(packKinds).filter((kind) => kind !== 'context-weights');
      expect([...shown].sort()).toEqual(byHand.sort());
    }
  });

  it.each(examples.filter(({ isRight }) => isRight))('shows a right $kind: $items', (example) => {
    const { pack, problems } = read(example);
    expect(problems).toEqual([]);
    expect(pack?.items.length).toBe(1);
    expect(pack === null ? [] : crossCheck([pack])).toEqual([]);
  });

  it.each(examples.filter(({ isRight }) => !isRight))('quotes what is said of $kind: $said', (example) => {
    const { pack, problems } = read(example);
    expect(example.said).not.toBe('');
    expect(JSON.stringify(problems)).toContain(example.said);
    expect(problems.length).toBe(1);
    expect(pack?.items).toEqual([]);
  });

  it('names every field of every kind', () => {
    for (const { item } of Object.values(packKinds))
      for (const field of Object.keys(item.entries)) {
        if (field === 'feature' || field === 'weight') continue;
        expect(manual, field).toContain(`\`${field}\``);
      }
  });
});
