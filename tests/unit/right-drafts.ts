import { formatCount, formatNumeral } from '../../lib/draft/numeral-values.ts';
import { type Dice, nestings, nestingsOfOne, oneOf, type StyleName, styleOf } from './draft-styles.ts';

/** One item of a list; damage changes it in place. */
export interface Item {
  readonly words: string;
  /** A heading in its own line, or one followed by text. */
  readonly form: 'own' | 'run-in';
  readonly body: readonly string[];
  readonly below: readonly List[];
  /** A line before the item that addresses the listeners. */
  readonly address: string | null;
  /** Its number as written. */
  value: number;
  /** Its ordinal, if not that of its list's style and number. */
  written: string | null;
  /** Other right ordinals at its place; # is the number. */
  also: readonly string[];
  /** True if its line break was lost. */
  joined: boolean;
}

/** The number that announces a list. */
export interface Count {
  readonly before: string;
  readonly after: string;
  value: number;
}

export interface List {
  readonly style: StyleName;
  readonly items: Item[];
  /** A line that ends in ：, if no count announces the list. */
  readonly intro: string | null;
  readonly count: Count | null;
  readonly separator: '；' | '。';
}

/** A speech, or an attachment. */
export interface Section {
  readonly lines: readonly string[];
  readonly list: List;
  readonly closing: readonly string[];
}

export interface Whole {
  readonly indent: string;
  readonly sections: readonly Section[];
  /** The item to which the last sentence refers, and the number in it; beyond: no item has that number. */
  readonly reference: { readonly item: Item; readonly cue: string; value: number; beyond: boolean } | null;
}

/** Required properties of a draft. */
export interface Wish {
  readonly reference?: boolean;
  readonly count?: boolean;
}

const verbs =
  '抓好 提高 守牢 做实 严明 优化 完善 推动 落实 夯实 建强 用好 管好 盘活 补齐 擦亮 打通 压紧 筑牢 激发 护好'.split(
    ' ',
  );
const objects =
  '责任体系 思想认识 安全底线 民生保障 工作纪律 营商环境 办事流程 产业升级 乡村治理 基层基础 干部队伍 惠企政策 生态屏障 闲置资产 短板弱项 城市名片 堵点卡点 压力传导 法治根基 内生动力 水库堤坝 粮食生产 交通路网 校园周边 养老托育 文物古迹 社区服务 人才引育 项目储备'.split(
    ' ',
  );
const sentences = [
  '要结合实际，抓好落实。',
  '各级各部门要各司其职，形成合力。',
  '去年，我们办了1.5亿元的项目，二三产业一起发力。',
  '三、四季度是关键期，大家都清楚。',
  '“一是学、二是干”，老百姓看得最清楚。',
  '一、二线城市都在抢人才，我们也不能等。',
  '这几年底子打得牢，但差距也很明显。',
  '全县2.3万户群众盼着这件事，拖不得。',
  '第三产业占比还低，发展空间很大。',
  '责任要到岗到人，进度要见底见效。',
  '凡是定下来的事，都要一抓到底。',
];
const details = ['', '，做到常抓不懈', '，确保见到实效', '，防止一阵风'];
const addresses = ['同志们！', '各位代表！', '同志们，'];
const addressed = ['同志们！当前形势逼人，不进则退。', '各位代表，成绩来之不易，凝聚着大家的心血。'];
const intros = ['具体抓好以下工作：', '要做到：', '当前要抓紧的是：'];
const counts: readonly (readonly [string, string])[] = [
  ['重点抓好', '项工作：'],
  ['要突出', '个重点：'],
  ['主要做好', '件事：'],
];
const topCounts: readonly (readonly [string, string])[] = [
  ['下面，我讲', '点意见：'],
  ['这里，我强调', '点：'],
  ['围绕今年的工作，我提', '点要求。'],
];
const closings = [
  '同志们，目标已经明确，关键在于行动。让我们一起努力，把今年的工作干好。',
  '谢谢大家！',
  '以上意见，请大家认真研究。',
];
const speechTitle = '在全县工作会议上的讲话';

/** Most items in one draft. */
const mostItems = 90;

