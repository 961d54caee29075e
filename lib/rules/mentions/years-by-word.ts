import { matchesOf } from '../../draft/matches.ts';
import type { IsoDate } from '../../draft/types.ts';
import { relativeYear } from '../dates/dated-draft.ts';
import { listed, type Target } from './target.ts';
import { dayNumber, theOtherDay, yearOf } from './time.ts';

const month = '(?:\\d{1,2}|[一二三四五六七八九]|十[一二]?)月';
const part = `(?:份|底前?|末|初|上旬|中旬|下旬|${dayNumber}日(?:之前|以前|前|起)?)`;
/** Not within another number, a date or a year: 二〇二二年十二月五日 has no 二月, 12月5日前 no 5日前. */
const notWithin = '(?<![\\d０-９〇零○一二三四五六七八九十][年月]?)';
/** Words for a time relative to the day of the speech. Group 1: a relative year. */
const relative = new RegExp(
  [
    `(今年|去年|明年|前年|后年|上年|本年|当年)(?:度)?(?:以来|起|上半年|下半年|[年]?[初底末](?:前)?|[一二三四1-4]季度|前[一二三四五六七八九十]个?[月季]度?|(?:从)?${month}${part}?(?:起|以来)?|(?:春|夏|秋|冬)(?:天|季)?)?`,
    '新的?[一五]年|过去的?[一五]年|[一五三]年来|这[一五三几些两十]年|不久前|前不久|刚刚过去的?|[上下本这]+个?(?:月|周|星期|礼拜|季度)(?:[初中底末])?|上[一个]?学[年期]|新学[年期]|本学[年期]|上一?年度|本年度',
    `${theOtherDay}|近日|最近|近期|近来|[昨今明前后]天|[前这过]些?(?:几)?天|前些日子|刚才|目前|当前|眼下|现阶段|当下`,
    '(?:近|过去|未来|今后|前|后|最后|这|历时|时隔|整整|再过|过)?(?:近|的)?(?:几|\\d{1,2}|[一两二三四五六七八九十]{1,3})(?:多|个)?(?:年|个?月|周|天|个?季度|个?星期)(?:半|多)?(?:前|来|以来|后|间|内|了|之前|之后|过去)',
    '(?:近|今后|未来|过去|前|这)[两三四五几十](?:年|个月|天)|半个?[月年](?:前|后|来|多)|年年|大年|刚刚',
    '最后(?:一年半|半年|一年|四十天|几个月|一个季度)|[一两]年半|后[三两]个季度|再过[^，。；]{1,6}(?:天|月|年|周)',
    `${notWithin}${month}(?:${part}(?:以来|起)?|以来|起|至|(?=[，、。；]))`,
    '年初(?:以来)?|年底前?|年末|岁末年初|年关|年前|年后|年内|上半年|下半年|[一二三四第]{1,2}季度|全年|半年|今冬明春|今春|今冬|去冬今春|入[汛春冬夏]以?来?|开春以来|春耕在即|汛期|元旦|春节(?:前|后|期间)?|正月(?:十五)?|国庆节?(?:前|后)|换届',
    '(?:开局|收官|起步|攻坚|关键|决胜|奠基|启航|换届|突破|落实|提升|减负|建设)之年|承上启下的?(?:重要|关键)?(?:的)?(?:一|之)年|“[^“”]{2,8}年”',
    '近年来?|往年|历年|这一年|连续[两三四五六七八九十\\d]+年|今后一个?(?:时期|阶段)|这阵子|那阵子|本周[一二三四五六日]?|月底前?|年终|年中|新年|新春|腊月|除夕|元宵|清明|五一|端午|中秋|暑[假期]|寒假|秋收|春播|[秋冬]季|眼看|将至|倒计时|一百天|百日',
    // 百年奋斗, 百年大计: a word of its own.
    '(?<![\\d年])(?!百年)(?:\\d{1,3}|[一二两三四五六七八九十百]{1,4})多?(?:年|个月)(?!级|度|龄|轻|代|货|味|终|版|检|报|薪|份|会|的历史)',
    `${notWithin}${dayNumber}日(?:之前|以前|前(?!夕)|起)`,
    `双过半|七下八上|两节临近|开学在即|后半程|前[一二三四]个季度|下个学期|${notWithin}(?:\\d{1,2}|[一二三四五六七八九十]{1,2})月(?:里|间|份)?|再有几天|没过几天|(?:正月|元宵|春节|国庆|清明|谷雨|芒种|端午|中秋|五一|新年|大年|节)(?:节)?刚过`,
    '上世纪[^，。；]{1,6}年代(?:[初中末])?|(?<!\\d)20\\d{2}[—－~-]20\\d{2}学年(?:度)?|一百年[前后]',
  ].join('|'),
  'gu',
);

/**
 * All words of a paragraph for a time relative to the day of the speech. Listed, never marked. Offsets of the
 * paragraph.
 */
export function relativeYearMentions(text: string, date: IsoDate): Target[] {
  return matchesOf(text, relative).map((match) => {
    const year = relativeYear(match[1] ?? '', yearOf(date));
    return listed({
      start: match.index,
      end: match.index + match[0].length,
      kind: 'relative-year',
      from: year === null ? null : `${year}-01-01`,
      to: year === null ? null : `${year}-12-31`,
      decided: 'check',
    });
  });
}
