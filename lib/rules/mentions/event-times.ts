import { matchesOf } from '../../draft/matches.ts';
import { hasSign, pairsOf, signOf } from '../../draft/signs.ts';
import type { IsoDate, Paragraph } from '../../draft/types.ts';
import { both } from '../../language.ts';
import { datedByDraft, listed, type Target } from './target.ts';
import { yearOf } from './time.ts';

const verbs = '(?:召开|开幕|闭幕|落幕|结束|举行|启动|开展|出台|施行|印发|开会)';
const soon = '前不久|不久前|日前|近日|刚刚|刚|即将|将要|就要|正在|最近';
/** 第八次全国信访工作会议, 全国两会: the meeting that a time word belongs to. */
const meetingNamed = '(?:[^，。；、的]{0,16}?(?:会议|大会|座谈会|两会|代表会|全会))?';
/** 去年12月召开的中央经济工作会议: true again a year later. */
const everyYear = '(?:中央(?:经济|农村)工作会议|全国两会)';
const nationwide = '中央巡视|习近平|党中央|中共中央|国务院|中央|全国|国家|党的|我们党|在北京|庆祝|纪念';
const monthDay = '(?:\\d{1,2}|[一二三四五六七八九十]{1,2})月(?:\\d{1,2}日)?';
/** 前不久召开的, 即将启动的, 正在北京召开的, 离全国两会开幕只有十来天了: an event beside the day of the speech. */
const beside = new RegExp(
  [
    `(?:今年|去年|明年)${monthDay}起?(?:正式)?${verbs}的(?!${everyYear})${meetingNamed}`,
    `(?:${soon}|上周|上个?月|本月[上中下]?旬?|昨天|前天|前几天)(?:在[^，。；]{1,6})?(?:胜利|隆重|刚刚|即将)?${verbs}的${meetingNamed}`,
    `(?:${soon})(?:在[^，。；]{1,6})?(?:胜利|隆重)?${verbs}了?`,
    `(?:今年|明年|下个?月)(?:${monthDay}|\\d{1,2}日)起(?:正式)?施行`,
    '(?:开幕|召开|闭幕)(?:还有|只有|仅有|不到)[^，。；]{0,10}|(?:召开|闭幕|结束)不久',
    `${monthDay}(?:份)?还要(?:召开|举行)`,
    // 满打满算只剩四百七十多天: a countdown to something of that time.
    `(?:只剩下?|仅剩下?|还剩下?|剩下|最后)(?:不到|短短|整整)?[一二两三四五六七八九十百\\d]{1,6}(?:多|来)?个?(?:天|月|年)(?:半|多)?(?:时间)?`,
    // Of what the whole country did then; of one's own village 前几天 is any day.
    `(?:(?:[昨今前]天)(?:上午|下午|晚上|中午)|昨天|前天|前几天|日前|前不久|不久前|一周前|上周[一二三四五六日]?|[上下]个?月(?:底|\\d{1,2}日)?|下周|(?<![年\\d])\\d{1,2}月\\d{1,2}日|(?:再过)?半个(?:多)?月(?:后)?)(?=，?(?:${nationwide}))`,
    // 总书记今年6月在…座谈会上的讲话.
    `(?<=总书记(?:在)?)(?:今年\\d{1,2}月(?:\\d{1,2}日)?|\\d{1,2}月(?:\\d{1,2}日)?|前不久|日前)(?=在?[^，。；]{2,30}(?:讲话|座谈会|考察|会议|审议|批示|指示))`,
  ].join('|'),
  'gu',
);
/** Where none of these stands, no event is beside the day of the speech. */
const timely =
  /[今去明]年[\d一二三四五六七八九十]|前不久|不久前|日前|近日|刚|即将|将要|就要|正在|最近|[上下]个?月|[上下]周|本月|[昨今前]天|前几天|一周前|还有|只有|仅有|不到|剩|还要|半个|总书记|月\d|不久/u;
