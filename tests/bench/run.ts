/** `npm run bench`: prints what was measured beside its bar. Times are of this machine, in this run. */
import { benchCheck } from './check.ts';
import { benchLongDraft } from './long-draft.ts';
import { benchNumbering } from './numbering.ts';
import { benchPage } from './page.ts';
import { benchPopup } from './popup.ts';
import { type BenchRow, benchScan } from './scan.ts';
import { benchSearch } from './search.ts';

const groups: readonly (readonly [string, () => BenchRow[] | Promise<BenchRow[]>])[] = [
  ['Scan, 20,000 phrases', benchScan],
  ['Phrase search', benchSearch],
  ['The popup: the built extension in Chromium', benchPopup],
  ['Check, built-in packs', benchCheck],
  ['Numbering alone', benchNumbering],
  ['In the page: the built extension in Chromium', benchPage],
  ['What Gaozhun adds to a page: no editor, and a long draft', benchLongDraft],
];

for (const [name, measure] of groups) {
  console.log(`\n${name}`);
  for (const { name: what, value, bar, unit } of await measure()) {
    const verdict = bar === null ? '' : `  ${value <= bar ? '≤' : '>'} ${bar} ${unit}`;
    console.log(`  ${what.padEnd(64)} ${value.toFixed(2).padStart(9)} ${unit}${verdict}`);
  }
}
