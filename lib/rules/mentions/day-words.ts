import { matchesOf } from '../../draft/matches.ts';
import type { IsoDate } from '../../draft/types.ts';
import { datedByDraft, type Target } from './target.ts';
import { monthOf, noLongerSo, yearOf } from './time.ts';

const count = '[一二两三四五六七八九十百几\\d]{1,5}';
const month = '(?:\\d{1,2}|[一二三四五六七八九十]{1,2})月';
const head = '(?<=^|[，。；：！？\\s　（(“》])';

/** Words that mean one day, week or month, counted from the day of the speech. One row per role. */
const rows: readonly { readonly role: string; readonly pattern: RegExp }[] = [
  // 昨天上午，市里…; not 不要等到明天, 昨天、今天和明天.
  {
    role: 'day',
    pattern: new RegExp(
      `${head}(?:昨天|昨日|前天|明天|后天)(?:上午|下午|晚上|中午|早上|夜里|一早)?(?![的、和与”会更还])|[上下](?:周|星期)[一二三四五六日天]|上个?月(?:\\d{1,2}日|初|中旬|下旬|底)|本月(?:\\d{1,2}日(?![之以]?前)|初)`,
      'gu',
    ),
  },
  // 三天前, 半个月后: at the head of a clause, where it tells when something happened.
  {
    role: 'ago',
    pattern: new RegExp(
      `${head}(?:${count}多?(?:天|周|个星期|个月)|半个多?月)多?之?[前后](?=[，的][^。]|召开|举行|启动)|上周(?![一二三四五六日末])|下周(?![一二三四五六日末])|上个?月(?![初中下底末\\d])|下个?月(?![初中下底末\\d]|之内)`,
      'gu',
    ),
  },
  { role: 'dated', pattern: new RegExp(`(?:今年|去年|明年)${month}\\d{1,2}日(?:起(?:正式)?施行)?`, 'gu') },
  { role: 'month', pattern: new RegExp(`(?:今年|去年|明年)${month}(?!\\d|底|末)份?`, 'gu') },
  // 离年底只剩下三个多月, 满打满算只有一年多, 再过六天.
  {
    role: 'countdown',
    pattern: new RegExp(
      [
        `(?:离|距离?)[^，。；]{1,16}?(?:只有|只剩下?|还有|还剩|仅有|仅剩|不到|不足)(?:不到|不足|最后|短短|整整)?${count}(?:多|来|几)?个?多?(?:天|月|周|星期|年)(?:半|多)?`,
        `满打满算(?:也|还|就)?(?:只|还|就|仅)?(?:剩下?|有)${count}(?:多|来|几)?个?多?(?:天|月|周|星期|年)(?:半|多)?`,
        `[只仅还]剩下?(?:不到|最后|短短)?${count}(?:多|来|几)?个?多?(?:天|月|周|星期)(?:时间)?`,
        `再过(?:${count}(?:多|来|几)?个?多?(?:天|月|周|星期)|半个多?月)`,
      ].join('|'),
      'gu',
    ),
  },
];
const anySign =
  /[昨前明后]天|昨日|[上下]周|[上下]星|[上下]个?月|本月|[天周月期]多?之?[前后]|年[\d一二三四五六七八九十]{1,2}月|[只仅还]剩|满打|再过|[离距]/u;

/** Roles that are wrong on another day in a report too. */
const ofOneDay: ReadonlySet<string> = new Set(['day', 'dated', 'countdown', 'season']);

/** Words shortly before it that tell of another time. */
const ofAnotherTime = /当年|那[年时天]|年前|(?:19|20)\d{2}年|曾/u;
/** Longest distance of such words. UTF-16 units. */
const reach = 20;

/** Festivals and seasons, with the months of the year in which they may be near. */
const near: readonly (readonly [RegExp, readonly number[]])[] = [
  [/元旦|岁末|年关/u, [12, 1, 2]],
  [/春节|新年|大年|正月|元宵/u, [12, 1, 2, 3]],
  [/春耕|备耕|春播/u, [2, 3, 4, 5]],
  [/清明|谷雨/u, [3, 4, 5]],
  [/五一|端午|芒种|夏收|三夏|高考|中考/u, [4, 5, 6, 7]],
  [/汛/u, [4, 5, 6, 7, 8]],
  [/开学/u, [2, 3, 8, 9]],
  [/中秋|国庆|重阳|秋收|秋播/u, [8, 9, 10]],
];
/** 元宵节刚过, 春耕在即: said of the days of the speech; not 每年春节刚过, 谷雨刚过采的茶. */
const season =
  /(?<!(?<!今)年)(元旦|岁末|年关|春节|新年|大年|正月|元宵|春耕|备耕|春播|清明|谷雨|五一|“五一”|端午|芒种|夏收|三夏|高考|中考|主?汛期|开学|中秋|国庆|重阳|秋收|秋播)(?:节|佳节|备耕)?(?:(?:刚刚|刚|才)过(?:去|完)?|在即|将至|临近|即将来临)(?=[，。；、！])/gu;

/**
 * 昨天, 上个月25日, 去年8月2日, 只剩三个多月, 元宵节刚过: words that hold of one day only, which an old draft's age shows to be over.
 * Offsets of the paragraph.
 * @param writtenOn the day an old draft was written for
 */
export function dayWordMentions(text: string, date: IsoDate, writtenOn: IsoDate): Target[] {
  const found: Target[] = [];
  const add = (match: RegExpExecArray, role: string) => {
    if (ofAnotherTime.test(text.slice(Math.max(0, match.index - reach), match.index))) return;
    found.push(
      datedByDraft({
        start: match.index,
        end: match.index + match[0].length,
        kind: 'relative-year',
        role,
        presumed: ofOneDay.has(role),
        from: writtenOn,
        to: writtenOn,
        message: () => noLongerSo(match[0], writtenOn),
      }),
    );
  };
  if (anySign.test(text))
    for (const { role, pattern } of rows) {
      // 今年3月 still means the same month.
      const isOfYear = role === 'month' || role === 'dated';
      if (isOfYear && yearOf(writtenOn) === yearOf(date)) continue;
      for (const match of matchesOf(text, pattern)) add(match, role);
    }
  for (const match of matchesOf(text, season)) {
    const months = near.find(([word]) => word.test(match[1] ?? ''))?.[1];
    if (months?.includes(monthOf(date)) === false) add(match, 'season');
  }
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  // 去年8月2日 is found as 去年8月 too.
  let until = 0;
  return found.filter(({ start, end }) => {
    if (start < until) return false;
    until = end;
    return true;
  });
}
