import { matchesOf } from '../../draft/matches.ts';
import { apart } from '../../draft/overlaps.ts';
import { hasSign, pairsOf, signOf } from '../../draft/signs.ts';
import type { IsoDate, Span } from '../../draft/types.ts';
import { bilingual } from '../../language/language.ts';
import type { ParagraphText } from '../paragraph-context.ts';
import { datedByDraft, listed, type Target } from './target.ts';
import { noLongerSo, theOtherDay, yearOf } from './time.ts';

const verbsOfEvents = [
  '召开',
  '开幕',
  '闭幕',
  '落幕',
  '结束',
  '举行',
  '启动',
  '开展',
  '出台',
  '施行',
  '印发',
  '开会',
] as const;
const verbs = `(?:${verbsOfEvents.join('|')})`;
const soon = `前不久|不久前|${theOtherDay}|近日|刚刚|刚|即将|将要|就要|正在|最近`;
/** 第八次全国信访工作会议, 全国两会: the meeting that a time word refers to. */
const meetingNamed = '(?:[^，。；、的]{0,16}?(?:会议|大会|座谈会|两会|代表会|全会))?';
/** 去年12月召开的中央经济工作会议: right again a year later. */
const everyYear = '(?:中央(?:经济|农村)工作会议|全国两会)';
const nationwide = '中央巡视|习近平|党中央|中共中央|国务院|中央|全国|国家|党的|我们党|在北京|庆祝|纪念';
/** Nationally known events: beside one, 半个多月前 means one day. */
const nationalEvents = '庆祝|纪念|总书记|党中央|中央(?!空调)|国务院|全国|党的[一二十]|阅兵|国庆|冬奥|奥运';
const monthDay = '(?:\\d{1,2}|[一二三四五六七八九十]{1,2})月(?:\\d{1,2}日)?';
interface Row {
  /** A sign of all matches of the row. */
  readonly sign: number;
  /** A sign of the row's words of time, if they have one. */
  readonly begun?: number;
  readonly pattern: RegExp;
}

/** 今年3月, 昨天, 前不久: words of time for an event with a known day or month. */
const numbered = [
  ...pairsOf('0123456789一二三四五六七八九十', '月'),
  ...pairsOf('年月', '0123456789'),
  ...pairsOf('昨前', '天'),
  ...pairsOf('上下本', '月'),
  ...pairsOf('上下', '周个'),
  '不久',
  '日前',
  '前几',
];

/**
 * Events dated relative to the day of the speech. One row per kind, with a sign of all its wordings; of two that
 * share words the earlier row counts.
 */
