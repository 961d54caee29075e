import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { type Docx, openDocx } from '../lib/docx.ts';
import { applyEdits } from '../lib/draft/edits.ts';
import type { Edit } from '../lib/draft/types.ts';
import type { TextEncoding } from './write-text.ts';

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
    throw new UnusableInput(`${file}：${sentenceOf(error)}`);
  }
}

/** openDocx says what is wrong in one sentence; any other fault speaks English. */
function sentenceOf(error: unknown): string {
  const message = error instanceof Error ? error.message : '';
  return /^[\p{Script=Han}]/u.test(message) ? message : '无法读取。';
}

/** The input with edits made (offsets of its text, sorted, not overlapping). */
export function withEdits(input: InputText, edits: readonly Edit[]): InputText {
  if (input.docx === undefined) return { ...input, text: applyEdits(input.text, edits) };
  const docx = openDocx(input.docx.withEdits(edits));
  return { ...input, text: docx.text, docx };
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
  const marked =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : null;
  if (marked === null && bytes.includes(0)) throw new UnusableInput(`这个文件不是文本：${file}`);
  for (const name of marked === null ? (['utf-8', 'gb18030'] as const) : ([marked] as const)) {
    try {
      const text = new TextDecoder(name, { fatal: true }).decode(bytes);
      const hasMark = name === 'utf-8' && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
      return { text, encoding: hasMark ? 'utf-8-mark' : name };
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
    }
  }
  throw new UnusableInput(`这个文件不是文本：${file}`);
}
