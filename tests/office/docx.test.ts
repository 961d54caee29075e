import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDocx } from '../../lib/docx/open.ts';
import { bold, makeDocx, paragraph, rewritten, run, table } from '../docx/make.ts';
import { libreOfficeDraft } from './draft.ts';
import { type Office, startOffice } from './office.ts';

let office: Office;
beforeAll(() => {
  office = startOffice();
});
afterAll(() => office?.close());

/** What LibreOffice sees in a document: who changed what, and what the comments say. */
function seen(fodt: string) {
  const changes = [
    ...fodt.matchAll(/<text:(insertion|deletion)>\s*<office:change-info>\s*<dc:creator>([^<]*)/gu),
  ];
  const notes = [
    ...fodt.matchAll(
      /<office:annotation [^>]*>\s*<dc:creator>([^<]*)<\/dc:creator>.*?<\/office:annotation>/gsu,
    ),
  ];
  return {
    changes: changes.map((match) => `${match[1]} ${match[2]}`).sort(),
    notes: notes.map((match) => ({
      author: match[1],
      text: [...match[0].matchAll(/<text:p[^>]*>(.*?)<\/text:p>/gsu)]
        .map((said) => said[1]?.replace(/<[^>]*>/gu, ''))
        .join('\n'),
    })),
  };
}

const deletions = (count: number) => Array<string>(count).fill('deletion 稿准');
const insertions = (count: number) => Array<string>(count).fill('insertion 稿准');

describe('a revised .docx in LibreOffice', () => {
  it('shows the changes and why; accepted it is the fixed text, rejected the old one', () => {
    const original = makeDocx(
      paragraph(run('深入学习贯彻党的'), run('十九', bold), run('大精神，增强“两个维护”。')) +
        table([paragraph(run('三、压实责任')), paragraph(run('右'))]) +
        paragraph(run('同志们：')),
    );
    const { bytes, text } = rewritten(original, [
      ['十九大', '二十大', '此处为往届提法。'],
      ['增强', '做到', '固定搭配为“做到”。', '依据：党章。'],
      ['三、', '二、', '序号按层次顺排。'],
      ['同志们：', '同志们，'],
    ]);
    const file = office.put('revised.docx', bytes);
    const { changes, notes } = seen(strFromU8(office.convert(file, 'fodt')));
    expect(changes).toEqual([...deletions(4), ...insertions(4)]);
    expect(notes).toEqual([
      { author: '稿准', text: '此处为往届提法。' },
      { author: '稿准', text: '固定搭配为“做到”。\n依据：党章。' },
      { author: '稿准', text: '序号按层次顺排。' },
    ]);
    expect(office.settled(file, 'Accept').trim()).toBe(text);
    expect(office.settled(file, 'Reject').trim()).toBe(openDocx(original).text);
    expect(strFromU8(office.convert(file, 'pdf').slice(0, 5))).toBe('%PDF-');
  });

  it('keeps the revisions and comments of others beside ours', () => {
    const other = 'w:author="王五" w:date="2026-01-02T03:04:05Z"';
    const original = makeDocx(
      paragraph(
        '<w:commentRangeStart w:id="0"/>',
        run('前'),
        '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>',
        `<w:ins w:id="1" ${other}>${run('加上党的十九大的')}</w:ins>`,
        `<w:del w:id="2" ${other}><w:r><w:delText>旧文</w:delText></w:r></w:del>`,
        run('后'),
      ),
      { comments: `<w:comment w:id="0" ${other}>${paragraph(run('旧批注'))}</w:comment>` },
    );
    const { bytes, text } = rewritten(original, [['十九', '二十', '过时。']]);
    const file = office.put('others.docx', bytes);
    const { changes, notes } = seen(strFromU8(office.convert(file, 'fodt')));
    expect(changes).toContain('deletion 王五');
    expect(changes).toContain('insertion 王五');
    expect(changes.filter((one) => one.endsWith('稿准'))).toEqual(['deletion 稿准', 'insertion 稿准']);
    expect(notes.map((note) => note.text).sort()).toEqual(['旧批注', '过时。'].sort());
    expect(office.settled(file, 'Accept').trim()).toBe(text);
    expect(office.settled(file, 'Reject').trim()).toBe('前旧文后');
  });

  it('has no changes to show where they were made plainly', () => {
    const original = makeDocx(paragraph(run('党的'), run('十九', bold), run('大')));
    const { bytes, text } = rewritten(original, [['十九', '二十', '过时。']], { manner: 'plain' });
    const file = office.put('plain.docx', bytes);
    expect(seen(strFromU8(office.convert(file, 'fodt')))).toEqual({ changes: [], notes: [] });
    expect(office.settled(file, 'Reject').trim()).toBe(text);
  });
});

describe('a .docx that LibreOffice wrote', () => {
  it('is revised in its text, a heading and a table; all else stays byte for byte', () => {
    const original = office.convert(office.put('draft.fodt', libreOfficeDraft), 'docx');
    const opened = openDocx(original);
    expect(opened.text).toContain('一、提高站位');
    const { bytes, text } = rewritten(original, [
      ['三、压实责任', '二、压实责任', '序号按层次顺排。'],
      ['深入学习贯彻党的十九大精神', '深入学习贯彻党的二十大精神', '此处为往届提法。'],
      ['市工商局', '市市场监管局', '机构已更名。'],
    ]);
    const file = office.put('written.docx', bytes);
    const { changes, notes } = seen(strFromU8(office.convert(file, 'fodt')));
    expect(changes.filter((one) => one.startsWith('insertion'))).toEqual(insertions(3));
    expect(notes.map((note) => note.text)).toEqual(['此处为往届提法。', '序号按层次顺排。', '机构已更名。']);
    expect(openDocx(bytes).text).toBe(text);
    const accepted = office.settled(file, 'Accept');
    for (const words of ['二、压实责任', '党的二十大精神', '市市场监管局']) expect(accepted).toContain(words);
    expect(office.settled(file, 'Reject')).toBe(
      office.settled(office.put('original.docx', original), 'Reject'),
    );
    const [before, after] = [unzipSync(original), unzipSync(bytes)];
    const ours = [
      'word/document.xml',
      'word/comments.xml',
      'word/_rels/document.xml.rels',
      '[Content_Types].xml',
    ];
    for (const name of Object.keys(before).filter((one) => !ours.includes(one))) {
      expect(after[name], name).toEqual(before[name]);
    }
  });
});
