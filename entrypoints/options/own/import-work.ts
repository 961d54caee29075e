import { bilingual } from '../../../lib/language/language.ts';
import type { ReadDrafts } from '../../../lib/phrases/exchange/table.ts';
import type { OtherYaml } from '../../../lib/phrases/exchange/yaml.ts';
import { readInTime } from '../read-in-time.ts';
import type { ImportRequest } from './import-request.ts';
import ImportWorker from './import-worker.ts?worker';

const failed = bilingual(
  '这个文件没有读成：内容损坏，或嵌套过深。请另存为 .xlsx 或 .csv 再试。',
  'This file could not be read: it is damaged, or nested too deeply. Please save it as .xlsx or .csv.',
);

/** What a file holds, read by a worker. Throws PackRefusedError with one sentence. */
export function readInWorker(request: ImportRequest): Promise<ReadDrafts | OtherYaml> {
  return readInTime(new ImportWorker(), request, failed);
}
