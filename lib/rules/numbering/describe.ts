import { isHabit, type NumberingFault } from '../../draft/numbering-faults.ts';
import { readShown } from '../../draft/ordinal-candidates.ts';
import { hasUnequalBrackets, rightMarks } from '../../draft/ordinal-marks.ts';
import type { NumberingStyle } from '../../draft/ordinal-style.ts';
import { sequenceWords, writeNumber } from '../../draft/ordinals.ts';
import { expectedValue, type Outline, type OutlineItem, type OutlineSeries } from '../../draft/outline.ts';
import { bilingual, type Words } from '../../language/language.ts';
import type { Source } from '../../phrases/types.ts';
import type { Level } from '../types.ts';

export const ordinalMarkStandard: Source = { title: 'GB/T 15834—2011《标点符号用法》附录B' };
const punctuationStandard: Source = { title: 'GB/T 15834—2011《标点符号用法》' };
export const layoutStandard: Source = { title: 'GB/T 9704—2012《党政机关公文格式》7.3.3' };

/** Kinds that are heard when spoken, and in a fixed order. */
const certainKinds: ReadonlySet<string> = new Set(['chinese', 'chinese-bracketed', 'ordinal', 'is', 'must']);

/** The description of a fault. */
export interface Said {
  readonly level: Level;
  readonly message: Words;
  readonly source?: Source;
}

/** A fault with the words for its sentence. */
interface FaultWords {
  readonly outline: Outline;
  readonly fault: NumberingFault;
  readonly style: NumberingStyle;
  /** The ordinal and the one before it ('' if there is none), as written. */
  readonly here: string;
  readonly previous: string;
  /** The ordinal with the right number. */
  readonly wanted: string;
  /** The level for an ordinal of this kind. */
  readonly level: Level;
}

/** The sentence about a fault of the numbering, with its level and the clause of the standard. */
export function describe(outline: Outline, fault: NumberingFault, style: NumberingStyle): Said {
  const { series, item, index, type } = fault;
  const before = series.items[index - 1];
  return sentences[type]({
    outline,
    fault,
    style,
    here: nameOf(outline, item),
    previous: before === undefined ? '' : nameOf(outline, before),
    wanted: numbered(outline, item, expectedValue(series, index)),
    // 一、 twice and nothing else: perhaps two lists.
    level: series.items.length === 2 && item.value === 1 ? 'warning' : levelOf(item),
  });
}

