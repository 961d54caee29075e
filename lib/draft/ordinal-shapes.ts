import {
  formatArabic,
  formatCircled,
  formatLetter,
  formatNumeral,
  formatRoman,
  numeralCharacters as numerals,
  parseArabic,
  parseCircled,
  parseLetter,
  parseNumeral,
  parseRoman,
  spellingOf,
} from './numeral-values.ts';
import {
  notDecimal,
  notGraspSaid,
  notLatin,
  notListed,
  notMustWord,
  notNamedPair,
  notPaired,
  notReferred,
  notSaid,
  notTwoNumbers,
  notVerbSaid,
  type Trap,
} from './ordinal-traps.ts';

/** The kinds of ordinals. */
export type OrdinalKind =
  | 'part' // 第一部分
  | 'chapter' // 第一章
  | 'section' // 第一节
  | 'article' // 第一条
  | 'chinese' // 一、
  | 'chinese-bracketed' // （一）
  | 'arabic' // 1.
  | 'arabic-bracketed' // （1）
  | 'circled' // ①
  | 'roman' // Ⅰ.
  | 'letter' // A.
  | 'ordinal' // 第一，
  | 'of-them' // 其一，
  | 'counted' // 第一句话，
  | 'named' // 任务一：
  | 'sequence-word' // 首先 其次 再次 最后
  | 'is' // 一是
  | 'must' // 一要
  | 'grasp' // 一抓
  | 'verb'; // 一靠, 一看 …; the verb is its shape

/** How a number may be written. */
export type NumberForm = 'chinese' | 'arabic' | 'circled' | 'roman' | 'letter' | 'word';

/** One way of writing numbers: how to recognise, read and write them. */
interface NumberWriting {
  /** A pattern. */
  readonly pattern: string;
  /** The characters it begins with; for the first two forms, also those it ends with. */
  readonly characters: string;
  readonly parse: (text: string) => number | null;
  /** `sample`: numerals of the same list, for their spelling. */
  readonly write: (value: number, like: string, sample: string) => string | null;
}

/** 首先 其次 再次, in order. */
export const sequenceWords: readonly string[] = ['首先', '其次', '再次'];
/** The word that ends a series of them, of any length. */
export const lastWord = '最后';

const span = (first: number, last: number): string =>
  String.fromCharCode(...Array.from({ length: last - first + 1 }, (_, index) => first + index));

export const numberForms: Readonly<Record<NumberForm, NumberWriting>> = {
  chinese: {
    pattern: `[${numerals}]{1,5}`,
    characters: numerals,
    parse: parseWritten,
    write: (value, _, sample) => formatNumeral(value, spellingOf(sample)),
  },
  arabic: {
    pattern: '\\d{1,3}|[０-９]{1,3}',
    characters: '0123456789０１２３４５６７８９',
    parse: parseArabic,
    write: formatArabic,
  },
  circled: {
    pattern: '[①-⑳㉑-㉟㊱-㊿]',
    characters: span(0x2460, 0x2473) + span(0x3251, 0x325f) + span(0x32b1, 0x32bf),
    parse: parseCircled,
    write: formatCircled,
  },
  roman: {
    pattern: '[Ⅰ-Ⅻ]|VI{0,3}|I[VX]|I{1,3}|XI{0,2}',
    characters: `${span(0x2160, 0x216b)}IVX`,
    parse: parseRoman,
    write: formatRoman,
  },
  letter: {
    pattern: '[A-ZＡ-Ｚ]',
    characters: span(0x41, 0x5a) + span(0xff21, 0xff3a),
    parse: parseLetter,
    write: formatLetter,
  },
  word: {
    pattern: [...sequenceWords, lastWord].join('|'),
    characters: '首其再最',
    parse: (text) => [...sequenceWords, lastWord].indexOf(text) + 1 || null,
    write: (value) => sequenceWords[value - 1] ?? null,
  },
};

