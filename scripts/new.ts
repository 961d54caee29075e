/** `npm run new -- rule NAME`, `npm run new -- editor NAME`: writes the files of a new rule or a new kind of editor. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { newEditor, newRule } from './scaffold.ts';
import { unfinished } from './scaffold-files.ts';
import { tool } from './tools.ts';

const root = join(import.meta.dirname, '..');
const [what, name = ''] = process.argv.slice(2);

try {
  if (what !== 'rule' && what !== 'editor') throw new Error('Use: npm run new -- rule NAME | editor NAME');
  const { created, changed } = what === 'rule' ? newRule(root, name) : newEditor(root, name);
  const sources = [...created, ...changed].filter((file) => file.endsWith('.ts'));
  const { status } = spawnSync(...tool('biome', 'check', '--write', ...sources), {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) throw new Error('The files are written, but Biome finds fault with them.');
  for (const file of created) console.log(`new      ${file}`);
  for (const file of changed) console.log(`changed  ${file}`);
  console.log(`\nFill in each place marked ${unfinished}: npm test fails until none is left.`);
  console.log(
    what === 'rule'
      ? `First the sentences that must stay silent (${created[1]}), then those that must alarm, then the rule. CONTRIBUTING.md, “Add a rule”.`
      : `First the page with the real editor (${created[1]}), then the kind, then npm run editors, which writes its row of the README. CONTRIBUTING.md, “Add an editor”.`,
  );
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(2);
}