const sentences: { readonly [Type in NumberingFault['type']]: (words: FaultWords) => Said } = {
  gap: ({ outline, fault: { series, item, index }, here, previous, level }) => {
    const before = series.items[index - 1]?.value ?? 0;
    const missing = numbered(outline, item, before + 1);
    const message = bilingual(
      `“${previous}”之后直接到了“${here}”，中间未见“${missing}”。序号通常依次排列，建议核对是否漏了一条。`,
      `“${previous}” is followed by “${here}”; “${missing}” is not there. Was an item left out?`,
    );
    return { level: item.value - before > 4 ? 'warning' : level, message };
  },
  swapped: ({ outline, fault: { series, index }, here, level }) => {
    const next = series.items[index + 1];
    const other = next === undefined ? '' : nameOf(outline, next);
    return {
      level,
      message: bilingual(
        `“${here}”与后面的“${other}”先后似有颠倒，建议按顺序重排。`,
        `“${here}” and “${other}” behind it seem to have changed places.`,
      ),
    };
  },
  repeat: ({ here, wanted, level }) => ({
    level,
    message: bilingual(
      `“${here}”与上一条序号重复，按顺序此处应为“${wanted}”。`,
      `“${here}” repeats the number before it; in order this is “${wanted}”.`,
    ),
  }),
  'step-back': ({ here, previous, wanted, level }) => ({
    level,
    message: bilingual(
      `“${previous}”之后又回到“${here}”，按顺序此处应为“${wanted}”。`,
      `“${here}” steps back behind “${previous}”; in order this is “${wanted}”.`,
    ),
  }),
  restart: ({ here, previous, wanted }) => ({
    level: 'warning',
    message: bilingual(
      `“${previous}”之后又从“${here}”起排，未见新的上级标题，建议接排为“${wanted}”。`,
      `The numbers start again from “${here}” after “${previous}” without a new heading above; continued, this is “${wanted}”.`,
    ),
  }),
  continued: ({ outline, here, wanted, level }) => ({
    level: beginAgain(outline) ? level : 'warning',
    message: bilingual(
      `新的上级标题之下，序号通常重新从头起排，此处“${here}”建议改为“${wanted}”。`,
      `Under a new heading the numbers usually start again: “${here}” would be “${wanted}”.`,
    ),
  }),
  'missing-first': ({ here, wanted }) => ({
    level: 'warning',
    message: bilingual(
      `此处从“${here}”起排，前面未见“${wanted}”，建议核对是否漏了一条。`,
      `The list begins with “${here}”; “${wanted}” is not there. Was an item left out?`,
    ),
  }),
  wrong: ({ here, wanted, level }) => ({
    level,
    message: bilingual(
      `“${here}”与前后不相衔接，按顺序此处应为“${wanted}”。`,
      `“${here}” does not fit what stands around it; in order this is “${wanted}”.`,
    ),
  }),
  'wrong-first': ({ here, wanted, level }) => ({
    level,
    message: bilingual(
      `本组序号从“${here}”起排，与后文不相衔接，按顺序此处应为“${wanted}”。`,
      `The list begins with “${here}”, which does not fit what follows; in order this is “${wanted}”.`,
    ),
  }),
  'merged-line': ({ fault: { index }, here }) => ({
    level: index === 0 ? 'hint' : 'warning',
    message: bilingual(
      `“${here}”似与上一段连在了一起，建议在此另起一段。`,
      `“${here}” seems to have lost its line break; start a new paragraph here.`,
    ),
  }),
  mark: markSaid,
  'mixed-marks': ({ fault: { item }, here }) =>
    item.kind === 'arabic'
      ? {
          level: 'hint',
          message: bilingual(
            `本组序号后的标点不一，“${here}”与其余各条不同，建议统一。`,
            `The marks behind the numbers of this list differ: “${here}” is unlike the rest.`,
          ),
          source: ordinalMarkStandard,
        }
      : {
          level: 'warning',
          message: bilingual(
            `本组“第一”“第二”之后的标点不一，“${here}”与其余各条不同，建议统一。`,
            `The marks behind “第一”, “第二” differ in this list: “${here}” is unlike the rest.`,
          ),
          source: ordinalMarkStandard,
        },
  brackets: ({ outline, fault: { item }, here }) =>
    hasUnequalBrackets(outline, item)
      ? {
          level: 'error',
          message: bilingual(
            `“${here}”的括号一宽一窄，建议统一用全角括号。`,
            `The brackets of “${here}” differ in width; use full-width ones.`,
          ),
          source: punctuationStandard,
        }
      : {
          level: 'warning',
          message: bilingual(
            `本组序号的括号宽窄不一，“${here}”与其余各条不同，建议统一。`,
            `The brackets of this list differ in width: “${here}” is unlike the rest.`,
          ),
          source: punctuationStandard,
        },
  'mixed-kinds': ({ outline, fault, here }) => ({
    level: isSpokenStart(fault.series) ? 'hint' : 'warning',
    message: bilingual(
      `同一组内前面用“${first(outline, fault)}”，此处用“${here}”，通常一组只用一种。`,
      `This list begins with “${first(outline, fault)}” and goes on with “${here}”; one list usually keeps one form.`,
    ),
  }),
  inverted: ({ outline, fault: { series }, here }) => {
    const above = series.parent === null ? '' : nameOf(outline, series.parent);
    return {
      level: isHabit(outline, series) ? 'warning' : 'hint',
      message: bilingual(
        `“${above}”之下又用“${here}”，层次似有颠倒；层次序数通常依“一、”“（一）”“1.”“（1）”排列。`,
        `“${here}” under “${above}” turns the levels round; they usually run “一、”“（一）”“1.”“（1）”.`,
      ),
      source: layoutStandard,
    };
  },
  'missing-word': ({ fault: { item } }) => ({
    level: item.place === 'inline' ? 'hint' : 'warning',
    message: bilingual(
      '“首先”之后直接到了“再次”，中间未见“其次”，建议核对是否漏了一条。',
      '“首先” is followed by “再次”; “其次” is not there. Was an item left out?',
    ),
  }),
};

