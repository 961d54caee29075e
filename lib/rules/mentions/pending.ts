import { matchesOf } from '../../draft/matches.ts';
import { hasSign, pairsOf, signOf } from '../../draft/signs.ts';
import type { IsoDate } from '../../draft/types.ts';
import { bilingual } from '../../language/language.ts';
import type { MentionKind } from '../../phrases/types.ts';
import type { ParagraphText } from '../paragraph-context.ts';
import { datedByDraft, listed, type Target } from './target.ts';
import { theOtherDay, yearOf } from './time.ts';

/** New texts, their editions, and laws by their short names. */
const newText = `(?:(?:前些天|前不久|不久前|${theOtherDay}|近日|最近|年初|上个?月|刚刚?|新)(?:刚刚?|新近|近)?(?:修订|修正|修改|颁布|公布|出台|印发|下发|通过)|(?<!早在|[—－-])20\\d{2}年(?:\\d{1,2}月)?(?:修订|修正|印发|颁布|出台|发布)?)(?:后|过)?的《[^《》]{2,50}》|(?<![创刷更革])新《[^《》]{2,30}》`;
const edition =
  '(?:刚|刚刚|新)?(?:下发的)?《?[^《》，。；]{2,30}[（(](?:试行)?第[一二三四五六七八九十]{1,2}版[）)]》?';
const revised =
  '(?:修[改订]后的|新修[改订正]的)[\\p{Script=Han}]{2,12}?(?:法|条例)(?![\\p{Script=Han}]{0,2}[律规院官])';

