import { beforeAll, describe, expect, it } from 'vitest';
import { createChecker } from '../../lib/checking/checker.ts';
import { openDocx } from '../../lib/docx/open.ts';
import type { Finding } from '../../lib/rules/types.ts';
import { fixesFor } from '../../scripts/check-report.ts';
import { loadBuiltInKnowledge } from '../../scripts/load-knowledge.ts';
import { makeDocx, paragraph, partOf, rewritten, run } from '../docx/make.ts';

const textOf = (body: string, styles = '') => openDocx(makeDocx(body, { styles })).text;
const inRun = (...elements: string[]) => `<w:r>${elements.join('')}</w:r>`;
const words = (text: string) => `<w:t xml:space="preserve">${text}</w:t>`;
const lineBreak = '<w:br/>';

let check: (text: string) => readonly Finding[];
beforeAll(async () => {
  const checker = createChecker((await loadBuiltInKnowledge()).knowledge);
  check = (text) => checker.check(text, { today: '2026-11-20' }).findings;
});

describe('a manual line break', () => {
  it.each([
    ['of text', '<w:br/>', '甲\n乙'],
    ['that wraps beside a picture', '<w:br w:type="textWrapping" w:clear="all"/>', '甲\n乙'],
    ['of a page', '<w:br w:type="page"/>', '甲\n乙'],
    ['of a column', '<w:br w:type="column"/>', '甲\n乙'],
    ['of the older form', '<w:cr/>', '甲\n乙'],
    ['twice', '<w:br/><w:br/>', '甲\n\n乙'],
    ['beside a tab', '<w:br/><w:tab/>', '甲\n\t乙'],
  ])('%s ends a line', (_name, element, text) => {
    expect(textOf(paragraph(inRun(words('甲'), element, words('乙'))))).toBe(text);
    expect(textOf(paragraph(run('甲'), inRun(element), run('乙')))).toBe(text);
  });

  it('parts headings and dates, and no fix takes it away', () => {
    const lines = [
      '一、提高认识',
      '我们要抓好落实。',
      '二、突出重点',
      '我们要学习党的十九大精神。',
      '四、加强领导',
      '我们要抓好落实。',
    ];
    const file = makeDocx(paragraph(lines.map((line) => inRun(words(line))).join(inRun(lineBreak))));
    const { text, written } = openDocx(file);
    expect(text).toBe(lines.join('\n'));
    const findings = check(text);
    expect(findings.map(({ level, start, end }) => `${level} ${text.slice(start, end)}`)).toEqual([
      'error 党的十九大',
      'error 四、',
    ]);
    const edits = fixesFor('safe', text, findings);
    for (const manner of ['plain', 'tracked'] as const) {
      const bytes = written(
        edits.map((edit) => ({ ...edit, reasons: [] })),
        { manner, at: new Date() },
      );
      expect(openDocx(bytes ?? file).text).toBe(text.replace('十九大', '二十大').replace('四、', '三、'));
      expect(partOf(bytes ?? file, 'word/document.xml').match(/<w:br\/>/gu)).toHaveLength(5);
    }
  });

  it('stays beside words that are put in, replaced or deleted at it', () => {
    const file = makeDocx(paragraph(inRun(words('甲甲'), lineBreak, words('乙乙'))));
    for (const manner of ['plain', 'tracked'] as const) {
      const opened = openDocx(file);
      const at = (start: number, end: number, text: string) => ({ start, end, text, reasons: [] });
      const bytes = opened.written([at(1, 2, '首'), at(2, 2, '。'), at(3, 4, ''), at(5, 5, '完')], {
        manner,
        at: new Date(),
      });
      expect(openDocx(bytes ?? file).text).toBe('甲首。\n乙完');
    }
  });

  it('cannot be taken away or added', () => {
    const opened = openDocx(makeDocx(paragraph(inRun(words('甲'), lineBreak, words('乙')))));
    const change = (start: number, end: number, text: string) =>
      opened.written([{ start, end, text, reasons: [] }], { manner: 'plain', at: new Date() });
    expect(change(1, 2, '')).toBeNull();
    expect(change(0, 3, '丙')).toBeNull();
    expect(change(0, 0, '丙\n')).toBeNull();
    expect(change(0, 3, '丙\n丁')).not.toBeNull();
  });

  it('lets a date behind it be read as a date', () => {
    const file = makeDocx(
      paragraph(inRun(words('在学习会上的讲话'), lineBreak, words('2019年3月20日'))) +
        paragraph(run('我们要深入学习贯彻党的十九大精神。')),
    );
    const text = openDocx(file).text;
    const asked = check(text).map(({ rule, start, end }) => `${rule} ${text.slice(start, end)}`);
    expect(asked).toEqual(['draft-date 2019年3月20日']);
  });
});

