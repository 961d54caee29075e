import { formatCount, formatNumeral } from '../../lib/draft/numerals.ts';

/** Ways in which ordinals are written, and whether their items are lines of their own or run on in a paragraph. */
const styles = {
  chinese: { write: (value: number) => `${formatNumeral(value)}、`, inline: false },
  bracketed: { write: (value: number) => `（${formatNumeral(value)}）`, inline: false },
  arabic: { write: (value: number) => `${value}.`, inline: false },
  arabicBracketed: { write: (value: number) => `（${value}）`, inline: false },
  ordinal: { write: (value: number) => `第${formatNumeral(value)}，`, inline: false },
  is: { write: (value: number) => `${formatNumeral(value)}是`, inline: true },
  must: { write: (value: number) => `${formatNumeral(value)}要`, inline: true },
} as const;
type StyleName = keyof typeof styles;

/** Ways in which drafts nest, highest first. */
const nestings: readonly (readonly StyleName[])[] = [
  ['chinese', 'bracketed', 'arabic', 'arabicBracketed'],
  ['chinese', 'bracketed', 'is'],
  ['chinese', 'arabic', 'must'],
  ['chinese', 'ordinal', 'is'],
  ['ordinal', 'is'],
  ['chinese'],
];

interface Item {
  readonly words: string;
  readonly runsIn: boolean;
  readonly below: List | null;
  /** The number as damaged; null: that of its place. */
  value: number | null;
  /** What damage makes of its ordinal. */
  spoil: (ordinal: string) => string;
}
interface List {
  readonly style: StyleName;
  readonly items: Item[];
}

/** A generated draft. */
export interface Sample {
  readonly list: List;
  readonly announced: boolean;
  readonly indent: string;
  /** The item of the outermost list that the last sentence refers to; null: none. */
  readonly referred: Item | null;
}

/** Whole numbers below a bound, the same for the same seed. */
export type Dice = (bound: number) => number;

export function diceOf(seed: number): Dice {
  let state = seed >>> 0 || 1;
  return (bound) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % bound;
  };
}

const headings = ['抓好责任落实', '提高思想认识', '守牢安全底线', '做实民生保障', '严明工作纪律'];
const sentences = [
  '要结合实际，抓好落实。',
  '各级各部门要各司其职，形成合力。',
  '去年，我们办了1.5亿元的项目，二三产业一起发力。',
  '三、四季度是关键期，大家都清楚。',
  '“一是学、二是干”，老百姓看得最清楚。',
];
const stems = '甲乙丙丁戊己庚辛壬癸';
const branches = '子丑寅卯辰巳午未申酉戌亥';

/** A right draft of random depth, kinds and lengths. */
export function sampleOf(dice: Dice): Sample {
  const nesting = nestings[dice(nestings.length)] ?? ['chinese'];
  let made = 0;
  const itemOf = (depth: number): Item => {
    const name = stems.charAt(made % 10) + branches.charAt(made % 12);
    made++;
    const words = (headings[dice(headings.length)] ?? '') + name;
    const below = nesting[depth + 1] !== undefined && made < 70 && dice(2) === 0 ? listOf(depth + 1) : null;
    return { words, runsIn: dice(2) === 0, below, value: null, spoil: (ordinal) => ordinal };
  };
  const listOf = (depth: number): List => {
    const length = 2 + dice(6);
    return {
      style: nesting[depth] ?? 'chinese',
      items: Array.from({ length }, () => itemOf(depth)),
    };
  };
  const list = listOf(0);
  const flat = list.items.every(({ below }) => below === null);
  const referred = flat && dice(2) === 0 ? (list.items[dice(list.items.length)] ?? null) : null;
  return { list, announced: dice(2) === 0, indent: ['', '　　', '    '][dice(3)] ?? '', referred };
}

