import { matchesBefore, matchesOf } from '../../draft/matches.ts';
import type { IsoDate } from '../../draft/types.ts';
import type { Knowledge, MentionKind } from '../../phrases/types.ts';
import { listed, type Target } from './target.ts';
import { seriesOf } from './time.ts';

/** The fields of offices, with which their names begin. */
const fields =
  '教育体育|教育|教体|体育|公安|司法|民政|财政|人社|人力资源|自然资源|生态环境|环保|住建|住房|城管执法|城管|交通运输|交通|水利|水务|农业农村|农业|商务|文旅|文化|文体|卫健|卫生健康|卫生|退役军人|应急管理|应急|审计|市场监督管理|市场监管|统计|医保|医疗保障|信访|林草|林业|气象|税务|档案|发展改革|发改|科技|工信|工业|轻工|二轻|电力工业|排水管理|自来水|土地管理|规划|金融|政务服务|数据|机关事务|粮食和物资|消防救援|疾控|融媒体|供电|邮政|邮电|烟草|海关';
const ofParty =
  '政法委|组织部|宣传部|统战部|社会工作部|老干部局|农办|农工办|编办|办公室|办|党校|巡察办|督查室|网信办|改革办|国安办|台办|机要局|保密局';
const laws =
  '安全生产|环境保护税|环境保护|水污染防治|大气污染防治|土壤污染防治|固体废物污染环境防治|行政监察|监察|刑事诉讼|民事诉讼|行政诉讼|食品安全|劳动合同|劳动|义务教育|职业教育|教师|教育|未成年人保护|家庭教育促进|民办教育促进|工会|公司|预算|选举|代表|地方组织|立法|土地管理|城乡规划|消防|道路交通安全|治安管理处罚|防洪|森林|草原|种子|农产品质量安全|信访工作|信访|统计|审计|档案|保密|网络安全|数据安全|反垄断|反不正当竞争|外商投资|外资企业|合同|担保|物权|婚姻|继承|侵权责任|企业所得税|个人所得税|增值税|招标投标|政府采购|乡村振兴促进|民营经济促进|中小企业促进|突发事件应对|传染病防治|执业医师|医师|国家安全|兵役|国防教育|英雄烈士保护|退役军人保障|行政处罚|行政许可|行政复议|国家赔偿|公务员|人口与计划生育|老年人权益保障|妇女权益保障|残疾人保障|科学技术进步|校车安全管理|优化营商环境|政府信息公开|问责|纪律处分|党内监督';

/**
 * Wordings that are often bound to a time, and are right at all times as often: offices of today, titles of documents, slogans
 * with a number, programmes, inspections. They are listed so that the author meets them. One row per kind.
 */
