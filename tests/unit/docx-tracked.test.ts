import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { openDocx } from '../../lib/docx/open.ts';
import { bold, footnote, makeDocx, paragraph, partOf, rewritten, run, table } from '../docx/make.ts';

const document = (bytes: Uint8Array) => partOf(bytes, 'word/document.xml');
/** The body with attributes and namespaces left out, as far as they say nothing here. */
const body = (bytes: Uint8Array) =>
  (/<w:body>(.*)<w:sectPr>/su.exec(document(bytes))?.[1] ?? '')
    .replaceAll(' xml:space="preserve"', '')
    .replaceAll(' w:author="稿准" w:date="2026-11-20T09:30:00Z"', '');
const ids = (xml: string) => [...xml.matchAll(/<w:(?:ins|del) w:id="(\d+)"/gu)].map((match) => match[1]);

describe('tracked changes', () => {
  it('mark the old words and the new, and no others', () => {
    const file = makeDocx(paragraph(run('深入学习贯彻党的十九大精神。')));
    const { bytes, text } = rewritten(file, [['十九', '二十']]);
    expect(openDocx(bytes).text).toBe(text);
    expect(body(bytes)).toBe(
      '<w:p><w:r><w:t>深入学习贯彻党的</w:t></w:r><w:del w:id="1"><w:r><w:delText>十九</w:delText></w:r></w:del>' +
        '<w:ins w:id="2"><w:r><w:t>二十</w:t></w:r></w:ins><w:r><w:t>大精神。</w:t></w:r></w:p>',
    );
    expect(document(bytes)).toContain('w:author="稿准" w:date="2026-11-20T09:30:00Z"');
  });

  it('keep the formatting of every run, and write the new words in that of the first', () => {
    const file = makeDocx(paragraph(run('贯彻党的'), run('十九', bold), run('大精神', '<w:i/>')));
    const { bytes } = rewritten(file, [['的十九大', '之二十届']]);
    expect(body(bytes)).toBe(
      '<w:p><w:r><w:t>贯彻党</w:t></w:r><w:del w:id="1"><w:r><w:delText>的</w:delText></w:r>' +
        '<w:r><w:rPr><w:b/></w:rPr><w:delText>十九</w:delText></w:r><w:r><w:rPr><w:i/></w:rPr><w:delText>大</w:delText></w:r></w:del>' +
        '<w:ins w:id="2"><w:r><w:t>之二十届</w:t></w:r></w:ins><w:r><w:rPr><w:i/></w:rPr><w:t>精神</w:t></w:r></w:p>',
    );
  });

  it('say why in a comment at their place', () => {
    const file = makeDocx(paragraph(run('贯彻党的十九大精神')));
    const { bytes } = rewritten(file, [['十九', '二十', '此处为往届提法。', '依据另见。']]);
    expect(body(bytes)).toBe(
      '<w:p><w:r><w:t>贯彻党的</w:t></w:r><w:commentRangeStart w:id="3"/><w:del w:id="1"><w:r><w:delText>十九</w:delText></w:r></w:del>' +
        '<w:ins w:id="2"><w:r><w:t>二十</w:t></w:r></w:ins><w:commentRangeEnd w:id="3"/><w:r><w:commentReference w:id="3"/></w:r>' +
        '<w:r><w:t>大精神</w:t></w:r></w:p>',
    );
    const comments = partOf(bytes, 'word/comments.xml');
    expect(comments).toContain(
      '<w:comment w:id="3" w:author="稿准" w:date="2026-11-20T09:30:00Z" w:initials="稿">',
    );
    expect(comments).toContain('此处为往届提法。');
    expect(comments).toContain('依据另见。');
    expect(partOf(bytes, 'word/_rels/document.xml.rels')).toMatch(
      /Id="rId4"[^>]*\/comments"[^>]*Target="comments\.xml"/u,
    );
    expect(partOf(bytes, '[Content_Types].xml')).toContain('PartName="/word/comments.xml"');
  });

  it('take words away, and put words in, alone', () => {
    const file = makeDocx(paragraph(run('一、甲甲')) + paragraph('') + paragraph(run('完')));
    const opened = openDocx(file);
    const at = (start: number, end: number, text: string) => ({ start, end, text, reasons: [] });
    const written = opened.written([at(3, 4, ''), at(5, 5, '新'), at(6, 6, '终'), at(7, 7, '。')], {
      manner: 'tracked',
      at: new Date(),
    });
    expect(openDocx(written ?? file).text).toBe('一、甲\n新\n终完。');
    expect(document(written ?? file).match(/<w:del /gu)).toHaveLength(1);
    expect(document(written ?? file).match(/<w:ins /gu)).toHaveLength(3);
  });

  it('leave footnotes, pictures and tabs in their places', () => {
    const picture = '<w:r><w:drawing/></w:r>';
    const file = makeDocx(
      paragraph(
        '<w:r><w:t>甲</w:t><w:drawing/><w:t>十九大</w:t><w:footnoteReference w:id="1"/><w:t>精神</w:t><w:tab/><w:t>尾</w:t></w:r>',
        picture,
      ),
    );
    const { bytes, text } = rewritten(file, [['十九大精神\t尾', '二十大']]);
    expect(openDocx(bytes).text).toBe(text);
    const xml = body(bytes);
    expect(xml).toContain('<w:r><w:t>甲</w:t></w:r><w:r><w:drawing/></w:r><w:del');
    expect(xml).toMatch(/<\/w:del>(?:<w:ins .*?<\/w:ins>)?<w:r><w:footnoteReference w:id="1"\/><\/w:r>/u);
    expect(xml).toContain('<w:tab/>');
    expect(xml.match(/<w:drawing\/>/gu)).toHaveLength(2);
  });

  it('keep the revisions and comments of others, with numbers of their own', () => {
    const other = 'w:author="王五" w:date="2026-01-02T03:04:05Z"';
    const file = makeDocx(
      paragraph(
        '<w:commentRangeStart w:id="7"/>',
        run('前'),
        `<w:ins w:id="12" ${other}>${run('加上党的十九大的')}</w:ins>`,
        `<w:del w:id="13" ${other}><w:r><w:delText>党的十八大</w:delText></w:r></w:del>`,
        '<w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/></w:r>',
        run('后', `${bold}<w:rPrChange w:id="14" ${other}><w:rPr/></w:rPrChange>`),
      ),
      { comments: `<w:comment w:id="7" ${other}>${paragraph(run('旧批注'))}</w:comment>` },
    );
    const { bytes, text } = rewritten(file, [
      ['十九', '二十', '过时。'],
      ['后', '尾'],
    ]);
    expect(openDocx(bytes).text).toBe(text);
    const xml = document(bytes);
    expect(xml).toContain('党的十八大');
    const marks = ids(xml);
    expect(new Set(marks).size).toBe(marks.length);
    // What we add stands in no insertion of somebody else's.
    expect(xml).toMatch(/<w:ins w:id="12"[^>]*>(?:(?!<w:ins).)*<\/w:ins>.*稿准/su);
    expect(xml).not.toMatch(/<w:ins w:id="12"[^>]*>(?:(?!<\/w:ins>).)*二十/su);
    expect(xml.match(/<w:rPrChange/gu)).toHaveLength(1);
    const comments = partOf(bytes, 'word/comments.xml');
    expect(comments).toContain('旧批注');
    const noted = [...comments.matchAll(/<w:comment w:id="(\d+)"/gu)].map((match) => match[1]);
    expect(new Set(noted).size).toBe(2);
    expect(partOf(bytes, 'word/_rels/document.xml.rels')).toBe(partOf(file, 'word/_rels/document.xml.rels'));
  });

  it('stand in cells and links, and the rest of the file stays byte for byte', () => {
    const link = `<w:hyperlink r:id="rId1">${run('党的十九大')}</w:hyperlink>`;
    const file = makeDocx(
      paragraph(run('首'), footnote(1)) +
        table([paragraph(run('三、左')), paragraph(link)]) +
        paragraph(run('末')),
    );
    const { bytes, text } = rewritten(file, [
      ['三', '二', '序号。'],
      ['十九', '二十', '过时。'],
    ]);
    expect(openDocx(bytes).text).toBe(text);
    expect(body(bytes)).toContain('<w:hyperlink r:id="rId1"><w:r><w:t>党的</w:t></w:r><w:del');
    const before = unzipSync(file);
    const after = unzipSync(bytes);
    for (const name of ['word/styles.xml', 'word/footnotes.xml', 'word/header1.xml', '_rels/.rels']) {
      expect(after[name], name).toEqual(before[name]);
    }
  });

  it('are made in both forms of a text box, and commented where it is anchored', () => {
    const content = `<w:txbxContent>${paragraph(run('党的十九大'))}</w:txbxContent>`;
    const box = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><wps:txbx>${content}</wps:txbx></mc:Choice><mc:Fallback><w:pict><v:textbox>${content}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
    const file = makeDocx(paragraph(run('外'), box));
    const { bytes, text } = rewritten(file, [['十九', '二十', '过时。']]);
    expect(openDocx(bytes).text).toBe(text);
    expect(body(bytes).match(/<w:delText>十九<\/w:delText>/gu)).toHaveLength(2);
    expect(body(bytes)).toMatch(
      /<w:t>外<\/w:t><\/w:r><w:commentRangeStart w:id="\d+"\/><w:r><mc:AlternateContent>/u,
    );
  });

  it('may be no changes at all but comments', () => {
    const file = makeDocx(paragraph(run('要狠抓落实，狠抓成效')));
    const opened = openDocx(file);
    const written =
      opened.written([], {
        manner: 'plain',
        remarks: [{ start: 1, end: 3, sentence: '可斟酌。' }],
        at: new Date(),
      }) ?? file;
    expect(openDocx(written).text).toBe(opened.text);
    expect(body(written)).toMatch(
      /<w:t>要<\/w:t><\/w:r><w:commentRangeStart w:id="1"\/><w:r><w:t>狠抓<\/w:t><\/w:r><w:commentRangeEnd w:id="1"\/>/u,
    );
    expect(partOf(written, 'word/comments.xml')).toContain('可斟酌。');
  });

  it('are refused where paragraphs would come or go', () => {
    const opened = openDocx(makeDocx(paragraph(run('甲')) + paragraph(run('乙'))));
    const options = { manner: 'tracked', at: new Date() } as const;
    expect(opened.written([{ start: 1, end: 2, text: '', reasons: [] }], options)).toBeNull();
    expect(opened.written([{ start: 0, end: 3, text: '丙\n丁', reasons: [] }], options)).not.toBeNull();
  });

  it('are written in the strict form where the document has it', () => {
    const parts = unzipSync(makeDocx(paragraph(run('党的十九大'))));
    const strict = Object.entries(parts).map(([name, bytes]) => {
      const xml = strFromU8(bytes)
        .replaceAll(
          'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
          'http://purl.oclc.org/ooxml/wordprocessingml/main',
        )
        .replaceAll(
          'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
          'http://purl.oclc.org/ooxml/officeDocument/relationships',
        );
      return [name, strToU8(xml)] as const;
    });
    const { bytes, text } = rewritten(zipSync(Object.fromEntries(strict)), [['十九', '二十', '过时。']]);
    expect(openDocx(bytes).text).toBe(text);
    for (const name of ['word/document.xml', 'word/comments.xml', 'word/_rels/document.xml.rels']) {
      expect(partOf(bytes, name)).not.toContain('schemas.openxmlformats.org/wordprocessingml');
      expect(partOf(bytes, name)).not.toContain('schemas.openxmlformats.org/officeDocument');
    }
  });
});