/** The text of a draft: as damaged, or with the numbers and marks it ought to have. `before` counts as first written. */
export function write(sample: Sample, right: boolean, before: Sample = sample): string {
  const { list, indent, announced, referred } = sample;
  let text = `同志们：\n${sentences[0]}\n`;
  const count = (right ? sample : before).list.items.length;
  if (announced) text += `下面，我讲${formatCount(count)}点意见：\n`;
  text += written(list, indent, right);
  if (referred === null) return text;
  const place = list.items.indexOf(referred) + 1;
  const number = right ? place : (referred.value ?? place);
  return `${text}前述第${formatNumeral(number)}点尤其要紧。\n`;
}

function written({ style, items }: List, indent: string, right: boolean): string {
  const { write: ordinalOf, inline } = styles[style];
  return items
    .map(({ words, runsIn, below, value, spoil }, index) => {
      const ordinal = right ? ordinalOf(index + 1) : spoil(ordinalOf(value ?? index + 1));
      if (inline) return `${ordinal}要${words}${index === items.length - 1 ? '。' : '；'}`;
      const body = sentences[words.length % 2 === 0 ? index % 5 : (index + 2) % 5] ?? '';
      const inlineBelow = below !== null && styles[below.style].inline;
      const run = inlineBelow ? written(below, indent, right) : '';
      const head =
        runsIn || inlineBelow
          ? `${words}。${body}${run}`
          : below === null
            ? `${words}\n${indent}${body}`
            : words;
      return `${indent}${ordinal}${head}\n${below !== null && !inlineBelow ? written(below, indent, right) : ''}`;
    })
    .join('');
}

/** All lists of a draft, the outermost first. */
export function listsOf(list: List): List[] {
  return [list, ...list.items.flatMap(({ below }) => (below === null ? [] : listsOf(below)))];
}

export const damages = ['delete', 'duplicate', 'swap', 'restart', 'marks'] as const;
export type Damage = (typeof damages)[number];

/**
 * Damages one list of a draft in place, as cutting and pasting does: its items keep the numbers they had. False where
 * no list of the draft can be damaged so and still be told from a right one.
 */
export function damage(sample: Sample, kind: Damage, dice: Dice): boolean {
  const fitting = listsOf(sample.list).filter((list) => isFit(list, kind));
  const list = fitting[dice(Math.max(1, fitting.length))];
  if (list === undefined) return false;
  const { items, style } = list;
  items.forEach((item, index) => {
    item.value = index + 1;
  });
  const at = 1 + dice(items.length - 2);
  if (kind === 'delete') {
    const item = items[at];
    if (item === sample.referred) return false;
    items.splice(at, 1);
  } else if (kind === 'duplicate') {
    const item = items[at];
    if (item === undefined || item === sample.referred) return false;
    items.splice(at, 0, { ...item, words: `${item.words}之二事`, below: null });
  } else if (kind === 'swap') {
    const [one, other] = [items[at], items[at + 1]];
    if (one === undefined || other === undefined) return false;
    items.splice(at, 2, other, one);
  } else if (kind === 'restart') {
    const from = Math.max(2, at);
    for (const [index, item] of items.entries()) if (index >= from) item.value = index - from + 1;
    if (sample.referred !== null && items.includes(sample.referred)) return false;
  } else {
    const item = items[at];
    if (item !== undefined) item.spoil = spoilOf(style, dice);
  }
  return true;
}

function isFit({ items, style }: List, kind: Damage): boolean {
  if (items.length < 4 || items.some(({ value }) => value !== null)) return false;
  // 1. and 一是 a second time is where a list begins again.
  if (kind === 'restart') return style === 'chinese' || style === 'bracketed';
  return true;
}

/** Another mark than the right one; none that a speech might carry. */
function spoilOf(style: StyleName, dice: Dice): (ordinal: string) => string {
  switch (style) {
    case 'chinese':
      return (ordinal) => ordinal.replace('、', ['，', '.', '．'][dice(3)] ?? '，');
    case 'bracketed':
    case 'arabicBracketed':
      return dice(2) === 0 ? (ordinal) => `${ordinal}、` : (ordinal) => ordinal.replace('）', ')');
    case 'arabic':
      return (ordinal) => ordinal.replace('.', '、');
    case 'ordinal':
      return (ordinal) => ordinal.replace('，', '、');
    default:
      return (ordinal) => `${ordinal}，`;
  }
}
