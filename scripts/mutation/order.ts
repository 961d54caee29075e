import { type Imports, stepsFrom } from './imports.ts';
import type { Mutant } from './points.ts';
import type { Reach } from './test-runner.ts';

/** Test files that look at all rules: they come with the near ones, whatever file a mutant lies in. */
const general = new Set(
  ['judged', 'said', 'places-of-faults', 'verdicts'].map((name) => `tests/unit/${name}.test.ts`),
);
/** A file that imports a mutant's file within so many steps is near it. */
const near = 2;

/** Which test files come by a mutant. */
export class TestOrder {
  private readonly steps: ReadonlyMap<string, ReadonlyMap<string, number>>;
  private readonly byProbe = new Map<string, string[]>();

  constructor(
    private readonly reach: ReadonlyMap<string, Reach>,
    imports: Imports,
  ) {
    this.steps = new Map([...reach.keys()].map((test) => [test, stepsFrom(test, imports)]));
    for (const [test, { reached }] of reach)
      for (const id of reached) this.byProbe.set(id, [...(this.byProbe.get(id) ?? []), test]);
  }

  /** Whether any test calls the function that a mutant lies in. */
  isReached({ file, scope }: Mutant): boolean {
    return this.byProbe.has(`${file}:${scope}`);
  }

  /** The test files that come by a mutant, those first that are likeliest to notice it; or the near ones alone. */
  testsFor({ file, scope }: Mutant, onlyNear: boolean): string[] {
    const place = (test: string) => {
      const step = this.steps.get(test)?.get(file) ?? Number.POSITIVE_INFINITY;
      return step <= near ? step : general.has(test) ? near : near + 1;
    };
    const time = (test: string) => this.reach.get(test)?.duration ?? 0;
    return [...(this.byProbe.get(`${file}:${scope}`) ?? [])]
      .filter((test) => !onlyNear || place(test) <= near)
      .sort((a, b) => place(a) - place(b) || time(a) - time(b));
  }
}