describe('other elements that show a character', () => {
  it.each([
    ['a hyphen that does not break', '<w:noBreakHyphen/>', '\u2011'],
    ['a soft hyphen', '<w:softHyphen/>', '\u00ad'],
    ['a tab', '<w:tab/>', '\t'],
    ['a tab to a place', '<w:ptab w:relativeTo="margin" w:alignment="right" w:leader="none"/>', '\t'],
    ['a ticked box', '<w:sym w:font="Wingdings" w:char="F0FE"/>', '☑'],
    ['an empty box', '<w:sym w:font="Wingdings" w:char="F0A8"/>', '□'],
    ['a tick of another font', '<w:sym w:font="Wingdings 2" w:char="F050"/>', '✓'],
    ['a sign by its low code', '<w:sym w:font="Wingdings" w:char="006C"/>', '●'],
    ['a sign of a font of signs', '<w:sym w:font="Webdings" w:char="F061"/>', '•'],
    ['a sign of a font of text', '<w:sym w:font="宋体" w:char="2460"/>', '①'],
    ['a sign without a code', '<w:sym w:font="宋体"/>', '•'],
    ['a footnote', '<w:footnoteReference w:id="1"/>', ''],
    ['the place where a page ended', '<w:lastRenderedPageBreak/>', ''],
  ])('%s', (_name, element, character) => {
    expect(textOf(paragraph(inRun(words('甲'), element, words('乙'))))).toBe(`甲${character}乙`);
  });

  it('do not run numbers together', () => {
    const text = textOf(
      paragraph(inRun(words('会议于2026年2月2'), '<w:noBreakHyphen/>', words('9日举行。'))),
    );
    expect(text).toBe('会议于2026年2月2\u20119日举行。');
    expect(check(text).filter(({ level }) => level === 'error')).toEqual([]);
  });

  it('can be replaced, and stay where they are not', () => {
    const file = makeDocx(
      paragraph(
        inRun(
          words('2021'),
          '<w:noBreakHyphen/>',
          words('2025年'),
          '<w:sym w:font="Wingdings" w:char="F0FE"/>',
        ),
      ),
    );
    for (const manner of ['plain', 'tracked'] as const) {
      const { bytes, text } = rewritten(
        file,
        [
          ['\u2011', '—'],
          ['年', '年底'],
        ],
        { manner },
      );
      expect(openDocx(bytes).text).toBe(text);
      expect(partOf(bytes, 'word/document.xml')).toContain('<w:sym ');
    }
  });

  it('are the definitions of a paragraph no more than before', () => {
    const tabs = '<w:pPr><w:tabs><w:tab w:val="left" w:pos="420"/></w:tabs></w:pPr>';
    expect(textOf(`<w:p>${tabs}${run('甲')}</w:p>`)).toBe('甲');
  });
});

