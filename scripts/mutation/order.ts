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
  private readonly testsByProbe = new Map<string, Set<string>>();
  /** Functions that are called in a test, and the files that hold one. */
  private readonly called = new Set<string>();

  constructor(
    private readonly reach: ReadonlyMap<string, Reach>,
    imports: Imports,
  ) {
    this.steps = new Map([...reach.keys()].map((test) => [test, stepsFrom(test, imports)]));
    for (const [test, { loaded, called }] of reach) {
      for (const id of [...loaded, ...called]) {
        const tests = this.testsByProbe.get(id);
        if (tests === undefined) this.testsByProbe.set(id, new Set([test]));
        else tests.add(test);
      }
      for (const id of called) this.called.add(id).add(fileOf(id));
    }
  }

  /** The test files that call anything of lib at all. */
  get tests(): string[] {
    return [...this.reach].flatMap(([test, { called }]) => (called.length > 0 ? [test] : []));
  }

  /**
   * Whether any test calls the function that a mutant lies in; of what runs when a file is loaded, whether a test calls
   * any function of that file.
   */
  isReached({ file, scope }: Mutant): boolean {
    const id = `${file}:${scope}`;
    return this.called.has(id) || (this.testsByProbe.has(id) && this.called.has(file));
  }

  /** The test files that come by a mutant, those first that are likeliest to notice it; or the near ones alone. */
  testsFor({ file, scope }: Mutant, onlyNear: boolean): string[] {
    const place = (test: string) => {
      const step = this.steps.get(test)?.get(file) ?? Number.POSITIVE_INFINITY;
      return step <= near ? step : general.has(test) ? near : near + 1;
    };
    const time = (test: string) => this.reach.get(test)?.duration ?? 0;
    return [...(this.testsByProbe.get(`${file}:${scope}`) ?? [])]
      .filter((test) => !onlyNear || place(test) <= near)
      .sort((a, b) => place(a) - place(b) || time(a) - time(b));
  }
}

function fileOf(id: string): string {
  return id.slice(0, id.lastIndexOf(':'));
}
