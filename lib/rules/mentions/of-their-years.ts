import { matchesOf } from '../../draft/matches.ts';
import { hasSign, signOf } from '../../draft/signs.ts';
import type { IsoDate } from '../../draft/types.ts';
import { bilingual } from '../../language/language.ts';
import type { ParagraphText } from '../paragraph-context.ts';
import { campaignsOfTheirYears } from './campaign-years.ts';
import { datedByDraft, listed, type Target } from './target.ts';

/** Words of the epidemic: a draft of those years means that epidemic. */
const epidemic =
  /(?<!(?:动物|猪瘟|禽流感|流感|登革热|口蹄疫|传染病|狂犬病|宫颈癌))(?:(?:新冠)?疫情(?:形势|防控)?|联防联控|新冠(?:病毒|肺炎)?(?:感染)?|四方责任|接种率|加强针|(?:集中)?隔离(?:点|房间|观察)|复工复产|(?:全面)?复工|发热门诊|测体温|报备|点对点(?:”)?包车|本土病例|病例|方舱医院?|动态清零|大流行|感染高峰|阳性|封控|流调|密接|疫苗(?:接种|加强针)|核酸检测|防疫|抗疫|扫码测温|密切接触者|健康码|行程码|落地即检|测温|查码|亮码|定期核酸|(?:中高|低|高)风险地区|德尔塔|奥密克戎|戴好?口罩|口罩|外防输入|内防反弹|[黄红绿]码|场所码|居家(?:观察|隔离|健康监测)|退烧药|劝返|规模性反弹|错峰(?:就餐|返[校岗]|上下班)|防重症|就地过年|非必要不[\p{Script=Han}]{2}|应检尽检|应接尽接|应隔尽隔|抗原(?:检测)?|静默管理|(?:常态化|当前的|抓)防控|防控(?:一线|物资|专班|措施|方案)|聚集性|层层加码|新冠病人|返岗人员|境外(?:输入|还在|和)|防反弹|防输入)(?!(?:期间|以来|时期|过后|结束))/gu;
/** From the first lockdown to the day on which the epidemic was declared over in China. */
const epidemicYears = { from: '2020-01-23', to: '2023-02-28' } as const;
/** The years of poverty alleviation and of the moderately prosperous society. */
const prosperity =
  /同步(?:进入|迈入|实现|全面)?小康|奔小康|小康路上|(?<!反)(?:健康|产业|教育|消费|就业|科技|金融|精准|社会|光伏|结对|东西部)?扶贫(?:开发)?(?!办|局)[干工对项资政产一任车领小]?[部作象目金策业线务间域额]?|(?:如期|按期|稳定|全部|精准|数字|虚假|未|没有|没)?脱贫(?!攻坚成果)(?:攻坚)?(?:战)?|(?:整县|按期|如期)?摘帽|贫困(?:户|村|人口|群众|家庭|学生|劳动力|县|发生率)|建档立卡|两不愁三保障|决战决胜|挂牌督战|易地(?:扶贫)?搬迁(?!后续)/gu;
const prosperityYears = { from: '2012-11-08', to: '2020-12-31' } as const;
/** The transition period after poverty alleviation. */
const transition =
  /(?:五年|5年)?过渡期(?!结束)|四个不摘|摘帽不摘[责政帮监][任策扶管]|衔接(?:资金|工作|推进)|抓衔接|(?:巩固拓展)?脱贫攻坚成果同乡村振兴有效衔接/gu;
const transitionYears = { from: '2021-01-01', to: '2025-12-31' } as const;

/**
 * Offices by their short names, in a list with others: 国土、规划、公安配合; 公安、交通、质监三家. Beside 自然资源, which succeeded it in
 * most places, 规划 is a current office or field.
 */
const shortOffice =
  /(?:国土|工商|环保|规划(?!(?:、[\p{Script=Han}]{2,4}){0,5}、自然资源)(?<!自然资源(?:、[\p{Script=Han}]{2,4}){0,5}、规划))(?<=(?:[、和，。；：由请跟同县市区]|公安|交通)..)(?=、[\p{Script=Han}]{2,4}(?:、|和|等|部门|配合|牵头)|和[\p{Script=Han}]{2,4}(?:部门|配合|牵头)|等?部门|配合|牵头|[两三四五几]家|系统)|国土资源(?=系统|部门|管理)|国税|地税|安监(?!局)|质监|卫计(?!委)|卫生计生|食药监(?:管)?|(?:驻)?[县市区]?局?纪检组(?!监察)|公安消防|消防(?:部队|官兵|战士|中队)/gu;
/** Local offices that the reform of 2018 merged nearly everywhere. */
const mergedOffice =
  /[省市县区]?(?:政府)?(?:法制办|法制局|(?:县委|市委|区委)?农工[部办委]|规划局|经信委|经贸局|监察局|畜牧(?:兽医)?局|安监站|人口计生局|卫生计生局|文广新局|物价局|银监办|监管办)/gu;
const bankOffice = /[省市县区]?银保监(?:监管)?(?:组|办)/gu;
/** Not 县委金融办, its successor. */
const financeOffice = /[省市县区州旗](?:人民)?(?:政府)?金融(?:办(?![法理])|工作办(?:公室)?)/gu;
const financeYears = { from: '1998-03-01', to: '2024-12-31' } as const;
const bankYears = { from: '2018-04-08', to: '2023-12-31' } as const;
const officeYears = { from: '1998-03-01', to: '2018-12-31' } as const;

