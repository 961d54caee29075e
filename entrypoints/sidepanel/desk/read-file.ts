import { type FileKind, fileKind } from '../../../lib/docx/file-kind.ts';
import { UnusableDocxError } from '../../../lib/docx/unusable.ts';
import { longestDraft } from '../../../lib/draft/longest-draft.ts';
import type { NumberedItem } from '../../../lib/draft/types.ts';
import { bilingual } from '../../../lib/language/language.ts';
import { decodeText, type TextEncoding } from '../../../lib/text-file/encodings.ts';
import { withPlainEnds } from '../../../lib/text-file/line-ends.ts';
import { readDocx } from './docx-work.ts';
import { UnusableFileError } from './unusable-file.ts';

/** Where the text on the desk came from, with what is needed to write it back. */
export type Source =
  | { readonly kind: 'typed' }
  | { readonly kind: 'text'; readonly raw: string; readonly encoding: TextEncoding }
  /**
   * `bytes` is null if the file was not kept: then only its text can be given back. `numbered`: the numbers that Word
   * computes, with offsets of the file's text.
   */
  | {
      readonly kind: 'docx';
      readonly id: string;
      readonly bytes: Uint8Array | null;
      readonly numbered?: readonly NumberedItem[];
    };

/** The text of a file, with the line ends of a textarea. */
export interface FileText {
  readonly text: string;
  readonly source: Source;
}

const mostBytes = 20 * 1024 * 1024;

export const accepted = '.docx,.docm,.dotx,.txt,.md';

/** Reads a draft from a file. Throws UnusableFileError with one sentence, or the signal's reason. */
export async function readDraftFile(file: File, signal: AbortSignal): Promise<FileText> {
  if (file.size > mostBytes) {
    throw new UnusableFileError(
      bilingual(
        '这个文件超过 20 MB，请删去其中的大图片，或只粘贴文字。',
        'This file is larger than 20 MB. Please remove large pictures, or paste the text only.',
      ),
    );
  }
  if (file.size === 0) throw new UnusableFileError(bilingual('这个文件是空的。', 'This file is empty.'));
  const bytes = await bytesOf(file);
  signal.throwIfAborted();
  const read = kindOf(bytes) === 'word' ? await docxOf(bytes, signal) : textOf(bytes);
  if (read.text.trim() === '') {
    throw new UnusableFileError(bilingual('这个文件里没有文字。', 'There is no text in this file.'));
  }
  if (read.text.length > longestDraft) {
    throw new UnusableFileError(
      bilingual(
        `这个文件约 ${Math.round(read.text.length / 10_000)} 万字，超出 20 万字，请分篇核对。`,
        'This file has more than 200,000 characters. Please check it in parts.',
      ),
    );
  }
  return read;
}

async function bytesOf(file: File): Promise<Uint8Array> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch (cause) {
    // A folder, or a file that is not there any more.
    throw new UnusableFileError(bilingual('无法读取这个文件。', 'This file cannot be read.'), { cause });
  }
}

function kindOf(bytes: Uint8Array): FileKind {
  try {
    return fileKind(bytes);
  } catch (error) {
    if (error instanceof UnusableDocxError) throw new UnusableFileError(error.words, { cause: error });
    throw error;
  }
}

async function docxOf(bytes: Uint8Array, signal: AbortSignal): Promise<FileText> {
  const { text, numbered } = await readDocx(bytes, signal);
  return { text, source: { kind: 'docx', id: crypto.randomUUID(), bytes, numbered } };
}

function textOf(bytes: Uint8Array): FileText {
  const decoded = decodeText(bytes);
  if (decoded === null) {
    throw new UnusableFileError(
      bilingual(
        '这个文件不是 .docx 或文本，请在 Word 中另存为 .docx 后再试。',
        'This file is neither .docx nor text. Please save it as .docx in Word and try again.',
      ),
    );
  }
  return {
    text: withPlainEnds(decoded.text),
    source: { kind: 'text', raw: decoded.text, encoding: decoded.encoding },
  };
}