describe('hidden text', () => {
  const style = (type: string, id: string, inside: string, based = '') =>
    `<w:style w:type="${type}" w:styleId="${id}">${based && `<w:basedOn w:val="${based}"/>`}<w:rPr>${inside}</w:rPr></w:style>`;
  const vanish = '<w:vanish/>';
  const styles =
    style('character', 'C', vanish) +
    style('character', 'C2', '', 'C') +
    style('character', 'C3', '<w:vanish w:val="0"/>', 'C') +
    style('paragraph', 'P', vanish) +
    style('paragraph', 'P2', '', 'P');
  const of = (id: string) => `<w:rStyle w:val="${id}"/>`;
  const inParagraph = (id: string, ...runs: string[]) =>
    `<w:p><w:pPr><w:pStyle w:val="${id}"/></w:pPr>${runs.join('')}</w:p>`;

  it.each([
    ['of its own', run('藏', vanish), '甲乙'],
    ['switched off', run('藏', '<w:vanish w:val="0"/>'), '甲藏乙'],
    ['switched off in words', run('藏', '<w:vanish w:val="false"/>'), '甲藏乙'],
    ['by its style', run('藏', of('C')), '甲乙'],
    ['by the style of its style', run('藏', of('C2')), '甲乙'],
    ['shown by a nearer style', run('藏', of('C3')), '甲藏乙'],
    ['shown by itself', run('藏', `${of('C')}<w:vanish w:val="0"/>`), '甲藏乙'],
    ['in a web page only', run('藏', '<w:webHidden/>'), '甲藏乙'],
    ['of a style that is not there', run('藏', of('X')), '甲藏乙'],
    ['in a link', `<w:hyperlink r:id="rId1">${run('藏', vanish)}</w:hyperlink>`, '甲乙'],
  ])('%s', (_name, hidden, text) => {
    expect(textOf(paragraph(run('甲'), hidden, run('乙')), styles)).toBe(text);
  });

  it('by the style of its paragraph has no line either', () => {
    expect(textOf(inParagraph('P', run('藏')) + paragraph(run('乙')), styles)).toBe('乙');
    expect(textOf(inParagraph('P2', run('藏')) + paragraph(run('乙')), styles)).toBe('乙');
    expect(textOf(inParagraph('P', run('显', '<w:vanish w:val="0"/>')) + paragraph(run('乙')), styles)).toBe(
      '显乙',
    );
    // Both styles hide: together they show.
    expect(textOf(inParagraph('P', run('显', of('C'))) + paragraph(run('乙')), styles)).toBe('显乙');
  });

  it('is not checked, and is in the file afterwards', () => {
    const file = makeDocx(paragraph(run('学习党的十九'), run('旧稿：党的十八大', vanish), run('大精神。')));
    const { bytes, text } = rewritten(file, [['十九大', '二十大']]);
    expect(text).toBe('学习党的二十大精神。');
    expect(openDocx(bytes).text).toBe(text);
    expect(partOf(bytes, 'word/document.xml')).toContain('旧稿：党的十八大');
  });

  it('hides a box that is anchored in it', () => {
    const box = `<w:r><w:rPr>${vanish}</w:rPr><w:pict><v:textbox><w:txbxContent>${paragraph(run('盒'))}</w:txbxContent></v:textbox></w:pict></w:r>`;
    expect(textOf(paragraph(run('甲'), box))).toBe('甲');
  });
});

describe('words with a reading aid', () => {
  const ruby = (base: string, aid: string) =>
    inRun(
      `<w:ruby><w:rubyPr><w:lid w:val="zh-CN"/></w:rubyPr><w:rt>${run(aid)}</w:rt><w:rubyBase>${run(base)}</w:rubyBase></w:ruby>`,
    );

  it('are read without it', () => {
    expect(textOf(paragraph(run('党的'), ruby('十九', 'shíjiǔ'), run('大')))).toBe('党的十九大');
    expect(textOf(paragraph(ruby('甲', 'jiǎ'), ruby('乙', 'yǐ')))).toBe('甲乙');
  });

  it('keep it when words beside them change', () => {
    const file = makeDocx(paragraph(run('党的'), ruby('十九', 'shíjiǔ'), run('大精神')));
    const { bytes, text } = rewritten(file, [['精神', '报告']]);
    expect(openDocx(bytes).text).toBe(text);
    expect(partOf(bytes, 'word/document.xml')).toContain('shíjiǔ');
  });
});

