import type { Words } from '../language/language.ts';
import { WordedError } from '../language/worded-error.ts';

/** What may be wrong with a file that should be a .docx. */
export const docxFaults = {
  none: {
    zh: '这个文件不是 Word 文档（.docx），或已经损坏。',
    en: 'This file is no Word document (.docx), or it is damaged.',
  },
  old: {
    zh: '这是旧格式的文档，请在 Word 中另存为 .docx 后再试。',
    en: 'This document is in an old format. Please save it as .docx in Word and try again.',
  },
  encrypted: {
    zh: '这个文档设有密码，请在 Word 中取消密码并另存后再试。',
    en: 'This document has a password. Please remove it in Word, save, and try again.',
  },
  large: {
    zh: '这个文档展开后过大，请删去其中的大图片后再试。',
    en: 'This document is too large once unpacked. Please remove large pictures and try again.',
  },
  heavy: {
    zh: '这个文档的内容过多或层次过深，请分成几个文档，或只粘贴文字。',
    en: 'This document holds too much, or too many things within each other. Please split it, or paste the text only.',
  },
  unwritable: {
    zh: '这个文档的批注等部分已经损坏，写不进改动，请在 Word 中另存后再试。',
    en: 'The comments or other parts of this document are damaged, so no change can be written. Please save it anew in Word and try again.',
  },
  sheet: {
    zh: '这是 Excel 表格，不是文稿。请把其中的文字粘贴过来，或放进 Word 文档再试。',
    en: 'This is an Excel sheet, not a draft. Please paste its text, or put it into a Word document.',
  },
  slides: {
    zh: '这是 PowerPoint 演示文稿。请把其中的文字粘贴过来，或放进 Word 文档再试。',
    en: 'These are PowerPoint slides. Please paste their text, or put it into a Word document.',
  },
  open: {
    zh: '这是 OpenDocument 格式的文档，请另存为 .docx 后再试。',
    en: 'This document is in the OpenDocument format. Please save it as .docx and try again.',
  },
  rich: {
    zh: '这是 RTF 格式的文档，请在 Word 中另存为 .docx 后再试。',
    en: 'This document is in the RTF format. Please save it as .docx in Word and try again.',
  },
  pdf: {
    zh: '这是 PDF 文件。请把原来的 Word 文档另存为 .docx 再试，或把文字粘贴过来。',
    en: 'This is a PDF file. Please save the document it was made from as .docx and try again, or paste the text.',
  },
  web: {
    zh: '这是网页或 XML 格式的文档，请在 Word 中另存为 .docx 后再试。',
    en: 'This document is a web page or XML. Please save it as .docx in Word and try again.',
  },
  textless: {
    zh: '这个文件不是 Word 文档（缺少正文部分）。',
    en: 'This file is no Word document (it has no text part).',
  },
  damaged: {
    zh: '这个 Word 文档的正文部分已经损坏，无法读取。',
    en: 'The text of this Word document is damaged and cannot be read.',
  },
} satisfies Record<string, Words>;

/** The file cannot be used as a .docx. */
export class UnusableDocxError extends WordedError {
  override readonly name = 'UnusableDocxError';

  constructor(what: keyof typeof docxFaults, options?: ErrorOptions) {
    super(docxFaults[what], options);
  }
}
