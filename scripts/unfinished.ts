import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unfinished } from './scaffold-files.ts';

/** The folders and files that the scaffold writes to, from the project's root. */
const folders = [
  'lib/rules',
  'lib/fields/kinds',
  'tests/drafts',
  'tests/browser/pages',
  'tests/browser/contract',
];

/** The generated lines that are not filled in yet: `lib/rules/list-marks.ts:7`. */
export function unfinishedLines(root: string): string[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .flatMap(({ name }) => {
        const lines = readFileSync(join(root, folder, name), 'utf8').split('\n');
        return lines.flatMap((line, at) =>
          line.includes(unfinished) ? [`${folder}/${name}:${at + 1}`] : [],
        );
      }),
  );
}
