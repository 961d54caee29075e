/**
 * `npm run shapes -- cjk-decomp.txt`: derives assets/prose/shapes.txt, the characters of GB 2312 of like shape, from the
 * CJK Decomposition Data of Gavin Grover (https://github.com/amake/cjk-decomp), of whose licences the MIT licence is chosen.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { characterReadings } from '../pinyin.ts';

/** The parts of each character, and of each nameless part. */
type Parts = ReadonlyMap<string, readonly string[]>;

/** Two characters are alike from this share of common strokes on. */
const leastShare = 0.5;
/** The most characters of like shape that a character has. */
const most = 24;

const [source] = process.argv.slice(2);
if (source === undefined) throw new Error('Usage: npm run shapes -- cjk-decomp.txt');
const target = join(import.meta.dirname, '../../assets/prose/shapes.txt');
const parts = readParts(await readFile(source, 'utf8'));
const characters = [...characterReadings().keys()].filter((one) => parts.has(one));
const lines = alikeOf(characters, parts).map(([one, others]) => `${one} ${others}`);
await writeFile(target, `${head()}\n${lines.join('\n')}\n`);
process.stdout.write(`${characters.length} 字，${lines.length} 字有形近字。\n`);

function head(): string {
  return [
    '# 形近字：每行一个字，空格后是与它形近的字，最像的在前。由 scripts/prose/shapes.ts 算出，不手工改。',
    '# Derived from the CJK Decomposition Data, © Gavin Grover, https://github.com/amake/cjk-decomp, under the MIT licence.',
  ].join('\n');
}

/** Lines such as 的:a(白,勺). */
function readParts(text: string): Parts {
  const parts = new Map<string, readonly string[]>();
  for (const line of text.split('\n')) {
    const [, one, inside] = /^(\S+?):\w+(?:\/\w+)?\((.*)\)/u.exec(line.trim()) ?? [];
    if (one !== undefined && inside !== undefined)
      parts.set(
        one,
        inside.split(',').filter((part) => part !== ''),
      );
  }
  return parts;
}

/** A character's parts on all levels, and itself, by part: in how many strokes. */
function alikeOf(characters: readonly string[], parts: Parts): (readonly [string, string])[] {
  const strokes = new Map<string, number>();
  const strokesOf = (part: string): number => {
    const known = strokes.get(part);
    if (known !== undefined) return known;
    strokes.set(part, 1);
    const inside = parts.get(part) ?? [];
    const sum = inside.length === 0 ? 1 : inside.reduce((total, one) => total + strokesOf(one), 0);
    strokes.set(part, sum);
    return sum;
  };
  const withinOf = (part: string, depth: number): string[] =>
    depth === 0 ? [part] : [part, ...(parts.get(part) ?? []).flatMap((one) => withinOf(one, depth - 1))];
  const owners = new Map<string, string[]>();
  const within = new Map(characters.map((one) => [one, new Set(withinOf(one, 2))] as const));
  for (const [one, own] of within)
    for (const part of own) owners.set(part, [...(owners.get(part) ?? []), one]);
  return characters.flatMap((one) => {
    const shares = new Map<string, number>();
    for (const part of within.get(one) ?? [])
      for (const other of owners.get(part) ?? []) {
        if (other === one) continue;
        const share = (2 * strokesOf(part)) / (strokesOf(one) + strokesOf(other));
        shares.set(other, Math.max(shares.get(other) ?? 0, share));
      }
    const near = [...shares].filter(([, share]) => share >= leastShare).sort(([, x], [, y]) => y - x);
    const others = near.slice(0, most).map(([other]) => other);
    return others.length === 0 ? [] : [[one, others.join('')] as const];
  });
}