/** What stands in all of these: a verb with a word of time beside it, or a word that is enough by itself. */
const verbSign = signOf(
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
);
const timeSign = signOf(
  ...pairsOf('年月', '0123456789一二三四五六七八九十'),
  '不久',
  '日前',
  '近日',
  '刚',
  '即将',
  '将要',
  '就要',
  '正在',
  '最近',
  '上周',
  '个月',
  ...pairsOf('上下', '月'),
  '本月',
  ...pairsOf('昨前', '天'),
  '前几',
  ...pairsOf('还只仅', '有'),
  '不到',
  '还要',
);
const besideSign = signOf(
  '剩',
  '最后',
  ...pairsOf('昨今前', '天'),
  '前几',
  '日前',
  '不久',
  ...pairsOf('一上下', '周'),
  '个月',
  ...pairsOf('上下', '月'),
  '半个',
  ...pairsOf('月', '0123456789'),
  '总书',
);
/** Others are listed: a report may use them of another time. */
const other = new RegExp(
  `(?:开幕|召开|闭幕)(?:以后|之后)|${monthDay}(?:召开|施行|起施行|举行)的?|还有整?整?(?:一|两|三)个月`,
  'gu',
);
/** What all others hold. */
const otherSign = signOf(
  ...pairsOf('开幕', '以之'),
  ...pairsOf('月日', '召施起举'),
  ...pairsOf('有', '整一两三'),
);
/** 人居环境整治三年行动: a programme that says how long it runs, though not from when. Groups: years, in the title of a document or outside. */
const programme =
  /《[^《》]{0,30}?([三五])年(?:行动|攻坚|会战|提升|倍增)[^《》]{0,16}》|(?:“[^“”]{2,12}”)?[\p{Script=Han}]{0,10}?([三五])年(?:行动|攻坚|会战|提升|倍增)(?:计划|方案|行动)?/gu;
/** What every one of them holds: what may stand before it is long to look for. */
const programmeSign = signOf(...pairsOf('三五', '年'));
const programmeOf = /[三五]年(?:行动|攻坚|会战|提升|倍增)/u;

/** Words of the epidemic years: in a draft written in them they mean that epidemic. */
const epidemic =
  /(?<!(?:动物|猪瘟|禽流感|流感|登革热|口蹄疫|传染病|狂犬病|宫颈癌))(?:疫情|联防联控|疫苗(?:接种|加强针)|核酸检测|防疫|抗疫|扫码测温|密切接触者|健康码|行程码|落地即检)(?!(?:期间|以来|时期|过后|结束))/gu;
/** From the first lockdown to the day on which the epidemic was declared over at home. */
const epidemicYears = { from: '2020-01-23', to: '2023-02-28' } as const;
/** The years of the fight against poverty, and of the moderately prosperous society. */
const prosperity =
  /同步(?:进入|迈入|实现|全面)?小康|抓脱贫|脱贫任务|(?:稳定|如期|按期)脱贫(?!攻坚)|奔小康|小康路上|易地(?:扶贫)?搬迁(?!后续)|扶贫(?:干部|工作队|对象|项目|资金|政策|产业|开发)|决战决胜/gu;
const prosperityYears = { from: '2012-11-08', to: '2020-12-31' } as const;
/** The years of transition after the fight against poverty. */
const transition = /(?:五年|5年)?过渡期(?!满|结束)/gu;
const transitionYears = { from: '2021-01-01', to: '2025-12-31' } as const;

/** What names a time of its own only in a draft that was written in it. One row a kind. */
const ofTheirYears = [
  {
    kind: 'epidemic',
    sign: signOf('疫', '联防', '核酸', '扫码', '接触', '康码', '程码', '即检'),
    pattern: epidemic,
    years: epidemicYears,
    message: both(
      '稿子写于新冠疫情防控期间，今天已不再这样部署，建议核改。',
      'The draft was written in the years of the epidemic; this is no longer so. Please check.',
    ),
  },
  {
    kind: 'goal',
    sign: signOf('渡期'),
    pattern: transition,
    years: transitionYears,
    message: both(
      '脱贫攻坚成果同乡村振兴衔接的五年过渡期已于2025年底结束，建议核改。',
      'The five years of transition ended with 2025. Please check.',
    ),
  },
  {
    kind: 'goal',
    sign: signOf('小康', '脱贫', '搬迁', '扶贫', '战决'),
    pattern: prosperity,
    years: prosperityYears,
    message: both(
      '全面小康和脱贫攻坚的目标已于2020年完成，建议核改。',
      'This goal was reached in 2020. Please check.',
    ),
  },
] as const;

