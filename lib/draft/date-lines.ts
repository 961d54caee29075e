import { datesIn, type WrittenDate } from './dates.ts';
import type { Paragraph } from './types.ts';

/** A date that a draft may give as its own. */
export interface StandingDate {
  readonly kind: 'front-matter' | 'date-line';
  /** Probably the day on which it was published (发布时间：, 时间：, 印发), not when it was given. */
  readonly published: boolean;
  readonly paragraph: Paragraph;
  /** Offsets of the paragraph. */
  readonly date: WrittenDate;
}

/** A draft's date or signature stands within so many lines of its top or end. */
const near = { top: 8, end: 5 };
/** A title with a date behind it stands within so many lines of the top. */
const titleLines = 3;
/** Longer lines are running text. Code units. */
const longest = 80;

const blank = '[\\s　]*';
/** 讲话时间：, 发布日期：, 写于. */
const label = /^(?:(?:讲话|会议|发言|报告|发布|成文|印发|起草|撰写|更新)?(?:时间|日期)[\s　]*[:：]|写于)$/u;
/** Who signs it: 述职人：某某. */
const signer =
  /^(?:述职|报告|汇报|发言|讲话|主持|起草|承诺|表态|申请|总结|撰稿|整理|签名|落款)(?:人|者)[\s　]*[:：][\s　]*/u;
const dashes = /^[—－–-]{1,3}$/u;
/** Before a date: it is the day of an event, not the draft's. */
const happened =
  /(?:成立|施行|实施|通过|召开|截至|截止|开工|竣工|投产|建成|入党|入伍|毕业|任职|工作|结束|开始|启动|验收|完成|备注|合计|公布|颁布|发布|废止|生效|届满|[于自从至到止起为是])$/u;
/** At the end of the brackets behind it: it is the day of a law or a resolution. */
const ofLaw = /(?:修正|修订|施行|实施|公布|颁布|废止|生效|通过)$/u;
/** Names, including the blanks of a template: ××县××局. */
const names = /^[\p{Script=Han}\s　·×XxＸ*＊○]{2,40}$/u;
const office = /(?:[局委办部处科室院校厅站所会队组厂县市区镇乡村]|公司|集团|政府|中心|街道|支部|社区|学校)$/u;
/** A speaker named by post alone: 副县长, 镇党委书记. */
const post =
  /(?:书记|[省市县区镇乡村局院校会处科所站队厂部厅州盟行]长|主任|主席|经理|董事长|政委|秘书长|委员)$/u;
const open = '[×XxＸ*＊○]';
const surname =
  '[王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾肖萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤某]';
