/** `npx tsx scripts/policy-files.ts`: writes the example files of an administrator into deploy/. `npm run crx` fills them in. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { exampleValues, policyFiles } from './packages/policy-files.ts';

for (const [path, content] of policyFiles(exampleValues)) {
  const file = join(import.meta.dirname, '../deploy', path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}
