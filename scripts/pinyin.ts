import { pinyin, polyphonic } from 'pinyin-pro';

/** More readings of one phrase are not useful to search by. */
const MAX_READINGS = 4;

/**
 * Readings of a search key, toneless syllables separated by blanks (ü as v), one per character: first the phrase's
 * own reading, then each character with several initials (重 行 长 率) gets the others in turn, since people who type
 * initials may read an abbreviation differently.
 */
export function pinyinOf(key: string): string[] {
  const characters = Array.from(key);
  const syllables = pinyin(key, { toneType: 'none', type: 'array', v: true, nonZh: 'spaced' });
  if (syllables.length !== characters.length) return [];
  const readings = [syllables.join(' ')];
  const others = polyphonic(key, { toneType: 'none', type: 'array', v: true, nonZh: 'spaced' });
  characters.forEach((character, i) => {
    const usual = syllables[i] ?? '';
    if (!COMMON_POLYPHONES.has(character)) return;
    for (const other of others[i] ?? []) {
      if (readings.length >= MAX_READINGS || other === '' || other[0] === usual[0]) continue;
      readings.push(syllables.map((one, place) => (place === i ? other : one)).join(' '));
    }
  });
  return readings;
}

/** Characters of official wording whose readings differ in the initial. */
const COMMON_POLYPHONES = new Set('重行长率调传乐省朝校藏畜弹曾');

/**
 * Readings of each character of GB 2312 (6,763, enough for all drafts), the usual one first; others only if they have
 * another initial in official wording.
 */
export function characterReadings(): Map<string, readonly string[]> {
  const readings = new Map<string, readonly string[]>();
  const decoder = new TextDecoder('gb18030');
  for (let high = 0xb0; high <= 0xf7; high++) {
    for (let low = 0xa1; low <= 0xfe; low++) {
      const character = decoder.decode(Uint8Array.of(high, low));
      // The last row of the first level is incomplete.
      if (!/^\p{Script=Han}$/u.test(character)) continue;
      const all = pinyinOf(character).filter((reading) => /^[a-z]+$/.test(reading));
      if (all.length > 0) readings.set(character, all);
    }
  }
  return readings;
}