const names: readonly { readonly kind: MentionKind; readonly pattern: RegExp }[] = [
  {
    kind: 'institution',
    pattern: new RegExp(
      [
        `(?:国家|[省市县区州旗乡镇])(?:人民)?(?:政府)?(?:${fields})(?:局|厅|委员会|委|办公室|办|站|所|中心|大队|支队|公司|部门|系统)`,
        `[省市县区州旗](?:委|政府)(?:${ofParty})`,
        '[省市县区州旗](?:纪委监委|监委|纪委|法院|检察院|人大常委会|政协|总工会|工商联|团委|妇联|残联|供销社|公安局[\\p{Script=Han}]{1,3}队)',
        '(?:中央|国家|省|市|县)?(?:第[一二三四五六七八九十]+)?(?:生态环保|生态环境保护|环保|环境保护)督察(?:组)?|(?:督导|指导|巡视|巡察|督察|督查)组',
        '领导小组办公室|[省市县区乡镇]?(?:团地委|教育办|司法办公室|棉织厂|机械厂|人民公社|革委会)|军区|军分区|武装部|官兵|中央电视台|指挥部|专班|机构改革',
        '(?:市场监管|自然资源|卫健|住建|应急管理|发改|工信|人社|民政|农业农村|文旅|税务|气象|公安|劳动保障)(?:部门|系统|战线)',
        '(?:新)?机构(?:挂牌|改革|要合)|挂牌(?:之前|以前|前)|合并期间|(?:局|委|办|组|中心)(?:刚刚|正在)?(?:组建|挂牌|筹备|成立)',
      ].join('|'),
      'gu',
    ),
  },
  {
    kind: 'regulation',
    pattern: new RegExp(
      `《[^《》]{2,60}》|(?<!《)(?:${laws})(?:法|条例)(?!院|律|学|庭|官|治|人)|宪法(?:修正案)?|(?:新|旧|老)(?:法|条例)(?=[，。、的规要]|去)|条(?:硬)?措施|“?(?:[一二三四五六七八九十]|\\d{1,2})个?(?:不准|严禁|必须)”?|第[一二三四五六七八九十]版(?:[\\p{Script=Han}]{2,4}方案)?|(?:修订|征求意见|讨论)?草案|留抵退税|缓缴社保|新修订的[\\p{Script=Han}]{2,4}`,
      'gu',
    ),
  },
  {
    kind: 'campaign',
    pattern:
      /(?:这次|此次|本次|这场|这一)(?:集中|专题|主题|专项)?(?:学习教育|教育实践活动|教育活动|实践活动|教育|活动|学习|斗争|普查|行动|整治|清查|改革)|(?:专题)?(?:民主|组织)生活会|专项(?:治理|检查|排查|督查|清理|审计|巡视|督导|资金检查)|(?:治理|清理|教育)整顿|集中治理|大排查|大整治|歼灭战|散乱污|十五小|巡[视察](?:整改|反馈)?|“回头看”|“?四风”?(?:问题)?|整改落实|建章立制|开展活动|活动(?:结束|期间|开展|搞得|办公室)|扫黑办|普查办|[三两四五]个专题|学纪|知纪|”(?:改革|攻坚)|大规模设备更新|以旧换新/gu,
  },
  {
    kind: 'goal',
    pattern:
      /(?:复审|复评|复核|评审|评估|检查)?验收|(?:优质|基本)均衡|均衡县|薄弱学校|(?:改善|全面改薄)[^，。；]{0,8}办学条件|脱了贫|涉贫|翻一番|小康|攻坚(?:战|期|年|克难)|绝对贫困|返贫/gu,
  },
  {
    kind: 'formulation',
    pattern:
      /“[一二三四五六七八九十两][^“”]{1,14}”|科学发展观|新发展理念|“?中国梦”?|创新、协调、绿色、开放、共享|五位一体|四个全面|两个维护|四个意识|四个自信|不忘初心、牢记使命|新质生产力|新发展格局|新常态|新时代|新征程|宏观政策|不急转弯|扩大消费|市场主体|普职比|四类重点对象|(?:农民|城镇居民)人均[\p{Script=Han}]{2,5}|乡村振兴战略|(?:财政|货币)政策|营养改善计划|退耕还林|新农合|农业税/gu,
  },
  {
    kind: 'plan',
    pattern:
      /“(?:六|七|八|九|十)五”|(?:六|七|八|九)五(?=时期|期间|计划|末)|规划(?:期[末内]|前半程|目标|实施|编制|中期|建议|指标)/gu,
  },
  {
    kind: 'local-meeting',
    pattern:
      /第[一二三四五六七八九十\d]+届[^，。；“”《》]{0,14}?大会(?:第[一二三四五六七八九十]+次会议)?|人代会|党代会|[省市县区镇乡]委(?:常委会|全会|扩大会)|(?:[省市县区]委)?第[一二三四五六七八九十]+轮(?:巡视|巡察)|[本上新][一]?届(?:[省市县区乡镇]?(?:党委|县委|市委|政府|班子|人大|政协|委员会))|“?两会”?|职代会|职工代表大会/gu,
  },
  {
    kind: 'meeting',
    pattern:
      /(?:[七八九]|十[一二三四五六七])大(?=[，。、；》”上前后开以提报召闭时之精]|$)|(?:大会|会议|全会)精神|(?:亚运会|冬奥会|冬残奥会|奥运会|世博会|进博会|全运会|世园会|G20峰会|阅兵)|(?:电视电话|电视|视频)会议/gu,
  },
  {
    kind: 'anniversary',
    pattern:
      /第[一二三四五六七八九十百\d]+届|(?:[一二三四五六七八九十百]{2,4}|\d{2,3})(?:周年|岁|载|华诞)|诞辰/gu,
  },
  {
    kind: 'relative-year',
    pattern:
      /满打满算[^，。；]{0,12}|[还只仅]剩(?:下)?[^，。；]{1,8}|(?:过去)?这[一两三四五六七八九十几\d]+(?:多|来)?天|前一?段时间|前一?阶段|前一?阵子?|(?:汛|春茶|秋收|秋种|春耕|春播|夏收|上冻|封冻|入伏|入冬|入春|开学|麦收|双抢)(?:以)?[前后]|(?:春节|国庆|五一|七一|八一|元旦|清明|端午|中秋|重阳|“七一”|“八一”|“五一”|“十一”|七一|高考)(?:节|佳节)?(?:前夕|前后|前|后|期间|那天|之前|之后|以前|到来|假期|长假)?|届时|开[年春]以[后来]|实施已?过?[一二两三四五六七八九十]年|[一二三四五六七八九十]{1,4}多?年(?:过去|了)|进入第[一二三四五六七]个?年头?|第[一二三四五六七八九十]个?年头|[秋春夏]粮|正在(?:审议|征求意见|编制|起草)|(?:近|过去|未来)?(?!百年)(?:[一二两三四五六七八九十百几]{1,3}|\d{1,3})(?:多|来|几)?个?(?:年|月|周|天|星期|季度)(?:多|半)?|今[日早晚夜次]|昨[日晚夜]|次[年月日]|同[年月]|同期|[上中下]旬|(?:周|星期)[一二三四五六日末]|节[前后]|至今|迄今|关键(?:时期|阶段|节点|期)|攻坚期|窗口期|就要到了|(?:这|那)些年|那时候?|眼下/gu,
  },
  {
    kind: 'year',
    pattern:
      /(?:[二三四五六七八九]十|[5-9]0)年代|“?文革”?|建国初期|解放前|(?:19|20)\d{2}[届级]|抗美援朝|九八抗洪|98抗洪|革命战争年代/gu,
  },
  {
    kind: 'meeting-time',
    pattern:
      /新修[订改]的?|(?:开幕|召开|闭幕|施行|到来|开局|收官)(?:在即|之际|之年)|迎接|喜迎|(?:刚刚|即将|就要|将要|正在)[\p{Script=Han}]{2,4}(?=的|，|。)/gu,
  },
];