const person = RegExp(
  `(?:^|[\\s　]|书记|[市县区镇乡村局院校会]长|主任|主席|经理)(?:${surname}(?:[\\s　]?(?:\\p{Script=Han}|${open})){1,2}|${open}{2,3})(?:同志)?$`,
  'u',
);
const weekday = `(?:[，,\\s　]*[（(]?(?:星期|礼拜|周)[一二三四五六日天][）)]?)?`;
const clock = `(?:[\\s　]*(?:[上下]午|晚上?))?(?:[\\s　]*\\d{1,2}(?:[:：]\\d{2}(?:[:：]\\d{2})?|[时点](?:\\d{1,2}分|半)?))?`;
const lastDay = '(?:[—－–～~至到-]{1,2}(?:\\d{1,2}月)?\\d{1,2}[日号]?)?';
/** Behind a date: nothing, or the weekday, the time or the place. */
const closer = RegExp(
  `^${lastDay}${weekday}${clock}${blank}(?:(?:讲话|初|定|送审|修改)?稿|印发|于\\p{Script=Han}{2,10})?${blank}$`,
  'u',
);
/** On a web page: 2022-03-09 10:20 来源：某网. */
const ofPage =
  /^[\s　]*(?:\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?[\s　]+(?:来源|作者|浏览|点击|阅读|字号|编辑|访问)/u;
/** 时间：2022年3月9日　地点：县会议中心. */
const nextLabel = /^[^：:]{0,12}[\s　]+\p{Script=Han}{2,6}[:：]/u;
const speech = '(?:讲话|发言|致辞|致词|报告|汇报|讲稿|党课|主持词)(?:提纲|要点|稿)?';
/** ——2019年3月5日在全县干部大会上的讲话. */
const heldAt = RegExp(`^${weekday}[，,]?${blank}在[^。；？！]{2,60}?(?:上|[会院校])(?:的|[\\s　]|$)`, 'u');
const heldAtOnly = RegExp(`^${weekday}[，,]?${blank}在[^。；？！，：]{2,60}?上的${speech}${blank}$`, 'u');
const title = RegExp(`^.{0,40}${speech}$`, 'u');
/** The head of a table, in one line or one cell per line. */
const tableHead =
  /^[\s　]*(?:姓名|序号|\S{0,4}(?:日期|时间|年月))[\s　]*$|(?:姓名|序号|名称|项目)[\s　]+.*(?:日期|时间|年月)/u;
/** A table's head is looked for within so many lines above a date, and other rows within so many around it. */
const rows = { head: 6, around: 3 };

/**
 * The dates that a draft gives as its own, near its top or as a signature at its end: `date:` of a front matter, a line
 * that is only a date, one behind a unit, a name or a title, ——2019年3月5日在…会议上的讲话. Rows of a table, birthdays and
 * the days of laws are left out. Takes the lines that are not blank.
 */
export function standingDates(filled: readonly Paragraph[]): StandingDate[] {
  const { front, body } = withoutFrontMatter(filled);
  const found = new Map<number, StandingDate>();
  for (const [at, paragraph] of body.entries()) {
    if (at >= near.top && at < body.length - near.end) continue;
    const date = dateOfLine(paragraph.text, at < titleLines);
    if (date === null) continue;
    if (body.slice(Math.max(0, at - rows.head), at).some(({ text }) => tableHead.test(text))) continue;
    found.set(at, { kind: 'date-line', published: isPublished(paragraph.text, date), paragraph, date });
  }
  const single = [...found].filter(
    ([at, one]) =>
      ![...found].some(([there, other]) => Math.abs(at - there) <= rows.around && areRows(one, other)),
  );
  return [...front, ...single.map(([, one]) => one)];
}

/** The lines below a Markdown front matter, and the date in it. Takes the lines that are not blank. */
export function withoutFrontMatter(filled: readonly Paragraph[]): {
  readonly front: readonly StandingDate[];
  readonly body: readonly Paragraph[];
} {
  const isEnd = ({ text }: Paragraph, at: number) => at > 0 && /^(?:---|\.\.\.)\s*$/u.test(text);
  const end = filled[0]?.text.trimEnd() === '---' ? filled.findIndex(isEnd) : -1;
  if (end < 0) return { front: [], body: filled };
  const front = filled.slice(1, end).flatMap((paragraph): StandingDate[] => {
    if (!/^(?:date|日期)\s*[:：]/iu.test(paragraph.text)) return [];
    const [date] = datesIn(paragraph.text);
    return date === undefined || !isClose(date)
      ? []
      : [{ kind: 'front-matter', published: false, paragraph, date }];
  });
  return { front, body: filled.slice(end + 1) };
}

/** What may stand in brackets before a date: （根据讲话录音整理，县委办公室 2018.12.25）, （县委办公室 2020.12.29印）. */
const openBracket = RegExp(
  `[（(【〔[]${blank}(?:根据(?:[^（）()\\d]{0,12}整理[，,、])?${blank})?(?:[\\p{Script=Han}]{2,16}(?:室|办|局|委|科)[，,\\s　]${blank})?$`,
  'u',
);
/** ——2025年4月22日，根据录音整理. */
const recorded = /^[，,\s　]*(?:根据)[^。；？！\d]{0,12}整理[\s　]*$/u;

/** The date of a line that consists of little else, or null. Offsets of the line. */
function dateOfLine(written: string, maybeTitle: boolean): WrittenDate | null {
  // Markdown's marks of headings, quotations and emphasis are replaced by blanks, so that offsets stay valid.
  const line = written.replace(/^[#>\s]+|\*\*|__/gu, (mark) => ' '.repeat(mark.length));
  if (line.length > longest || /[|。；]|\S\t/u.test(line)) return null;
  const [date, ...others] = datesIn(line);
  if (date === undefined || others.length > 0 || !isClose(date)) return null;
  const before = line.slice(0, date.start).replace(signer, '');
  const after = line.slice(date.end);
  const bracket = openBracket.exec(before);
  if (bracket === null) return standsOpen(before, after) ? date : null;
  const inside = /^([^）)】〕\]]*(?:[（(][^）)]*[）)][^）)]*)?)[）)】〕\]][\s　]*$/u.exec(after)?.[1]?.trim();
  if (inside === undefined || ofLaw.test(inside)) return null;
  const outside = before.slice(0, bracket.index).trim();
  if (outside === '' || dashes.test(outside)) return date;
  if (!closer.test(inside)) return null;
  if (isName(outside)) return date;
  return maybeTitle && date.precision === 'day' && title.test(outside) ? date : null;
}

function isPublished(line: string, { end }: WrittenDate): boolean {
  return /^[\s　]*(?:发布|印发|更新|时间|日期)|印发[\s　]*$/u.test(line) || ofPage.test(line.slice(end));
}

/** Whether a date without brackets makes up its line, apart from a label or a signature. */
function standsOpen(asWritten: string, after: string): boolean {
  const before = asWritten.trim();
  if (dashes.test(before)) return closer.test(after) || heldAt.test(after) || recorded.test(after);
  if (before === '')
    return closer.test(after) || ofPage.test(after) || heldAtOnly.test(after) || isSigned(after);
  if (label.test(before)) return closer.test(after) || ofPage.test(after) || nextLabel.test(after);
  if (!closer.test(after) || !isName(before)) return false;
  return office.test(before) || /[\s　]$/u.test(asWritten);
}

/** 2022年3月9日　某县某局 */
function isSigned(after: string): boolean {
  return /^[\s　]/u.test(after) && isName(after.trim());
}

function isName(words: string): boolean {
  return (
    names.test(words) &&
    !happened.test(words) &&
    (office.test(words) || person.test(words) || post.test(words))
  );
}

function isClose({ precision }: WrittenDate): boolean {
  return precision === 'day' || precision === 'month';
}

/** Two different dates without brackets near each other are rows of a table or of a chronicle. */
function areRows(one: StandingDate, other: StandingDate): boolean {
  if (one.date.from === other.date.from) return false;
  return [one, other].every(({ paragraph }) => !/^[\s　]*[（(—]|印发/u.test(paragraph.text));
}
