import type { Paragraph } from './types.ts';

/**
 * The effect of a line on the open series.
 * 'end': no series continues behind it (附件). 'speech': the title of a speech (在……会议上的讲话). 'paper': the title of
 * another document, or a heading that sounds like one (工作要点). 'address': a salutation (同志们：), which begins a speech
 * or stands within one. 'title': a short line; a list may begin anew below it. 'introduction': it ends in ： or announces
 * a list. 'contents': a line of a table of contents. 'text': no effect.
 */
export type LineRole =
  | 'end'
  | 'speech'
  | 'paper'
  | 'address'
  | 'title'
  | 'introduction'
  | 'contents'
  | 'text';

const attachment = /^附[件录](?:[\d一二三四五六七八九十]{0,3})[\s　：:]*(?:$|[\s　：:])/u;
const address =
  /^(?:尊敬的)?(?:各位|同志们|朋友们|老师们|同学们|女士们|先生们|乡亲们|全体)[^。；]{0,30}[：:！!]$|^同志们[，,]?$/u;
const speechTitle = /(?:讲话|致辞|发言|主持词|党课)(?:稿|提纲|提要|摘要)?(?:（[^）]*）)?$/u;
const paperTitle = /(?:报告|总结|方案|要点|通知|意见|办法)(?:稿|提纲|提要|摘要)?(?:（[^）]*）)?$/u;
const contentsEntry = /(?:…|\.{3,}|·{3,}|．{3,}|\t)[\s　]*\d{1,4}$/u;
/** 应当将下列文书报上一级备案。 */
const listing = /(?:下列|以下|如下)[^。！？；]{0,60}[。！]?$/u;
const announcing =
  /[：:]$|(?<!第[一二三四五六七八九十百\d]{0,4})(?:[几\d]|[一二两三四五六七八九十]{1,3})(?:点|个方面|方面|件事|项|条|个问题|个环节)[^。！？]{0,20}[。！!]?$/u;

/** The role of a line, by its text alone. */
export function lineRole(text: string): LineRole {
  const line = text.trim();
  if (line === '') return 'text';
  if (attachment.test(line)) return 'end';
  if (line.length <= 60 && contentsEntry.test(line)) return 'contents';
  if (line.length <= 40 && address.test(line)) return 'address';
  if (announcing.test(line.slice(-40)) || listing.test(line.slice(-80))) return 'introduction';
  if (line.length <= 40 && !/[。；！？，,;!?]/u.test(line.slice(-1)) && !line.includes('。')) {
    return speechTitle.test(line) ? 'speech' : paperTitle.test(line) ? 'paper' : 'title';
  }
  return 'text';
}

/** True for the line above a table of contents. */
export function isContentsTitle(text: string): boolean {
  return /^[\s　]*目[\s　]*[录次][\s　]*$/u.test(text);
}

/**
 * The paragraphs inside a quotation that begins in an earlier one and is closed at most eight paragraphs later, with no
 * new opening before. A quotation that is never closed is taken for a typing error.
 */
export function quotedParagraphs(paragraphs: readonly Paragraph[]): ReadonlySet<number> {
  const inside = new Set<number>();
  for (const paragraph of paragraphs) {
    if (paragraph.text.lastIndexOf('“') <= paragraph.text.lastIndexOf('”')) continue;
    for (let ahead = 1; ahead <= 8; ahead++) {
      const next = paragraphs[paragraph.index + ahead];
      if (next === undefined) break;
      const open = next.text.indexOf('“');
      const close = next.text.indexOf('”');
      if (close >= 0 && (open < 0 || close < open)) {
        for (let index = 1; index <= ahead; index++) inside.add(paragraph.index + index);
        break;
      }
      if (open >= 0) break;
    }
  }
  return inside;
}

/** A test of whether an offset of a paragraph is inside “”, 《》 or （）. The offsets must rise from call to call. */
export function enclosure(text: string): (offset: number) => boolean {
  let at = 0;
  let depth = 0;
  return (offset) => {
    for (; at < offset; at++) {
      const char = text.charAt(at);
      if (char === '“' || char === '‘' || char === '《' || char === '（' || char === '(') depth++;
      else if (char === '”' || char === '’' || char === '》' || char === '）' || char === ')') {
        depth = Math.max(0, depth - 1);
      }
    }
    return depth > 0;
  };
}

/** The heading from its ordinal on: to the end of its first sentence or its cell in a table, at most 40 units. */
export function titleOf(text: string, start: number): string {
  const from = text.slice(start, start + 40);
  const stop = from.search(/[。；！？\n\r]|[ \t]+\|/u);
  return (stop < 0 ? from : from.slice(0, stop)).trimEnd();
}
