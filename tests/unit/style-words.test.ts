import { describe, expect, it } from 'vitest';
import { fillingOf } from '../../lib/draft/filling.ts';
import { applyEdits } from '../../lib/draft/text-edits.ts';
import { markBlanks } from '../../lib/rules/blanks/mark-blanks.ts';
import { nameBlanks } from '../../lib/rules/blanks/notes.ts';
import { readCount, writeCount } from '../../lib/rules/dates/count.ts';
import { documentNumbers } from '../../lib/rules/numerals/document-numbers.ts';
import { rangeUnits } from '../../lib/rules/numerals/range-units.ts';
import { roughCounts } from '../../lib/rules/numerals/rough-counts.ts';
import { totals } from '../../lib/rules/numerals/totals.ts';
import { mixedYears, shortYears, zeroInYears } from '../../lib/rules/numerals/year-digits.ts';
import { doubledMarks } from '../../lib/rules/punctuation/doubled.ts';
import { ellipses } from '../../lib/rules/punctuation/ellipsis.ts';
import {
  etcetera,
  mixedSeparators,
  roughCounts as pausedCounts,
} from '../../lib/rules/punctuation/enumeration.ts';
import { halfWidthMarks } from '../../lib/rules/punctuation/half-width.ts';
import { quotationEnds } from '../../lib/rules/punctuation/quotation-ends.ts';
import { rangeMarks } from '../../lib/rules/punctuation/ranges.ts';
import { straySpaces } from '../../lib/rules/punctuation/spaces.ts';
import { straightQuotes } from '../../lib/rules/punctuation/straight-quotes.ts';
import type { Fault } from '../../lib/rules/style/fault.ts';
import { hasHan, isHan, quotationDepth } from '../../lib/rules/style/text.ts';

/** The text with the first fix of each fault; the faults do not overlap. */
function fixed(text: string, faults: readonly Fault[]): string {
  const edits = faults.flatMap(({ fixes }) => fixes[0]?.edits ?? []);
  return applyEdits(
    text,
    [...edits].sort((a, b) => a.start - b.start),
  );
}

