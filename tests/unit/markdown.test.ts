import { beforeAll, describe, expect, it } from 'vitest';
import { type Checker, createChecker } from '../../lib/checking/checker.ts';
import { readMarkdown } from '../../lib/draft/markdown.ts';
import { outlineTree } from '../../lib/draft/outline-tree.ts';
import { seenOutline } from '../../lib/draft/seen-outline.ts';
import { textOfMarkdown } from '../../lib/draft/seen-text.ts';
import { applyEdits } from '../../lib/draft/text-edits.ts';
import type { Edit } from '../../lib/draft/types.ts';
import { fixesFor } from '../../scripts/check-report.ts';
import { loadBuiltInKnowledge } from '../../scripts/load-knowledge.ts';

let checker: Checker;
beforeAll(async () => {
  checker = createChecker((await loadBuiltInKnowledge()).knowledge);
});

const options = { today: '2026-11-30', date: '2026-11-30' };
const marked = (text: string) =>
  checker.check(text, options).findings.map(({ level, start, end }) => `${level} ${text.slice(start, end)}`);
const titles = (text: string) => outlineTree(seenOutline(text).outline).map(({ title }) => title);
const seen = (text: string) => textOfMarkdown(text, true)?.text ?? text;

/** Headings with words below; `decorate` writes the marks. */
const draft = (numbers: readonly string[], decorate: (ordinal: string, words: string) => string) =>
  numbers
    .map((number) => `${decorate(`${number}、`, '提高认识')}\n\n各单位要结合实际抓好工作。\n`)
    .join('\n');

describe('headings in Markdown', () => {
  it.each<[string, (ordinal: string, words: string) => string]>([
    ['## 一、', (ordinal, words) => `## ${ordinal}${words}`],
    ['###  一、 ###', (ordinal, words) => `###  ${ordinal}${words} ###`],
    ['**一、…**', (ordinal, words) => `**${ordinal}${words}**`],
    ['**一、**…', (ordinal, words) => `**${ordinal}**${words}`],
    ['__一、…__', (ordinal, words) => `__${ordinal}${words}__`],
    ['## **一、…**', (ordinal, words) => `## **${ordinal}${words}**`],
    ['- 一、', (ordinal, words) => `- ${ordinal}${words}`],
    ['* 一、', (ordinal, words) => `* ${ordinal}${words}`],
    ['- [ ] 一、', (ordinal, words) => `- [ ] ${ordinal}${words}`],
    ['> 一、', (ordinal, words) => `> ${ordinal}${words}`],
    ['> - **一、**', (ordinal, words) => `> - **${ordinal}**${words}`],
    ['| 一、 |', (ordinal, words) => `| ${ordinal}${words} | 办公室 |`],
    ['| **一、** |', (ordinal, words) => `| **${ordinal}**${words} | 办公室 |`],
  ])('of the form %s are read, checked, and repaired behind the mark', (_, decorate) => {
    const text = draft(['一', '三', '四'], decorate);
    expect(titles(text)).toEqual(['一、提高认识', '三、提高认识', '四、提高认识']);
    expect(marked(text)).toEqual(['error 三、']);
    const right = draft(['一', '二', '三'], decorate);
    expect(applyEdits(text, fixesFor('numbering', text, []))).toBe(right);
    expect(applyEdits(text, checker.check(text, options).findings[0]?.fixes[0]?.edits ?? [])).toBe(right);
    expect(marked(right)).toEqual([]);
  });

  it('are told by their levels and ends like others', () => {
    const text = '# 在全县大会上的讲话\n\n## 一、学习\n\n### （一）读书\n\n### （三）调研\n\n## 二、落实\n';
    expect(marked(text)).toEqual(['error （三）']);
  });

  it('beside a code block are none that lost its line break', () => {
    expect(marked('```\nx\n```\n## 一、学习\n抓好落实。\n```\ny\n```\n## 二、落实\n抓好落实。')).toEqual([]);
  });
});

