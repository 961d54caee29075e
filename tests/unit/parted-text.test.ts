import { beforeAll, describe, expect, it } from 'vitest';
import { type Checker, createChecker } from '../../lib/checking/checker.ts';
import { linesWithBlanks } from '../../lib/draft/blanks.ts';
import { outlineTree } from '../../lib/draft/outline-tree.ts';
import { seenOutline } from '../../lib/draft/seen-outline.ts';
import { applyEdits } from '../../lib/draft/text-edits.ts';
import { fixesFor } from '../../scripts/check-report.ts';
import { loadBuiltInKnowledge } from '../../scripts/load-knowledge.ts';

let checker: Checker;
beforeAll(async () => {
  checker = createChecker((await loadBuiltInKnowledge()).knowledge);
});

const options = { today: '2026-11-30', date: '2026-11-30' };
const findingsOf = (text: string) => checker.check(text, options).findings;
const marked = (text: string) =>
  findingsOf(text).map(({ level, start, end }) => `${level} ${text.slice(start, end)}`);
const fixed = (text: string, at = 0) => applyEdits(text, findingsOf(text)[at]?.fixes[0]?.edits ?? []);

describe('a known term that blanks part', () => {
  it.each([
    ['要学习贯彻党的~十九大精神，抓好落实。', '要学习贯彻党的二十大精神，抓好落实。'],
    ['要学习贯彻党~的十九大精神，抓好落实。', '要学习贯彻党的二十大精神，抓好落实。'],
    ['要学习贯彻党 的 十~九大精神，抓好落实。', '要学习贯彻党的二十大精神，抓好落实。'],
    ['要学习贯彻十九~届六中全会精神。', '要学习贯彻二十届四中全会精神。'],
    ['要落实“十四~五”规划，抓好落实。', '要落实“十五五”规划，抓好落实。'],
    ['要落实“ 十四五 ”规划，抓好落实。', '要落实“十五五”规划，抓好落实。'],
    ['市工~商局要牵头抓好落实。', '市市场监管局要牵头抓好落实。'],
    ['由国家~测绘局负责。', '由自然资源部负责。'],
    ['要依据《合~同法》办理有关事项。', '要依据《民法典》办理有关事项。'],
    ['一、学习党的~十九大精神', '一、学习党的二十大精神'],
  ])('is found as without them, and its fix takes them along: %s', (written, wanted) => {
    const plain = findingsOf(written.replace(/[~ ]/gu, ''))[0];
    for (const blank of [' ', '  ', '　', '\u00a0']) {
      const text = written.replace('~', blank);
      const [finding] = findingsOf(text);
      expect([finding?.rule, finding?.level, finding?.message]).toEqual([
        plain?.rule,
        plain?.level,
        plain?.message,
      ]);
      expect(fixed(text)).toBe(wanted);
    }
  });

  it('gets one hint for all blanks of the draft, with one fix', () => {
    const text =
      '我们要学习党的 二十大精神，认真抓好工 作落实。\n同志们要认真 学习，全面贯彻二十届四中 全会精神。';
    const hints = findingsOf(text).filter(({ level }) => level === 'hint');
    expect(hints).toHaveLength(1);
    expect(applyEdits(text, hints[0]?.fixes[0]?.edits ?? [])).toBe(text.replaceAll(' ', ''));
    const off = new Set(['punctuation'] as const);
    expect(checker.check(text, { ...options, off }).findings).toEqual([]);
  });

  it('is listed on the timeline with its place in the text', () => {
    const text = '要学习贯彻党的 十九 大精神。';
    const { mentions } = checker.timeline(text, options);
    expect(mentions.map(({ start, end }) => text.slice(start, end))).toEqual(['党的 十九 大']);
  });
});

