import { matchesOf } from '../../draft/matches.ts';
import { bilingual } from '../../language/language.ts';
import { type Fault, replaceWith } from '../style/fault.ts';
import { countMeasures, digitValue } from '../style/measures.ts';
import { punctuationClause } from '../style/standards.ts';

const listedWords =
  '方面|有关|相关|部门|单位|问题|内容|工作|形式|活动|项目|地区|领域|行业|国家|因素|情况|人员|文件|会议|制度|措施|环节|' +
  '群体|同志|地方|产业|企业|资源|要素|重点|任务|多|\\d|[一二三四五六七八九十两几]+(?:个|项|名|类|种|大|家|条)';
/** Behind up to a few characters only these: 等民生工作. Otherwise 等 may mean waiting: 等上级部门, 等红灯. */
const listedFields = '工作|方面|领域|部门|单位|问题|行业|产业|环节|群体';
const waiting = '[待候于到级着了你我他靠次价值距额同量效来不上领中政红绿天人车]';
/** 、等 at the end of a list of at least two. In 看、等、靠 and in 、等待 it is a verb. */
const pauseBeforeEtc = new RegExp(
  '(?<=、[^，。；！？、]{1,16})、(等等?)' +
    `(?=[，。；！？）]|$|${listedWords}|(?!${waiting})[\\u4e00-\\u9fff]{1,4}(?:${listedFields}))`,
  'gu',
);
const dotsAndEtc =
  /(?<=、[^。；！？…]{1,30})…+等等?(?=[，。；！？）]|$|[\u4e00-\u9fff])|(?<=、[^，。；！？…]{1,20})(等等?)…+/gu;
const neighbours = new RegExp(
  `(?<=[\\u4e00-\\u9fff])(?<![第初前一二三四五六七八九百千零级类线批等])(?<!第[一二三四五六七八九]?十)(?<![第前]十)` +
    `([一二三四五六七八两])、([二三四五六七八九])(?!、)(?=[十百千万亿]{0,2}${countMeasures})`,
  'gu',
);

/** 、 before 等, and …… together with 等 (rule 23). Takes the paragraph. */
export function etcetera(text: string): Fault[] {
  const faults: Fault[] = [];
  for (const match of matchesOf(text, pauseBeforeEtc)) {
    const start = match.index;
    faults.push({
      level: 'warning',
      start,
      end: start + match[0].length,
      message: bilingual(
        `并列各项之后用“${match[1] ?? '等'}”收尾，规定前面不用顿号。`,
        `No “、” stands before the “${match[1] ?? '等'}” that ends a list.`,
      ),
      source: punctuationClause('B.1.2'),
      fixes: [{ label: bilingual('删去顿号', 'Delete “、”'), edits: [{ start, end: start + 1, text: '' }] }],
    });
  }
  for (const match of matchesOf(text, dotsAndEtc)) {
    const start = match.index;
    const end = start + match[0].length;
    const word = match[0].replace(/…/gu, '');
    faults.push({
      level: 'warning',
      start,
      end,
      message: bilingual(
        `省略号与“${word}”意思重复，规定不同时使用，建议留其一。`,
        `The ellipsis and “${word}” say the same; keep one of them.`,
      ),
      source: punctuationClause('A.9.2'),
      fixes: [replaceWith(start, end, word), replaceWith(start, end, '……')],
    });
  }
  return faults;
}

/** Two neighbouring numbers as a rough count: 三、四个 (rule 25). 三、四季度 and 第二、三种 name two things. */
export function roughCounts(text: string): Fault[] {
  const faults: Fault[] = [];
  for (const match of matchesOf(text, neighbours)) {
    const [all, first = '', second = ''] = match;
    if (digitValue(second) !== digitValue(first) + 1) continue;
    const start = match.index;
    const end = start + all.length;
    faults.push({
      level: 'hint',
      start,
      end,
      message: bilingual(
        '相邻两个数字连用表示概数，通常不用顿号。',
        'Two neighbouring numbers for a rough count usually stand without “、”.',
      ),
      source: punctuationClause('4.5.3.4'),
      fixes: [replaceWith(start, end, first + second)],
    });
  }
  return faults;
}

const quotedList = /(?:“[^“”]{1,20}”|《[^《》]{1,40}》)(?:、?(?:“[^“”]{1,20}”|《[^《》]{1,40}》)){2,}/gu;

/** One list of “”“” or 《》《》 with 、 between only some neighbours (rule 22). */
export function mixedSeparators(text: string): Fault[] {
  const faults: Fault[] = [];
  for (const match of matchesOf(text, quotedList)) {
    const separators = [...matchesOf(match[0], /[”》](、?)(?=[“《])/gu)];
    const marked = separators.filter(([, mark]) => mark === '、');
    if (marked.length === 0 || marked.length === separators.length) continue;
    const edits = marked.map((one) => {
      const at = match.index + one.index + 1;
      return { start: at, end: at + 1, text: '' };
    });
    const first = edits[0];
    if (first === undefined) continue;
    faults.push({
      level: 'hint',
      start: first.start,
      end: first.end,
      message: bilingual(
        '同一组并列的引号或书名号之间，顿号时有时无；通常都不用，建议统一。',
        'Some quotations or titles of this list are separated by “、” and some are not; usually none is.',
      ),
      source: punctuationClause('4.5.3.5'),
      fixes: [{ label: bilingual('本组都不用顿号', 'No “、” in this list'), edits }],
    });
  }
  return faults;
}
