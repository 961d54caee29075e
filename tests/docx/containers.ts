import type { makeDocx } from './make.ts';

type Extra = NonNullable<Parameters<typeof makeDocx>[1]>;

/** A content control around paragraphs or runs; `properties` is what stands in its `w:sdtPr`. */
export const control = (content: string, properties = ''): string =>
  `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;

const mark = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;

/** A field with marks of its beginning and end, and a result of runs. */
export const complexField = (result: string, code = ' REF a \\h '): string =>
  `${mark('begin')}<w:r><w:instrText xml:space="preserve">${code}</w:instrText></w:r>${mark('separate')}${result}${mark('end')}`;

/** A field in one element. */
export const simpleField = (result: string, code = ' REF a '): string =>
  `<w:fldSimple w:instr="${code}">${result}</w:fldSimple>`;

const relationships = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006';
const id = '{3F2B1A0C-0000-4000-8000-123456789ABC}';

function bindingTo(store: string, path: string, prefixes: string): string {
  return `<w:dataBinding w:prefixMappings="${prefixes}" w:xpath="${path}" w:storeItemID="${store}"/>`;
}

/** Data of a document, and how a control is bound to it. */
export function customData(xml: string) {
  const extra: Extra = {
    related: [['customXml', '../customXml/item1.xml']],
    parts: {
      'customXml/item1.xml': xml,
      'customXml/_rels/item1.xml.rels': `<Relationships ${relationships}><Relationship Id="rId1" Type="${office}/relationships/customXmlProps" Target="itemProps1.xml"/></Relationships>`,
      'customXml/itemProps1.xml': `<ds:datastoreItem ds:itemID="${id}" xmlns:ds="${office}/customXml"/>`,
    },
  };
  return { extra, binding: (path: string, prefixes = '') => bindingTo(id, path, prefixes) };
}

/** The title among the properties of a document, and the binding of a control to it. */
export function coreProperties(title: string) {
  const core = 'http://schemas.openxmlformats.org/package/2006';
  const parts = {
    '_rels/.rels': `<Relationships ${relationships}><Relationship Id="rId1" Type="${office}/relationships/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="${core}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`,
    'docProps/core.xml': `<cp:coreProperties xmlns:cp="${core}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${title}</dc:title></cp:coreProperties>`,
  };
  const binding = bindingTo(
    '{6C3C8BC8-F283-45AE-878A-BAB7291924A1}',
    '/ns1:coreProperties[1]/ns0:title[1]',
    `xmlns:ns0='http://purl.org/dc/elements/1.1/' xmlns:ns1='${core}/metadata/core-properties'`,
  );
  return { extra: { parts } satisfies Extra, binding };
}
