import { checksum, hexOf } from '../common/hash.ts';
import { buildAutomaton } from './automaton-build.ts';
import { type Content, writeContent } from './content.ts';
import { FORMAT, packSections } from './index-format.ts';
import type { Pack } from './pack.ts';
import type { Facts, Spelling } from './pack-types.ts';
import { patternRoles, patternsOf } from './patterns.ts';
import { buildSearchData, type PinyinOf } from './search-data.ts';
import { makeSpellingTables, spellingSources, writeSpellingTables } from './spelling/tables.ts';

/**
 * Compiles packs into one index. The packs are in order of precedence: of two items with one id, the first is kept.
 * Without `pinyinOf` the phrases are found by characters only.
 */
export function compilePacks(packs: readonly Pack[], pinyinOf: PinyinOf = () => []): ArrayBuffer {
  const { spellings, ...joined } = joinPacks(packs);
  const content: Content = { ...joined, spellings: spellingSources(spellings) };
  const keys: string[] = [];
  const keyOf = new Map<string, number>();
  const owners: number[][][] = [];
  content.entries.forEach((entry, place) => {
    for (const { text, role, item, variant } of patternsOf(entry)) {
      let key = keyOf.get(text);
      if (key === undefined) {
        key = keys.length;
        keyOf.set(text, key);
        keys.push(text);
        owners.push([]);
      }
      owners[key]?.push([patternRoles.indexOf(role), place, item, variant]);
    }
  });
  const keyPatterns = new Int32Array(keys.length + 1);
  owners.forEach((list, key) => {
    keyPatterns[key + 1] = (keyPatterns[key] ?? 0) + list.length;
  });
  const automaton = buildAutomaton(keys);
  const utf8 = new TextEncoder();
  return packSections({
    meta: utf8.encode(JSON.stringify({ version: content.version, first: automaton.first })),
    alphabet: automaton.alphabet,
    nodes: automaton.nodes,
    keyLength: automaton.keyLength,
    keySuffix: automaton.keySuffix,
    keyPatterns,
    patterns: Int32Array.from(owners.flat(2)),
    content: utf8.encode(writeContent(content)),
    spelling: writeSpellingTables(makeSpellingTables(spellings, content.entries)),
    search: utf8.encode(JSON.stringify(buildSearchData(content, pinyinOf))),
  });
}

/** The version of the index of these packs: 16 hexadecimal digits that change with any item or the format. */
export function versionOf(packs: readonly Pack[]): string {
  const text = JSON.stringify([FORMAT, packs.map(({ kind, trueUntil, items }) => [kind, trueUntil, items])]);
  const units = new Uint32Array(text.length);
  for (let at = 0; at < text.length; at++) units[at] = text.charCodeAt(at);
  return hexOf(checksum(units, 0, units.length));
}

/** Kinds of packs that hold words and weights, not facts: how sentences present things does not age. */
export const agelessKinds: ReadonlySet<string> = new Set(['context', 'context-weights']);

/** Joins packs; of two items with one id (or text), the first is kept. */
function joinPacks(
  packs: readonly Pack[],
): Omit<Content, 'spellings'> & { readonly spellings: readonly Spelling[] } {
  const dated = packs.filter(({ kind }) => !agelessKinds.has(kind)).map(({ trueUntil }) => trueUntil);
  const facts: Facts = {
    series: firstOfEach(packs, 'series', ({ id }) => id),
    entries: firstOfEach(packs, 'entries', ({ id }) => id),
    // A group's example sentences are needed only to check the pack.
    modifiers: firstOfEach(packs, 'modifiers', ({ id }) => id).map((one) => ({
      ...one,
      alarm: [],
      silent: [],
    })),
    weights: packs.flatMap(({ weights }) => weights),
    anniversaries: firstOfEach(packs, 'anniversaries', ({ id }) => id),
    fixedWordings: firstOfEach(packs, 'fixedWordings', ({ text }) => text),
  };
  return {
    version: versionOf(packs),
    // The whole is true only as long as its oldest pack.
    trueUntil: dated.sort()[0] ?? '1970-01-01',
    ...facts,
    spellings: packs.flatMap(({ spellings }) => spellings),
  };
}

function firstOfEach<K extends keyof Facts>(
  packs: readonly Pack[],
  list: K,
  keyOf: (item: Facts[K][number]) => string,
): Facts[K][number][] {
  const items = new Map<string, Facts[K][number]>();
  for (const pack of packs) {
    for (const item of pack[list]) {
      const key = keyOf(item);
      if (!items.has(key)) items.set(key, item);
    }
  }
  return [...items.values()];
}
