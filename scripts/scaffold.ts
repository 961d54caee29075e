import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { contractPage, contractRow, editorKind, judgedSentences, ruleFile } from './scaffold-files.ts';

/** The files written: new ones, and existing ones with a line added. */
export interface Scaffold {
  readonly created: readonly string[];
  readonly changed: readonly string[];
}

/** Writes a new rule that reports nothing useful yet. Throws if the id is invalid or taken. */
export function newRule(root: string, id: string): Scaffold {
  const name = variableOf(id);
  const file = `lib/rules/${id}.ts`;
  const sentences = `tests/drafts/${id}.yaml`;
  assertFree(root, [file, sentences]);
  const ids = changed(root, fileOfIds(root), [[/^\] as const;\nexport type RuleId\b/mu, `  '${id}',\n$&`]]);
  const list = changed(root, 'lib/rules/index.ts', [
    [/^import type \{ Rule \}/mu, `import { ${name} } from './${id}.ts';\n$&`],
    [/^\];$/mu, `  ${name},\n$&`],
  ]);
  write(root, [[file, ruleFile(id, name)], [sentences, judgedSentences(id)], ids, list]);
  return { created: [file, sentences], changed: [ids[0], list[0]] };
}

/** Writes a new kind of editor, with a page for its contract. Throws if the name is invalid or taken. */
export function newEditor(root: string, kind: string): Scaffold {
  const name = variableOf(kind);
  const file = `lib/fields/kinds/${kind}.ts`;
  const page = `tests/browser/pages/${kind}.ts`;
  assertFree(root, [file, page]);
  const type = changed(root, 'lib/fields/types.ts', [[/^ {2}\| 'unknown';$/mu, `  | '${kind}'\n$&`]]);
  const list = changed(root, 'lib/fields/kinds/index.ts', [
    [/^import \{ plain \}/mu, `import { ${name} } from './${kind}.ts';\n$&`],
    [/^ {2}plain,\n\];$/mu, `  ${name},\n$&`],
  ]);
  const row = changed(root, 'tests/browser/contract/kinds.ts', [
    [/^\];\n$(?![\s\S])/mu, `${contractRow(kind)}$&`],
  ]);
  write(root, [[file, editorKind(kind, name)], [page, contractPage(kind)], type, list, row]);
  return { created: [file, page], changed: [type[0], list[0], row[0]] };
}

/** The file of lib/rules that lists the ids of all rules. Throws if there is none. */
function fileOfIds(root: string): string {
  const folder = 'lib/rules';
  const file = readdirSync(join(root, folder)).find(
    (name) =>
      name.endsWith('.ts') && readFileSync(join(root, folder, name), 'utf8').includes('const ruleIds = ['),
  );
  if (file === undefined) throw new Error(`No file of ${folder} lists the ids of rules (ruleIds).`);
  return `${folder}/${file}`;
}

/** The variable name for an id in kebab case: `demo-rule` is `demoRule`. */
function variableOf(id: string): string {
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/u.test(id))
    throw new Error(`“${id}” is not a name: use small letters, digits and hyphens, as in “list-marks”.`);
  return id.replace(/-([a-z0-9])/gu, (_, next: string) => next.toUpperCase());
}

function assertFree(root: string, paths: readonly string[]): void {
  for (const path of paths) if (existsSync(join(root, path))) throw new Error(`${path} exists already.`);
}

/** The text of a file with each pattern replaced once. Throws if one is not found. */
function changed(
  root: string,
  path: string,
  replacements: readonly (readonly [pattern: RegExp, replacement: string])[],
): readonly [path: string, text: string] {
  let text = readFileSync(join(root, path), 'utf8');
  for (const [pattern, replacement] of replacements) {
    if (!pattern.test(text)) throw new Error(`${path} has no place for a new name: ${pattern} is not found.`);
    text = text.replace(pattern, replacement);
  }
  return [path, text];
}

function write(root: string, files: readonly (readonly [path: string, text: string])[]): void {
  for (const [path, text] of files) writeFileSync(join(root, path), text);
}
