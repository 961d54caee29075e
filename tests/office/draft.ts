/** A draft as LibreOffice keeps it in one flat file: styles, a header, a footnote, a table and bold words. */
export const libreOfficeDraft = `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
 <office:styles>
  <style:style style:name="Standard" style:family="paragraph"/>
  <style:style style:name="Heading_20_1" style:display-name="Heading 1" style:family="paragraph" style:parent-style-name="Standard"><style:text-properties fo:font-weight="bold" fo:font-size="16pt"/></style:style>
 </office:styles>
 <office:automatic-styles>
  <style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
  <style:page-layout style:name="L"><style:header-style/></style:page-layout>
 </office:automatic-styles>
 <office:master-styles>
  <style:master-page style:name="Standard" style:page-layout-name="L"><style:header><text:p>内部讲话</text:p></style:header></style:master-page>
 </office:master-styles>
 <office:body><office:text>
  <text:p>同志们：</text:p>
  <text:h text:style-name="Heading_20_1" text:outline-level="1">一、提高站位</text:h>
  <text:p>深入学习贯彻党的<text:span text:style-name="B">十九大</text:span>精神<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>见党的十九大报告。</text:p></text:note-body></text:note>，抓好落实。</text:p>
  <text:h text:style-name="Heading_20_1" text:outline-level="1">三、压实责任</text:h>
  <table:table table:name="T"><table:table-column table:number-columns-repeated="2"/>
   <table:table-row><table:table-cell><text:p>市工商局</text:p></table:table-cell><table:table-cell><text:p>牵头</text:p></table:table-cell></table:table-row>
  </table:table>
  <text:p>谢谢大家。</text:p>
 </office:text></office:body>
</office:document>
`;
