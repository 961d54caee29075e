import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { openDocx, type WriteOptions } from '../../lib/docx/open.ts';
import { complexField, control, coreProperties, customData, simpleField } from '../docx/containers.ts';
import { bold, change, makeDocx, paragraph, partOf, rewritten, run, table } from '../docx/make.ts';

const document = (bytes: Uint8Array) => partOf(bytes, 'word/document.xml');
/** The words of the comments, one string a comment. */
const notes = (bytes: Uint8Array) =>
  [...partOf(bytes, 'word/comments.xml').matchAll(/<w:comment .*?<\/w:comment>/gsu)].map(([comment]) =>
    [...comment.matchAll(/<w:t [^>]*>([^<]*)/gu)].map((match) => match[1]).join('|'),
  );
/** What is left of the document when everything but the words, controls, fields and marks is taken away. */
const sketch = (bytes: Uint8Array) =>
  (/<w:body>(.*)<w:sectPr>/su.exec(document(bytes))?.[1] ?? '')
    .replace(/<w:commentRangeStart [^>]*>/gu, '{')
    .replace(/<w:commentRangeEnd [^>]*>/gu, '}')
    .replace(/<w:r><w:commentReference [^>]*><\/w:r>/gu, '*')
    .replace(/<w:fldChar w:fldCharType="(\w+)"\/>/gu, '$1 ')
    .replace(/<w:instrText[^>]*>[^<]*<\/w:instrText>/gu, '')
    .replace(/<(\/?)w:(p|sdt|fldSimple|del|ins|tbl)(?: [^>]*)?>/gu, '[$1$2]')
    .replace(/<[^>]*>/gu, '');

const faulty = '学习党的十九大精神。';
const swap = ['十九', '二十', '过时。'] as const;
const direct = (where: string) =>
  `过时。|此处在${where}，已直接改动${where === '域内' ? '，更新域时请再核对' : ''}：“十九”改为“二十”。`;

describe('a change in a content control around paragraphs', () => {
  it.each([
    ['one', control(paragraph(run(faulty))) + paragraph(run('后'))],
    ['of two paragraphs', control(paragraph(run('前')) + paragraph(run(faulty))) + paragraph(run('后'))],
    ['for plain text', control(paragraph(run(faulty)), '<w:text/>') + paragraph(run('后'))],
    ['in another', control(control(paragraph(run(faulty)))) + paragraph(run('后'))],
    ['around a table', control(table([paragraph(run(faulty)), paragraph(run('右'))])) + paragraph(run('后'))],
    [
      'around a cell',
      `<w:tbl><w:tr>${control(`<w:tc>${paragraph(run(faulty))}</w:tc>`)}<w:tc>${paragraph(run('后'))}</w:tc></w:tr></w:tbl>`,
    ],
    ['in a cell', table([control(paragraph(run(faulty))) + paragraph(''), paragraph(run('后'))])],
    [
      'around a control within its paragraph',
      control(paragraph(control(run(faulty)))) + paragraph(run('后')),
    ],
    [
      'over a bold word',
      control(paragraph(run('学习党的'), run('十九', bold), run('大精神。'))) + paragraph(run('后')),
    ],
    [
      'with a list of parts',
      control(
        paragraph(run(faulty)),
        '<w:docPartObj><w:docPartGallery w:val="Cover Pages"/></w:docPartObj>',
      ) + paragraph(run('后')),
    ],
  ])('%s is plain, and the comment says so outside of it', (_name, body) => {
    const { bytes, text } = rewritten(makeDocx(body), [swap]);
    expect(openDocx(bytes).text).toBe(text);
    expect(document(bytes)).not.toMatch(/<w:(?:ins|del) /u);
    expect(notes(bytes)).toEqual([direct('内容控件内')]);
    for (const [inside] of document(bytes).matchAll(/<w:sdtContent>.*<\/w:sdtContent>/gsu))
      expect(inside).not.toContain('comment');
  });

  it('is commented at the end of the paragraph before where none follows', () => {
    const { bytes } = rewritten(makeDocx(paragraph(run('前')) + control(paragraph(run(faulty)))), [swap]);
    expect(sketch(bytes)).toBe('[p]前{}*[/p][sdt][p]学习党的二十大精神。[/p][/sdt]');
  });

  it('is commented in the next paragraph, behind its properties', () => {
    const next = `<w:p><w:pPr><w:jc w:val="center"/></w:pPr>${run('后')}</w:p>`;
    const { bytes } = rewritten(makeDocx(control(paragraph(run(faulty))) + next), [swap]);
    expect(document(bytes)).toMatch(/<w:pPr><w:jc w:val="center"\/><\/w:pPr><w:commentRangeStart/u);
  });

  it('goes without a comment where the document is nothing but the control', () => {
    const { bytes, text } = rewritten(makeDocx(control(paragraph(run(faulty)))), [swap]);
    expect(openDocx(bytes).text).toBe(text);
    expect(notes(bytes)).toEqual([]);
  });

  it('leaves changes beside the control tracked', () => {
    const { bytes } = rewritten(makeDocx(control(paragraph(run(faulty))) + paragraph(run('三、落实'))), [
      swap,
      ['三', '二', '序号。'],
    ]);
    expect(document(bytes).match(/<w:(?:ins|del) /gu)).toHaveLength(2);
    expect(notes(bytes)).toEqual([direct('内容控件内'), '序号。']);
  });

  it('may be words that are only put in, or only deleted', () => {
    const file = makeDocx(control(paragraph(run('甲乙'), run('丙'))) + paragraph(run('后')));
    const opened = openDocx(file);
    const at = (start: number, end: number, text: string) => ({ start, end, text, reasons: [] });
    const bytes =
      opened.written([at(1, 1, '新'), at(2, 3, '')], { manner: 'tracked', at: new Date() }) ?? file;
    expect(openDocx(bytes).text).toBe('甲新乙\n后');
    expect(notes(bytes)).toEqual([
      '此处在内容控件内，已直接改动：加上“新”。',
      '此处在内容控件内，已直接改动：删去“丙”。',
    ]);
  });

  it('has no comment where all changes are plain', () => {
    const { bytes } = rewritten(makeDocx(control(paragraph(run(faulty))) + paragraph(run('后'))), [swap], {
      manner: 'plain',
    });
    expect(partOf(bytes, 'word/comments.xml')).toBe('');
  });

  it('is told in English where that is the language of the screen', () => {
    const { bytes } = rewritten(
      makeDocx(control(paragraph(run(faulty))) + paragraph(run('后'))),
      [['十九', '二十']],
      { language: 'en' },
    );
    expect(notes(bytes)).toEqual([
      'This is in a content control and was changed directly: “十九” to “二十”.',
    ]);
  });
});

