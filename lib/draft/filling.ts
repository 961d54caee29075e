/** The word behind a blank tells what belongs there; longest first. */
const places = '省|市|县|区|镇|乡|村|街道|社区|州|旗';
const offices = '局|委|厅|处|部|院|校|公司|集团|单位|学校|大学|医院|党组';
const people = '同志|书记|主任|主席|[市县区镇乡村局厅部院校州]长|先生|女士|院士';
const amounts = '名|个|件|位|家|项|万|亿|元|人次|人|户|亩|公里|公斤|吨|次|条|起|场|%|％';

/** A word that makes a single × or X before it a blank: ×县, X月, ×名. Not words that begin alike: 市场, 人工. */
export const afterBlank = new RegExp(
  `^(?!${[
    '市集|市场|市民|市级|人工|人文|人才|人生|人民|人大|人心|人人|人本|家居|家电|家乡|家庭|家风|年轻|年货|年味|年度',
    '村晚|村级|乡村|县域|省级|区块|区域|区划|日常|月饼|月度|个性|个人|个别|公益|公园|公平|公正|公开|公共|项目',
    '名牌|名片|万众|万物|万家|元宇|元素|位置|次序|条件|条例|起步|场景|部署|部分|处置|处理|处以|处罚|处于|委员|院线|局部|局面|校园|件均|户外',
  ].join('|')})(?:${people}|${places}|${offices}|${amounts}|届|年|月|日)`,
  'u',
);

const kinds: readonly (readonly [RegExp, string])[] = [
  [/^[年月日]/u, '日期'],
  [/^[届次]/u, '届次'],
  [new RegExp(`^(?:${people})`, 'u'), '姓名'],
  [
    /^(?:省|市|县|区|州)?(?:委|政府|人大|政协|纪委)|^(?:局|厅|处|部|院|校|公司|集团|单位|学校|大学|医院)/u,
    '单位名称',
  ],
  [new RegExp(`^(?:${places})`, 'u'), '地名'],
  [new RegExp(`^(?:${amounts})`, 'u'), '数字'],
  [/^号/u, '文号'],
];

/** What belongs in a blank, by the words behind it: 姓名, 数字 …; 内容 if they do not tell. */
export function fillingOf(after: string): string {
  return kinds.find(([pattern]) => pattern.test(after))?.[1] ?? '内容';
}