const beside: readonly Row[] = [
  // 前不久召开的, 即将启动的, 正在北京召开的, 离全国两会开幕只有十来天了, 上周五中央经济工作会议又胜利闭幕.
  {
    sign: signOf(...verbsOfEvents),
    begun: signOf(
      ...numbered,
      ...pairsOf('开幕', '还只仅不'),
      '近日',
      '刚',
      '即将',
      '将要',
      '就要',
      '正在',
      '最近',
      '离',
      '距',
      '束不',
      '还要',
      '两会',
    ),
    pattern: new RegExp(
      [
        `(?:今年|去年|明年)${monthDay}起?(?:正式)?${verbs}的(?!${everyYear})${meetingNamed}`,
        `(?:${soon}|上周|上个?月|本月[上中下]?旬?|昨天|前天|前几天)(?:在[^，。；]{1,6})?(?:胜利|隆重|刚刚|即将)?${verbs}的${meetingNamed}`,
        `(?:${soon})(?:在[^，。；]{1,6})?(?:胜利|隆重)?${verbs}了?`,
        `(?:今年|明年|下个?月)(?:${monthDay}|\\d{1,2}日)起(?:正式)?施行`,
        '(?:离|距离?)[^，。；]{2,16}?(?:开幕|召开|闭幕)(?:还有|只有|仅有|不到|仅剩)[^，。；]{0,10}|(?:开幕|召开|闭幕)(?:还有|只有|仅有|不到)[^，。；]{0,10}|(?:召开|闭幕|结束)不久|(?:全国)?两会(?:召开|开幕)?(?:在即|临近)',
        `(?:${soon}|上周[一二三四五六日]?|昨天|前天|前几天|上个?月)，?(?:${nationwide})[^，。；的]{2,16}(?:会议|大会|全会|两会)(?:又|已|已经)?(?:胜利|圆满|隆重|顺利)?(?:召开|开幕|闭幕|落幕|结束)`,
        `${monthDay}(?:份)?还要(?:召开|举行)`,
        `(?<![年\\d])\\d{1,2}月(?:\\d{1,2}日)?(?:在[^，。；]{1,6})?(?:召开|举行|闭幕)的`,
        '正在北京(?:召开|举行)的?|(?:全国)?两会(?:明天|后天|今天|马上|就要|即将|正在)(?:开幕|召开|开(?!展))',
      ].join('|'),
      'gu',
    ),
  },
  // 全国两会明天开幕 has no verb of time; 条例印发刚满四个月.
  {
    sign: signOf(...pairsOf('才刚还', '满不有过刚')),
    pattern:
      /(?:印发|挂牌|施行|实施|出台|闭幕|成立)(?:才|刚|刚刚|还)(?:满|不到|有|过去)?[一两三四五六七八九十\d]+个?多?(?:天|周|月|年)/gu,
  },
  // 满打满算只剩四百七十多天: a countdown to an event of that time.
  {
    sign: signOf('剩', '最后'),
    pattern:
      /(?:只剩下?|仅剩下?|还剩下?|剩下|最后)(?:不到|短短|整整)?[一二两三四五六七八九十百\d]{1,6}(?:多|来)?个?(?:天|月|年)(?:半|多)?(?:时间)?/gu,
  },
  // 后天，我们将迎来…100周年, 再过二十九天，就是新中国成立70周年; 下半年，我们党还将召开第二十次全国代表大会.
  {
    sign: signOf('明天', '后天', '再过', '下半'),
    pattern: new RegExp(
      [
        `(?:明天|后天|再过[^，。；]{1,6}(?:天|周|月))，?(?:我们|我国)?(?:伟大的党)?(?:将|就|就要|即将)?(?:要)?(?:迎来|是)(?=[^，。；]{0,10}(?:国庆|建党|建军|新中国|中国共产党|全国|党的))`,
        `再过[^，。；]{1,6}[天月周]，?(?:就是|将是|就要|将|我们将)(?=[^，。；]{0,10}(?:${nationalEvents}|新中国|建党|建国|中国共产党|党的生日|教师节|国庆|元旦|春节|五一|七一|八一|中秋|高考|中考))|(?:今年)?下半年，?(?:我们党|党)(?:还|即)?将召开|(?:今年)?下半年，?(?:我们党|党)(?:还|就)?要召开`,
      ].join('|'),
      'gu',
    ),
  },
  // Of national events; for one's own village 前几天 is any day.
  {
    sign: signOf(
      '中央',
      '国务',
      '全国',
      '国家',
      '习近',
      '党的',
      '们党',
      '北京',
      '庆祝',
      '纪念',
      '总书',
      '阅兵',
      '国庆',
      '奥',
    ),
    begun: signOf(
      ...numbered,
      ...pairsOf('今昨前', '天'),
      ...pairsOf('月天周期多之', '前'),
      ...pairsOf('年', '一二三四五六七八九十年底初春夏秋冬'),
      '半个',
      '下周',
    ),
    pattern: new RegExp(
      [
        `(?:(?:[昨今前]天)(?:上午|下午|晚上|中午)|昨天|前天|前几天|${theOtherDay}|前不久|不久前|一周前|上周[一二三四五六日]?|[上下]个?月(?:底|\\d{1,2}日)?|下周|(?<![年\\d])\\d{1,2}月\\d{1,2}日|(?:再过)?半个(?:多)?月(?:后)?)(?=，?(?:${nationwide}))`,
        `(?:半个多?月前|(?:十|二十|[一两三几]|\\d{1,2})(?:多|几)?(?:天|个?月|周|个星期)(?:多|之)?前|前几天|前不久|不久前|昨天|前天|上周|上个?月|(?:今年|去年|明年)(?:\\d{1,2}月(?:\\d{1,2}日)?|[一二三四五六七八九十]{1,2}月|年?底|年初|春天|夏天|秋天|冬天))(?=，?的?[^，。；]{0,12}(?:${nationalEvents}))`,
      ].join('|'),
      'gu',
    ),
  },
  // 去年，…经过努力，中央印发了…: a national act in the same sentence.
  {
    sign: signOf('党中', '共中', '央政', '国务', ...pairsOf('中国两', '办'), '国人'),
    pattern:
      /(?:今年|去年|前年|明年)(?:\d{1,2}月(?:\d{1,2}日)?|年?底|年初)?(?=，?[^。；]{0,24}(?:党中央|中共中央|中央政治局|国务院|中办|国办|两办|全国人大)[^，。；]{0,10}(?:召开|举行|印发|出台|通过|发布|公布|修订|颁布))/gu,
  },
  // 今年是全面深化改革的关键之年，也是…的一年: statements about the year of the speech.
  {
    sign: signOf('今年'),
    pattern:
      /今年是[^。；，！]{2,30}?(?:之年|的?(?:关键|重要|攻坚|决胜|起步|收官|特殊)[^。；，！]{0,4}?(?:一年|年份))|[也又还更]是(?<=今年[^。；！\n]{4,82})[^。；，！]{2,30}?(?:之年|的?(?:关键|重要|攻坚|决胜|起步|收官|特殊)[^。；，！]{0,4}?一年)/gu,
  },
  // 总书记今年6月在…座谈会上的讲话.
  {
    sign: signOf('总书'),
    pattern: new RegExp(
      `(?<=总书记(?:在)?)(?:今年\\d{1,2}月(?:\\d{1,2}日)?|\\d{1,2}月(?:\\d{1,2}日)?|前不久|${theOtherDay})(?=在?[^，。；]{2,30}(?:讲话|座谈会|考察|会议|审议|批示|指示))`,
      'gu',
    ),
  },
];
/** Others are only listed: a report may use them of another time. */
const other = new RegExp(
  `(?:开幕|召开|闭幕)(?:以后|之后)|(?<![年\\d一二三四五六七八九十])${monthDay}(?:召开|施行|起施行|举行)的?|还有整?整?(?:一|两|三)个月`,
  'gu',
);
/** A sign of all others. */
const otherSign = signOf(
  ...pairsOf('开幕', '以之'),
  ...pairsOf('月日', '召施起举'),
  ...pairsOf('有', '整一两三'),
);
/**
 * 人居环境整治三年行动: a programme that states its length, but not its start. Groups: years, in a document's title or outside.
 */
