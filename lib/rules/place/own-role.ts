import { unitTable } from '../../common/unit-table.ts';
import type { Span } from '../../draft/types.ts';
import { nameBefore, type PlaceName, peers } from './names.ts';

/** A place that a draft names as its speaker does their own. Offsets of the paragraph. */
export interface PlaceInRole extends PlaceName {
  readonly level: string;
  /** True of its organs: verbs stand before 县委 too (当好县委的参谋). */
  readonly isOrgan: boolean;
}

const count = '(?:\\d+(?:\\.\\d+)?|[一二三四五六七八九十百]+)(?:多|余)?(?:万|亿)(?:多|余)?';
/** What follows a place that the speaker stands for: its people, all its levels, what is to become of it. */
const people = `人民(?!医院|法院|检察院|广场|公园|政府|路|银行|武装)|各级|各部门|各族|上下|广大(?:干部|党员|群众)|${count}(?:各族)?(?:人民|群众|干部|父老|儿女)`;
/** Its organs; of a county's draft only, since a city's draft names those of the city above it. Not 县委书记, 县委党校. */
const organs = '委(?!书记|常委|党校|办|宣传|组织|统战|政法|[员托派屈])|(?:人民)?政府(?!采购|网|大楼|办|门)';
/** The first characters of these; most places are followed by others. */
const firsts = unitTable('人各上广委政0123456789一二三四五六七八九十百');
/** What is to become of the place: 谱写青山县高质量发展新篇章. Sought only where a paragraph has such an end. */
const future = /[^，。；、！]{0,14}(?:新篇章|新局面|新画卷|美好明天|而(?:不懈|努力|共同)?奋斗)/uy;
const hasFuture = /新(?:篇章|局面|画卷)|美好明天|奋斗/u;
const roles = {
  county: new RegExp(`(?:${people}|${organs})`, 'uy'),
  city: new RegExp(`(?:${people})`, 'uy'),
};
/** Words of a sentence about others: who is learned from, visited, thanked. */
const ofOthers =
  /学习|借鉴|经验|做法|考察|来访|到访|参观|取经|对口|结对|友好|兄弟|毗邻|相邻|邻居|帮扶|支援|协作|合作|签署|签订|签约|交流|对标|赶超|感谢|感激|欢迎|代表团|嘉宾|印象/u;

/** Levels as they are searched for. */
const levels = [...peers.join('')];

/** The places of a paragraph in the speaker's own role, in order of place; quoted ones are left out. */
export function placesInRole(
  text: string,
  isQuoted: (at: number) => boolean,
  isWord: (word: string) => boolean,
): PlaceInRole[] {
  const found: PlaceInRole[] = [];
  let mayLookAhead: boolean | undefined;
  for (const level of levels) {
    const role = peers[0]?.includes(level) === true ? roles.county : roles.city;
    for (let at = text.indexOf(level); at >= 0; at = text.indexOf(level, at + 1)) {
      const mayBeRole = firsts[text.charCodeAt(at + 1)] === 1;
      if (!mayBeRole) mayLookAhead ??= hasFuture.test(text);
      if (!(mayBeRole && standsAt(role, text, at + 1)) && !(mayLookAhead && standsAt(future, text, at + 1)))
        continue;
      const name = nameBefore(text, at, isWord);
      if (name !== null && !isQuoted(name.start)) {
        const isOrgan = '委政'.includes(text.charAt(at + 1)) || text.startsWith('人民政府', at + 1);
        found.push({ ...name, level, isOrgan });
      }
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

function standsAt(sticky: RegExp, text: string, at: number): boolean {
  sticky.lastIndex = at;
  return sticky.test(text);
}

/** Whether a sentence of the text tells of a place as of another one. */
export function isToldAsOther(text: string, place: string): boolean {
  for (let at = text.indexOf(place); at >= 0; at = text.indexOf(place, at + place.length)) {
    const start = Math.max(...['。', '！', '？', '；', '\n'].map((stop) => text.lastIndexOf(stop, at))) + 1;
    const rest = text.slice(at).search(/[。！？；\n]/u);
    if (ofOthers.test(text.slice(start, rest < 0 ? text.length : at + rest))) return true;
  }
  return false;
}

const praised =
  '(?:平安|美丽|法治|幸福|富强|文明|和谐|数字|活力|魅力|清廉|健康|信用|诚信|大美|实力|(?<!全|创|更|革|最|重|崭)新)';

/** 平安青山, 新青山: a name without its level, as a place calls itself. Offsets of the text. */
export function praisesOf(text: string, name: string): (Span & { readonly nameStart: number })[] {
  const pattern = new RegExp(`${praised}${name}(?![县区市州旗盟镇乡村])`, 'gu');
  return [...text.matchAll(pattern)].map((match) => {
    const end = match.index + match[0].length;
    return { start: match.index, end, nameStart: end - name.length };
  });
}
