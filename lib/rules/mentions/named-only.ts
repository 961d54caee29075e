import { matchesOf } from '../../draft/matches.ts';
import type { MentionKind } from '../../phrases/types.ts';
import { listed, type Target } from './target.ts';

/** Names that hang on time though no pack judges them: they are listed, so that nothing is forgotten. One row a kind. */
const names: readonly { readonly kind: MentionKind; readonly mark: string; readonly pattern: RegExp }[] = [
  {
    kind: 'regulation',
    mark: '《',
    pattern:
      /(?:新修[订改正]的|新|刚下发的|即将施行的)?《[^《》]{1,50}?(?:法|法典|条例|办法|规定|准则|细则|意见|方案|纲要|规划|决定|决议|通知|解释|标准|清单|要点|计划|修正案)(?:[（(][^）)]{1,12}[）)])*》/gu,
  },
  { kind: 'regulation', mark: '民法典', pattern: /民法典/gu },
  {
    kind: 'meeting',
    mark: '会',
    pattern:
      /(?:党)?(?:中央|全国|国务院)(?:第[一二三四五六七八九十]+次)?[\p{Script=Han}]{2,12}?(?:工作会议|座谈会|动员大会|推进会|大会|代表大会|电视电话会议)|国务院第[一二三四五六七八九十]+次[\p{Script=Han}]{2,8}会议|第[一二三四五六七八九十]+次全国[\p{Script=Han}]{2,10}会议|全国“?两会”?|三中全会|四中全会|党史学习教育动员大会|庆祝[^，。；]{2,24}大会/gu,
  },
  {
    kind: 'campaign',
    mark: '',
    pattern:
      /党史学习教育|创先争优(?:活动)?|先进性教育(?:活动)?|“两学一做”|“三会一课”|“?为民务实清廉”?|“我为群众办实事”(?:实践活动)?|“[^“”]{2,12}年”(?=活动|建设)|主题教育|学习教育|教育实践活动|(?:党建)?第[一二]批/gu,
  },
  {
    kind: 'plan',
    mark: '',
    pattern:
      /“?(?:九|八|七|十)五”(?=时期|期间|规划|以来|末|计划|相比|，|、|比)|第[十]?[一二三四五六七八九十]个五年规划|五年规划|2035|2030|远景目标/gu,
  },
  {
    kind: 'anniversary',
    mark: '',
    pattern: /百年(?:华诞|校庆|奋斗|大党)?|(?:第[\d一二三四五六七八九十]+个)[^，。；]{2,10}(?:日|节)/gu,
  },
  {
    kind: 'institution',
    mark: '原',
    pattern:
      /(?<![太中高平草清固五武])原(?:国家|省|市|县|区|镇|乡)[\p{Script=Han}、]{2,14}?(?:局|委|办|所|处|部|站|公司)/gu,
  },
  {
    kind: 'leader-formula',
    mark: '同志为',
    pattern:
      /以[\p{Script=Han}]{2,4}同志为(?:核心|总书记|首|主要代表)的(?:党的第[一二三]代中央领导集体|党中央|中国共产党人|中共中央)/gu,
  },
  {
    kind: 'formulation',
    mark: '政策',
    pattern: /(?:更加)?积极的财政政策|(?:适度宽松|稳健)的货币政策/gu,
  },
];

/** Names of laws, meetings, campaigns and plans of a paragraph that no pack judges. Offsets of the paragraph. */
export function namedOnlyMentions(text: string): Target[] {
  return names.flatMap(({ kind, mark, pattern }) =>
    mark !== '' && !text.includes(mark)
      ? []
      : matchesOf(text, pattern).map((match) =>
          listed({ start: match.index, end: match.index + match[0].length, kind, decided: 'keep' }),
        ),
  );
}
