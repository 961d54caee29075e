import { sentenceAround } from '../../draft/draft.ts';
import { matchesBefore } from '../../draft/matches.ts';
import { pairsOf, signOf } from '../../draft/signs.ts';
import type { IsoDate, Span } from '../../draft/types.ts';
import { bilingual } from '../../language/language.ts';
import type { Anniversary, Knowledge } from '../../phrases/types.ts';
import { byKnowledge } from '../by-knowledge.ts';
import { plainBefore, shortForm } from '../dates/anniversary-counts.ts';
import { readCount, writeCount } from '../dates/count.ts';
import { datedByDraft, listed, type Target } from './target.ts';
import { yearOf } from './time.ts';

const count = '[\\d０-９]{1,3}|[零〇一二三四五六七八九十百]{1,5}';
const yearsCounted = new RegExp(`(${count})[ 　]?(?:周年|周?岁的?(?:生日|华诞|寿辰))`, 'uy');
/** Longest number before 周年 or 岁, with the words between. UTF-16 units. */
const longestCount = 7;
const timesCounted = new RegExp(`第(${count})[个次届][“"]?`, 'uy');
/** 第二个教师节慰问点: the number counts places, not days. */
const otherThing = /^(?:主题公园|公园|广场|基地|场馆|展馆|慰问点|活动点|分会场|服务点|站点|[点站号批])/u;
/** 第6个国家扶贫日, 第29次“全国助残日”: an annual day with its count. Group 1: its name. */
const ofDays =
  /^.([“"]?(?:全国|国家|国际|世界|中国)[\p{Script=Han}]{2,10}?(?:日|节|周|月|宣传月|活动周)[”"]?)/u;
