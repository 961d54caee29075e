import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { cruise, type ICruiseResult, type IForbiddenRuleType } from 'dependency-cruiser';
import { allImports, valueImports } from './import-rules.ts';

export interface ImportFault {
  /** The files from the one that imports to the one that it must not reach, from the root. */
  readonly path: readonly string[];
  readonly rule: string;
  readonly why: string;
}

/** What breaks the rules of imports in a checkout of the project at `root`. Throws when it cannot be read. */
export async function importFaults(root: string): Promise<ImportFault[]> {
  const all = await broken(root, ['lib', 'components', 'entrypoints', 'scripts'], allImports, true);
  const values = await broken(
    root,
    ['entrypoints/writing.content', 'entrypoints/scout'],
    valueImports,
    false,
  );
  return [...all, ...values];
}

async function broken(
  root: string,
  folders: readonly string[],
  rules: readonly IForbiddenRuleType[],
  withTypes: boolean,
): Promise<ImportFault[]> {
  const { output } = await cruise(
    folders.filter((folder) => existsSync(join(root, folder))),
    {
      baseDir: root,
      ruleSet: { forbidden: [...rules] },
      validate: true,
      tsPreCompilationDeps: withTypes,
      doNotFollow: { path: 'node_modules' },
    },
    { exportsFields: ['exports'], conditionNames: ['browser', 'import', 'types', 'default'] },
  );
  if (typeof output === 'string') throw new Error(output);
  return faultsOf(output, rules);
}

function faultsOf({ summary }: ICruiseResult, rules: readonly IForbiddenRuleType[]): ImportFault[] {
  return summary.violations.map(({ from, to, rule, cycle, via }) => {
    const between = (cycle ?? via ?? []).map(({ name }) => name);
    return {
      path: [from, ...(between.length > 0 ? between : [to])],
      rule: rule.name,
      why: rules.find(({ name }) => name === rule.name)?.comment ?? '',
    };
  });
}