/** Programmes and documents by the word that ends their names. One row per kind. */
const ended: readonly {
  readonly kind: MentionKind;
  readonly words: readonly string[];
  readonly pattern: RegExp;
}[] = [
  {
    kind: 'goal',
    words: ['工程', '计划', '攻坚行动', '专项行动'],
    pattern:
      /[\p{Script=Han}]{2,4}(?:工程(?![师量])|(?:行动|改善|培养|提升|特岗|培训)计划|攻坚行动|专项行动)/uy,
  },
  {
    kind: 'campaign',
    words: ['治理', '整治', '整顿', '改革', '会战', '战役', '攻坚战', '保卫战', '阻击战'],
    pattern:
      /[\p{Script=Han}]{2,4}(?:(?:专项|集中)(?:治理|整治)|治理整顿|改革(?!开放|委|发展)|会战|战役|攻坚战|保卫战|阻击战)/uy,
  },
  { kind: 'plan', words: ['规划'], pattern: /[\p{Script=Han}]{2,4}规划(?:纲要)?(?![师局厅])/uy },
];
/** Longest beginning of such a name. UTF-16 units. */
const longestBeginning = 4;

/** Everyday words of the epidemic, in a draft of its years. */
const everyday =
  /核酸|消[毒杀]|隔离|卡[口子点]|武汉|湖北|境外|聚集|聚餐|堂食|错峰|密接|确诊|无症状|病毒|疫情|战疫|返[乡岗程校]人员|接种|打一针|陪护|探视|通行证|查验|加码|测温|体温|网课|停课|居家|包车|复[工产]|医疗队|白衣|医护|点位|疾控|重症|扩散|蔓延|输入|反弹|封[闭控城]|解封|清零|[黄红绿]码|扫码|健康码|四早|防护|院感|感控|红区|转运|请战|逆行|驰援|支援|门岗|返校|线上教学|停[工产]|纾困|消费券|稳岗|病区|救治|口罩/gu;
const epidemicYears = { from: '2020-01-20', to: '2023-03-31' } as const;
/** Everyday words of a campaign, in a draft of its months. */
const everydayOfCampaign =
  /活动(?![室场]|中心|能力)|学习教育|整改|专题(?:研讨|党课|学习)?|[一二三四五]个?环节|查摆|对照检查|剖析|研讨|规定动作|督导组|巡回指导|先学|学习计划|党课/gu;

/**
 * Wordings that are often bound to a time. Listed, never marked. Offsets of the paragraph.
 * @param day the day the draft was written for
 */
export function widelyNamedMentions(text: string, knowledge: Knowledge, day: IsoDate): Target[] {
  const found: Target[] = [];
  const add = (kind: MentionKind, matches: readonly RegExpExecArray[]) => {
    for (const match of matches)
      found.push(listed({ start: match.index, end: match.index + match[0].length, kind, decided: 'keep' }));
  };
  for (const { kind, pattern } of names) add(kind, matchesOf(text, pattern));
  for (const { kind, words, pattern } of ended)
    add(kind, matchesBefore(text, pattern, words, longestBeginning));
  if (epidemicYears.from <= day && day <= epidemicYears.to) add('epidemic', matchesOf(text, everyday));
  const campaigns = seriesOf(knowledge, 'campaign')?.members ?? [];
  if (campaigns.some(({ from, to }) => from <= day && day <= to))
    add('campaign', matchesOf(text, everydayOfCampaign));
  return found;
}
