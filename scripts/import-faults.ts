import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { cruise, type ICruiseResult, type IForbiddenRuleType } from 'dependency-cruiser';
import { allImports, valueImports } from './import-rules.ts';

export interface ImportFault {
  /** The chain of files from the importing one to the forbidden one; paths from the root. */
  readonly path: readonly string[];
  readonly rule: string;
  readonly why: string;
}

/** The violations of the import rules in a checkout of the project at `root`. Throws if it cannot be read. */
export async function importFaults(root: string): Promise<ImportFault[]> {
  const all = await broken(root, ['lib', 'components', 'entrypoints', 'scripts'], allImports, true);
  const values = await broken(root, ['entrypoints/writing', 'entrypoints/scout'], valueImports, false);
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