/** A right draft of random depth, kinds and lengths. */
export function rightDraft(dice: Dice, wish: Wish = {}): Whole {
  const referring = wish.reference === true || dice(8) === 0;
  let made = dice(verbs.length * objects.length);
  let left = mostItems;
  const wordsOf = (): string => {
    made += 1;
    // The lengths have no common divisor, so no two headings are equal.
    return (verbs[made % verbs.length] ?? '') + (objects[made % objects.length] ?? '');
  };
  const itemOf = (nesting: readonly StyleName[], depth: number, place: number): Item => {
    const name = nesting[depth] ?? 'chinese';
    const next = nesting[depth + 1];
    const below: List[] = [];
    if (next !== undefined && left > 0 && dice(20) < 9) {
      below.push(listOf(nesting, depth + 1, 'first'));
      const again = next === 'arabic' || next === 'arabicBracketed' || next === 'circled';
      if (again && dice(8) === 0) below.push(listOf(nesting, depth + 1, 'second'));
    }
    const runsOn = name === 'ordinal' || name === 'is' || name === 'word' || !styleOf(name).line;
    const form = runsOn || (name !== 'part' && dice(2) === 0) ? 'run-in' : 'own';
    const body = Array.from({ length: dice(3) }, () => oneOf(dice, sentences));
    if (depth === 0 && form === 'own' && dice(12) === 0) body.push(oneOf(dice, addressed));
    const address = depth === 0 && place > 1 && dice(25) === 0 ? oneOf(dice, addresses) : null;
    return {
      words: wordsOf(),
      form,
      body,
      below,
      address,
      value: place,
      written: null,
      also: [],
      joined: false,
    };
  };
  const lengthOf = (name: StyleName, depth: number): number => {
    if (name === 'word' || name === 'wordRun') return 2 + dice(2);
    if (depth === 0 && name !== 'part' && dice(14) === 0) return 10 + dice(16);
    return 2 + dice(depth > 1 ? 5 : 8);
  };
  const listOf = (nesting: readonly StyleName[], depth: number, role: 'top' | 'first' | 'second'): List => {
    const style = nesting[depth] ?? 'chinese';
    const length = lengthOf(style, depth);
    left -= length;
    const items = Array.from({ length }, (_, index) => itemOf(nesting, depth, index + 1));
    const counted = style !== 'word' && style !== 'wordRun' && style !== 'part';
    const announced =
      counted && (dice(role === 'top' ? 2 : 5) === 0 || (role === 'top' && wish.count === true));
    const [before, after] = oneOf(dice, role === 'top' ? topCounts : counts);
    const count = announced ? { before, after, value: length } : null;
    const introduced = role === 'second' || (role === 'first' && !isHeaded(style) && dice(4) === 0);
    const intro = count === null && introduced ? oneOf(dice, intros) : null;
    return { style, items, intro, count, separator: dice(3) === 0 ? '。' : '；' };
  };
  const nesting = oneOf(dice, referring ? nestingsOfOne : nestings);
  const opening = ['同志们：', sentences[0] ?? ''];
  const speech = (lines: readonly string[], nested: readonly StyleName[]): Section => ({
    lines,
    list: listOf(nested, 0, 'top'),
    closing: dice(3) === 0 ? [oneOf(dice, closings)] : [],
  });
  const sections = [speech(dice(4) === 0 ? [speechTitle, ...opening] : opening, nesting)];
  if (!referring && dice(8) === 0) {
    sections.push(speech([speechTitle, ...opening], dice(2) === 0 ? nesting : oneOf(dice, nestings)));
  }
  if (!referring && dice(8) === 0) {
    const attached = oneOf(dice, [['chinese', 'bracketed'], ['arabic'], ['chinese']] as const);
    sections.push({
      lines: ['附件：重点任务分工'],
      list: { ...listOf(attached, 0, 'first'), count: null },
      closing: [],
    });
  }
  const top = sections[0]?.list.items ?? [];
  const item = referring ? oneOf(dice, top) : null;
  const cue = oneOf(dice, ['前述', '上述', '前面讲的']);
  const reference = item === null ? null : { item, cue, value: item.value, beyond: false };
  return { indent: oneOf(dice, ['', '　　', '    ']), sections, reference };
}

function isHeaded(name: StyleName): boolean {
  return name === 'chinese' || name === 'bracketed' || name === 'part';
}

