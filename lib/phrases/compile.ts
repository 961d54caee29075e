import { checksum, hexOf } from '../common/hash.ts';
import { buildAutomaton } from './automaton-build.ts';
import { type Content, writeContent } from './content.ts';
import { FORMAT, packSections } from './index-format.ts';
import type { Pack } from './pack.ts';
import { patternRoles, patternsOf } from './patterns.ts';
import { buildSearchData } from './search-data.ts';
import { makeSpellingTables, spellingSources, writeSpellingTables } from './spelling/tables.ts';
import type {
  Anniversary,
  ContextWeight,
  Entry,
  FixedWording,
  ModifierGroup,
  Series,
  Spelling,
} from './types.ts';

/**
 * Readings of a search key (see `searchKey`) in pinyin without tones: each a string of syllables, one for each character,
 * separated by blanks. The likeliest first; none when unknown.
 */
export type PinyinOf = (key: string) => readonly string[];

/**
 * Compiles packs into one index blob. The packs come in order of standing: where two have an entry or series of the same
 * id, the first one's stays. Without `pinyinOf` the phrases are found by characters only.
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

/** The version of the index that these packs compile to: 16 hexadecimal digits that change with any item or the format. */
export function versionOf(packs: readonly Pack[]): string {
  const text = JSON.stringify([FORMAT, packs.map(({ kind, trueUntil, items }) => [kind, trueUntil, items])]);
  const units = new Uint32Array(text.length);
  for (let at = 0; at < text.length; at++) units[at] = text.charCodeAt(at);
  return hexOf(checksum(units, 0, units.length));
}

/** Packs of words and weights, not of facts. */
export const agelessKinds: ReadonlySet<string> = new Set(['context', 'context-weights']);

function joinPacks(packs: readonly Pack[]): Omit<Content, 'spellings'> & { readonly spellings: Spelling[] } {
  const series = new Map<string, Series>();
  const entries = new Map<string, Entry>();
  const anniversaries = new Map<string, Anniversary>();
  const fixedWordings = new Map<string, FixedWording>();
  const modifiers = new Map<string, ModifierGroup>();
  const weights: ContextWeight[] = [];
  const spellings: Spelling[] = [];
  let trueUntil = '';
  for (const pack of packs) {
    for (const one of pack.series) if (!series.has(one.id)) series.set(one.id, one);
    for (const one of pack.entries) if (!entries.has(one.id)) entries.set(one.id, one);
    for (const one of pack.anniversaries) if (!anniversaries.has(one.id)) anniversaries.set(one.id, one);
    for (const one of pack.fixedWordings) if (!fixedWordings.has(one.text)) fixedWordings.set(one.text, one);
    // A group's own sentences are for whoever edits the pack.
    for (const one of pack.modifiers)
      if (!modifiers.has(one.id)) modifiers.set(one.id, { ...one, alarm: [], silent: [] });
    weights.push(...pack.weights);
    spellings.push(...pack.spellings);
    // The whole is true only as far as its oldest pack; how sentences present things does not age.
    if (!agelessKinds.has(pack.kind) && (trueUntil === '' || pack.trueUntil < trueUntil))
      trueUntil = pack.trueUntil;
  }
  return {
    version: versionOf(packs),
    trueUntil: trueUntil || '1970-01-01',
    series: [...series.values()],
    entries: [...entries.values()],
    modifiers: [...modifiers.values()],
    weights,
    anniversaries: [...anniversaries.values()],
    fixedWordings: [...fixedWordings.values()],
    spellings,
  };
}
