import { say } from '../../../components/say.ts';
import { today } from '../../../lib/common/today.ts';
import { bilingual } from '../../../lib/language/language.ts';
import type { ReadDrafts } from '../../../lib/phrases/exchange/table.ts';
import type { OtherYaml } from '../../../lib/phrases/exchange/yaml.ts';
import type { OwnPhrase } from '../../../lib/phrases/own/phrase.ts';
import { PackRefusedError } from '../../../lib/phrases/own/refused.ts';
import { download } from '../../surface/download.ts';
import { readInWorker } from './import-work.ts';

export const accepted = '.xlsx,.docx,.csv,.tsv,.txt,.yaml,.yml,.json';
const largestFile = 20_000_000;
/** Widths of the columns of a table, in characters. */
const columnWidths = [32, 32, 10, 32, 32, 12];

export const exportForms = ['xlsx', 'csv', 'yaml'] as const;
export type ExportForm = (typeof exportForms)[number];

/**
 * Reads a file that the author chose: a table or list of phrases, or what else a YAML or JSON file holds. Throws
 * PackRefusedError with one sentence.
 */
export async function readFile(file: File): Promise<ReadDrafts | OtherYaml> {
  if (file.size > largestFile)
    throw new PackRefusedError(
      bilingual('这个文件超过 20 MB，请拆分后再导入。', 'This file is larger than 20 MB. Please split it.'),
    );
  const ending = /\.([^.]+)$/u.exec(file.name)?.[1]?.toLowerCase() ?? '';
  const bytes = new Uint8Array(await file.arrayBuffer());
  switch (ending) {
    case 'xlsx':
      return await readInWorker({ form: 'xlsx', bytes });
    case 'csv':
    case 'tsv':
      return await readInWorker({ form: 'table', bytes });
    case 'txt':
      return await readInWorker({ form: 'list', bytes });
    case 'docx':
      return await readInWorker({ form: 'docx', bytes });
    case 'yaml':
    case 'yml':
    case 'json':
      return await readInWorker({ form: 'yaml', bytes });
    case 'xls':
      throw new PackRefusedError(
        bilingual(
          '旧版 Excel 文件（.xls）不能读取，请另存为 .xlsx 或 .csv 后再导入。',
          'Old Excel files (.xls) cannot be read. Please save it as .xlsx or .csv.',
        ),
      );
    default:
      throw new PackRefusedError(
        bilingual(
          '可以导入 .xlsx、.docx、.csv、.txt、.yaml 或 .json 文件，请另选一个。',
          'Please choose an .xlsx, .docx, .csv, .txt, .yaml or .json file.',
        ),
      );
  }
}

/** Downloads these phrases as a file named after today. */
export async function saveFile(phrases: readonly OwnPhrase[], form: ExportForm): Promise<void> {
  const content = await contentOf(phrases, form);
  download(`${say('我的提法', 'my-phrases')}-${today()}.${form}`, new Blob([content]));
}

/** Downloads a table to fill in. */
export async function saveTemplate(): Promise<void> {
  const [{ templateRows }, { writeXlsx }] = await Promise.all([
    import('../../../lib/phrases/exchange/table.ts'),
    import('../../../lib/phrases/exchange/xlsx.ts'),
  ]);
  const content = writeXlsx(templateRows(), say('我的提法', 'My phrases'), columnWidths);
  download(say('我的提法-模板.xlsx', 'my-phrases-template.xlsx'), new Blob([new Uint8Array(content)]));
}

async function contentOf(phrases: readonly OwnPhrase[], form: ExportForm): Promise<BlobPart> {
  if (form === 'yaml') {
    const { writeYaml } = await import('../../../lib/phrases/exchange/yaml.ts');
    return writeYaml(phrases);
  }
  const { tableOf } = await import('../../../lib/phrases/exchange/table.ts');
  const table = tableOf(phrases);
  if (form === 'csv') {
    const { writeCsv } = await import('../../../lib/phrases/exchange/csv.ts');
    return new Uint8Array(writeCsv(table));
  }
  const { writeXlsx } = await import('../../../lib/phrases/exchange/xlsx.ts');
  return new Uint8Array(writeXlsx(table, say('我的提法', 'My phrases'), columnWidths));
}
