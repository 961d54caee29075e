import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A command and its arguments, as spawn takes them. */
export type CommandLine = readonly [command: string, args: string[]];

/** The packages of the tools whose name is another. */
const packages: Readonly<Record<string, string>> = { tsc: 'typescript', biome: '@biomejs/biome' };

/**
 * The command line of a tool that the project has installed (wxt, tsc, biome, tsx, vitest). It is run by this Node.js: on
 * Windows `npx` is a batch file, which Node.js starts by a shell alone.
 * @throws Error if the tool is not installed
 */
export function tool(name: string, ...args: readonly string[]): CommandLine {
  const packageName = packages[name] ?? name;
  const folder = join(import.meta.dirname, '../node_modules', packageName);
  if (!existsSync(folder)) throw new Error(`没有装好 ${packageName}：请先运行 npm ci。`);
  const { bin }: { bin?: string | Record<string, string> } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  );
  const file = typeof bin === 'string' ? bin : bin?.[name];
  if (file === undefined) throw new Error(`软件包 ${packageName} 里没有 ${name}。`);
  return [process.execPath, [join(folder, file), ...args]];
}

/** The command line of npm: the one that runs this script, where it does (`npm run …`), again by this Node.js. */
export function npm(args: readonly string[], env: NodeJS.ProcessEnv = process.env): CommandLine {
  const file = env.npm_execpath;
  return file?.endsWith('.js') === true ? [process.execPath, [file, ...args]] : ['npm', [...args]];
}