function markSaid({ outline, fault: { series, item }, here, style }: FaultWords): Said {
  const source = ordinalMarkStandard;
  const written = outline.draft.text.slice(item.ordinal.start, item.ordinal.end);
  const mark = rightMarks(series, style)(item) ?? '';
  const message =
    mark === ''
      ? bilingual(
          `“${written}”之后规定不加标点，建议删去“${item.markText}”。`,
          `No mark stands behind “${written}”: delete “${item.markText}”.`,
        )
      : bilingual(
          `“${here}”中的标点规定用“${mark}”，建议改为“${written}${mark}”。`,
          `The standard mark in “${here}” is “${mark}”: “${written}${mark}”.`,
        );
  return { level: 'error', message, source };
}

/** 首先，…第二，…第三，…: usual in speeches; with 其次 the two forms are mixed. */
function isSpokenStart({ items }: OutlineSeries): boolean {
  return items[0]?.kind === 'sequence-word' && items.slice(1).every((item) => item.kind === 'ordinal');
}

function levelOf(item: OutlineItem): Level {
  return certainKinds.has(item.kind) && item.sure ? 'error' : 'warning';
}

const againIn = new WeakMap<Outline, boolean>();

/** Whether any list of a draft begins again under a new heading; remembered, since thousands of faults may ask. */
function beginAgain(outline: Outline): boolean {
  const known = againIn.get(outline);
  if (known !== undefined) return known;
  const again = outline.series.some((one) => beginsAgain(one));
  againIn.set(outline, again);
  return again;
}

function beginsAgain(series: OutlineSeries): boolean {
  return (
    series.kind === 'chinese-bracketed' &&
    series.parent !== null &&
    series.parent.value > 1 &&
    series.items[0]?.value === 1 &&
    !series.faults.has(series.items[0] as OutlineItem)
  );
}

/** An ordinal as written, with its mark; one that the editor computes, as it is shown. */
export function nameOf(outline: Outline, item: OutlineItem): string {
  if (item.label !== undefined) return item.label.trimEnd();
  return outline.draft.text.slice(item.ordinal.start, item.mark.end);
}

/** The number 1 in the form of the series. */
function first(outline: Outline, { series }: NumberingFault): string {
  const item = series.items.find(({ kind }) => kind === series.kind) ?? series.items[0];
  return item === undefined ? '' : nameOf(outline, item);
}

/** An ordinal in its form, with another number. */
function numbered(outline: Outline, item: OutlineItem, value: number): string {
  if (item.label !== undefined) return relabelled(item.label, value);
  const { text } = outline.draft;
  const word = item.kind === 'sequence-word' ? sequenceWords[value - 1] : undefined;
  if (word !== undefined) return word + item.markText;
  const old = text.slice(item.numeral.start, item.numeral.end);
  const kind = item.kind === 'sequence-word' ? 'ordinal' : item.kind;
  const number = writeNumber(kind, value, old) ?? String(value);
  return (
    text.slice(item.ordinal.start, item.numeral.start) + number + text.slice(item.numeral.end, item.mark.end)
  );
}

/** A computed number in its form, with another value. */
function relabelled(label: string, value: number): string {
  const read = readShown({ label });
  if (read === null) return String(value);
  const { start, end } = read.numeral;
  const number = writeNumber(read.kind, value, label.slice(start, end)) ?? String(value);
  return (label.slice(0, start) + number + label.slice(end)).trimEnd();
}