describe('a change in a control within a paragraph', () => {
  it('for plain text is plain, with the comment around the control', () => {
    const { bytes } = rewritten(
      makeDocx(paragraph(run('前'), control(run(faulty), '<w:text/>'), run('后'))),
      [swap],
    );
    expect(sketch(bytes)).toBe('[p]前{[sdt]学习党的二十大精神。[/sdt]}*后[/p]');
    expect(notes(bytes)).toEqual([direct('内容控件内')]);
  });

  it('for rich text is tracked', () => {
    const { bytes } = rewritten(makeDocx(paragraph(run('前'), control(run(faulty)), run('后'))), [swap]);
    expect(sketch(bytes)).toBe('[p]前{[sdt]学习党的[del]十九[/del][ins]二十[/ins]大精神。[/sdt]}*后[/p]');
    expect(notes(bytes)).toEqual(['过时。']);
  });

  it('that reaches beyond the control is plain as a whole', () => {
    const file = makeDocx(paragraph(run('学习党的'), control(run('十九'), '<w:text/>'), run('大精神')));
    const { bytes, text } = rewritten(file, [['的十九大', '之二十届']]);
    expect(openDocx(bytes).text).toBe(text);
    expect(document(bytes)).not.toMatch(/<w:(?:ins|del) /u);
  });
});

describe('a change in the result of a field', () => {
  it.each([
    [
      'marked',
      paragraph(run('前'), complexField(run(faulty)), run('后')),
      '[p]前{begin separate 学习党的二十大精神。end }*后[/p]',
    ],
    [
      'simple',
      paragraph(run('前'), simpleField(run(faulty)), run('后')),
      '[p]前{[fldSimple]学习党的二十大精神。[/fldSimple]}*后[/p]',
    ],
    [
      'in the result of another',
      paragraph(complexField(run('甲') + complexField(run(faulty)) + run('乙')), run('后')),
      '[p]{begin separate 甲begin separate 学习党的二十大精神。end 乙end }*后[/p]',
    ],
    [
      'within a link',
      paragraph(`<w:hyperlink r:id="rId1">${complexField(run(faulty))}</w:hyperlink>`, run('后')),
      '[p]{begin separate 学习党的二十大精神。end }*后[/p]',
    ],
  ])('%s is plain, with the comment around the field', (_name, body, expected) => {
    const { bytes } = rewritten(makeDocx(body), [swap]);
    expect(sketch(bytes)).toBe(expected);
    expect(notes(bytes)).toEqual([direct('域内')]);
  });

  it('over several paragraphs is commented around all of them', () => {
    const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
    const body =
      paragraph(mark('begin'), '<w:r><w:instrText> TOC </w:instrText></w:r>', mark('separate'), run('甲')) +
      paragraph(run(faulty)) +
      paragraph(mark('end'), run('后'));
    expect(sketch(rewritten(makeDocx(body), [swap]).bytes)).toBe(
      '[p]{begin separate 甲[/p][p]学习党的二十大精神。[/p][p]end }*后[/p]',
    );
  });

  it('keeps words before and behind the field tracked', () => {
    const { bytes } = rewritten(
      makeDocx(paragraph(run('三、'), complexField(run(faulty)), run('市工商局'))),
      [['三', '二'], swap, ['工商', '市场监管']],
    );
    expect(document(bytes).match(/<w:del /gu)).toHaveLength(2);
  });

  it('takes remarks around it as well', () => {
    const opened = openDocx(makeDocx(paragraph(run('前'), complexField(run(faulty)), run('后'))));
    const start = opened.text.indexOf('十九');
    const bytes = opened.written([], {
      manner: 'plain',
      at: new Date(),
      remarks: [{ start, end: start + 2, sentence: '可斟酌。' }],
    });
    expect(sketch(bytes ?? new Uint8Array())).toBe('[p]前{begin separate 学习党的十九大精神。end }*后[/p]');
  });
});