/** A place of the text that numbering may change. */
export interface Slot {
  readonly what: 'ordinal' | 'count' | 'reference';
  /** What stands there. */
  readonly written: string;
  /** The right words there, the likeliest first. */
  readonly right: readonly string[];
}

/** A text as fixed literals with slots between them: one literal more than slots. */
export interface Rendered {
  readonly literals: readonly string[];
  readonly slots: readonly Slot[];
}

/** The text with these words in its slots. */
export function fill({ literals, slots }: Rendered, words: (slot: Slot, index: number) => string): string {
  return literals
    .map((literal, index) => {
      const slot = slots[index];
      return slot === undefined ? literal : literal + words(slot, index);
    })
    .join('');
}

/** Writes a draft. Null if a heading that lost its line break has no paragraph before it. */
export function render(draft: Whole): Rendered | null {
  const { indent, sections, reference } = draft;
  const literals: string[] = [];
  const slots: Slot[] = [];
  let text = '';
  let broken = false;
  const addSlot = (slot: Slot): void => {
    literals.push(text);
    slots.push(slot);
    text = '';
  };
  const putCount = ({ before, after, value }: Count, items: readonly Item[]): void => {
    text += before;
    addSlot({ what: 'count', written: formatCount(value), right: [formatCount(items.length)] });
    text += after;
  };
  const putOrdinal = (list: List, item: Item, place: number): void => {
    const { write } = styleOf(list.style);
    const also = item.also.map((one) => one.replace('#', formatNumeral(place)));
    const written = item.written ?? write(item.value);
    addSlot({ what: 'ordinal', written, right: [write(place), ...also] });
    text += list.style === 'part' ? `　${item.words}` : item.words;
  };
  const putRun = (list: List): void => {
    if (list.count !== null) putCount(list.count, list.items);
    else text += list.intro ?? '';
    list.items.forEach((item, index) => {
      putOrdinal(list, item, index + 1);
      const detail = details[(item.words.codePointAt(0) ?? 0) % details.length] ?? '';
      text += detail + (index === list.items.length - 1 ? '。' : list.separator);
    });
  };
  const putItem = (list: List, item: Item, place: number): void => {
    if (item.address !== null) text += `${indent}${item.address}\n`;
    if (item.joined) {
      if (item.address !== null || !text.endsWith('。\n')) broken = true;
      text = text.slice(0, -1);
    } else text += indent;
    putOrdinal(list, item, place);
    const run = item.below.find(({ style }) => !styleOf(style).line);
    if (item.form === 'run-in') {
      text += `。${item.body.join('')}`;
      if (run !== undefined) putRun(run);
      text += '\n';
    } else {
      text += `\n${item.body.map((line) => `${indent}${line}\n`).join('')}`;
      if (run !== undefined) {
        text += indent;
        putRun(run);
        text += '\n';
      }
    }
    for (const lower of item.below) if (lower !== run) putLines(lower);
  };
  const putLines = (list: List): void => {
    if (list.count !== null) {
      text += indent;
      putCount(list.count, list.items);
      text += '\n';
    } else if (list.intro !== null) text += `${indent}${list.intro}\n`;
    list.items.forEach((item, index) => {
      putItem(list, item, index + 1);
    });
  };
  for (const { lines, list, closing } of sections) {
    text += lines.map((line) => `${line}\n`).join('');
    putLines(list);
    text += closing.map((line) => `${indent}${line}\n`).join('');
  }
  if (reference !== null) {
    text += `${indent}${reference.cue}第`;
    addSlot({ what: 'reference', written: formatNumeral(reference.value), right: rightReferences(draft) });
    text += '点尤其要紧。\n';
  }
  literals.push(text);
  return broken ? null : { literals, slots };
}

/**
 * The right numbers of the reference: of the item that was meant, and of the one that its present number leads to, if
 * any.
 */
function rightReferences({ sections, reference }: Whole): string[] {
  const items = sections[0]?.list.items ?? [];
  if (reference === null) return [];
  const meant = items.indexOf(reference.item) + 1;
  const carriers = items.filter(({ value }) => value === reference.value);
  const only = carriers.length === 1 ? carriers[0] : undefined;
  const led = only === undefined ? reference.value : items.indexOf(only) + 1;
  // A number beyond the last is for the author to correct.
  const right = reference.beyond || meant === 0 ? [led] : [meant, led];
  return [...new Set(right)].map((value) => formatNumeral(value));
}
