import { writeFile } from 'node:fs/promises';
import { UnusableInput } from './read-text.ts';

/**
 * Writes a file.
 * @throws UnusableInput with one sentence when it cannot be written
 */
export async function writeOut(file: string, bytes: Uint8Array): Promise<void> {
  try {
    await writeFile(file, bytes);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'ENOENT') throw new UnusableInput(`无法写入，没有这个文件夹：${file}`);
    if (code === 'EISDIR') throw new UnusableInput(`无法写入，这是一个文件夹：${file}`);
    if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
      throw new UnusableInput(`无法写入，没有权限：${file}`);
    throw new UnusableInput(`无法写入这个文件：${file}`);
  }
}