/** 我们党将迎来百年华诞, 建党百年: in the draft's year. */
const centenary = /百年(?:华诞|校庆|诞辰)|建党百年(?!来)/uy;
/** 建党 before 百年. UTF-16 units. */
const longestLead = 2;
/** Longest of the forms and of the words between. UTF-16 units. */
const reach = 40;
/** 迎接, 为…献礼: it is still to come, this year if its day is not over. */
const coming = /(?:迎接|喜迎|迎|向|为|即将迎来|将迎来)[^，。；]{0,12}$/u;
const comingBehind = /^[”"]?(?:献礼|献上|即将到来|到来之际)/u;

/** 今年是, 今年恰逢, 值此: the words behind are about the year of the speech. */
const ofThisYear =
  /(?:今年|今天|今日)[^，。；]{0,6}(?:是|恰逢|适逢|正逢|迎来|将迎来|为)[^，。；]{0,12}$|值此[^，。；]{0,6}$/u;
const toldOfThen = /年前|当年|那年|那时|曾|说过|写道|回想|回顾|记得|“|(?:19|20)\d{2}年|去年|前年/u;

/** A sign of all counts of years or times. */
export const countSign = signOf(
  '周年',
  '岁',
  '百年',
  ...pairsOf('第', '0123456789０１２３４５６７８９零〇一二三四五六七八九十百'),
);

/**
 * All counts of years or times since an event in a paragraph. Offsets of the paragraph.
 * @param writtenOn the day an old draft was written for
 */
export function anniversaryMentions(
  text: string,
  knowledge: Knowledge,
  date: IsoDate,
  writtenOn?: IsoDate,
): Target[] {
  const mentions: Target[] = [];
  for (const match of matchesBefore(text, yearsCounted, ['周年', '岁'], longestCount)) {
    const before = text.slice(Math.max(0, match.index - reach), match.index);
    const form = formsOf(knowledge).years.find(
      (one) =>
        before.endsWith(one.form) &&
        (one.form.length >= shortForm || plainBefore.test(before.slice(0, before.length - one.form.length))),
    );
    const span = { start: match.index - (form?.form.length ?? 0), end: match.index + match[0].length };
    mentions.push(
      form === undefined
        ? unknownSince(span, date, writtenOn)
        : mentionOf({ ...span, ...form, written: match[1] ?? '', writtenAt: match.index }, text, date),
    );
  }
  for (const match of matchesBefore(text, timesCounted, ['第'], 0)) {
    const after = match.index + match[0].length;
    const form = formsOf(knowledge).times.find((one) => text.startsWith(one.form, after));
    if (form === undefined) {
      const day = ofDays.exec(text.slice(after - 1, after + reach))?.[1];
      if (day !== undefined)
        mentions.push(unknownSince({ start: match.index, end: after + day.length }, date, writtenOn));
      continue;
    }
    if (otherThing.test(text.slice(after + form.form.length))) continue;
    const counted = { start: match.index, end: after + form.form.length, ...form };
    mentions.push(mentionOf({ ...counted, written: match[1] ?? '', writtenAt: match.index + 1 }, text, date));
  }
  for (const match of matchesBefore(text, centenary, ['百年'], longestLead))
    mentions.push(unknownSince({ start: match.index, end: match.index + match[0].length }, date, writtenOn));
  return mentions;
}

/** 集团成立20周年: only the author knows the year of founding, but in an old draft the count is outdated. */
function unknownSince(span: Span, date: IsoDate, writtenOn: IsoDate | undefined): Target {
  if (writtenOn === undefined || yearOf(writtenOn) >= yearOf(date))
    return listed({ ...span, kind: 'anniversary', decided: 'check' });
  return datedByDraft({
    ...span,
    kind: 'anniversary',
    role: 'of-its-year',
    from: writtenOn,
    to: writtenOn,
    message: () =>
      bilingual(
        `稿子写于${yearOf(writtenOn)}年，这个周年数到${yearOf(date)}年已经变了，建议核改。`,
        `The draft was written in ${yearOf(writtenOn)}; by ${yearOf(date)} the count is another. Please check.`,
      ),
  });
}

interface Form {
  readonly form: string;
  readonly anniversary: Anniversary;
}

interface Counted extends Form {
  readonly start: number;
  readonly end: number;
  readonly written: string;
  readonly writtenAt: number;
}

function mentionOf(counted: Counted, text: string, date: IsoDate): Target {
  const { start, end, anniversary, written, writtenAt } = counted;
  const said = readCount(written);
  const first = yearOf(anniversary.from) - (anniversary.unit === '周年' ? 0 : 1);
  const countedYear = said === null ? null : first + said;
  const span = {
    start,
    end,
    kind: 'anniversary' as const,
    from: countedYear === null ? null : `${countedYear}${anniversary.from.slice(4)}`,
    to: countedYear === null ? null : `${countedYear}${anniversary.from.slice(4)}`,
  };
  const isComing =
    coming.test(text.slice(Math.max(0, start - 20), start)) || comingBehind.test(text.slice(end));
  const year = yearOf(date) + (isComing && date.slice(4) > anniversary.from.slice(4) ? 1 : 0);
  const right = year - first;
  // This year's and the coming one are both right unless the sentence tells which is meant.
  const isRight = countedYear === null || countedYear >= yearOf(date) || right < 1;
  if (isRight) return listed({ ...span, decided: 'keep' });
  const wanted = writeCount(right, written);
  const replacement = text.slice(start, writtenAt) + wanted + text.slice(writtenAt + written.length, end);
  const sentence = sentenceAround(text, start, end);
  const before = text.slice(Math.max(0, sentence.start - reach), start);
  const isThisYears = ofThisYear.test(text.slice(sentence.start, start)) && !toldOfThen.test(before);
  return {
    ...span,
    ...(isComing ? { role: 'coming' } : {}),
    // 今年是建党100周年 is right in one year only.
    ...(isThisYears ? { decided: 'change' as const } : {}),
    over: true,
    level: 'warning',
    message: () =>
      bilingual(
        `${anniversary.name}到${year}年为${anniversary.unit === '周年' ? `${right}周年` : `第${right}个`}，此处是${countedYear}年的。`,
        `In ${year} ${anniversary.name} counts ${right}; the count here is that of ${countedYear}.`,
      ),
    source: anniversary.source,
    replacement,
  };
}

/** The longest first. Unattested ones are never judged. */
const formsOf = byKnowledge(({ anniversaries }) => {
  const sure = anniversaries.filter((one) => one.attestation !== 'none' && one.datesVerified);
  const longestFirst = (pick: (one: Anniversary) => readonly string[]): Form[] =>
    sure
      .flatMap((anniversary) => pick(anniversary).map((form) => ({ form, anniversary })))
      .sort((a, b) => b.form.length - a.form.length);
  return {
    years: longestFirst((one) => (one.unit === '周年' ? [...one.forms, ...one.ages] : [])),
    times: longestFirst((one) => (one.unit === '周年' ? [] : one.forms)),
  };
});
