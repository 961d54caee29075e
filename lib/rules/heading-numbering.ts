import { type NumberingFault, numberingFaults } from '../draft/numbering-faults.ts';
import { rightMarks } from '../draft/ordinal-marks.ts';
import { writeNumber } from '../draft/ordinals.ts';
import {
  expectedValue,
  type Outline,
  type OutlineItem,
  type OutlineSeries,
  parseOutline,
} from '../draft/outline.ts';
import { planFor } from '../draft/repair.ts';
import type { Edit } from '../draft/types.ts';
import type { Source } from '../phrases/types.ts';
import type { DraftRule, Finding, Fix, Level, RuleContext } from './types.ts';

const ordinalMarkStandard: Source = { title: 'GB/T 15834—2011《标点符号用法》附录B' };
const punctuationStandard: Source = { title: 'GB/T 15834—2011《标点符号用法》' };
const layoutStandard: Source = { title: 'GB/T 9704—2012《党政机关公文格式》7.3.3' };

/** Kinds an audience hears and whose order no habit leaves open. */
const certainKinds: ReadonlySet<string> = new Set(['chinese', 'chinese-bracketed', 'ordinal', 'is', 'must']);

/** Gaps, repeats, wrong restarts, wrong and mixed marks of ordinals (rules 1, 4, 6–9, 12–14, 17). */
export const headingNumbering: DraftRule = {
  id: 'heading-numbering',
  title: '序号层次',
  about: '看各级序号是否连续、不重复、不倒退，序号后的标点是否合乎规范。',
  scope: 'draft',
  check(context: RuleContext): Finding[] {
    const outline = parseOutline(context.draft);
    const faults = numberingFaults(outline);
    const repairs = new Map<OutlineSeries, readonly Edit[]>();
    for (const fault of faults) {
      if (!repairs.has(fault.series)) repairs.set(fault.series, editsOf(outline, fault.series));
    }
    return faults
      .map((fault) => toFinding(outline, fault, repairs.get(fault.series) ?? []))
      .sort((a, b) => a.start - b.start);
  },
};

function toFinding(outline: Outline, fault: NumberingFault, repair: readonly Edit[]): Finding {
  const { item } = fault;
  const said = describe(outline, fault);
  return {
    rule: 'heading-numbering',
    level: said.level,
    start: item.ordinal.start,
    end: item.mark.end,
    message: said.message,
    ...(said.source === undefined ? {} : { source: said.source }),
    fixes: fixesOf(outline, fault, repair),
  };
}

interface Said {
  readonly level: Level;
  readonly message: string;
  readonly source?: Source;
}

function describe(outline: Outline, fault: NumberingFault): Said {
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
      return markMessage(outline, fault, here);
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
    case 'inverted':
      return {
        level: 'warning',
        message: '“（一）”之下又用“一、”，层次似有颠倒；层次序数通常依“一、”“（一）”“1.”“（1）”排列。',
        source: layoutStandard,
      };
  }
}

function markMessage(outline: Outline, fault: NumberingFault, here: string): Said {
  const { series, item } = fault;
  const source = ordinalMarkStandard;
  const written = outline.draft.text.slice(item.ordinal.start, item.ordinal.end);
  const mark = rightMarks(series)(item) ?? '';
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

function fixesOf(outline: Outline, fault: NumberingFault, edits: readonly Edit[]): Fix[] {
  const { item, series } = fault;
  if (fault.type === 'inverted') return [];
  if (fault.type === 'merged-line') return [{ label: '在此另起一段', edits: [breakBefore(outline, fault)] }];
  if (edits.length === 0) return [];
  const start = series.items[0]?.ordinal.start ?? item.ordinal.start;
  const ordinals = edits.filter((edit) => edit.start >= start);
  const here = edits.filter((edit) => edit.start >= item.ordinal.start && edit.end <= item.mark.end);
  const isMark = fault.type === 'mark' || fault.type === 'brackets' || fault.type === 'mixed-marks';
  const fixes: Fix[] = [
    { label: ordinals.length < edits.length ? '改正本组序号和所报条数' : '改正本组序号', edits },
  ];
  if (ordinals.length > 0 && ordinals.length < edits.length)
    fixes.push({ label: '只改本组序号', edits: ordinals });
  if (isMark && here.length > 0 && here.length < ordinals.length)
    fixes.push({ label: '只改此处', edits: here });
  return fixes;
}

/** The repair of one series, its announced count included. */
function editsOf(outline: Outline, series: OutlineSeries): readonly Edit[] {
  return planFor(outline, [series]).map(({ start, end, text }) => ({ start, end, text }));
}

/** A line break before a heading that lost it, with the indent of the paragraph it stands in. */
function breakBefore(outline: Outline, fault: NumberingFault): Edit {
  const { start } = fault.item.ordinal;
  const indent = /^[ \t　]*/u.exec(outline.draft.paragraphs[fault.item.paragraph]?.text ?? '')?.[0] ?? '';
  return { start, end: start, text: `\n${indent}` };
}

/** An ordinal as it stands, its mark included. */
function nameOf(outline: Outline, item: OutlineItem): string {
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
