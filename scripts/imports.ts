/**
 * `npm run imports`: checks the import rules of import-rules.ts. Exits with 1 and prints each violation with its
 * reason.
 */
import { join } from 'node:path';
import { importFaults } from './import-faults.ts';

const faults = await importFaults(join(import.meta.dirname, '..'));
for (const { path, rule, why } of faults) console.error(`${path.join('\n  → ')}\n  ${rule}: ${why}\n`);
if (faults.length > 0) {
  console.error(`${faults.length} imports against the rules of scripts/import-rules.ts.`);
  process.exit(1);
}