type Check = (text: string) => Fault[];
/** Each check, then what it mends and what it leaves alone: before → after. */
const checks: readonly (readonly [string, Check, readonly string[], readonly string[]])[] = [
  [
    'numbers of documents',
    documentNumbers,
    [
      '国发[2026]5号文 → 国发〔2026〕5号文',
      '国发（2026）5号文 → 国发〔2026〕5号文',
      '国发【2026】5号文 → 国发〔2026〕5号文',
      '国发〔2026]5号文 → 国发〔2026〕5号文',
      '国发〔26〕5号文 → 国发〔2026〕5号文',
      '国发〔2026〕第5号 → 国发〔2026〕5号',
      '国发〔2026〕05号 → 国发〔2026〕5号',
      '县政办发〔2026〕第005号 → 县政办发〔2026〕5号',
    ],
    [
      '国发〔2026〕5号',
      '公告〔2026〕第5号',
      '判决〔2026〕第5号',
      '云民初字第〔2026〕第5号',
      '国发〔2026〕12345号',
    ],
  ],
  [
    'units of ranges',
    rangeUnits,
    [
      '占15～30%左右 → 占15%～30%左右',
      '占15-30%左右 → 占15%～30%左右',
      '占15~30％左右 → 占15％～30％左右',
      '投资13—17万元 → 投资13万元—17万元',
      '投资3～4.5万元 → 投资3万元～4.5万元',
      '投资2至3亿元 → 投资2亿元至3亿元',
      '投资100～150万元 → 投资100万元～150万元',
      '投资99～100.5万元 → 投资99万元～100.5万元',
    ],
    [
      '从5到8万元',
      '由500至3万人',
      '自2至3万人',
      '800至1.2万元',
      '100至100.5万元',
      '30～15%',
      '15～15%',
      '第3-5万元',
      '2025-1.5万元',
    ],
  ],
  [
    'rough counts',
    roughCounts,
    [
      '来了3、4个人 → 来了三四个人',
      '来了2、3名同志 → 来了两三名同志',
      '用了1、2天 → 用了一二天',
      '来了8-9位 → 来了8至9位',
      '用了10几年 → 用了十几年',
      '来了30几个 → 来了三十几个',
    ],
    ['3—4年', '2～3岁', '3、5个', '4、3个', '第3、4个', '3、4、5个', '13、4个', '3、4季度', '110几个'],
  ],
  [
    'rough counts with 、',
    pausedCounts,
    ['来了三、四个人 → 来了三四个人', '用了两、三天 → 用了两三天', '来了一、二十人 → 来了一二十人'],
    ['来了三、五个人', '第二、三个', '三、四季度', '来了三、四、五个', '前三、四名', '第十二、三个'],
  ],
  [
    'years of two digits',
    (text) => shortYears(text, '2026-11-20'),
    [
      '截至24年3月 → 截至2024年3月',
      '在31年上半年 → 在2031年上半年',
      '自49年10月 → 自1949年10月',
      '在98年全年 → 在1998年全年',
      '在24年底 → 在2024年底',
      '在24年年初， → 在2024年年初，',
      '在24年第一季度 → 在2024年第一季度',
      '在24年春节 → 在2024年春节',
      '在24年国庆 → 在2024年国庆',
    ],
    [
      '在32年3月',
      '在48年3月',
      '经过20年3月',
      '近10年全年',
      '连续15年上半年',
      '2024年3月',
      '24年的历史',
      '20年底蕴',
      '他服刑15年6月',
    ],
  ],
  [
    'zeros in years',
    zeroInYears,
    ['二零二五年 → 二〇二五年', '二○○八年 → 二〇〇八年', '二Ｏ二五年 → 二〇二五年'],
    ['二〇二五年', '三零二五年', '两二零二五年', '二零二五'],
  ],
  [
    'years written in two ways',
    mixedYears,
    [
      '二〇二四年和2025年 → 2024年和2025年',
      '2025年和一九七八年 → 2025年和1978年',
      '“甲”二零二四年和2025年 → “甲”2024年和2025年',
    ],
    ['二〇二四年和二〇二五年', '“二〇二四年”和2025年', '《二〇二四年要点》和2025年', '二〇二四年和3025年'],
  ],
  [
    'signs of ranges',
    rangeMarks,
    [
      '2021-2025年 → 2021—2025年',
      '2021年-2025年 → 2021年—2025年',
      '2021~2025学年 → 2021—2025学年',
      '投资20-30亩 → 投资20～30亩',
      '增长3%-5% → 增长3%～5%',
      '1-10月 → 1—10月',
      '用3-5年 → 用3～5年',
      '第3-5年 → 第3—5年',
      '气温3-5℃ → 气温3～5℃',
      '用1-3个月 → 用1～3个月',
      '1-2月 → 1—2月',
    ],
    ['2025-2021年', '2-3个', '15-30%', '13-17万元', '2026-03-05', '5-3个', '电话3-5', 'A3-5个', '3.14-5-6个'],
  ],
  [
    '、 and …… with 等',
    etcetera,
    [
      '抓好教育、医疗、等工作 → 抓好教育、医疗等工作',
      '抓好教育、医疗、等等。 → 抓好教育、医疗等等。',
      '抓好教育、医疗、等民生领域 → 抓好教育、医疗等民生领域',
      '抓好教育、医疗、等三项 → 抓好教育、医疗等三项',
      '抓好教育、医疗……等工作 → 抓好教育、医疗等工作',
      '抓好教育、医疗等……大家 → 抓好教育、医疗等大家',
    ],
    [
      '看、等、靠要不得',
      '抓好教育、等工作',
      '学、看、等上级部门',
      '抓好教育、医疗等工作',
      '教育、医疗……大家',
    ],
  ],
  [
    'uneven separators',
    mixedSeparators,
    ['“甲”、“乙”“丙” → “甲”“乙”“丙”', '《甲》《乙》、《丙》、《丁》 → 《甲》《乙》《丙》《丁》'],
    ['“甲”、“乙”、“丙”', '“甲”“乙”“丙”', '“甲”、“乙”'],
  ],
  [
    'ellipses',
    ellipses,
    [
      '大家想一想... → 大家想一想……',
      '大家想...... → 大家想……',
      '大家想…好 → 大家想……好',
      '他说“... → 他说“……',
    ],
    ['大家想……', '大家想.......', '大家想..', '目标...12', '大家...abc', 'abc...', '... '],
  ],
  [
    'half-width marks',
    (text) => halfWidthMarks(text, []),
    [
      '提高认识,抓好 → 提高认识，抓好',
      '提高认识 , 抓好 → 提高认识，抓好',
      '大家说:好! → 大家说：好！',
      '好吗?! → 好吗？！',
      '增长5%,超过 → 增长5%，超过',
      '增长5;超过 → 增长5；超过',
      '提高,5个 → 提高，5个',
      '占比:5个 → 占比：5个',
      '参加APEC,他说 → 参加APEC，他说',
      '他说,APEC → 他说，APEC',
      '《甲》,“乙” → 《甲》，“乙”',
    ],
    ['8:30', '1,000', '比例5:他', 'APEC:他说', 'a,b', ',甲', '10:30到'],
  ],
  [
    'doubled marks',
    doubledMarks,
    [
      '好。。大家 → 好。大家',
      '好，，大家 → 好，大家',
      '好,,大家 → 好，大家',
      '好,，大家 → 好，大家',
      '好。。。大家 → 好……大家',
      '好，。 → 好。',
      '好，。大家 → 好，大家',
      '好；，大家 → 好，大家',
      '好：、大家 → 好：大家',
    ],
    ['。。大家', '好。。。。。。。大家', 'a,,b', '1,;2'],
  ],
  [
    'straight quotation marks',
    (text) => straightQuotes(text, []),
    [
      '他说"好"。 → 他说“好”。',
      "他说'好'。 → 他说“好”。",
      '"甲"和"乙" → “甲”和“乙”',
      '"甲"和"b" → “甲”和"b"',
    ],
    ['他说"ok"。', '他说"好。', '5"屏'],
  ],
  [
    'stops at quotations',
    quotationEnds,
    [
      '他说：“好。”。 → 他说：“好。”',
      '所谓“好。”。 → 所谓“好”。',
      '所谓“好。”，他 → 所谓“好”，他',
      '他说：“好。”，他 → 他说：“好”，他',
    ],
    ['他说：“好。”', '所谓“好”。'],
  ],
  [
    'stray spaces',
    straySpaces,
    [
      '我们要抓好 落实工作，确保完成任务。 → 我们要抓好落实工作，确保完成任务。',
      '我们要抓好落实 ，确保完成全部任务。 → 我们要抓好落实，确保完成全部任务。',
      '我们要抓好　　落实工作，确保完成。好 → 我们要抓好落实工作，确保完成。好',
    ],
    [
      '我们要抓好 落实。',
      '第一章 总则内容说明，确保完成任务。',
      '不忘初心 牢记使命，确保完成任务。大家好',
      '本报记者 王小明同志，确保完成任务。大家好',
      '他说“我们要抓好 落实工作”，确保完成。',
      '我们要抓好 落实工作 确保完成，大家要努力。',
      '我们要抓好 落实工作确保完成任务而且要努力',
    ],
  ],
];