const epidemicSign = signOf(
  '疫',
  '联防',
  '新冠',
  '核酸',
  '隔离',
  '复工',
  '病例',
  '风险',
  '输入',
  '反弹',
  '口罩',
  '清零',
  '舱',
  '流调',
  '密接',
  '封控',
  '阳性',
  '感染',
  '报备',
  '包车',
  '康码',
  '程码',
  '查码',
  '亮码',
  '扫码',
  '体温',
  '测温',
  '接种',
  '强针',
  '热门',
  '接触',
  '即检',
  '尔塔',
  '密克',
  '四方',
  '黄码',
  '红码',
  '绿码',
  '所码',
  '居家',
  '退烧',
  '劝返',
  '错峰',
  '防重',
  '过年',
  '必要',
  '应检',
  '应接',
  '应隔',
  '抗原',
  '静默',
  '防控',
  '聚集',
  '加码',
  '返岗',
  '境外',
  '流行',
);
const goalSign = signOf(
  '小康',
  '脱贫',
  '摘帽',
  '搬迁',
  '扶贫',
  '贫困',
  '战决',
  '建档',
  '两不',
  '挂牌',
  '渡期',
  '不摘',
  '衔接',
);
const officeSign = signOf(
  '国土',
  '工商',
  '环保',
  '规划',
  '国税',
  '地税',
  '安监',
  '质监',
  '卫计',
  '计生',
  '食药',
  '检组',
  '消防',
  '法制',
  '农工',
  '经信',
  '经贸',
  '监察',
  '畜牧',
  '文广',
  '物价',
  '银监',
  '融办',
  '融工',
  '监管',
  '银保',
);

/** Words that name a particular time only in a draft of that time. One row per kind. */
const ofTheirYears = [
  ...campaignsOfTheirYears,
  {
    kind: 'epidemic',
    sign: epidemicSign,
    pattern: epidemic,
    years: [epidemicYears],
    message: bilingual(
      '稿子写于新冠疫情防控期间，今天已不再这样部署，建议核改。',
      'The draft was written in the years of the epidemic; this is no longer so. Please check.',
    ),
  },
  {
    kind: 'institution',
    sign: officeSign,
    pattern: mergedOffice,
    years: [officeYears],
    message: bilingual(
      '这类机构在2018年前后的机构改革中大多已合并或更名，建议核改。',
      'Most offices of this name were merged or renamed by the reform of 2018. Please check.',
    ),
  },
  {
    kind: 'institution',
    sign: officeSign,
    pattern: bankOffice,
    years: [bankYears],
    message: bilingual(
      '银保监系统已于2023年改为国家金融监督管理总局系统，建议核改。',
      'These offices became those of the National Financial Regulatory Administration in 2023. Please check.',
    ),
  },
  {
    kind: 'institution',
    sign: officeSign,
    pattern: financeOffice,
    years: [financeYears],
    // 《党和国家机构改革方案》, 2023-03-16; completed everywhere by the end of 2024.
    message: bilingual(
      '按2023年机构改革方案，地方不再设金融工作办公室，各地设党委金融办和地方金融管理局，建议核改。',
      'By the reform of 2023 there are no such offices of governments any more. Please check.',
    ),
  },
  {
    kind: 'institution',
    sign: officeSign,
    pattern: shortOffice,
    years: [officeYears],
    message: bilingual(
      '这是2018年机构改革前的部门简称，建议核改。',
      'An office by its name before the reform of 2018. Please check.',
    ),
  },
  {
    kind: 'goal',
    sign: goalSign,
    pattern: transition,
    years: [transitionYears],
    message: bilingual(
      '脱贫攻坚成果同乡村振兴衔接的五年过渡期已于2025年底结束，建议核改。',
      'The five years of transition ended with 2025. Please check.',
    ),
  },
  {
    kind: 'goal',
    sign: goalSign,
    pattern: prosperity,
    years: [prosperityYears],
    message: bilingual(
      '全面小康和脱贫攻坚的目标已于2020年完成，建议核改。',
      'This goal was reached in 2020. Please check.',
    ),
  },
] as const;

/** Mentions whose meaning depends on an old draft's own years: what they name is over. Offsets of the paragraph. */
export function ofTheirYearsMentions(
  { text, signs }: ParagraphText,
  date: IsoDate,
  writtenOn: IsoDate,
): Target[] {
  const mentions: Target[] = [];
  for (const { kind, sign, pattern, years, message } of ofTheirYears) {
    if (!hasSign(signs, sign)) continue;
    const period = yearsAt(years, writtenOn);
    if (period === undefined || period.to >= date) continue;
    for (const match of matchesOf(text, pattern)) {
      const span = { start: match.index, end: match.index + match[0].length };
      mentions.push(datedByDraft({ ...span, kind, role: 'of-its-years', ...period, message: () => message }));
    }
  }
  return mentions;
}

/** The same words in a draft of other years, for the list. Offsets of the paragraph. */
export function ofOtherYearsMentions(
  { text, signs }: ParagraphText,
  date: IsoDate,
  writtenOn: IsoDate | undefined,
): Target[] {
  return ofTheirYears.flatMap(({ kind, sign, pattern, years }) => {
    if (!hasSign(signs, sign)) return [];
    const period = writtenOn === undefined ? undefined : yearsAt(years, writtenOn);
    if (period !== undefined && period.to < date) return [];
    const decided = writtenOn === undefined ? 'keep' : 'check';
    return matchesOf(text, pattern).map((match) =>
      listed({ start: match.index, end: match.index + match[0].length, kind, decided }),
    );
  });
}

interface Years {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

function yearsAt(years: readonly Years[], day: IsoDate): Years | undefined {
  return years.find(({ from, to }) => from <= day && day <= to);
}
