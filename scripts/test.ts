/**
 * `npm test`: types, lint, imports, packs, unit tests, .docx with LibreOffice, then the browser tests on the built
 * extension.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { ensureChromium, ensureFirefox } from './browser.ts';
import { ensureLibreOffice } from './libreoffice.ts';
import { tool } from './tools.ts';

type Command = readonly [string, ...string[]];

/** Steps run one after another; the commands of a step run at the same time. */
const steps: readonly (readonly Command[])[] = [
  [['wxt', 'prepare']],
  [
    ['tsc', '--noEmit'],
    ['biome', 'check', '--error-on-warnings', '.'],
    ['tsx', 'scripts/imports.ts'],
    ['tsx', 'scripts/packs.ts'],
  ],
  [['vitest', 'run', '--project', 'unit']],
  // LibreOffice and the browsers mostly wait, so they share the time.
  [['vitest', 'run', '--project', 'office', '--project', 'browser']],
];

try {
  process.env.GAOZHUN_CHROMIUM = ensureChromium();
  process.env.GAOZHUN_FIREFOX = ensureFirefox();
  process.env.GAOZHUN_SOFFICE = ensureLibreOffice();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

/** Runs a command and prints its output: immediately if it runs alone, else when it ends. Returns its exit code. */
async function run(command: Command, isAlone: boolean): Promise<number> {
  const head = `\n> ${command.join(' ')}`;
  if (isAlone) console.log(head);
  const output = isAlone ? 'inherit' : 'pipe';
  const child = spawn(...tool(...command), { stdio: ['inherit', output, output] });
  const said = [child.stdout, child.stderr].map((stream) => (stream === null ? '' : text(stream)));
  const [code] = await once(child, 'close');
  if (!isAlone) console.log(`${head}\n${(await Promise.all(said)).join('')}`);
  return typeof code === 'number' ? code : 1;
}

for (const commands of steps) {
  const codes = await Promise.all(commands.map((command) => run(command, commands.length === 1)));
  const failed = commands.filter((_, i) => codes[i] !== 0);
  for (const command of failed) console.error(`没有通过：${command.join(' ')}`);
  if (failed.length > 0) process.exit(1);
}
console.log('\n全部通过。');
