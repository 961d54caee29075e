import { beforeAll, describe, expect, it } from 'vitest';
import { type TimeChecker, timeChecker } from './time-mentions.ts';

/** What only the age of a draft says of its words: the same words in a draft of other years are no finding. */

let ask: TimeChecker;
beforeAll(async () => {
  ask = await timeChecker();
});

/** A draft with its date line. */
function dated(day: string, text: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `在全县工作会议上的讲话\n（${year}年${month}月${date}日）\n同志们：\n${text}`;
}
const today = '2026-11-29';
const marked = (text: string) => ask.marked(text, today).map(([words]) => words);

describe('in an old draft', () => {
  it.each([
    ['2019-09-01', '我校作为第二批单位，要抓好学习和检视。', '第二批'],
    ['2011-06-20', '要深入开展创先争优活动，把基层组织建强。', '创先争优活动'],
    ['2021-06-20', '要把“我为群众办实事”实践活动抓实抓细。', '我为群众办实事'],
    ['2016-06-20', '要争做“四讲四有”合格党员。', '四讲四有'],
    ['2023-06-20', '全县上下要大兴调查研究，多到基层走一走。', '大兴调查研究'],
    ['2015-06-20', '要发挥国税、地税的职能作用，把税源摸清。', '国税'],
    ['2016-06-20', '国土、规划、住建等部门要密切配合。', '规划'],
    ['2016-06-20', '请法制办逐条审查，严格把关。', '法制办'],
    ['2018-06-20', '县金融办要牵头组织银企对接会。', '县金融办'],
    ['2018-06-20', '责任单位：市金融办、各银行。', '市金融办'],
    ['2022-06-20', '县银保监组要督促各家银行抓紧放款。', '银保监组'],
    ['2021-06-20', '外出返乡人员要提前报备，做好核酸检测。', '核酸检测'],
    ['2018-06-20', '要把建档立卡户的底数再核一遍。', '建档立卡'],
    ['2022-06-20', '过渡期内要严格落实“四个不摘”。', '四个不摘'],
    ['2018-06-20', '要全力创建国家卫生县城，确保一次通过。', '国家卫生县城'],
    ['2018-09-03', '首先，我代表学校，向2018级新同学表示热烈的欢迎！', '2018级'],
    ['2018-06-20', '要以“作风建设年”活动为抓手，转作风、提效能。', '作风建设年'],
    ['2018-10-08', '要认真组织好第四次全国经济普查，不漏一户。', '第四次全国经济普查'],
    ['2019-09-03', '2019—2020学年第一学期，要抓好教学常规。', '2019—2020学年第一学期'],
    ['2014-09-03', '要认真落实三中全会部署的各项改革。', '三中全会'],
    ['2017-10-17', '今天是第4个国家扶贫日，要动员社会力量参与。', '国家扶贫日'],
    ['2015-03-20', '今年是全面深化改革的关键之年，任务十分繁重。', '关键之年'],
    ['2019-03-20', '全国两会明天开幕，要绷紧安全这根弦。', '两会明天开幕'],
    ['2018-03-20', '新修订的《体育法》，各学校要抓紧学习。', '体育法'],
    ['2022-08-12', '前天，市委书记约谈了排名靠后的三个县。', '前天'],
    ['2015-08-18', '去年8月2日，邻省那家车间的粉尘一响，多少个家庭就碎了。', '去年8月2日'],
    ['2013-02-27', '元宵节刚过，县委就把大家请来开这个会。', '元宵节刚过'],
    ['2013-09-24', '离年底只剩下三个多月，任务还很重。', '只剩下三个多月'],
    ['2019-06-05', '要深入推进扫黑除恶，深挖彻查“保护伞”。', '扫黑除恶'],
    ['2023-10-09', '各乡镇要抓紧建好普查办，选齐普查员。', '普查办'],
    ['2021-05-20', '党史学习教育正在展开。要把这次学习同业务工作结合起来。', '这次学习'],
    ['2022-09-08', '黄码患者走专用通道，门岗不许放人。', '黄码'],
  ])('of %s marks what was of its time: %s', (day, text, words) => {
    expect(marked(dated(day, text)).join()).toContain(words);
  });

  it.each([
    ['2019-09-01', '去年，我们开展“百日攻坚”行动，取得了明显成效。'],
    ['2018-06-20', '我县2015年就通过了国家卫生县城验收。'],
    ['2018-09-03', '我校2008届校友李明，如今已是高级工程师。'],
    ['2019-06-20', '发改、自然资源、规划等部门要密切配合。'],
    ['2019-06-20', '对财政、规划、建设、自然资源等重点部门要加强监督。'],
    ['2018-06-20', '县委金融办要牵头组织银企对接会。'],
    ['2018-06-20', '2016年，县金融办牵头组建了首家小贷公司。'],
    ['2018-06-20', '要抓紧完善全市金融办理流程。'],
    ['2016-06-20', '三年来，我们先后完成了第二批搬迁任务。'],
    ['2019-03-06', '没有人愿意回到昨天，大家都盼着更好的明天。'],
    ['2023-10-20', '这本书讲的是山村的昨天、今天和明天。'],
    ['2018-02-27', '记得2008年元宵节刚过，冰雪还没有化，电力工人就上了山。'],
    ['2018-11-20', '往年秋收刚过，订单就排满了。'],
    ['2021-05-20', '要办好群众文化节，这次活动由县文化馆承办。'],
    ['2022-09-08', '2003年非典时，医院门口也设过专用通道。'],
    ['2026-02-03', '今年是乡村全面振兴的关键之年，任务十分繁重。'],
  ])('of %s leaves alone what is told or of another time: %s', (day, text) => {
    expect(marked(dated(day, text)).filter((words) => !/年\d+月\d+日/u.test(words))).toEqual([]);
  });

  it('marks an office that has just spoken, and not one of an anecdote', () => {
    const [day] = ['2015-08-03'];
    expect(marked(dated(day, '刚才，县环保局通报了整改进展。')).join()).toContain('环保局');
    expect(marked(dated(day, '2003年，我在县环保局当科长，跑遍了全县。')).join()).not.toContain('环保局');
  });
});

