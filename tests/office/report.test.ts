import { strFromU8 } from 'fflate';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TableDocument, tableDocx } from '../../lib/docx/table-document.ts';
import { type Office, startOffice } from './office.ts';

let office: Office;
beforeAll(() => {
  office = startOffice();
});
afterAll(() => office?.close());

const document: TableDocument = {
  title: '核对单',
  lines: [[{ text: '稿件：' }, { text: '在全县会议上的讲话 & <草稿>', bold: true }]],
  sections: [
    {
      heading: '尚未处理（60 处）',
      columns: [
        { title: '序号', width: 20 },
        { title: '文字', width: 80 },
      ],
      rows: Array.from({ length: 60 }, (_, index) => [
        [[{ text: `${index + 1}` }]],
        [[{ text: '贯彻党的' }, { text: '十九大', bold: true }, { text: '精神' }], [{ text: '依据：党章' }]],
      ]),
    },
  ],
};

it('a table document opens in LibreOffice, with the head of its table on every page', () => {
  const file = office.put('report.docx', tableDocx(document));
  const flat = strFromU8(office.convert(file, 'fodt'));
  expect(flat).toContain('在全县会议上的讲话 &amp; &lt;草稿&gt;');
  expect(flat.match(/<table:table-header-rows>/gu)).toHaveLength(1);
  expect(flat.match(/<table:table-row/gu)).toHaveLength(61);
  expect(flat).toMatch(/fo:page-width="(?:21\.0\d?cm|8\.26\d*in|8\.27\d*in)"/u);
  expect(flat).toContain('style:font-name-asian="仿宋"');
  expect(strFromU8(office.convert(file, 'pdf').slice(0, 5))).toBe('%PDF-');
});
