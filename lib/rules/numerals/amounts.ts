import { matchesOf } from '../../draft/matches.ts';
import { bilingual } from '../../language/language.ts';
import type { Fault } from '../style/fault.ts';

const number = '(?:\\d[\\d.,]*|[一二两三四五六七八九十百千几数]+)[万亿千百]*';
/** What is less by once is nothing. 减少到原来的三分之一, and 缩小10倍 of a scale, are others. */
const lessBy = new RegExp(
  `(?:减少|下降|降低|缩短|减低|下滑|压减|压缩)了?近?约?(${number})倍(?![镜率])`,
  'gu',
);
/** Two words for one bound. 规模以上 is a name. */
const bounds: readonly RegExp[] = [
  new RegExp(`(超过|逾|突破|高于)${number}(?:[\\u4e00-\\u9fff]{0,3}?)(?<!规模)(以上)(?!规模)`, 'gu'),
  new RegExp(
    `(至少|不少于|不低于)[\\u4e00-\\u9fff]{0,3}?${number}[\\u4e00-\\u9fff]{0,3}?(?<!规模)(以上)(?!规模)`,
    'gu',
  ),
  new RegExp(`(大约|约)有?${number}[\\u4e00-\\u9fff]{0,3}?(左右|上下)`, 'gu'),
  /(近|将近)\d[\d.,]*[万亿千百]?(余)(?=[\u4e00-\u9fff])/gu,
];

/** 减少了3倍: a decrease is a share, not a multiple. Takes the paragraph. */
export function decreases(text: string): Fault[] {
  return matchesOf(text, lessBy).map((match) => ({
    level: 'warning',
    start: match.index,
    end: match.index + match[0].length,
    message: bilingual(
      '减少、下降通常用分数、百分数或“几成”，不用倍数，请核对。',
      'A decrease is usually told as a share or a percentage, not as a multiple; please check.',
    ),
    fixes: [],
  }));
}

/** Two words that say the same bound: 超过1000元以上. Takes the paragraph. */
export function twofoldBounds(text: string): Fault[] {
  return bounds.flatMap((pattern) =>
    matchesOf(text, pattern).map((match) => {
      const [all, first = '', second = ''] = match;
      const start = match.index;
      const end = start + all.length;
      return {
        level: 'hint' as const,
        start,
        end,
        message: bilingual(
          `“${first}”和“${second}”意思重复，通常只留一个。`,
          `“${first}” and “${second}” say the same; usually one is kept.`,
        ),
        fixes: [
          {
            label: bilingual(`删去“${second}”`, `Delete “${second}”`),
            edits: [{ start: end - second.length, end, text: '' }],
          },
        ],
      };
    }),
  );
}
