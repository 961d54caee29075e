import { formatNumeral } from '../draft/numeral-values.ts';

/** Other ways to take a query that nothing has as it stands: by its parts, with other verbs, with Chinese numerals. */

/** More words of a query are not told apart. */
export const MOST_WORDS = 4;

/**
 * The parts of a query that is one run: two characters or syllables each, the rest in the last (统一 思想 行动, tigao
 * zhanwei); of three characters the first and the last two (主汛期: 主汛, 汛期). One part or none where it is too short, or
 * letters that are no syllables.
 */
export function partsOf(key: string): string[] {
  const units = /^[a-z]+$/.test(key) ? syllablesOf(key) : /[a-z0-9]/.test(key) ? [] : Array.from(key);
  if (units.length === 3 && !/[a-z]/.test(key)) return [key.slice(0, -1), key.slice(1)];
  const count = Math.min(units.length >> 1, MOST_WORDS);
  return Array.from({ length: count }, (_, i) =>
    units.slice(i * 2, i === count - 1 && units.length < 2 * MOST_WORDS ? units.length : i * 2 + 2).join(''),
  );
}

const syllable =
  /(?:(?:ang?|eng|a[io]|e[inr]|ou|[aeo])(?![aeiouv])|(?:[bpmfdtnlgkhjqxryw]|[zcs]h?)(?:iang|iong|uang|[aeio]ng|ia[on]|uai|uan|a[ino]|e[inr]|i[aenu]|ou|u[aeino]|ve|[aeiouv])(?![aeiouv]))/y;

/** The syllables of a run of letters; empty if it is not made of them alone. */
function syllablesOf(letters: string): string[] {
  const syllables: string[] = [];
  for (let at = 0; at < letters.length; at = syllable.lastIndex) {
    syllable.lastIndex = at;
    const [found] = syllable.exec(letters) ?? [];
    if (found === undefined) return [];
    syllables.push(found);
  }
  return syllables;
}

/** Verbs that official wording uses for one another, by what is done. */
const verbGroups = [
  '加强 强化 增强 加大',
  '守住 守牢 坚守 严守 筑牢',
  '压实 扛牢 扛起 落实 履行',
  '提高 提升 增强',
  '正视 直面',
  '凝聚 汇聚 集聚',
  '推进 推动 深化 加快',
  '抓好 做好 抓实 做实 落实',
  '坚定 增强 树立',
  '锚定 紧盯 聚焦 围绕',
  '打赢 打好',
  '化解 防范',
  '纠治 整治 纠正 查处',
].map((verbs) => verbs.split(' '));

/** The query with each verb that stands for the one at its beginning (强化领导: 加强领导); none for most. */
export function withOtherVerbs(key: string): string[] {
  const verb = key.slice(0, 2);
  const rest = key.slice(2);
  if (rest.length < 2) return [];
  const others = new Set(verbGroups.filter((verbs) => verbs.includes(verb)).flat());
  others.delete(verb);
  return Array.from(others, (other) => other + rest);
}

/** The query with its numerals in Chinese (20大: 二十大, 2个确立: 两个确立); null where it has none, or no characters. */
export function withChineseNumerals(key: string): string | null {
  if (!/\d/.test(key) || !/\p{Script=Han}/u.test(key) || /[a-z]|\d{3}/.test(key)) return null;
  return key.replace(/[1-9]\d?/g, (digits, at: number) =>
    digits === '2' && key.charAt(at + 1) === '个' ? '两' : formatNumeral(Number(digits)),
  );
}
