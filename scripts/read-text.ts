import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { type Docx, openDocx } from '../lib/docx.ts';

/** Unusable input: its message is one sentence for the author. */
export class UnusableInput extends Error {}

export interface InputText {
  readonly text: string;
  readonly docx?: Docx;
}

/**
 * Reads a draft from a file (.txt, .md, .docx; UTF-8, UTF-16 with a mark, or GB 18030), or from standard input for `-`.
 * @throws UnusableInput
 */
export async function readInput(file: string): Promise<InputText> {
  const bytes = file === '-' ? await readStandardInput() : await readBytes(file);
  if (extname(file).toLowerCase() !== '.docx') return { text: decode(bytes, file) };
  try {
    const docx = openDocx(bytes);
    return { text: docx.text, docx };
  } catch (error) {
    throw new UnusableInput(`${file}：${error instanceof Error ? error.message : '无法读取。'}`);
  }
}

async function readBytes(file: string): Promise<Uint8Array> {
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

function decode(bytes: Uint8Array, file: string): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : null;
  if (encoding === null && bytes.includes(0)) throw new UnusableInput(`这个文件不是文本：${file}`);
  for (const name of encoding === null ? ['utf-8', 'gb18030'] : [encoding]) {
    try {
      return new TextDecoder(name, { fatal: true }).decode(bytes);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
    }
  }
  throw new UnusableInput(`这个文件不是文本：${file}`);
}
