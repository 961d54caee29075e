import type { NumberingFault } from '../../draft/numbering-faults.ts';
import type { NumberingStyle } from '../../draft/numbering-style.ts';
import { rightMarks } from '../../draft/ordinal-marks.ts';
import { writeNumber } from '../../draft/ordinals.ts';
import { expectedValue, type Outline, type OutlineItem, type OutlineSeries } from '../../draft/outline.ts';
import type { Source } from '../../phrases/types.ts';
import type { Level } from '../types.ts';

export const ordinalMarkStandard: Source = { title: 'GB/T 15834—2011《标点符号用法》附录B' };
const punctuationStandard: Source = { title: 'GB/T 15834—2011《标点符号用法》' };
export const layoutStandard: Source = { title: 'GB/T 9704—2012《党政机关公文格式》7.3.3' };

/** Kinds an audience hears and whose order no habit leaves open. */
const certainKinds: ReadonlySet<string> = new Set(['chinese', 'chinese-bracketed', 'ordinal', 'is', 'must']);

/** What is said of a fault. */
export interface Said {
  readonly level: Level;
  readonly message: string;
  readonly source?: Source;
}

/** Puts a fault of the numbering into words, with its level and the standard it rests on. */
export function describe(outline: Outline, fault: NumberingFault, style: NumberingStyle): Said {
  const { series, item, index } = fault;
  const here = nameOf(outline, item);
  const before = series.items[index - 1];
  const previous = before === undefined ? '' : nameOf(outline, before);
  const wanted = numbered(outline, item, expectedValue(series, index));
  const level = levelOf(item);
  switch (fault.type) {
    case 'gap': {
      const jump = item.value - (before?.value ?? 0);
      const missing = numbered(outline, item, (before?.value ?? 0) + 1);
      const message = `“${previous}”之后直接到了“${here}”，中间未见“${missing}”。序号通常依次排列，建议核对是否漏了一条。`;
      return { level: jump > 4 ? 'warning' : level, message };
    }
    case 'swapped': {
      const next = series.items[index + 1];
      const other = next === undefined ? '' : nameOf(outline, next);
      return { level, message: `“${here}”与后面的“${other}”先后似有颠倒，建议按顺序重排。` };
    }
    case 'repeat':
      return { level, message: `“${here}”与上一条序号重复，按顺序此处应为“${wanted}”。` };
    case 'step-back':
      return { level, message: `“${previous}”之后又回到“${here}”，按顺序此处应为“${wanted}”。` };
    case 'restart':
      return {
        level: 'warning',
        message: `“${previous}”之后又从“${here}”起排，未见新的上级标题，建议接排为“${wanted}”。`,
      };
    case 'continued':
      return {
        level: outline.series.some((one) => beginsAgain(one)) ? level : 'warning',
        message: `新的上级标题之下，序号通常重新从头起排，此处“${here}”建议改为“${wanted}”。`,
      };
    case 'missing-first':
      return {
        level: 'warning',
        message: `此处从“${here}”起排，前面未见“${wanted}”，建议核对是否漏了一条。`,
      };
    case 'wrong-first':
      return { level, message: `本组序号从“${here}”起排，与后文不相衔接，按顺序此处应为“${wanted}”。` };
    case 'merged-line':
      return {
        level: index === 0 ? 'hint' : 'warning',
        message: `“${here}”似与上一段连在了一起，建议在此另起一段。`,
      };
    case 'mark':
      return markMessage(outline, fault, here, style);
    case 'mixed-marks':
      return item.kind === 'arabic'
        ? {
            level: 'hint',
            message: `本组序号后的标点不一，“${here}”与其余各条不同，建议统一。`,
            source: ordinalMarkStandard,
          }
        : {
            level: 'warning',
            message: `本组“第一”“第二”之后的标点不一，“${here}”与其余各条不同，建议统一。`,
            source: ordinalMarkStandard,
          };
    case 'brackets':
      return {
        level: 'error',
        message: `“${here}”的括号一宽一窄，建议统一用全角括号。`,
        source: punctuationStandard,
      };
    case 'mixed-kinds':
      return {
        level: 'warning',
        message: `同一组内前面用“${first(outline, fault)}”，此处用“${here}”，通常一组只用一种。`,
      };
    case 'inverted': {
      const above = series.parent === null ? '' : nameOf(outline, series.parent);
      return {
        level: 'warning',
        message: `“${above}”之下又用“${here}”，层次似有颠倒；层次序数通常依“一、”“（一）”“1.”“（1）”排列。`,
        source: layoutStandard,
      };
    }
    case 'missing-word':
      return {
        level: item.place === 'inline' ? 'hint' : 'warning',
        message: '“首先”之后直接到了“再次”，中间未见“其次”，建议核对是否漏了一条。',
      };
  }
}

function markMessage(outline: Outline, fault: NumberingFault, here: string, style: NumberingStyle): Said {
  const { series, item } = fault;
  const source = ordinalMarkStandard;
  const written = outline.draft.text.slice(item.ordinal.start, item.ordinal.end);
  const mark = rightMarks(series, style)(item) ?? '';
  const message =
    mark === ''
      ? `“${written}”之后规定不加标点，建议删去“${item.markText}”。`
      : `“${here}”中的标点规定用“${mark}”，建议改为“${written}${mark}”。`;
  return { level: 'error', message, source };
}

function levelOf(item: OutlineItem): Level {
  return certainKinds.has(item.kind) && item.sure ? 'error' : 'warning';
}

function beginsAgain(series: OutlineSeries): boolean {
  return (
    series.kind === 'chinese-bracketed' &&
    series.parent !== null &&
    series.parent.value > 1 &&
    !series.continued
  );
}

/** An ordinal as it stands, its mark included. */
export function nameOf(outline: Outline, item: OutlineItem): string {
  return outline.draft.text.slice(item.ordinal.start, item.mark.end);
}

function first(outline: Outline, fault: NumberingFault): string {
  const item = fault.series.items[0];
  return item === undefined ? '' : outline.draft.text.slice(item.ordinal.start, item.ordinal.end);
}

/** An ordinal as it stands, with another number. */
function numbered(outline: Outline, item: OutlineItem, value: number): string {
  const { text } = outline.draft;
  const old = text.slice(item.numeral.start, item.numeral.end);
  const kind = item.kind === 'sequence-word' ? 'ordinal' : item.kind;
  const number = writeNumber(kind, value, old) ?? String(value);
  return (
    text.slice(item.ordinal.start, item.numeral.start) + number + text.slice(item.numeral.end, item.mark.end)
  );
}
