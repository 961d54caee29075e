import { signOf } from '../../draft/signs.ts';
import { bilingual } from '../../language/language.ts';

/** Batches and practical work of campaigns. */
const batch =
  /第[一二]批(?=单位|主题教育|党的|教育|参加|的?单位)|第[一二]批(?:(?=[^。；]{0,24}(?:教育|活动))|(?<=(?:教育|活动)[^。；]{0,30}第[一二]批))/gu;
const batchYears = [
  { from: '2013-04-19', to: '2014-10-08' },
  { from: '2019-03-01', to: '2020-01-31' },
  { from: '2023-01-01', to: '2024-02-29' },
] as const;
const gangs = /扫黑除恶(?:专项斗争)?/gu;
/** From the notice of January 2018 to the review of March 2021. */
const gangYears = { from: '2018-01-11', to: '2021-03-31' } as const;
const census =
  /(?<!全国)(?:经济|人口|农业)普查|(?:这次|此次|本次)普查|普查(?:办|指导员|登记|标准时点|区|对象|动员)/gu;
/** Around the days that were counted: 2010-11-01, 2013-12-31, 2016-12-31, 2018-12-31, 2020-11-01, 2023-12-31. */
const censusYears = [
  { from: '2009-11-01', to: '2011-05-31' },
  { from: '2013-01-01', to: '2014-12-31' },
  { from: '2016-01-01', to: '2017-12-31' },
  { from: '2018-01-01', to: '2021-05-31' },
  { from: '2022-12-01', to: '2024-12-31' },
] as const;
const striving = /创先争优(?:活动)?/gu;
const strivingYears = { from: '2010-04-01', to: '2013-12-31' } as const;
const merits = /“四讲四有”/gu;
const meritYears = { from: '2016-02-24', to: '2017-10-17' } as const;
const research = /(?:在全党)?大兴调查研究(?:之风)?/gu;
const researchYears = { from: '2023-03-01', to: '2023-12-31' } as const;
const honest = /“?为民务实清廉”?/gu;
const honestYears = { from: '2013-04-19', to: '2014-10-08' } as const;
const practice = /“?我为群众办实事”?(?:实践活动)?/gu;
const practiceYears = { from: '2021-03-01', to: '2022-06-30' } as const;

const campaignSign = signOf('二批', '一批', '实事', '争优', '清廉', '四讲', '大兴', '黑除', '普查');

/** Words of campaigns that name a particular one only in a draft of its years. */
export const campaignsOfTheirYears = [
  {
    kind: 'campaign',
    sign: campaignSign,
    pattern: batch,
    years: batchYears,
    message: bilingual(
      '这是当年学习教育的批次，该学习教育早已结束，建议核改。',
      'This was a batch of a campaign that is long over. Please check.',
    ),
  },
  {
    kind: 'campaign',
    sign: campaignSign,
    pattern: gangs,
    years: [gangYears],
    message: bilingual(
      '为期三年的扫黑除恶专项斗争已于2020年底结束，现在是常态化开展扫黑除恶斗争，建议核改。',
      'The campaign of three years ended with 2020; the work goes on in other forms. Please check.',
    ),
  },
  {
    kind: 'campaign',
    sign: campaignSign,
    pattern: census,
    years: censusYears,
    message: bilingual(
      '这是当年的普查，早已结束，建议核改。',
      'The census of those years is long over. Please check.',
    ),
  },
  {
    kind: 'campaign',
    sign: campaignSign,
    pattern: practice,
    years: [practiceYears],
    message: bilingual(
      '这是2021年党史学习教育中的活动，建议核改。',
      'This was part of the campaign of 2021. Please check.',
    ),
  },
  {
    kind: 'campaign',
    sign: campaignSign,
    pattern: striving,
    years: [strivingYears],
    message: bilingual(
      '创先争优活动是2010年至2012年的活动，建议核改。',
      'This campaign was one of 2010 to 2012. Please check.',
    ),
  },
  {
    kind: 'campaign',
    sign: campaignSign,
    pattern: honest,
    years: [honestYears],
    message: bilingual(
      '这是2013年至2014年群众路线教育实践活动的主题，建议核改。',
      'This was the theme of the campaign of 2013 and 2014. Please check.',
    ),
  },
  {
    kind: 'campaign',
    sign: campaignSign,
    pattern: merits,
    years: [meritYears],
    message: bilingual(
      '“四讲四有”是2016年“两学一做”学习教育的要求，建议核改。',
      'This was asked for by the campaign of 2016. Please check.',
    ),
  },
  {
    kind: 'campaign',
    sign: campaignSign,
    pattern: research,
    years: [researchYears],
    message: bilingual(
      '在全党大兴调查研究是2023年的部署，建议核改。',
      'This was ordered for 2023. Please check.',
    ),
  },
] as const;
