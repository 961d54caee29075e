import type { Span } from '../../draft/types.ts';

/** The name of a place in front of its level (青山 of 青山县), with offsets of the text. */
export interface PlaceName extends Span {
  readonly name: string;
  /** True if the character before it surely belongs to other words. */
  readonly isCertain: boolean;
  /** True behind words that introduce a place (中共, 代表, 在, its superior): it is none of the verbs before 县委. */
  readonly isIntroduced: boolean;
}

/** Longest name that is read. UTF-16 units. */
const longest = 3;
/** Characters before a name that are no part of it, and ends of words that stand before names. */
const edge =
  /[在和与及对向为以从由给把被让使是到于同的了着将要但而也就请愿省市州盟区县届任年期据照受经报应按听紧]|代表|推动|建设|中共|号召|带领|团结|动员|引领|谱写|书写|开创|振兴|全体|我们|大家|当前|今天/gu;
const introducing = /(?:中共|代表|[在向和与、省市州盟])$/u;
/** What is called so by its kind or place and not by a name: 我县, 全市, 老区, 贫困县, 农业大县, 自治区, 开发区, 直辖市. */
const common = {
  县: /[我全各本该某此外邻近周每两三几多个半其困强大小点范治在弟属级产游电护态林粮农贫等市区省]$/u,
  市: /[我全各本该某此外邻每两三几多个其省城都县地辖超上门夜集股楼菜花闹区]$/u,
  区: /[我全各本该某此外邻每两三几多个其山社城老库牧灾园景片辖校院小厂矿林农郊战军边疆地治发新业范税验能假保护功行试心市县街洪汛震特]$/u,
} as const;

/** Levels, by those whose speakers stand for places of one level. */
export const peers: readonly string[] = ['县区旗', '市州盟'];

/**
 * The name in front of a level at an offset of a text; null if it is none: 落实县委决定 and 代表县委 name no place.
 * @param isWord whether two characters are an everyday word; a place that is called so is missed
 */
export function nameBefore(text: string, at: number, isWord: (word: string) => boolean): PlaceName | null {
  const level = text.charAt(at);
  const kind = level === '市' || level === '区' ? level : '县';
  const from = Math.max(0, at - longest - 3);
  const before = text.slice(from, at);
  if (common[kind].test(before)) return null;
  const han = /\p{Script=Han}*$/u.exec(before)?.[0].length ?? 0;
  if (han < 2) return null;
  let begin = before.length - han;
  let isCertain = from === 0 || begin > 0;
  for (const match of before.slice(begin).matchAll(edge)) {
    begin = before.length - han + match.index + match[0].length;
    isCertain = true;
  }
  if (before.length - begin > longest) {
    begin = before.length - 2;
    isCertain = false;
  }
  const name = before.slice(begin);
  if (name.length < 2 || isWord(name.slice(-2)) || isWord(name.slice(0, 2))) return null;
  const isIntroduced = introducing.test(before.slice(0, begin));
  return { name, start: from + begin, end: at, isCertain, isIntroduced };
}