describe('words with blanks between them', () => {
  it.each([
    '李  明同志主持会议，张　三同志发言，提出了要求。',
    '张三 李四 王五等同志参加会议，会议开得很好。',
    '讲　话',
    '目　录',
    '国 土 资 源 局',
    '2026年 3月',
    '二〇二六年 三月五日',
    '一、 总结经验，抓好落实。',
    '姓名 单位 职务',
    '教育局 财政局 商务局',
    '不忘初心 牢记使命，继续前进，抓好落实。',
    '会 议 工 作 报 告',
    '十三 十四 五年级的同学都来了，大家都很高兴。',
    '开展 学习 教育，推动工作。',
    '推进 扶贫 开发 工作，抓好落实。',
    '十八 大 类项目，十九 大 项工程，都要抓好落实。',
    '环保 局长 会议',
    '安监 局部 署工作',
    '省委 党校 教授 王五',
    '工\t商局要抓好落实，工作要做到位。',
    '工   商局要抓好落实，工作要做到位。',
  ])('are not joined: %s', (text) => {
    expect(marked(text)).toEqual([]);
  });

  it('have the hint on a single blank as before, where no term is parted', () => {
    const text = '我们要认真研究当前 面临的新问题，抓好落实。';
    expect(fixed(text)).toBe(text.replace(' ', ''));
  });
});

describe('ordinals with blanks', () => {
  const titles = (text: string) => outlineTree(seenOutline(text).outline).map(({ title }) => title);

  it.each<[string, (number: string) => string]>([
    ['一 、', (number) => `${number} 、提高认识`],
    ['（ 一 ）', (number) => `（ ${number} ）提高认识`],
    ['第 一 章', (number) => `第 ${number} 章　总则`],
    ['第一 节', (number) => `第${number} 节 学习`],
    ['一 是', (number) => `${number} 是提高认识。`],
    ['其 一，', (number) => `其 ${number}，提高认识。`],
  ])('like %s are read and repaired', (_, line) => {
    const right = ['一', '二', '三', '四', '五'].map(line).join('\n');
    const text = ['一', '二', '四', '五', '六'].map(line).join('\n');
    expect(marked(text).filter((one) => !one.startsWith('hint'))).toHaveLength(1);
    expect(applyEdits(text, fixesFor('numbering', text, []))).toBe(right);
    expect(marked(right).filter((one) => !one.startsWith('hint'))).toEqual([]);
  });

  it('are read within and above ten, and in running text', () => {
    expect(titles('十 九、甲\n二 十、乙\n二十 一、丙')).toEqual(['十九、甲', '二十、乙', '二十一、丙']);
    expect(marked('要做到：一 是学习，二 是研究，四 是落实。')).toContain('warning 四 是');
  });
});

describe('lines with blanks', () => {
  it('tell where they are, and the words without them', () => {
    const text = '甲\n乙 丙　丁 a 戊\n己';
    expect(linesWithBlanks(text)).toEqual([
      {
        start: 2,
        end: 11,
        joined: '乙丙丁 a 戊',
        blanks: [
          { start: 3, end: 4 },
          { start: 5, end: 6 },
        ],
        cuts: [1, 2],
      },
    ]);
  });
});

describe('blanks of other kinds', () => {
  it.each(['\u2002', '\u2003', '\u2009', '\u202f', '\u205f'])(
    'within a term are read through: %j',
    (blank) => {
      expect(marked(`要学习贯彻党的${blank}十九大精神，抓好落实。`)).toContain(`error 党的${blank}十九大`);
    },
  );

  it('are none at the end of a line of Windows', () => {
    for (const end of ['', '\n', '\r\n']) expect(marked(`一 是抓教育，二 是抓医疗。${end}`)).toEqual([]);
  });

  it('are right in a name that is spaced to three characters', () => {
    expect(marked('县委书记张　伟主持会议并讲话，县长李　静作了发言。')).toEqual([]);
    expect(marked('会议由张　伟同志主持，大家踊跃发言，取得成效。')).toEqual([]);
    expect(marked('我们要抓好　落实，大家踊跃发言，取得良好的成效。')).toHaveLength(1);
  });
});