const programme =
  /《[^《》]{0,30}?([三五])年(?:行动|攻坚|会战|提升|倍增)[^《》]{0,16}》|(?:“[^“”]{2,12}”)?[\p{Script=Han}]{0,10}?([三五])年(?:行动|攻坚|会战|提升|倍增)(?:计划|方案|行动)?/gu;
/** A sign of all programmes: their lead takes long to match. */
const programmeSign = signOf(...pairsOf('三五', '年'));
const programmeOf = /[三五]年(?:行动|攻坚|会战|提升|倍增)/u;

const byYear = /^(?:[今去明前]年|[也又还更]是)/u;

/** A match of a pattern in a paragraph. */
interface Found extends Span {
  readonly match: RegExpExecArray;
}

/** All matches of a pattern; none overlaps another. */
function foundBy(text: string, pattern: RegExp): Found[] {
  return matchesOf(text, pattern).map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    match,
  }));
}

/** The relatively dated events of a paragraph, in order of place. Of two that overlap, the earlier pattern's stays. */
function timeWordsIn({ text, signs }: ParagraphText): readonly RegExpExecArray[] {
  const found: Found[] = [];
  for (const { sign, begun, pattern } of beside) {
    if (!hasSign(signs, sign) || (begun !== undefined && !hasSign(signs, begun))) continue;
    for (const one of apart(foundBy(text, pattern), found, text.length)) found.push(one);
  }
  return found.sort((a, b) => a.start - b.start).map(({ match }) => match);
}

/**
 * Relatively dated events, and programmes of a number of years: in an old draft its age shows that they are over; in
 * a draft of today they are only listed. Offsets of the paragraph.
 * @param writtenOn the day an old draft was written for
 */
export function eventTimeMentions(
  paragraph: ParagraphText,
  date: IsoDate,
  writtenOn: IsoDate | undefined,
): Target[] {
  const { text, signs } = paragraph;
  const mentions: Target[] = [];
  for (const match of timeWordsIn(paragraph)) {
    const span = { start: match.index, end: match.index + match[0].length, kind: 'meeting-time' as const };
    // 今年 still means the same year.
    const isThisYear = writtenOn !== undefined && yearOf(writtenOn) === yearOf(date) && byYear.test(match[0]);
    mentions.push(
      writtenOn === undefined || isThisYear
        ? listed({ ...span, decided: 'keep' })
        : datedByDraft({
            ...span,
            role: 'event',
            // 总书记今年6月在…上的讲话: a speaker who passes it on must give its date.
            presumed: /总书记(?:在)?$/u.test(text.slice(Math.max(0, span.start - 4), span.start)),
            from: writtenOn,
            to: writtenOn,
            message: () => noLongerSo(match[0], writtenOn),
          }),
    );
  }
  const others = hasSign(signs, otherSign) ? foundBy(text, other) : [];
  for (const { start, end } of apart(others, mentions, text.length))
    mentions.push(
      listed({ start, end, kind: 'meeting-time', decided: writtenOn === undefined ? 'keep' : 'check' }),
    );
  for (const match of hasSign(signs, programmeSign) && programmeOf.test(text)
    ? matchesOf(text, programme)
    : []) {
    const numeral = match[1] ?? match[2] ?? '';
    const years = numeral === '五' ? 5 : 3;
    const span = { start: match.index, end: match.index + match[0].length, kind: 'goal' as const };
    const isOver = writtenOn !== undefined && yearOf(writtenOn) + years <= yearOf(date);
    mentions.push(
      isOver
        ? datedByDraft({
            ...span,
            role: 'programme',
            from: writtenOn,
            to: null,
            message: () =>
              bilingual(
                `稿子写于${yearOf(writtenOn)}年，这项${numeral}年的行动到今天已经期满，建议核改。`,
                `The draft was written in ${yearOf(writtenOn)}; a programme of ${years} years is over by now. Please check.`,
              ),
          })
        : listed({ ...span, decided: writtenOn === undefined ? 'keep' : 'check' }),
    );
  }
  return mentions;
}
