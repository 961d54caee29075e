import { parseCsv, textOfFile } from '../../../lib/phrases/exchange/csv.ts';
import { type ReadDrafts, readTable } from '../../../lib/phrases/exchange/table.ts';
import { readXlsx } from '../../../lib/phrases/exchange/xlsx.ts';
import { type OtherYaml, readYaml } from '../../../lib/phrases/exchange/yaml.ts';
import type { ImportRequest } from './import-request.ts';

/** What a file of phrases holds. Throws PackRefusedError, or what its parser throws. */
export function readForm({ form, bytes }: ImportRequest): ReadDrafts | OtherYaml {
  switch (form) {
    case 'xlsx':
      return readTable(readXlsx(bytes));
    case 'table':
      return readTable(parseCsv(textOfFile(bytes)));
    case 'yaml':
      return readYaml(textOfFile(bytes));
  }
}
