import { openDocx } from '../../../lib/docx/open.ts';
import { UnusableDocxError } from '../../../lib/docx/unusable.ts';
import { parseCsv, textOfFile } from '../../../lib/phrases/exchange/csv.ts';
import { type ReadDrafts, readPasted, readTable } from '../../../lib/phrases/exchange/table.ts';
import { readXlsx } from '../../../lib/phrases/exchange/xlsx.ts';
import { type OtherYaml, readYaml } from '../../../lib/phrases/exchange/yaml.ts';
import { PackRefusedError } from '../../../lib/phrases/own/refused.ts';
import type { ImportRequest } from './import-request.ts';

/** What a file of phrases holds. Throws PackRefusedError, or what its parser throws. */
export function readForm({ form, bytes }: ImportRequest): ReadDrafts | OtherYaml {
  switch (form) {
    case 'xlsx':
      return readTable(readXlsx(bytes));
    case 'table':
      return readTable(parseCsv(textOfFile(bytes)));
    case 'list':
      return readPasted(textOfFile(bytes));
    case 'docx':
      return readPasted(textOfDocx(bytes));
    case 'yaml':
      return readYaml(textOfFile(bytes));
  }
}

/** The paragraphs of a .docx. Throws PackRefusedError. */
function textOfDocx(bytes: Uint8Array): string {
  try {
    return openDocx(bytes).text;
  } catch (cause) {
    if (!(cause instanceof UnusableDocxError)) throw cause;
    throw new PackRefusedError(cause.words, { cause });
  }
}
