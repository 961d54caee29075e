import { type Dice, oneOf } from '../../unit/draft-styles.ts';

const forms = [
  ['chineseCounting', '%1、'],
  ['chineseCounting', '（%1）'],
  ['chineseCountingThousand', '第%1条'],
  ['decimal', '%1.'],
  ['decimal', '（%1）'],
  ['decimalEnclosedCircle', '%1'],
  ['upperLetter', '%1.'],
  ['lowerLetter', '%1)'],
  ['upperRoman', '%1.'],
  ['lowerRoman', '%1)'],
  ['ideographTraditional', '%1、'],
  ['ideographZodiac', '%1、'],
  ['none', '%1'],
] as const;

/** A sign before items without numbers; no words of a draft have it. */
export const bullet = '▪';
export const lists = 4;

/** `lists` lists of several levels, each also as one that begins anew (by `lists` higher). */
export function randomNumbering(dice: Dice): string {
  const abstract = (id: number) => {
    const isLegal = id === 1;
    const levels = Array.from({ length: 4 }, (_, at) => {
      const [form, text] = isLegal
        ? (['decimal', `${Array.from({ length: at + 1 }, (__, i) => `%${i + 1}`).join('.')}、`] as const)
        : id === 2 && at === 1
          ? (['bullet', bullet] as const)
          : oneOf(dice, forms);
      // LibreOffice counts otherwise from 0, and past the end of a row of signs.
      const start = oneOf(
        dice,
        form === 'decimal' ? [1, 1, 0, 9, 19] : [1, 1, 3, form.startsWith('ideograph') ? 2 : 9],
      );
      const style = id === 0 && at < 2 ? `<w:pStyle w:val="H${at + 1}"/>` : '';
      const suffix = oneOf(dice, ['', '<w:suff w:val="nothing"/>', '<w:suff w:val="space"/>']);
      // An ordinal of another level stands in the label of this one.
      const label = text.replaceAll('%1', isLegal ? '%1' : `%${at + 1}`);
      return `<w:lvl w:ilvl="${at}"><w:start w:val="${start}"/><w:numFmt w:val="${form}"/>${style}${suffix}<w:lvlText w:val="${label}"/></w:lvl>`;
    });
    return `<w:abstractNum w:abstractNumId="${id}"><w:multiLevelType w:val="multilevel"/>${levels.join('')}</w:abstractNum>`;
  };
  const ids = Array.from({ length: lists }, (_, id) => id);
  const num = (id: number, of: number, more = '') =>
    `<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/>${more}</w:num>`;
  const again = (start: number) =>
    `<w:lvlOverride w:ilvl="0"><w:startOverride w:val="${start}"/></w:lvlOverride>`;
  return [
    ...ids.map(abstract),
    ...ids.map((id) => num(id + 1, id)),
    ...ids.map((id) => num(id + 1 + lists, id, again(oneOf(dice, [1, 5])))),
  ].join('');
}

/** Styles of headings with numbers of the first list, and of characters. */
export const styles = [
  ...[0, 1].map(
    (at) =>
      `<w:style w:type="paragraph" w:styleId="H${at + 1}"><w:name w:val="heading ${at + 1}"/><w:basedOn w:val="a"/><w:pPr><w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="${at}"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>`,
  ),
  '<w:style w:type="paragraph" w:styleId="Q"><w:name w:val="Quote"/><w:basedOn w:val="a"/><w:pPr><w:ind w:left="420"/></w:pPr></w:style>',
  '<w:style w:type="character" w:styleId="E"><w:name w:val="Emphasis"/><w:rPr><w:i/></w:rPr></w:style>',
  '<w:style w:type="character" w:styleId="V"><w:name w:val="Hidden"/><w:rPr><w:vanish/></w:rPr></w:style>',
].join('');

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** The part of the endnotes, with one of them. */
export const endnotes = `<w:endnotes xmlns:w="${word}"><w:endnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:endnote><w:endnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:endnote><w:endnote w:id="1"><w:p><w:r><w:t>尾注。</w:t></w:r></w:p></w:endnote></w:endnotes>`;

/** A text box around paragraphs, in the form of today with that for older programs, or in the older alone. */
export function textBox(content: string, isOlder: boolean): string {
  const older = `<w:pict><v:shape type="#_x0000_t202" style="position:absolute;width:200pt;height:50pt"><v:textbox><w:txbxContent>${content}</w:txbxContent></v:textbox></v:shape></w:pict>`;
  if (isOlder) return `<w:r>${older}</w:r>`;
  const drawing = 'http://schemas.openxmlformats.org/drawingml/2006';
  const size = 'cx="2000000" cy="600000"';
  return (
    `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor xmlns:wp="${drawing}/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="column"><wp:posOffset>0</wp:posOffset></wp:positionH><wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV><wp:extent ${size}/><wp:wrapSquare wrapText="bothSides"/><wp:docPr id="1" name="box"/>` +
    `<a:graphic xmlns:a="${drawing}/main"><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr><wps:txbx><w:txbxContent>${content}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback>${older}</mc:Fallback></mc:AlternateContent></w:r>`
  );
}
