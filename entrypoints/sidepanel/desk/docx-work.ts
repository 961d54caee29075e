import type { WriteOptions } from '../../../lib/docx/open.ts';
import type { Change } from '../../../lib/draft/changes.ts';
import type { Words } from '../../../lib/language/language.ts';
import { inWorker } from '../../surface/in-worker.ts';
import type { DocxAnswer, DocxRequest, DocxText } from './docx-request.ts';
import DocxWorker from './docx-worker.ts?worker';
import { UnusableFileError } from './unusable-file.ts';

const failed: Words = {
  zh: '这个文档没有处理成，请另存后再试。',
  en: 'This document could not be worked on. Please save it anew and try again.',
};

/** Has a worker do it; the signal ends the work at once. Throws UnusableFileError, or the signal's reason. */
async function work(request: DocxRequest, signal: AbortSignal): Promise<DocxAnswer> {
  signal.throwIfAborted();
  try {
    const reply = await inWorker<DocxAnswer>(new DocxWorker(), request, signal);
    if ('refused' in reply) throw new UnusableFileError(reply.refused);
    return reply.done;
  } catch (cause) {
    if (signal.aborted || cause instanceof UnusableFileError) throw cause;
    throw new UnusableFileError(failed, { cause });
  }
}

/** The text of a .docx, with its computed numbers. Throws UnusableFileError, or the signal's reason. */
export async function readDocx(bytes: Uint8Array, signal: AbortSignal): Promise<DocxText> {
  const reply = await work({ type: 'read', bytes }, signal);
  if (!('text' in reply)) throw new UnusableFileError(failed);
  return reply;
}

/** The .docx with the changes; null if they add or remove lines. Throws as `readDocx` does. */
export async function writeDocx(
  bytes: Uint8Array,
  changes: readonly Change[],
  options: WriteOptions,
  signal: AbortSignal,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const reply = await work({ type: 'write', bytes, changes, options }, signal);
  if (!('bytes' in reply)) throw new UnusableFileError(failed);
  return reply.bytes;
}