describe('a list in Markdown', () => {
  const head = '# 在全县大会上的讲话\n\n';
  const works = ['加强学习。', '转变作风。', '狠抓落实。', '严明纪律。', '搞好服务。'];
  const list = (numbers: readonly string[], between = '\n') =>
    numbers.map((number, at) => `${number} ${works[at]}\n`).join(between);

  it.each([
    list(['1.', '1.', '1.']),
    list(['1.', '1.', '1.'], ''),
    list(['1)', '1)']),
    list(['1.', '1.', '1.', '1.', '1.'], '\n    其中一点要说明。\n\n'),
    list(['1.', '1.'], '   - 责任到人。\n'),
    `${list(['1.', '1.'], '')}\n会议还议了别的事。\n\n${list(['1.', '1.'], '')}`,
    '1. 学习。\n   1. 读书。\n   1. 调研。\n1. 落实。\n   1. 分工。\n   1. 督办。\n',
    '1. 学习。\n   1. 读书。\n   2. 调研。\n1. 落实。\n   1. 分工。\n   2. 督办。\n',
    '1. **学习。**\n1. **落实。**\n1. **督办。**\n',
    `## 一、学习\n\n${list(['1.', '1.'])}\n## 二、落实\n\n${list(['1.', '1.'])}`,
  ])('whose items all say 1. is counted by the program that shows it: %j', (text) => {
    expect(marked(head + text)).toEqual([]);
  });

  it.each([
    [head + list(['1.', '2.', '2.']), 1],
    [head + list(['1.', '2.', '4.']), 1],
    [head + list(['1.', '3.', '4.']), 1],
    [list(['1.', '1.', '1.']), 2],
    [list(['1．', '1．', '1．']), 2],
    [head + list(['1、', '1、', '1、']), 2],
    [`${head}1. 学习。\n   1. 读书。\n   1. 调研。\n3. 落实。\n`, 1],
  ])('with other numbers, or in plain text, is judged as ever: %j', (text, faults) => {
    expect(marked(text).filter((one) => /^error|^warning/u.test(one)).length).toBe(faults);
  });

  it('without numbers of its own is read and fixed for what its words say', () => {
    const text = `${head}1. 深入学习贯彻党的十九大精神。\n1. 抓好落实。\n`;
    const [found] = checker.check(text, options).findings;
    expect(applyEdits(text, found?.fixes[0]?.edits ?? [])).toBe(text.replace('十九大', '二十大'));
  });
});

describe('what is no part of the draft', () => {
  const wrong = '一、甲\n三、乙\n党的十九大精神，市工商局';
  it.each([
    ['a block between ```', `# 讲话\n\n\`\`\`\n${wrong}\n\`\`\`\n`],
    ['a block between ```, alone', `\`\`\`text\n${wrong}\n\`\`\`\n`],
    ['a block between ~~~', `~~~\n${wrong}\n~~~\n`],
    ['a longer fence around a shorter one', `\`\`\`\`\n\`\`\`\n${wrong}\n\`\`\`\n${wrong}\n\`\`\`\``],
    ['a fence in a list', `- 例：\n\n  \`\`\`\n  ${wrong}\n  \`\`\`\n`],
    ['an indented block of code', '# 讲话\n\n    run(a);\n    一、甲\n    三、乙 党的十九大精神\n'],
    ['code in a line', '# 讲话\n\n标签写作`党的十九大精神,市工商局`。'],
    ['code between two back ticks', '标签写作``党的十九大`精神``。'],
    ['a block between ``` that is never closed', `\`\`\`\n${wrong}`],
    ['code that holds a back tick', '标签写作``党的` 十九大,精神``。'],
    ['a front matter in TOML', '+++\ntitle = "党的十九大,精神"\n+++\n大家好。'],
    ['a comment', '<!-- 党的十九大精神,市工商局 -->大家好<!-- 党的十九大 -->。'],
    ['a comment over lines', `大家好。\n<!-- 一、甲\n${wrong}\n-->\n谢谢。`],
    ['struck words', '大家好，~~要贯彻党的十九大精神,好~~，谢谢。'],
    ['a front matter', `---\ntitle: 学习党的十九大精神\ntags:\n  - 市工商局\n---\n\n# 讲话\n\n大家好。`],
  ])('is silent: %s', (_, text) => {
    expect(marked(text)).toEqual([]);
  });

  it('is still the date of a front matter', () => {
    const { asOf } = checker.check('---\ntitle: 讲话\ndate: 2019-03-05\n---\n\n# 讲话\n\n大家好。', {
      today: '2026-11-30',
    });
    expect(asOf.writtenFor?.from).toBe('2019-03-05');
  });

  it('ends where the code ends', () => {
    expect(marked('```\nx\n```\n市工商局负责牵头。')).toEqual(['warning 工商局']);
    expect(marked('用`x`时市工商局负责牵头。')).toEqual(['warning 工商局']);
    expect(marked('~~~\n市工商局负责牵头。')).toEqual(['warning 工商局']);
  });

  it('keeps its place in the text, with line ends of Windows too', () => {
    const text = '---\r\na: b\r\n---\r\n## 一、甲\r\n```\r\nx\r\n```\r\n## 三、乙\r\n';
    expect(seen(text)).toBe('---\r\n\r\n---\r\n一、甲\r\n\r\n\r\n\r\n三、乙\r\n');
    expect(marked(text)).toEqual(['error 三、']);
  });
});

