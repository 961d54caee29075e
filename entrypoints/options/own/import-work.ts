import { bilingual } from '../../../lib/language/language.ts';
import type { ReadDrafts } from '../../../lib/phrases/exchange/table.ts';
import type { OtherYaml } from '../../../lib/phrases/exchange/yaml.ts';
import { PackRefusedError } from '../../../lib/phrases/own/refused.ts';
import { inWorker } from '../../surface/in-worker.ts';
import type { ImportReply, ImportRequest } from './import-request.ts';
import ImportWorker from './import-worker.ts?worker';

/** How long a file may be read, in ms: ten thousand phrases take less than one second. */
const patience = 10_000;

const tooLong = bilingual(
  '这个文件读了 10 秒还没有读完，请拆成几个小文件后再导入。',
  'This file could not be read within 10 seconds. Please split it into smaller files.',
);
const failed = bilingual(
  '这个文件没有读成：内容损坏，或嵌套过深。请另存为 .xlsx 或 .csv 再试。',
  'This file could not be read: it is damaged, or nested too deeply. Please save it as .xlsx or .csv.',
);

/** What a file holds, read by a worker. Throws PackRefusedError with one sentence. */
export async function readInWorker(request: ImportRequest): Promise<ReadDrafts | OtherYaml> {
  const signal = AbortSignal.timeout(patience);
  let reply: ImportReply;
  try {
    reply = await inWorker<ImportReply>(new ImportWorker(), request, signal);
  } catch (cause) {
    throw new PackRefusedError(signal.aborted ? tooLong : failed, { cause });
  }
  if ('refused' in reply) throw new PackRefusedError(reply.refused);
  return reply.read;
}