/** What was still pending when a draft was written, and how many years later it is settled. One row per kind. */
const rows: readonly {
  readonly kind: MentionKind;
  /** A sign of all matches of the row. */
  readonly sign: number;
  readonly pattern: RegExp;
  /** The pattern that includes editions (…第九版), which may begin at every character. */
  readonly withEditions?: RegExp;
  readonly years: number;
  readonly zh: string;
  readonly en: string;
}[] = [
  {
    // 《民营经济促进法（草案）》, 正在修订的《体育法》, 公司法修订草案, 正在编纂的民法典.
    kind: 'regulation',
    sign: signOf('草案', '征求', '在编', '纂中', '订中', ...pairsOf('的议订改草定', '《')),
    pattern:
      /《[^《》]{2,40}[（(](?:(?:修订|修正案?)?草案|征求意见稿)[^（）()]{0,12}[）)]》|《[^《》]{2,40}》(?:修正案|修订)?草案|正在(?:抓紧)?(?:审议|修订|修改|起草|制定)的?《[^《》]{2,40}》|(?:[\p{Script=Han}]{2,8}(?:法|条例))?(?<=[法例典])(?:修正案|修订)?草案|(?:正在编纂的|编纂中的)民法典|修订中的[\p{Script=Han}]{2,12}(?:法|条例)/gu,
    years: 1,
    zh: '这部法规当时还在制定或修订，今天应已有结果',
    en: 'this law was still being made',
  },
  {
    // 新修订的《安全生产法》, 前不久下发的《意见》, 2014年修订的《条例》: new at that time; perhaps revised again since.
    kind: 'regulation',
    sign: signOf(...pairsOf('的新', '《'), ...pairsOf('修', '改订正'), '版）'),
    pattern: new RegExp(`${newText}|${revised}`, 'gu'),
    withEditions: new RegExp(`${newText}|${edition}|${revised}`, 'gu'),
    years: 2,
    zh: '这里说的是当时的文本，今天可能又有修订',
    en: 'this was the text of that time; it may have been revised since',
  },
  {
    // 全力创建国家卫生县城, 通过省级文明城市验收, 建成全国义务教育优质均衡县: the title has been won or lost since.
    kind: 'goal',
    sign: signOf('国家', ...pairsOf('全', '国省市'), ...pairsOf('省市', '级')),
    pattern:
      /(?:创建|争创|创成|建成|通过|迎接|迎|摘得|夺取|实现|达到|蝉联|冲刺)(?:第[一二三四五六七八九十]+届)?(?:“)?(?:国家级?|全国|全省|全市|省级|市级)[\p{Script=Han}“”]{2,14}?(?:城市|县城|示范[省市区县校]|模范城市?|均衡(?:发展)?县|均衡发展|文明校园|均衡[区市]|发展[区市县]|示范高中|示范学校|文明单位|卫生[市区县]|先进[市区县]|[三二]级(?:综合)?医院)”?(?:标准|称号)?(?:的?(?:评估|认定|验收|复审|复评|复查|考核|创建|测评|督导)){0,3}/gu,
    years: 3,
    zh: '这项创建当时正在进行，今天应已有结果',
    en: 'this title was still to be won',
  },
  {
    // 2018级新同学, 2018届毕业生: they enter or leave in the year of the speech.
    kind: 'year',
    sign: signOf(...pairsOf('0123456789', '级届')),
    pattern:
      /(?<!\d)20\d{2}(?:级(?=[^，。；！]{0,8}(?:新同学|新生|同学|新学员))|届(?=[^，。；！]{0,6}(?:毕业|同学|学子)))/gu,
    years: 1,
    zh: '这是当年入学或毕业的一届',
    en: 'these were the newcomers or leavers of that year',
  },
  {
    // 第五次全国经济普查: it took place in that year.
    kind: 'campaign',
    sign: signOf('普查'),
    pattern: /(?:第[一二三四五六七八九]次)(?:全国)?[\p{Script=Han}]{2,8}?普查/gu,
    years: 2,
    zh: '这次普查今天早已完成',
    en: 'this census was still to be taken',
  },
  {
    // “作风建设年”活动, 百日攻坚行动: its name limits it to that year, or to a hundred days.
    kind: 'campaign',
    sign: signOf('年”', '百日', '风暴', '专项'),
    pattern:
      /“[^“”\d]{2,12}(?<![一二三四五六七八九十百千万几]|周|拜|新|百)年”(?:主题)?(?:实践|建设)?(?:活动|行动)?|(?:“[\p{Script=Han}]{0,6})?百日[\p{Script=Han}]{0,3}?(?:攻坚|会战|行动|整治|专项|大干)[\p{Script=Han}]{0,4}?”?(?:行动|活动|会战)?|“?[\p{Script=Han}]{2}风暴”?行动|“(?!扫黄打非|净网|护苗|秋风|清朗|剑网|护航|春风|铁拳|守护|昆仑|利剑|平安|安全生产月)[^“”]{2,10}”[\p{Script=Han}]{0,8}专项(?:行动|整治|治理)/gu,
    years: 1,
    zh: '这项活动是当年的，今天应已结束',
    en: 'this campaign was of that year',
  },
];

/**
 * What was still pending when an old draft was written: drafts of laws, titles to be won. A year or two later it is
 * settled; before that it is only listed. Offsets of the paragraph.
 * @param writtenOn the day an old draft was written for
 */
export function pendingMentions({ text, signs }: ParagraphText, date: IsoDate, writtenOn: IsoDate): Target[] {
  const mentions: Target[] = [];
  for (const { kind, sign, pattern, withEditions, years, zh, en } of rows) {
    if (!hasSign(signs, sign)) continue;
    const isOver = yearOf(writtenOn) + years <= yearOf(date);
    const searched = withEditions !== undefined && text.includes('版') ? withEditions : pattern;
    for (const match of matchesOf(text, searched)) {
      const span = { start: match.index, end: match.index + match[0].length, kind };
      mentions.push(
        isOver
          ? datedByDraft({
              ...span,
              role: 'pending',
              from: writtenOn,
              to: null,
              message: () =>
                bilingual(
                  `稿子写于${yearOf(writtenOn)}年，${zh}，建议核改。`,
                  `When the draft was written in ${yearOf(writtenOn)}, ${en}. Please check what came of it.`,
                ),
            })
          : listed({ ...span, decided: 'check' }),
      );
    }
  }
  return mentions;
}