describe('what two findings share', () => {
  it('belongs to the first of them, and the rest to the second', () => {
    const words = marked(dated('2019-03-20', '今年3月启动的电气火灾综合治理三年行动，要抓紧推进。'));
    expect(words.some((one) => one.includes('启动'))).toBe(true);
    expect(words.some((one) => one.includes('三年行动'))).toBe(true);
  });
});

describe('a draft without a date', () => {
  const leftover = '要深入学习贯彻党的十九大精神，坚决打赢脱贫攻坚战，确保如期全面建成小康社会。';
  const filler =
    '各级各部门要提高认识、加强领导，把各项任务落到实处，抓出成效，让群众得到实实在在的好处。\n'.repeat(6);
  const atStake = '要把建档立卡户的底数再核一遍。';

  it('is placed by what it presents as of its own day', () => {
    expect(marked(`${leftover}\n${filler}${atStake}`).join()).toContain('建档立卡');
  });

  it('is of today where it names what is newer than what is out of date in it', () => {
    const text = `${leftover}\n去年召开的党的二十届四中全会，为我们指明了方向。\n${filler}${atStake}`;
    expect(marked(text).join()).not.toContain('建档立卡');
  });

  it('is of today where it names this year or its plan', () => {
    expect(marked(`${leftover}\n“十五五”规划已经起步。\n${filler}${atStake}`).join()).not.toContain(
      '建档立卡户',
    );
    expect(marked(`${leftover}\n2026年任务很重。\n${filler}${atStake}`).join()).not.toContain('建档立卡');
  });

  it('may have meant any campaign that bears the short name', () => {
    const text = `要结合正在开展的主题教育抓好落实。\n${filler}党的十九届四中全会已为我们指明方向。\n${atStake}`;
    expect(marked(text).join()).toContain('建档立卡');
    expect(marked(text.replace('的主题', '的习近平新时代中国特色社会主义思想主题')).join()).not.toContain(
      '建档立卡',
    );
  });

  it('is not placed by a few sentences', () => {
    expect(marked(`${leftover}\n${atStake}`).join()).not.toContain('建档立卡');
  });
});

describe('a year by the day of the speech', () => {
  it('is reckoned by what the packs date beside it', () => {
    const text = '去年2月至9月，集团作为第二批单位参加了党的群众路线教育实践活动。';
    expect(marked(dated('2015-08-03', text)).join()).toContain('去年2月至9月');
  });

  it('beside what nobody dates is only listed', () => {
    expect(marked(dated('2015-08-03', '去年我们在全县开展了招商引资竞赛。')).join()).not.toContain('去年');
  });
});

describe('a full date', () => {
  const listed = (text: string) =>
    ask
      .verdicts('year', dated('2022-11-20', text), today)
      .filter(([words]) => /年.*月.*日/u.test(words))
      .map(([, verdict]) => verdict);

  it.each([
    '会议定于2022年12月26日召开，请各单位做好准备。',
    '专题培训拟于2022年12月5日开班，请按时报到。',
    '工程计划于2022年12月28日开工建设。',
    '大会将于2022年12月26日在县政府举行。',
    '验收预计在2022年12月15日进行。',
    '考试推迟至2022年12月18日。',
    '活动改到2022年12月9日，地点不变。',
    '经研究，决定于2022年12月1日起集中整治。',
    '请各单位于2022年12月10日报送方案。',
    '各乡镇务必于2022年12月8日完成自查。',
  ])('that was still to come is no longer right: %s', (text) => {
    expect(listed(text)).not.toContain('keep');
    expect(listed(text)).not.toEqual([]);
  });

  it.each([
    '会议原定于2022年6月26日召开，后因疫情延期。',
    '大桥于2022年9月28日建成通车。',
    '县志办成立于2012年12月28日。',
    '2022年6月10日，我们召开了推进会。',
    '该条例于2022年10月1日起施行。',
    '2022年10月16日至22日，党的二十大在北京召开。',
    '他出生于1962年12月26日。',
    '公司在2021年12月26日上市。',
    '培训曾定于2022年5月8日举办，后来改为线上。',
    '2022年3月15日印发的通知写得很清楚。',
  ])('that tells when something happened stays: %s', (text) => {
    expect(new Set(listed(text))).toEqual(new Set(['keep']));
  });
});

