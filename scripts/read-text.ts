import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { fileKind } from '../lib/docx/file-kind.ts';
import { type Docx, openDocx } from '../lib/docx/open.ts';
import { UnusableDocxError } from '../lib/docx/unusable.ts';
import type { NumberedItem } from '../lib/draft/types.ts';
import { bilingual, type Words } from '../lib/language/language.ts';
import { WordedError } from '../lib/language/worded-error.ts';
import { decodeText, type TextEncoding } from '../lib/text-file/encodings.ts';

/** A file or an option of the command line cannot be used. */
export class UnusableInputError extends WordedError {
  override readonly name = 'UnusableInputError';
}

export interface InputText {
  readonly text: string;
  readonly docx?: Docx;
  /** Numbers that Word computes; empty for other files. */
  readonly numbered: readonly NumberedItem[];
  /** The file's encoding; for a .docx, UTF-8. */
  readonly encoding: TextEncoding;
}

/** Endings that a Word document may have. */
const wordEnding = /^\.do[ct][xm]?$/u;

/**
 * Reads a draft from a file, or from standard input for `-`: a Word document or text (UTF-8, UTF-16 with a mark, or
 * GB 18030), by what it holds.
 * @throws UnusableInputError
 */
export async function readInput(file: string): Promise<InputText> {
  const bytes = file === '-' ? await readStandardInput() : await readBytes(file);
  try {
    if (fileKind(bytes) === 'other' && !wordEnding.test(extname(file).toLowerCase()))
      return decode(bytes, file);
    const docx = openDocx(bytes);
    return { text: docx.text, docx, numbered: docx.numbered, encoding: 'utf-8' };
  } catch (error) {
    if (error instanceof UnusableInputError) throw error;
    const why =
      error instanceof UnusableDocxError ? error.words : bilingual('无法读取。', 'This file cannot be read.');
    throw new UnusableInputError(bilingual(`${file}：${why.zh}`, `${file}: ${why.en}`), { cause: error });
  }
}

/**
 * Reads the bytes of a file.
 * @throws UnusableInputError with one sentence when there is no such file, or it is a folder
 */
export async function readBytes(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    const what =
      code === 'ENOENT'
        ? bilingual('没有这个文件', 'There is no such file')
        : code === 'EISDIR'
          ? bilingual('这是一个文件夹，不是文稿', 'This is a folder, not a draft')
          : bilingual('无法读取这个文件', 'This file cannot be read');
    throw new UnusableInputError(atFile(what, file), { cause: error });
  }
}

/** What is wrong with a file, with its name after it. */
export function atFile(what: Words, file: string): Words {
  return bilingual(`${what.zh}：${file}`, `${what.en}: ${file}`);
}

async function readStandardInput(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

function decode(bytes: Uint8Array, file: string): InputText {
  const decoded = decodeText(bytes);
  if (decoded === null)
    throw new UnusableInputError(atFile(bilingual('这个文件不是文本', 'This file is no text'), file));
  return { ...decoded, numbered: [] };
}