describe('a control that is bound to data', () => {
  const written = (
    body: string,
    extra: Parameters<typeof makeDocx>[1],
    options: Partial<WriteOptions> = {},
  ) => {
    const file = makeDocx(body, extra);
    const { text, written: write } = openDocx(file);
    const bytes = write([change(text, ...swap)], { manner: 'tracked', at: new Date(), ...options }) ?? file;
    return { bytes, before: unzipSync(file), after: unzipSync(bytes) };
  };
  const title = customData(
    '<d:root xmlns:d="urn:d"><d:other>别的</d:other><d:title>学习党的十九大精神。</d:title></d:root>',
  );
  const binding = title.binding('/ns0:root[1]/ns0:title[1]', "xmlns:ns0='urn:d'");
  const around = (properties: string) => paragraph(control(run(faulty), `${properties}<w:text/>`), run('后'));
  const dataOf = (bytes: Uint8Array) => partOf(bytes, 'customXml/item1.xml');

  it.each(['tracked', 'plain'] as const)('changes its data too: %s', (manner) => {
    const { bytes, before, after } = written(around(binding), title.extra, { manner });
    expect(dataOf(bytes)).toContain('<d:title>学习党的二十大精神。</d:title>');
    expect(dataOf(bytes)).toContain('<d:other>别的</d:other>');
    expect(openDocx(bytes).text).toContain('二十大');
    for (const name of ['customXml/itemProps1.xml', 'customXml/_rels/item1.xml.rels', 'word/styles.xml'])
      expect(after[name], name).toEqual(before[name]);
  });

  it('around paragraphs changes its data too', () => {
    const { bytes } = written(
      control(paragraph(run(faulty)), `${binding}<w:text/>`) + paragraph(run('后')),
      title.extra,
    );
    expect(dataOf(bytes)).toContain('<d:title>学习党的二十大精神。</d:title>');
  });

  it('of several lines keeps them apart in its data', () => {
    const data = customData('<root><t>甲\r\n学习党的十九大精神。</t></root>');
    const { bytes } = written(
      paragraph(
        control(
          `<w:r><w:t>甲</w:t><w:br/><w:t>${faulty}</w:t></w:r>`,
          `${data.binding('/root/t')}<w:text w:multiLine="1"/>`,
        ),
      ),
      data.extra,
    );
    expect(partOf(bytes, 'customXml/item1.xml')).toContain('<t>甲\n学习党的二十大精神。</t>');
  });

  it('to the properties of the document changes those', () => {
    const { extra, binding: toTitle } = coreProperties(faulty);
    const { bytes } = written(around(toTitle), extra);
    expect(partOf(bytes, 'docProps/core.xml')).toContain('<dc:title>学习党的二十大精神。</dc:title>');
  });

  it.each([
    ['whose data reads otherwise', customData('<root><t>2019-03-20</t></root>'), '/root/t', ''],
    ['by a path that is not by name', customData(`<root><t>${faulty}</t></root>`), '//t', ''],
    ['whose data holds elements', customData(`<root><t><b>${faulty}</b></t></root>`), '/root/t', ''],
    [
      'of which the words come from a list',
      customData(`<root><t>${faulty}</t></root>`),
      '/root/t',
      '<w:dropDownList/>',
    ],
  ])('%s is left, and a comment says so', (_name, data, path, more) => {
    for (const manner of ['tracked', 'plain'] as const) {
      const { bytes, before, after } = written(around(data.binding(path) + more), data.extra, { manner });
      expect(openDocx(bytes).text).toContain('十九大');
      expect(after['customXml/item1.xml']).toEqual(before['customXml/item1.xml']);
      expect(notes(bytes)).toEqual([
        '过时。|此处文字由 Word 取自文档的数据，改了会被还原，所以没有改动。建议在 Word 中改：“十九”改为“二十”。',
      ]);
    }
  });

  it.each([
    [
      'to data that is not there',
      customData('<root/>')
        .binding('/root/t')
        .replace(/\{.*?\}/u, '{0}'),
      {},
    ],
    [
      'to a place that is not in its data',
      customData('<root/>').binding('/root/t'),
      customData('<root/>').extra,
    ],
  ])('%s is bound to nothing', (_name, toNothing, extra) => {
    const { bytes } = written(around(toNothing), extra);
    expect(openDocx(bytes).text).toContain('二十大');
    expect(notes(bytes)).toEqual([direct('内容控件内')]);
  });
});