describe('a paragraph whose mark is deleted under revision', () => {
  const marked = (mark: string, ...runs: string[]) =>
    `<w:p><w:pPr><w:rPr><w:${mark} w:id="1" w:author="王五"/></w:rPr></w:pPr>${runs.join('')}</w:p>`;

  it.each([
    ['deleted', marked('del', run('党的十')) + paragraph(run('九大')), '党的十九大'],
    ['moved away', marked('moveFrom', run('党的十')) + paragraph(run('九大')), '党的十九大'],
    ['put in', marked('ins', run('党的十')) + paragraph(run('九大')), '党的十\n九大'],
    ['deleted twice', marked('del', run('甲')) + marked('del', run('乙')) + paragraph(run('丙')), '甲乙丙'],
    [
      'with all its words',
      marked('del', `<w:del w:id="2">${run('去')}</w:del>`) + paragraph(run('乙')),
      '乙',
    ],
    ['at the end of the text', paragraph(run('甲')) + marked('del', run('乙')), '甲\n乙'],
    [
      'before a table',
      `${marked('del', run('甲'))}<w:tbl><w:tr><w:tc>${paragraph(run('格'))}</w:tc></w:tr></w:tbl>${paragraph(run('乙'))}`,
      '甲\n格\n乙',
    ],
    [
      'at the end of a cell',
      `<w:tbl><w:tr><w:tc>${marked('del', run('左'))}</w:tc><w:tc>${paragraph(run('右'))}</w:tc></w:tr></w:tbl>`,
      '左\n右',
    ],
    [
      'before a bookmark',
      `${marked('del', run('甲'))}<w:bookmarkStart w:id="9" w:name="b"/>${paragraph(run('乙'))}`,
      '甲乙',
    ],
    [
      'hidden',
      `<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>${run('甲')}</w:p>${paragraph(run('乙'))}`,
      '甲乙',
    ],
  ])('%s', (_name, body, text) => {
    expect(textOf(body)).toBe(text);
  });

  it('takes changes across the mark', () => {
    const file = makeDocx(marked('del', run('学习党的十')) + paragraph(run('九大精神')));
    for (const manner of ['plain', 'tracked'] as const) {
      const { bytes, text } = rewritten(file, [['十九', '二十', '过时。']], { manner });
      expect(text).toBe('学习党的二十大精神');
      expect(openDocx(bytes).text).toBe(text);
    }
  });

  it('does not join what stands in a text box between', () => {
    const box = `<w:r><w:pict><v:textbox><w:txbxContent>${paragraph(run('盒'))}</w:txbxContent></v:textbox></w:pict></w:r>`;
    expect(textOf(marked('del', run('甲'), box) + paragraph(run('乙')))).toBe('甲乙\n盒');
  });
});

describe('the code of a field', () => {
  const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
  const code = (text: string) => `<w:r><w:instrText>${text}</w:instrText></w:r>`;
  const field = (inCode: string, result: string) =>
    mark('begin') + inCode + mark('separate') + result + mark('end');

  it.each([
    ['is not shown', field(code(' REF a '), run('果')), '前果后'],
    [
      'holds the result of another',
      field(code(' IF ') + field(code(' MERGEFIELD b '), run('藏')) + code(' = 1 '), run('果')),
      '前果后',
    ],
    [
      'stands in the result of another',
      field(code(' TOC '), run('果') + field(code(' PAGEREF '), run('3'))),
      '前果3后',
    ],
    ['has no result', mark('begin') + code(' XE ') + run('藏') + mark('end'), '前后'],
    ['has no end', mark('begin') + code(' REF a ') + run('显'), '前显后'],
    ['has an end without a beginning', run('显') + mark('end'), '前显后'],
  ])('%s', (_name, inside, text) => {
    expect(textOf(paragraph(run('前'), inside, run('后')))).toBe(text);
  });
});
