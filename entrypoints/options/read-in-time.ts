import { bilingual, type Words } from '../../lib/language/language.ts';
import { PackRefusedError } from '../../lib/phrases/own/refused.ts';
import { inWorker, type WorkReply } from '../surface/in-worker.ts';

/** How long a file may be read, in ms: ten thousand phrases take less than one second. */
const patience = 10_000;

const tooLong = bilingual(
  '这个文件读了 10 秒还没有读完，请拆成几个小文件后再导入。',
  'This file could not be read within 10 seconds. Please split it into smaller files.',
);

/**
 * What a worker made for it reads of a file, within ten seconds. Throws PackRefusedError with the worker's sentence, with
 * one on the time, or with `failed` where the worker broke off.
 */
export async function readInTime<A>(worker: Worker, request: unknown, failed: Words): Promise<A> {
  const signal = AbortSignal.timeout(patience);
  let reply: WorkReply<A>;
  try {
    reply = await inWorker<A>(worker, request, signal);
  } catch (cause) {
    throw new PackRefusedError(signal.aborted ? tooLong : failed, { cause });
  }
  if ('refused' in reply) throw new PackRefusedError(reply.refused);
  return reply.done;
}