describe.each(checks)('%s', (_what, check, mended, alone) => {
  it.each(mended.map((row) => row.split(' → ') as [string, string]))('%s becomes %s', (before, after) => {
    expect(fixed(before, check(before))).toBe(after);
  });

  it.each(alone)('%s is left alone', (text) => {
    expect(check(text)).toEqual([]);
  });
});

describe('how sure a half-width mark is', () => {
  it.each([
    ['提高,抓好', 'error'],
    ['提高认识!', 'error'],
    ['5个点5,抓', 'warning'],
    ['提高,5个', 'warning'],
    ['占比:5个', 'hint'],
    ['APEC,他', 'hint'],
    ['他,APEC', 'hint'],
    ['占5%,他', 'warning'],
  ])('%s: %s', (text, level) => {
    expect(halfWidthMarks(text, []).map((one) => one.level)).toEqual([level]);
  });
});

describe('a whole and its parts', () => {
  const said = (text: string) => totals(text).map(({ message }) => message.zh);

  it.each([
    ['收到257件，已办结168件，未办结88件。', '总数257与两部分之和256（168加88）不符，建议核对。'],
    ['共1,200人，其中男700人，女400人。', '总数1200与两部分之和1100（700加400）不符，建议核对。'],
    ['应到50人，实到45人，请假4人。', '总数50与两部分之和49（45加4）不符，建议核对。'],
    ['应到50人，实到45人，缺席6人，', '总数50与两部分之和51（45加6）不符，建议核对。'],
    ['有20户，目前，已搬迁12户，尚未搬迁7户。', '总数20与两部分之和19（12加7）不符，建议核对。'],
  ])('do not agree in %s', (text, message) => {
    expect(said(text)).toEqual([message]);
  });

  it.each([
    '收到257件，已办结168件，未办结89件。',
    '应到50人，实到45人，请假5人。',
    '收到257件，已办结168个，未办结88件。',
    '收到257件，已办结168件，未受理88件。',
  ])('agree, or are no parts: %s', (text) => {
    expect(said(text)).toEqual([]);
  });
});

describe('counts of years', () => {
  it.each([
    ['1', 1],
    ['999', 999],
    ['１０５', 105],
    ['五', 5],
    ['九十九', 99],
    ['一百', 100],
    ['一百零五', 105],
    ['一百〇五', 105],
    ['一百一十', 110],
    ['一百九十九', 199],
    ['一百十', 110],
    ['一百五', null],
    ['一百零十', null],
    ['二百', null],
    ['0', null],
    ['1000', null],
    ['', null],
  ])('%s is read as %s', (text, value) => {
    expect(readCount(text)).toBe(value);
  });

  it.each([
    [105, '九', '一百零五'],
    [100, '九', '一百'],
    [99, '九', '九十九'],
    [110, '九', '一百一十'],
    [119, '九', '一百一十九'],
    [120, '九', '一百二十'],
    [199, '九', '一百九十九'],
    [200, '九', '200'],
    [0, '九', '0'],
    [105, '9', '105'],
    [105, '９', '１０５'],
  ])('%i in the manner of %s is %s', (value, like, text) => {
    expect(writeCount(value, like)).toBe(text);
  });
});

