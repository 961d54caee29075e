/**
 * `npm run bench`: prints each measurement beside its bar. Times are of this machine and run. With names as arguments
 * (`npm run bench -- check scan`), only these groups.
 */
import { spawnSync } from 'node:child_process';
import { benchCanvas } from './canvas.ts';
import { benchCheck } from './check.ts';
import { benchLongDraft } from './long-draft.ts';
import { benchManyFields } from './many-fields.ts';
import { benchMemory } from './memory.ts';
import { benchNumbering } from './numbering.ts';
import { benchPage } from './page.ts';
import { benchPopup } from './popup.ts';
import { benchRenew } from './renew.ts';
import { type BenchRow, benchScan } from './scan.ts';
import { benchSearch } from './search.ts';
import { benchTextlint } from './textlint.ts';

const groups: readonly (readonly [string, string, () => BenchRow[] | Promise<BenchRow[]>])[] = [
  ['scan', 'Scan, 20,000 phrases', benchScan],
  ['search', 'Phrase search', benchSearch],
  ['popup', 'The popup: the built extension in Chromium', benchPopup],
  ['check', 'Check, built-in packs', benchCheck],
  ['textlint', 'Check: times faster than textlint with prh', benchTextlint],
  ['numbering', 'Numbering alone', benchNumbering],
  ['memory', 'Memory of the background, segmenter not loaded', benchMemory],
  ['page', 'In the page: the built extension in Chromium', benchPage],
  ['renew', 'The view 翻新: the built extension in Chromium', benchRenew],
  ['fields', 'What Gaozhun adds to a page with hundreds of fields', benchManyFields],
  ['canvas', 'What reading adds to a page that draws its text', benchCanvas],
  ['long', 'What Gaozhun adds to a page: no editor, and a long draft', benchLongDraft],
];

const asked = process.argv.slice(2);
const names = groups.map(([name]) => name);
const unknown = asked.find((name) => !names.includes(name));
if (unknown !== undefined) {
  console.error(`There is no measurement “${unknown}”: ${names.join(', ')}.`);
  process.exit(2);
}

const wanted = groups.filter(([group]) => asked.length === 0 || asked.includes(group));
for (const [group, name, measure] of wanted) {
  // Each in its own process, since one's memory would slow the next.
  if (wanted.length > 1) {
    spawnSync(process.execPath, [...process.execArgv, import.meta.filename, group], { stdio: 'inherit' });
    continue;
  }
  console.log(`\n${name}`);
  for (const { name: what, value, bar, atLeast, unit } of await measure()) {
    const sign = atLeast === true ? (value >= (bar ?? 0) ? '≥' : '<') : value <= (bar ?? 0) ? '≤' : '>';
    const verdict = bar === null ? '' : `  ${sign} ${bar} ${unit}`;
    console.log(`  ${what.padEnd(64)} ${value.toFixed(2).padStart(9)} ${unit}${verdict}`);
  }
}
