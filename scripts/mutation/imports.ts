import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import ts from 'typescript';

/** Which file of the repository imports which, paths from the root. */
export type Imports = ReadonlyMap<string, readonly string[]>;

/** The TypeScript files of a folder, paths from the root. */
export function sourcesIn(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/u.test(name))
    .map((name) => join(folder, name))
    .sort();
}

/** Reads what these files import, and what that imports, as far as it belongs to the repository. */
export function readImports(root: string, files: readonly string[]): Imports {
  const imports = new Map<string, string[]>();
  const waiting = [...files];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (imports.has(file)) continue;
    const targets = /\.tsx?$/u.test(file) ? targetsOf(root, file) : [];
    imports.set(file, targets);
    waiting.push(...targets);
  }
  return imports;
}

function targetsOf(root: string, file: string): string[] {
  const { importedFiles } = ts.preProcessFile(readFileSync(join(root, file), 'utf8'));
  return importedFiles
    .map(({ fileName }) => fileName)
    .filter((name) => name.startsWith('.'))
    .map((name) => relative(root, join(root, dirname(file), name)))
    .filter((name) => existsSync(join(root, name)));
}

/** How many steps a file is away from each that it imports, itself at 0. */
export function stepsFrom(file: string, imports: Imports): ReadonlyMap<string, number> {
  const steps = new Map([[file, 0]]);
  // A map goes on over what is added to it meanwhile.
  for (const [one, step] of steps)
    for (const target of imports.get(one) ?? []) if (!steps.has(target)) steps.set(target, step + 1);
  return steps;
}
