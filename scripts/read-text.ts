import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { type Docx, openDocx } from '../lib/docx/open.ts';
import { UnusableDocx } from '../lib/docx/unusable.ts';
import { decodeText, type TextEncoding } from '../lib/text-file/encodings.ts';

/** Unusable input: its message is one sentence for the author. */
export class UnusableInput extends Error {}

export interface InputText {
  readonly text: string;
  readonly docx?: Docx;
  /** How the file says its characters; that of a .docx's parts is UTF-8. */
  readonly encoding: TextEncoding;
}

/**
 * Reads a draft from a file (.txt, .md, .docx; UTF-8, UTF-16 with a mark, or GB 18030), or from standard input for `-`.
 * @throws UnusableInput
 */
export async function readInput(file: string): Promise<InputText> {
  const bytes = file === '-' ? await readStandardInput() : await readBytes(file);
  if (extname(file).toLowerCase() !== '.docx') return decode(bytes, file);
  try {
    const docx = openDocx(bytes);
    return { text: docx.text, docx, encoding: 'utf-8' };
  } catch (error) {
    throw new UnusableInput(`${file}：${error instanceof UnusableDocx ? error.message : '无法读取。'}`);
  }
}

/**
 * Reads the bytes of a file.
 * @throws UnusableInput with one sentence when there is no such file, or it is a folder
 */
export async function readBytes(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'ENOENT') throw new UnusableInput(`没有这个文件：${file}`);
    if (code === 'EISDIR') throw new UnusableInput(`这是一个文件夹，不是文稿：${file}`);
    throw new UnusableInput(`无法读取这个文件：${file}`);
  }
}

async function readStandardInput(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

function decode(bytes: Uint8Array, file: string): InputText {
  const decoded = decodeText(bytes);
  if (decoded === null) throw new UnusableInput(`这个文件不是文本：${file}`);
  return decoded;
}