describe('emphasis in a text of Markdown', () => {
  it('is read through, and its marks outlive a fix', () => {
    for (const [before, after] of [
      ['党的**十九大**精神', '党的**二十大**精神'],
      ['**党的十九大**精神', '**党的二十大**精神'],
      ['党的**十九大精神**', '党的**二十大精神**'],
    ] as const) {
      const text = `# 讲话\n\n要学习贯彻${before}。`;
      const [finding] = checker.check(text, options).findings;
      expect(applyEdits(text, finding?.fixes[0]?.edits ?? [])).toBe(`# 讲话\n\n要学习贯彻${after}。`);
    }
  });

  it.each([
    '**同志们：**',
    '**市委书记**作了讲话，**县级领导**到会。',
    '**个别单位**存在**人浮于事**的问题。',
    '**县委常委会工作报告**',
  ])('is no placeholder, whatever its words: %s', (line) => {
    expect(marked(`# 讲话\n\n${line}`)).toEqual([]);
  });

  it('is no placeholder, though ** alone is one', () => {
    expect(
      marked(
        '# 讲话\n\n要**抓紧**办，把**问题导向、目标导向**贯穿始终，**“十五五”规划**、**干好、干实，干到底**。',
      ),
    ).toEqual([]);
    expect(marked('# 讲话\n\n会议由**、**和**主持。')).toHaveLength(3);
    expect(marked('# 讲话\n\n由**副书记主持，**副县长参加，**同志致辞。')).toHaveLength(3);
    expect(marked('# 讲话\n\n**同志向**汇报，投资**亿元，增长**%。')).toHaveLength(4);
  });
});

describe('an edit of a text of Markdown', () => {
  const edited = (text: string, edit: Edit) => {
    const edits = [textOfMarkdown(text, true)?.editInWhole(edit) ?? edit];
    return applyEdits(text, edits);
  };
  it.each<[string, string, Edit, string]>([
    ['a number', '## 三、甲', { start: 0, end: 1, text: '二' }, '## 二、甲'],
    ['words at the start', '## 一、甲', { start: 0, end: 2, text: '' }, '## 甲'],
    ['all words', '## 一、甲', { start: 0, end: 3, text: '乙' }, '## 乙'],
    ['an insertion at the start', '## 一、甲', { start: 0, end: 0, text: '第' }, '## 第一、甲'],
    ['an insertion within emphasis', '**一、甲**', { start: 0, end: 0, text: '第' }, '**第一、甲**'],
    ['an insertion at the end', '**一、甲**', { start: 3, end: 3, text: '。' }, '**一、甲。**'],
    ['an insertion before closing #', '## 一、甲 ##', { start: 3, end: 3, text: '乙' }, '## 一、甲乙 ##'],
    ['a new line', '- 一、甲', { start: 0, end: 0, text: '\n' }, '\n- 一、甲'],
    ['the bold number', '**一**、甲', { start: 0, end: 2, text: '（二）' }, '**（二）**甲'],
    ['code', '用`乙丙`好', { start: 0, end: 5, text: '请用`aa`' }, '请用`乙丙`好'],
    ['two links', '[甲](a.md)乙[丙](b.md)', { start: 0, end: 3, text: '丁' }, '[](a.md)丁[](b.md)'],
    ['an end of line', '甲\n## 一、乙', { start: 0, end: 3, text: '丙一' }, '丙## 一、乙'],
  ])('keeps the marks: %s', (_, text, edit, wanted) => {
    expect(edited(text, edit)).toBe(wanted);
  });
});

describe('plain text', () => {
  it.each([
    '——一、提高认识，抓好落实。',
    '- 1.5亿元用于教育\n- 2.3万名党员',
    '- 十一、元旦放假\n- 三、四季度',
    '~~~~~~~~~~\n一、甲\n~~~~~~~~~~',
    '**同志、**同志\n一、甲',
    '***\n一、提高认识\n***',
    '> 5000元的补助',
    '#1机组投产',
    '*注：数据截至6月',
    '---\n时间：2026年3月\n地点：会议室\n---\n一、甲',
    '    一、提高认识\n    二、抓好落实',
    '这里`是一个撇号',
    '____年__月__日',
    '| 三、四季度 | 5 |',
  ])('has no Markdown: %j', (text) => {
    expect(readMarkdown(text)).toBeNull();
  });
});

