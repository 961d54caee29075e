/** `npm test`: types, lint, imports, packs, unit tests, real LibreOffice on .docx, then the browser tests against the built extension. */
import { spawnSync } from 'node:child_process';
import { ensureChromium, ensureFirefox } from './browser.ts';
import { ensureLibreOffice } from './libreoffice.ts';

const steps: readonly (readonly [string, ...string[]])[] = [
  ['wxt', 'prepare'],
  ['tsc', '--noEmit'],
  ['biome', 'check', '--error-on-warnings', '.'],
  ['tsx', 'scripts/imports.ts'],
  ['tsx', 'scripts/packs.ts'],
  ['vitest', 'run', '--project', 'unit'],
  ['vitest', 'run', '--project', 'office'],
  ['vitest', 'run', '--project', 'browser'],
];

try {
  process.env.GAOZHUN_CHROMIUM = ensureChromium();
  process.env.GAOZHUN_FIREFOX = ensureFirefox();
  process.env.GAOZHUN_SOFFICE = ensureLibreOffice();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

for (const [command, ...args] of steps) {
  console.log(`\n> ${command} ${args.join(' ')}`);
  const { status } = spawnSync('npx', ['--no-install', command, ...args], { stdio: 'inherit' });
  if (status !== 0) {
    console.error(`没有通过：${command} ${args.join(' ')}`);
    process.exit(status ?? 1);
  }
}
console.log('\n全部通过。');