describe('words for figures and times', () => {
  const listed = (kind: 'relative-year' | 'figure', text: string) =>
    ask.verdicts(kind, dated('2022-03-20', text), today).map(([words]) => words);

  it.each([
    ['relative-year', '认真学习贯彻2022年中央一号文件和中央农村工作会议精神。', []],
    ['relative-year', '百年奋斗历程昭示我们，百年大计、教育为本。', []],
    ['relative-year', '年中我们专题研究了两次，五年来累计投入很大。', ['年中', '五年来']],
    ['figure', '认真学习庆祝中国共产主义青年团成立100周年大会精神。', []],
    ['figure', '全县4个贫困村、4.8万贫困人口全部脱贫。', ['4个', '4.8万']],
    ['figure', '新建公路35公里，改造棚户区120户。', ['35公里', '120户']],
  ] as const)('as %s are no part of other words: %s', (kind, text, words) => {
    expect(listed(kind, text)).toEqual(words);
  });
});

describe('what was over already when an old draft was written', () => {
  it.each([
    ['2022-03-15', '县工商局要加强监管，确保食品安全。', '工商局'],
    ['2022-03-15', '县国税局要做好减税降费工作。', '国税局'],
    ['2023-05-10', '请市卫计委抓紧制定方案，月底前报市政府。', '卫计委'],
    ['2022-06-20', '各单位要严格执行《合同法》，规范合同管理。', '合同法'],
    ['2022-06-20', '要按照《物权法》的规定办理登记。', '物权法'],
    ['2022-03-15', '县环保局要加大巡查力度，发现一起查处一起。', '环保局'],
    ['2023-04-20', '县旅游局牵头，抓好五一期间的节庆活动。', '旅游局'],
    ['2022-07-01', '市安监局要开展危险化学品专项检查。', '安监局'],
    ['2022-07-01', '要依据《担保法》规范抵押手续。', '担保法'],
    ['2023-03-08', '县农业局要组织技术人员下乡，抓好春耕。', '农业局'],
  ])('in %s is marked on that day and today: %s', (day, text, words) => {
    for (const judgedOn of [day, today])
      expect(ask.marked(dated(day, text), judgedOn).join()).toContain(words);
  });

  it.each([
    ['2022-03-15', '原县工商局的同志为市场监管工作打下了基础。', '工商局'],
    ['2022-03-15', '2015年，县工商局查处了一批假冒伪劣案件。', '工商局'],
    ['2022-03-15', '县国税局和地税局合并以后，办税更方便了。', '国税局'],
    ['2023-05-10', '机构改革前，市卫计委曾经出台过一个方案。', '卫计委'],
    ['2022-06-20', '《合同法》已经废止，要按照《民法典》执行。', '合同法'],
    ['2022-06-20', '《物权法》当年的规定，已写进《民法典》物权编。', '物权法'],
    ['2022-03-15', '过去由县环保局负责的审批，现在一窗受理。', '环保局'],
    ['2023-04-20', '他2009年调入县旅游局，从科员干起。', '旅游局'],
    ['2022-07-01', '市应急管理局由原市安监局等部门整合组建。', '安监局'],
    ['2023-03-08', '当年县农业局的老同志，至今还有人在推广良种。', '农业局'],
  ])('in %s as history is left alone on both days: %s', (day, text, words) => {
    for (const judgedOn of [day, today])
      expect(ask.marked(dated(day, text), judgedOn).join()).not.toContain(words);
  });
});

describe('the list', () => {
  it.each([
    '县委政法委要用好网格，县应急管理局要牵头。',
    '深入学习安全生产法，落实校车安全管理条例。',
    '实施校舍安全工程，抓好薄弱学校改造。',
    '召开专题民主生活会，抓好巡察整改。',
    '汛前要把物资备齐，国庆期间要值好班。',
  ])('holds what a reader would look up: %s', (text) => {
    const [first = '', second = ''] = text.replace('。', '').split('，');
    const list = ask.list(text, today);
    for (const clause of [first, second]) expect(list.some((one) => clause.includes(one.text))).toBe(true);
    expect(list.every(({ verdict }) => verdict !== 'change')).toBe(true);
  });
});