/** Reads a Chinese numeral as headings have it: 一百一 is 101 and 一百零十一 is 111, which both mean others in speech. */
function parseWritten(text: string): number | null {
  const short = /^([一二三四五六七八九]百)([一二三四五六七八九])$/u;
  return parseNumeral(text.replace(short, '$1零$2').replace(/(?<=百)[零〇○]十/u, '一十'));
}

/** One shape of ordinal: everything needed to read it. */
export interface OrdinalShape {
  readonly kind: OrdinalKind;
  readonly numbers: readonly NumberForm[];
  /** A pattern of the numbers, if not all of these forms are allowed. */
  readonly only?: string;
  /** Words of which one must stand before the number. */
  readonly before?: readonly string[];
  /** True when brackets stand around the number. */
  readonly brackets?: true;
  /** Words of which one must stand behind the number. */
  readonly after?: readonly string[];
  /** Characters of which one may stand behind it as its mark. */
  readonly marks?: string;
  /** A pattern of what must follow if it has no mark; '' for anything. Absent: it always has a mark. */
  readonly unmarked?: string;
  /** Which word the ordinals of one series share. */
  readonly shape?: 'before' | 'after';
  /** What it may stand behind within a paragraph. Absent: it only begins paragraphs. */
  readonly inline?: 'sentence' | 'clause';
  /** The marks with which it may stand in a list within a paragraph; '' for those of `marks`. Absent: it never does. */
  readonly inside?: string;
  /** True if it is read only when the previous or next number stands in the same paragraph. */
  readonly run?: true;
  readonly trap?: Trap;
}

/** 第一个启示, 第二点体会, 第三项任务. */
const matters =
  '方面 启示 关键词 问题 体会 感受 感悟 故事 环节 层面 层次 阶段 重点 关键 建议 希望 要求 意思 原因 变化 特点 特征 词 字 数字 任务 目标 理由 观点 看法 想法 意见 愿望 期待 片段 场景 瞬间 收获 转变 突破 举措 措施 做法 经验 短板 难点 抓手 支点 维度 角度 话题 议题 议程 内容 工作 板块'.split(
    ' ',
  );
const measures = ['点', '条', '个', '项'] as const;
const counters: readonly string[] = [
  ...measures,
  ...measures.flatMap((measure) => matters.map((matter) => measure + matter)),
  ...'句话 句 件事 件大事 件实事 步 关 招 方面 层意思 层 板块 阶段 环节 种情况 类情况 类问题'.split(' '),
];

/** 任务一：, 举措1：. */
const nouns: readonly string[] =
  '任务 举措 措施 问题 专题 案例 目标 建议 议题 议程 主题 话题 课题 板块 模块 篇章 环节 步骤 阶段 事项 要点 重点 难点 堵点 痛点 亮点 特点 短板 经验 做法 启示 体会 感悟 感受 故事 原则 路径 抓手 行动 工程 对策 思考 观点 场景 关键词 情形 实例'.split(
    ' ',
  );

/** Verbs that speeches count with at the beginning of paragraphs too, and those that as often begin other words. */
const plainVerbs: readonly string[] = [...'靠看查比讲愿祝谢'];
const otherVerbs: readonly string[] = [...'促防保问学带帮强管练评建治破'];

const either: readonly NumberForm[] = ['chinese', 'arabic'];
const unitEnd = '[\\s：:，、]|$';

