import { writeFile } from 'node:fs/promises';
import { bilingual, type Words } from '../lib/language/language.ts';
import { atFile, UnusableInputError } from './read-text.ts';

/**
 * Writes a file.
 * @throws UnusableInputError with one sentence when it cannot be written
 */
export async function writeOut(file: string, bytes: Uint8Array): Promise<void> {
  try {
    await writeFile(file, bytes);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    throw new UnusableInputError(atFile(reasonOf(String(code)), file), { cause: error });
  }
}

function reasonOf(code: string): Words {
  switch (code) {
    case 'ENOENT':
      return bilingual('无法写入，没有这个文件夹', 'Not written: there is no such folder');
    case 'EISDIR':
      return bilingual('无法写入，这是一个文件夹', 'Not written: this is a folder');
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return bilingual('无法写入，没有权限', 'Not written: no permission');
    default:
      return bilingual('无法写入这个文件', 'This file could not be written');
  }
}
