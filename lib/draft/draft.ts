import { unitTable } from '../common/unit-table.ts';
import { withLineEnds } from './line-ends.ts';
import { signsIn } from './signs.ts';
import type { Draft, NumberedItem, Paragraph } from './types.ts';

/** A first-level heading: 一、…, 第一部分 …. */
const sectionHeading = /^[\s　]*(?:[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十]{1,2}部分)/u;

/** Headings of sections that review the past. */
const reviewHeading =
  /回顾|过去[一三五两]年|工作总结|主要成就|主要成效|取得的?成[就效绩]|(?:工作|完成|执行|落实|履职|履责|尽责|述职|学习|开展)情况/u;

/** The same as a line without a number: 2024年工作回顾, “十四五”时期工作回顾. */
const bareReview = /^[\s　]*[^，。；：！？\s]{0,16}回顾[\s　]*$/u;
/** A line without a number that begins a section of plans: 2025年重点工作, 今后五年的目标任务. */
const barePlan =
  /^[\s　]*(?:20\d\d年|“十[一二三四五六七八九]五”时期|今后|下一步|明年|下半年)[^，。；：！？]{0,24}$/u;

/** Headings of sections that plan. */
const planHeading =
  /安排|部署|打算|任务|总体要求|主要目标|工作重点|重点工作|下一步|今后|明年|下半年|下一阶段|举措|建议/u;

/**
 * Divides a text into paragraphs (lines, without their breaks), each with the section that it stands in. Offsets are
 * UTF-16 units. Every character that ends a line is `\n` in the draft's text.
 * @param complete false when the text is only the visible part of a longer document
 * @param numbered items that the editor numbers itself, in order of place
 */
export function parseDraft(written: string, complete = true, numbered: readonly NumberedItem[] = []): Draft {
  const text = withLineEnds(written);
  const paragraphs: Paragraph[] = [];
  let section: Paragraph['section'] = 'none';
  let start = 0;
  let next = 0;
  while (start <= text.length) {
    let lineEnd = text.indexOf('\n', start);
    if (lineEnd < 0) lineEnd = text.length;
    const end = lineEnd > start && text.charCodeAt(lineEnd - 1) === 13 ? lineEnd - 1 : lineEnd;
    const line = ownCopy(text, start, end);
    while ((numbered[next]?.start ?? text.length + 1) < start) next++;
    const number = numbered[next]?.start ?? -1;
    const label = number >= start && number <= end ? (numbered[next]?.label ?? '') : '';
    section = sectionAfter(label === '' ? line : label + line.trimStart(), section);
    paragraphs.push({ index: paragraphs.length, start, end, text: line, section, signs: signsIn(line) });
    start = lineEnd + 1;
  }
  return { text, paragraphs, complete, ...(numbered.length === 0 ? {} : { numbered }) };
}

/**
 * Copies a part of a text. A slice would keep the whole draft in memory as long as the paragraph is cached, one draft
 * per key pressed, and is twice as slow to read. Joining forces the copy.
 */
function ownCopy(text: string, start: number, end: number): string {
  return start < end ? [text.charAt(start), text.slice(start + 1, end)].join('') : '';
}

function sectionAfter(line: string, before: Paragraph['section']): Paragraph['section'] {
  if (/^[\s　]*(?:同志们|各位代表)[：，]?\s*$/u.test(line)) return 'none';
  if (line.includes('回顾') && bareReview.test(line)) return 'review';
  if (barePlan.test(line) && planHeading.test(line)) return 'plan';
  if (!sectionHeading.test(line)) return before;
  // Of a heading with text in the same line, only the first sentence is the heading.
  const heading = line.slice(0, 60).split(/[。：]/u, 1)[0] ?? '';
  if (reviewHeading.test(heading)) return 'review';
  if (planHeading.test(heading)) return 'plan';
  return 'none';
}

/** Ends of sentences and clauses. Each line is a separate sentence. */
const sentenceEnd = unitTable('。！？；!?;\n');
/** 1 for each code unit that ends a clause. */
export const clauseEnd = unitTable('，,：:。！？；!?;\n—');

/** The sentence around a span of a paragraph, at most 400 units each way. Returns offsets within the paragraph's text. */
export function sentenceAround(text: string, start: number, end: number): { start: number; end: number } {
  return around(text, start, end, sentenceEnd);
}

/** The clause around a span of a paragraph, at most 400 units each way. Returns offsets within the paragraph's text. */
export function clauseAround(text: string, start: number, end: number): { start: number; end: number } {
  return around(text, start, end, clauseEnd);
}

/** Bounds the search in lines without punctuation, which is made once per mention. UTF-16 units. */
const farthest = 400;

function around(text: string, start: number, end: number, stops: Uint8Array): { start: number; end: number } {
  let from = start;
  const first = Math.max(0, start - farthest);
  while (from > first && stops[text.charCodeAt(from - 1)] === 0) from--;
  let to = end;
  const last = Math.min(text.length, end + farthest);
  while (to < last && stops[text.charCodeAt(to)] === 0) to++;
  return { start: from, end: to };
}