describe('an address', () => {
  const place = '要贯彻党的十九大,精神';
  it.each([
    `请看[讲话](../${place}.md)，抓好落实。`,
    `请看[讲话](<${place} （一）.md>)，抓好落实。`,
    `请看[讲话](附件（一）.md#${place})，抓好落实。`,
    '请看[讲话](https://a.gov.cn/x "县政府,网站")，抓好落实。',
    `[a]: ./${place}.md`,
    '[附件]: 附件,一.md "附件"',
    `![会场](${place}.png)`,
    `![[${place}.png]]`,
    `请看[[${place}|讲话]]，抓好落实。`,
    `点击[![封面](${place}.jpg)](https://x.cn/${place})查看。`,
    `请看<a href="${place}.html">讲话</a>，抓好落实。`,
    `请看<https://x.gov.cn/${place}>，抓好落实。`,
    `请看http://a.b/${place}`,
    `请看https://x.gov.cn/${place}.html，抓好落实。`,
    `请看www.x.gov.cn/${place}，抓好落实。`,
    `请看gov.cn/zhuanti/${place}/，抓好落实。`,
    `文件在D:\\我的 资料\\${place}.docx，请查收。`,
    `文件在\\\\server\\共享\\${place}（一）.xlsx中。`,
    `文件在../资料/${place}.md，请查收。`,
    '&nbsp;同志们，要做到&ldquo;两个维护&rdquo;，抓好落实&#8221;。',
    '《学习/贯彻》、2025/2026年、和/或、1:2，抓好落实。',
  ])('is neither found nor changed: %s', (text) => {
    expect(marked(text)).toEqual([]);
  });

  it.each([
    '请登录http://a.gov.cn/查询，学习党的十九大精神。',
    '请登录http://a.gov.cn学习党的十九大精神。',
    '请登录http://a.gov.cn/index.html学习党的十九大精神。',
    '（详见http://a.gov.cn/b）学习党的十九大精神。',
    '请看“http://a.gov.cn/专题”学习党的十九大精神。',
    '要[学习党的十九大精神](https://a.gov.cn/x)。',
    '![学习党的十九大精神](a.png)',
    '文件在D:\\资料\\甲.docx，学习党的十九大精神。',
    '2025/2026年，A/B组学习党的十九大精神。',
    '<!-- 甲 -->学习党的十九大精神。',
    '<!-- 甲 学习党的十九大精神。',
    '&nbsp;&nbsp;学习党的十九大精神。',
    '约3~~5天，8~~9天，学习党的十九大精神。',
  ])('ends where words go on: %s', (text) => {
    expect(marked(text)).toEqual(['error 党的十九大']);
  });

  it('is no heading in a table of contents', () => {
    const text = '[一、学习](#一)\n[二、落实](#二)\n\n## 一、学习\n抓好落实。\n\n## 二、落实\n抓好落实。';
    expect(titles(text)).toEqual(['一、学习', '二、落实']);
    expect(marked(text)).toEqual([]);
  });
});

describe('a quotation', () => {
  const words = '> 要深入学习贯彻党的十九大精神，抓好落实。';
  it.each([
    `2018年1月，习近平总书记强调：\n\n${words}`,
    `习近平总书记指出：\n\n${words}\n>\n${words}\n\n${words}`,
    `文件原文如下：\n${words}`,
    `条例规定如下：\n> 一、由市工商局负责。\n> 三、抓好落实。`,
    `${words}\n> ——习近平`,
  ])('behind the one who says it is silent: %j', (text) => {
    expect(marked(text)).toEqual([]);
  });

  it.each(['要抓好三点：', '大家好。', '现提出如下要求：', '讲三点要求：', '在这里，我强调：', ''])(
    'behind other words is the author’s: %j',
    (before) => {
      expect(marked(`${before}\n\n${words}`)).toEqual(['error 党的十九大']);
    },
  );
});

describe('emphasis after a fix', () => {
  const fixed = (text: string) =>
    applyEdits(text, checker.check(text, options).findings[0]?.fixes[0]?.edits ?? []);
  it.each([
    ['**注意:** 要抓好', '**注意：** 要抓好'],
    ['1. **产业方面:** 要抓好', '1. **产业方面：** 要抓好'],
    ['**落实,** 要抓好', '**落实，** 要抓好'],
    ['__教育:__ 要抓好', '__教育：__ 要抓好'],
    ['**(一)教育:** 要抓好', '**(一)教育：** 要抓好'],
    ['**注意** : 要抓好', '**注意**：要抓好'],
    ['要抓好**十五五**规划编制。', '要抓好“**十五五**”规划编制。'],
    ['要学习[十五五](a.md)规划。', '要学习[“十五五”](a.md)规划。'],
    ['要学习党的*十九大*精神。', '要学习党的*二十大*精神。'],
    ['要学习党的**十九大**精神。', '要学习党的**二十大**精神。'],
    ['要学习党的[十九大](a.md)精神。', '要学习党的[二十大](a.md)精神。'],
    ['要学习党的~~十八大~~十九大精神。', '要学习党的~~十八大~~二十大精神。'],
  ])('is still emphasis, with and without headings: %s', (text, wanted) => {
    expect(fixed(text)).toBe(wanted);
    expect(fixed(`# 讲话\n\n${text}`)).toBe(`# 讲话\n\n${wanted}`);
  });
});
