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
      /(?:党)?(?:中央|全国|国务院)(?:第[一二三四五六七八九十]+次)?[\p{Script=Han}]{2,12}?(?:工作会议|座谈会|动员大会|推进会|大会|代表大会|电视电话会议)|国务院第[一二三四五六七八九十]+次[\p{Script=Han}]{2,8}会议|第[一二三四五六七八九十]+次全国[\p{Script=Han}]{2,10}会议|全国“?两会”?|三中全会|四中全会|党史学习教育动员大会|庆祝[^，。；]{2,24}大会|[三四五六七八九十]+届[一二三四五六七八九十]+次(?:职工代表大会|职代会|团代会|工代会)/gu,
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
      /(?<![太中高平草清固五武])原(?:国家|省|市|县|区|镇|乡)[\p{Script=Han}、]{1,14}?(?:局|委|办|所|处|部|站|公司)/gu,
  },
  {
    kind: 'institution',
    mark: '',
    pattern:
      /[国省市县区镇乡]?(?:家)?(?:安监|工商|质监|卫计|卫生计生|食药监|食品药品监管|国土(?:资源)?|环保|扶贫|综治|维稳|法制|物价|计生|经信|文广新|国税|地税|乡村振兴|监察|文教|教育革命|劳动|人事|人社保|粮食|商业|物资|轻工|水电|煤炭|煤管|农牧|畜牧|农机|农办|林业|房管|规划|城管|城建|卫生|计划|经济|体改|外经贸|外贸|文化|体育|旅游|广电|广播电视|新闻出版|安全监管|质量技监|金融|招商|口岸|移民|老区|中小企业|民营经济|大数据|行政审批|电子政务|信息化|政务服务|两新工委|“两新”工委)(?:局|委|办|所|站|部门|工委)|国税、地税|教委|乡镇企业局/gu,
  },
  { kind: 'institution', mark: '改革', pattern: /(?:新一轮)?(?:党和国家|地方)?机构改革/gu },
  {
    kind: 'goal',
    mark: '',
    pattern:
      /(?:污染防治|蓝天|碧水|净土)(?:攻坚|保卫)战|巩固(?:拓展)?脱贫(?:攻坚)?成果|(?:全面建成|全面|决胜)?小康(?:社会)?|脱贫(?:任务|攻坚|摘帽)?|“?[气水土]十条”?|“[三四五六七八九十]连冠”|大检查|普查|精准(?:扶贫|脱贫)|建档立卡|“?两不愁三保障”?|易地扶贫搬迁|第[一二]个百年奋斗目标|“?两个一百年”?(?:奋斗目标)?|碳达峰|碳中和|“?双碳”?|创[文卫城]|百日(?:行动|攻坚|会战)|专项(?:行动|整治|斗争)|基本实现(?:社会主义)?现代化/gu,
  },
  {
    kind: 'goal',
    mark: '',
    pattern:
      /(?:第[一二三四五六七八九十]+届)?(?:国家|全国|省级|市级)[\p{Script=Han}]{0,12}?(?:城市|县城|均衡(?:发展)?县?|均衡发展|示范[区县]|模范城|文明校园|文明村镇|先行校)/gu,
  },
  {
    kind: 'epidemic',
    mark: '',
    pattern:
      /乙类乙管|(?:抗击)?非典|(?:新冠)?疫情(?:防控|形势)?|发热门诊|扫码|测温|口罩|感染高峰|核酸(?:检测|筛查)?|疫苗(?:接种)?|健康码|行程码|密接|密切接触|封控|管控区|流调|消杀|方舱|集中隔离|隔离点|防疫|抗疫(?:精神)?|复工复产|“?六[稳保]”?|新冠(?:病毒|肺炎)?/gu,
  },
  {
    kind: 'formulation',
    mark: '',
    pattern:
      /[三二两]孩(?:生育)?政策|独生子女政策|道路自信、理论自信、制度自信(?!、文化自信)|农民人均纯收入|稳定低生育水平/gu,
  },
  { kind: 'plan', mark: '普法', pattern: /“?[一二三四五六七八九]五”?普法/gu },
  { kind: 'campaign', mark: '整顿', pattern: /[\p{Script=Han}]{0,8}教育整顿/gu },
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