describe('characters', () => {
  it('are Chinese in two blocks and 〇', () => {
    const codes = [0x33ff, 0x3400, 0x4dbf, 0x4dc0, 0x4dff, 0x4e00, 0x9fff, 0xa000, 0x3006, 0x3007, 0x3008];
    expect(codes.filter(isHan)).toEqual([0x3400, 0x4dbf, 0x4e00, 0x9fff, 0x3007]);
    expect(['a', '〇', '汉', '1汉', ''].map(hasHan)).toEqual([false, false, true, true, false]);
  });

  it('are inside quotations', () => {
    const text = '甲“乙‘丙’丁”戊”己';
    expect([...'甲乙丙丁戊己'].map((char) => quotationDepth(text, text.indexOf(char)))).toEqual([
      0, 1, 2, 1, 0, 0,
    ]);
    expect(quotationDepth(`“${'很'.repeat(1_999)}`, 2_000)).toBe(1);
    expect(quotationDepth(`“${'很'.repeat(2_000)}`, 2_001)).toBe(0);
  });
});

describe('what belongs into a blank', () => {
  it.each([
    ['日期', '年3月 月 日'],
    ['届次', '届 次'],
    ['姓名', '同志 书记 主任 主席 市长 县长 区长 镇长 村长 局长 厅长 部长 院长 校长 州长 先生 女士 院士'],
    [
      '单位名称',
      '省委 市政府 县人大 区政协 州纪委 委 政府 人大 政协 纪委 局 厅 处 部 院 校 公司 集团 单位 学校 大学 医院',
    ],
    ['地名', '省 市 县 区 镇 乡 村 街道 社区 州 旗'],
    ['数字', '名 个 件 位 家 项 万 亿 元 人 户 亩 公里 公斤 吨 条 起 场 % ％'],
    ['文号', '号'],
    ['内容', '工作 的'],
  ])('%s', (filling, behind) => {
    for (const words of behind.split(' ')) expect(fillingOf(words), words).toBe(filling);
  });

  const blanksIn = (text: string) => markBlanks(text).map(({ start, end }) => text.slice(start, end));

  it.each(
    '市集 市场 市民 市级 人工 人文 人才 人生 人民 人大 人心 人人 人本 家居 家电 家乡 家庭 家风 年轻 年货 年味 年度 村晚 村级 乡村 县域 省级 区块 区域 区划 日常 月饼 月度 个性 个人 个别 公益 公园 公平 公正 公开 公共 项目 名牌 名片 万众 万物 万家 元宇 元素 位置 次序 条件 条例 起步 场景 部署 部分 处置 处理 处以 处罚 处于 委员 院线 局部 局面 校园 件均 户外'.split(
      ' ',
    ),
  )('is not told by the word behind X: %s', (word) => {
    expect(blanksIn(`推动X${word}发展`)).toEqual([]);
  });

  it.each([
    ['X县X局', ['X', 'X']],
    ['新增企业××家', ['××']],
    ['20××年', ['20××']],
    ['202×年', ['202×']],
    ['2×××年', ['×××']],
    ['同志**人', ['**']],
    ['请____负责', ['____']],
    ['请_负责', []],
    ['由○○负责', ['○○']],
    ['二○○八年', []],
    ['○○后青年', []],
    ['由△△负责', ['△△']],
    ['138××××5678', []],
    ['云A×××××', []],
    ['5×8小时', []],
    ['党建+X', []],
    ['XX染色体', []],
    ['XX世纪', []],
    ['“XX新闻”', []],
    ['X公司', []],
    ['XX公司', ['XX']],
    ['被告人张××受贿', []],
    ['**重点**工作', []],
    ['** 重点 **工作', ['**', '**']],
    ['****', []],
    ['第×号', ['×']],
  ])('stands in %s', (text, blanks) => {
    expect(blanksIn(text)).toEqual(blanks);
  });

  it.each([
    ['请某某同志发言', ['某某']],
    ['由某某某主任负责', ['某某某']],
    ['某某县委', ['某某']],
    ['不能总是某某同志发言', []],
    ['他说“某某同志”', []],
    ['比如某某局', []],
  ])('is the name of somebody in %s', (text, names) => {
    expect(nameBlanks(text).map(({ start, end }) => text.slice(start, end))).toEqual(names);
  });
});