/** Mentions that the draft's own years give their meaning; in any other draft they are listed. */
function ofTheirYearsMentions(
  { text, signs }: Paragraph,
  date: IsoDate,
  then: IsoDate | undefined,
): Target[] {
  const mentions: Target[] = [];
  for (const { kind, sign, pattern, years, message } of ofTheirYears) {
    if (!hasSign(signs, sign)) continue;
    const { from, to } = years;
    for (const match of matchesOf(text, pattern)) {
      const span = { start: match.index, end: match.index + match[0].length, kind };
      const isTheirs = then !== undefined && from <= then && then <= to && to < date;
      mentions.push(
        isTheirs
          ? datedByDraft({
              ...span,
              role: 'of-its-years',
              from,
              to,
              message: () => message,
            })
          : listed({ ...span, decided: then === undefined ? 'keep' : 'check' }),
      );
    }
  }
  return mentions;
}

/**
 * Events that stand beside the day of the speech, and programmes of so many years: in an old draft the draft's own age
 * says that they are over; in a draft of today they are only listed. Offsets of the paragraph.
 * @param then the day an old draft was written for
 */
export function eventTimeMentions(paragraph: Paragraph, date: IsoDate, then: IsoDate | undefined): Target[] {
  const { text, signs } = paragraph;
  const mentions: Target[] = ofTheirYearsMentions(paragraph, date, then);
  const mayBeBeside = (hasSign(signs, verbSign) && hasSign(signs, timeSign)) || hasSign(signs, besideSign);
  for (const match of mayBeBeside && timely.test(text) ? matchesOf(text, beside) : []) {
    const span = { start: match.index, end: match.index + match[0].length, kind: 'meeting-time' as const };
    mentions.push(
      then === undefined
        ? listed({ ...span, decided: 'keep' })
        : datedByDraft({
            ...span,
            role: 'event',
            from: then,
            to: then,
            message: () =>
              both(
                `这是${yearOf(then)}年写稿时的说法，今天已不是“${match[0]}”，建议核改。`,
                `This was so when the draft was written in ${yearOf(then)}; it no longer is. Please check.`,
              ),
          }),
    );
  }
  for (const match of hasSign(signs, otherSign) ? matchesOf(text, other) : []) {
    const span = { start: match.index, end: match.index + match[0].length };
    if (!mentions.some(({ start, end }) => start < span.end && span.start < end))
      mentions.push(
        listed({ ...span, kind: 'meeting-time', decided: then === undefined ? 'keep' : 'check' }),
      );
  }
  for (const match of hasSign(signs, programmeSign) && programmeOf.test(text)
    ? matchesOf(text, programme)
    : []) {
    const numeral = match[1] ?? match[2] ?? '';
    const years = numeral === '五' ? 5 : 3;
    const span = { start: match.index, end: match.index + match[0].length, kind: 'goal' as const };
    const isOver = then !== undefined && yearOf(then) + years <= yearOf(date);
    mentions.push(
      isOver
        ? datedByDraft({
            ...span,
            role: 'programme',
            from: then,
            to: null,
            message: () =>
              both(
                `稿子写于${yearOf(then)}年，这项${numeral}年的行动到今天已经期满，建议核改。`,
                `The draft was written in ${yearOf(then)}; a programme of ${years} years is over by now. Please check.`,
              ),
          })
        : listed({ ...span, decided: then === undefined ? 'keep' : 'check' }),
    );
  }
  return mentions;
}