/** All shapes. Of two that match the same words, the first is taken. */
export const ordinalShapes: readonly OrdinalShape[] = [
  {
    kind: 'chinese-bracketed',
    numbers: ['chinese'],
    brackets: true,
    marks: '、．.，,',
    unmarked: '',
    inside: '',
    trap: notReferred,
  },
  {
    kind: 'arabic-bracketed',
    numbers: ['arabic'],
    brackets: true,
    marks: '、．.，,',
    unmarked: '',
    inside: '',
    trap: notReferred,
  },
  { kind: 'part', numbers: either, before: ['第'], after: ['部分'], unmarked: unitEnd },
  { kind: 'chapter', numbers: either, before: ['第'], after: ['章'], unmarked: unitEnd },
  { kind: 'section', numbers: either, before: ['第'], after: ['节'], unmarked: unitEnd },
  { kind: 'article', numbers: either, before: ['第'], after: ['条'], unmarked: '\\s|$' },
  {
    kind: 'ordinal',
    numbers: either,
    before: ['第'],
    marks: '，、：,:',
    inline: 'clause',
    trap: notPaired,
  },
  {
    kind: 'of-them',
    numbers: ['chinese'],
    before: ['其'],
    marks: '，、：,:',
    inline: 'clause',
    trap: notPaired,
  },
  {
    kind: 'counted',
    numbers: either,
    before: ['第'],
    after: counters,
    marks: '，,、：:',
    unmarked: '就?是(?!谁)',
    shape: 'after',
    inline: 'sentence',
    trap: notListed,
  },
  {
    kind: 'is',
    numbers: ['chinese'],
    after: ['是'],
    marks: '，、',
    unmarked: '',
    inline: 'clause',
    trap: notSaid,
  },
  {
    kind: 'must',
    numbers: ['chinese'],
    after: ['要'],
    marks: '，、',
    unmarked: '',
    inline: 'clause',
    trap: notMustWord,
  },
  {
    kind: 'grasp',
    numbers: ['chinese'],
    after: ['抓'],
    unmarked: '',
    inline: 'clause',
    trap: notGraspSaid,
  },
  { kind: 'verb', numbers: ['chinese'], after: plainVerbs, unmarked: '', shape: 'after', trap: notVerbSaid },
  {
    kind: 'verb',
    numbers: ['chinese'],
    after: [...plainVerbs, ...otherVerbs],
    unmarked: '',
    shape: 'after',
    inline: 'clause',
    run: true,
    trap: notVerbSaid,
  },
  { kind: 'chinese', numbers: ['chinese'], marks: '、，,．.：:', inside: '、', trap: notTwoNumbers },
  { kind: 'arabic', numbers: ['arabic'], marks: '.．、', inside: '', trap: notDecimal },
  { kind: 'circled', numbers: ['circled'], marks: '、.．', unmarked: '', inside: '' },
  {
    kind: 'sequence-word',
    numbers: ['word'],
    only: '首先|其次',
    marks: '，,、',
    unmarked: '',
    inline: 'clause',
  },
  { kind: 'sequence-word', numbers: ['word'], only: '再次|最后', marks: '，,、', inline: 'clause' },
  {
    kind: 'named',
    numbers: either,
    before: nouns,
    marks: '：:、．.，,',
    unmarked: '\\s|$',
    shape: 'before',
    trap: notNamedPair,
  },
  {
    kind: 'named',
    numbers: either,
    before: nouns,
    brackets: true,
    marks: '：:、，,',
    unmarked: '',
    shape: 'before',
    trap: notReferred,
  },
  { kind: 'roman', numbers: ['roman'], only: '[Ⅰ-Ⅻ]', marks: '.．、', unmarked: '\\s', trap: notLatin },
  // I. V. and X. are read as Roman: a list of letters seldom reaches them, and a Roman one begins with I.
  { kind: 'roman', numbers: ['roman'], marks: '.．、', trap: notLatin },
  { kind: 'letter', numbers: ['letter'], marks: '.．、）)', trap: notLatin },
];

/** The shape of a counter: the same for 第一个方面 and 第二方面, 第一句话 and 第二句, 第一点 and 第二点体会. */
export function countedShape(word: string): string {
  const measure = word.charAt(0);
  if (word.endsWith('方面')) return '方面';
  if (measure === '个') return word;
  return (
    { 句: '句话', 件: '件事', 层: '层意思' }[measure] ??
    (word.length > 1 && isMeasure(measure) ? measure : word)
  );
}

function isMeasure(word: string): boolean {
  return (measures as readonly string[]).includes(word);
}
