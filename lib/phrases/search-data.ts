import { type Content, seriesResults } from './content.ts';
import { labelsOf } from './labels.ts';
import { otherWordings } from './other-wordings.ts';
import { searchKey } from './wording.ts';

/**
 * Readings of a search key (see `searchKey`) in pinyin without tones, the likeliest first: each a string of
 * syllables, one per character, separated by blanks. Empty if unknown.
 */
export type PinyinOf = (key: string) => readonly string[];

/**
 * What a searched wording is to its result: its name, another wording of it, one of its members or what it inserts; or
 * a word under which several are filed, and then its number among these words stands for the result.
 */
export const WORDING = { name: 0, alias: 1, member: 2, label: 3 } as const;

/**
 * The data of the phrase search in the index. Each line of the joined strings is one wording, with a line break
 * before and after it; results are numbered from the entries on to the members of all series.
 */
export interface SearchData {
  /** Search keys. */
  readonly keys: string;
  /** For each line of `keys`: its result, and what it is to it. */
  readonly results: readonly number[];
  readonly roles: readonly number[];
  /** Readings: full pinyin, each syllable with a capital (SiGeYiShi). */
  readonly readings: string;
  /** For each line of `readings`: its line in `keys`. */
  readonly readingKeys: readonly number[];
}

/**
 * Lists all that can be searched: entries by name, other wordings and members, members of series by name and forms, then
 * the words under which entries are filed.
 */
export function buildSearchData(content: Content, pinyinOf: PinyinOf): SearchData {
  const keys: string[] = [];
  const results: number[] = [];
  const roles: number[] = [];
  const readings: string[] = [];
  const readingKeys: number[] = [];
  let result = 0;
  const list = (key: string, role: number, of: number) => {
    if (role !== WORDING.member) {
      for (const reading of readingsOf(key, pinyinOf)) {
        readings.push(reading);
        readingKeys.push(keys.length);
      }
    }
    keys.push(key);
    results.push(of);
    roles.push(role);
  };
  const add = (wordings: readonly string[], members: readonly string[]) => {
    const seen = new Set<string>();
    const addOnce = (wording: string, role: number) => {
      const key = searchKey(wording);
      if (key === '' || seen.has(key)) return;
      seen.add(key);
      list(key, role, result);
    };
    wordings.forEach((wording, i) => {
      addOnce(wording, i === 0 ? WORDING.name : WORDING.alias);
    });
    for (const member of members) addOnce(member, WORDING.member);
    result++;
  };
  for (const entry of content.entries) {
    if (entry.kind === 'phrase') {
      const text = entry.text === undefined ? [] : [entry.text];
      add([entry.name, ...entry.aliases], [...entry.members, ...text]);
    } else if (entry.kind === 'set-phrase') add([entry.name, ...entry.aliases], entry.members);
    // Everyday words are not searched for; their numbers among the results stay unused.
    else if (entry.kind === 'confusable') add([], []);
    else add([entry.name, ...otherWordings(entry)], []);
  }
  for (const { series, index } of seriesResults(content)) {
    const member = series.members[index];
    if (member !== undefined) add([member.name, ...member.forms], []);
  }
  Array.from(labelsOf(content.entries).keys(), searchKey).forEach((label, number) => {
    list(label, WORDING.label, number);
  });
  const join = (lines: readonly string[]) => `\n${lines.map((line) => `${line}\n`).join('')}`;
  return { keys: join(keys), results, roles, readings: join(readings), readingKeys };
}

function readingsOf(key: string, pinyinOf: PinyinOf): string[] {
  const length = Array.from(key).length;
  const readings = new Set<string>();
  for (const reading of pinyinOf(key)) {
    const syllables = reading.split(' ');
    // A reading without one syllable per character would emphasise the wrong ones.
    if (syllables.length !== length || !syllables.every((one) => /^[a-z]+$|^[\p{L}\p{N}]$/u.test(one)))
      continue;
    readings.add(syllables.map((one) => one.charAt(0).toUpperCase() + one.slice(1)).join(''));
  }
  return [...readings];
}
