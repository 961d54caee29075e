import { Session } from 'node:inspector/promises';
import { setFlagsFromString } from 'node:v8';

/*
 * Counts the work of lib in steps instead of time. V8 counts how often each block of each function runs (precise
 * coverage, without its optimiser, in whose code calls are not counted); that number is the same on every machine. It
 * does not see the work inside one native call. So those that read a text or a list are wrapped here, and what a call may
 * have read is counted under its name: for a regular expression (`exec`, through which test, match, matchAll, replace,
 * search and split go) the text from where it begins to the end of its match, or to the end of the text; for a search in
 * a string or a list, what it passes.
 *
 * Limits. Backtracking, in which a regular expression goes over the same characters again, is not seen: that is for
 * hostile-texts.test.ts, which takes time. Nor is the work of typed arrays, Map and Set, JSON, and the sorting and
 * copying of lists; all of them grow no faster than n log n with a list, whose making is counted.
 */

/** Steps by what makes them: a function with its file, a regular expression, or a method and who calls it. */
export type Steps = ReadonlyMap<string, number>;

type Method = (this: unknown, ...args: unknown[]) => unknown;

/** How much of a string or a list a call has passed, by its result. */
type Passed = (owner: { readonly length: number }, args: readonly unknown[], result: unknown) => number;

/** What a search passes: up to what it has found, or all that is left from where it begins. */
const forwards: Passed = ({ length }, [, from = 0], result) =>
  (Number(result) < 0 ? length : Number(result)) - Number(from);
const backwards: Passed = ({ length }, [, from = length], result) =>
  Math.min(length, Number(from)) - Math.max(0, Number(result));
const whole: Passed = ({ length }) => length;
/** Of a list, the calls of a function are counted by V8; a search for a value is not. */
const methods: readonly (readonly [object, Readonly<Record<string, Passed>>])[] = [
  [
    String.prototype,
    {
      indexOf: forwards,
      lastIndexOf: backwards,
      includes: (owner, _, found) => (found === true ? 0 : owner.length),
      split: whole,
      replaceAll: whole,
      normalize: whole,
      trim: ({ length }, _, kept) => length - String(kept).length,
      trimStart: ({ length }, _, kept) => length - String(kept).length,
      trimEnd: ({ length }, _, kept) => length - String(kept).length,
    },
  ],
  [
    Array.prototype,
    {
      indexOf: forwards,
      includes: (owner, _, found) => (found === true ? 0 : owner.length),
      slice: (_owner, _args, copy) => (copy as readonly unknown[]).length,
      splice: whole,
      shift: whole,
      unshift: whole,
      join: whole,
      concat: whole,
    },
  ],
];

/** From this length on the caller of a method is told; of shorter ones there are too many to ask. */
const longCall = 300;

/** Counts the steps that lib takes in a call. One at a time: there is one profiler, and methods are wrapped meanwhile. */
export class StepCounter {
  private readonly session = new Session();
  private native = new Map<string, number>();
  private isCounting = false;
  private readonly unwrap: (() => void)[] = [];

  /** Begins to watch. */
  async start(): Promise<void> {
    // Of optimised and inlined functions V8 counts no calls.
    setFlagsFromString('--no-opt');
    this.session.connect();
    await this.session.post('Profiler.enable');
    await this.session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
    this.wrapExec();
    for (const [owner, passed] of methods)
      for (const [name, count] of Object.entries(passed))
        this.wrap(owner as Record<string, Method>, name, count);
  }

  /** Puts everything back. */
  stop(): void {
    for (const back of this.unwrap) back();
    this.session.disconnect();
    setFlagsFromString('--opt');
  }

  /** The steps of a call. */
  async stepsOf(run: () => unknown): Promise<Steps> {
    this.native = new Map();
    await this.session.post('Profiler.takePreciseCoverage');
    this.isCounting = true;
    try {
      run();
    } finally {
      this.isCounting = false;
    }
    const { result } = await this.session.post('Profiler.takePreciseCoverage');
    const steps = new Map(this.native);
    for (const { url, functions } of result) {
      const file = fileOf(url);
      if (file === null) continue;
      for (const { functionName, ranges } of functions) {
        const count = ranges.reduce((sum, range) => sum + range.count, 0);
        if (count > 0) add(steps, `${file} ${functionName}`, count);
      }
    }
    return steps;
  }

  private wrapExec(): void {
    const { exec } = RegExp.prototype;
    const counter = this;
    RegExp.prototype.exec = function (this: RegExp, text: string) {
      if (!counter.isCounting) return exec.call(this, text);
      const from = this.global || this.sticky ? this.lastIndex : 0;
      const match = exec.call(this, text);
      // One that is bound to a place does not look for another.
      const isBound = this.sticky || (this.source.startsWith('^') && !this.multiline);
      const end = match === null ? (isBound ? from : text.length) : match.index + match[0].length;
      add(counter.native, `/${this.source.slice(0, 80)}/`, 1 + Math.max(0, end - from));
      return match;
    };
    this.unwrap.push(() => {
      RegExp.prototype.exec = exec;
    });
  }

  private wrap(owner: Record<string, Method>, name: string, passed: Passed): void {
    const method = owner[name] as Method;
    const counter = this;
    owner[name] = function (this: unknown, ...args: unknown[]) {
      const result = method.apply(this, args);
      if (!counter.isCounting) return result;
      counter.isCounting = false;
      const count = passed(this as { readonly length: number }, args, result);
      add(counter.native, count < longCall ? name : `${name} in ${callerInLib()}`, 1 + Math.max(0, count));
      counter.isCounting = true;
      return result;
    };
    this.unwrap.push(() => {
      owner[name] = method;
    });
  }
}

function add(steps: Map<string, number>, name: string, count: number): void {
  steps.set(name, (steps.get(name) ?? 0) + count);
}

/** The file of lib at an address, from lib on; null for any other. */
function fileOf(url: string): string | null {
  const at = url.lastIndexOf('/lib/');
  return at < 0 || url.includes('/node_modules/') ? null : url.slice(at + 1).replace(/\?.*$/u, '');
}

/** The innermost function of lib that is being called. */
function callerInLib(): string {
  const { prepareStackTrace, stackTraceLimit } = Error;
  try {
    Error.stackTraceLimit = 8;
    // Places as objects: lines of source maps would be looked up for each.
    Error.prepareStackTrace = (_error, sites) => sites;
    const sites = new Error().stack as unknown as readonly NodeJS.CallSite[];
    for (const site of sites) {
      const file = fileOf(site.getFileName() ?? '');
      if (file !== null) return `${file} ${site.getFunctionName() ?? ''}`;
    }
    return 'lib';
  } finally {
    Error.prepareStackTrace = prepareStackTrace;
    Error.stackTraceLimit = stackTraceLimit;
  }
}

/** What grew faster than the text, from a count on one text to that on one twice as long. */
export interface Growth {
  readonly name: string;
  /** 1 if it doubled, 2 if it quadrupled. */
  readonly exponent: number;
  readonly steps: number;
}

/**
 * The functions and calls whose steps grew by more than `most` allows, the largest first.
 * @param fewest what takes fewer steps than these on the longer text is not asked
 */
export function grownFaster(shorter: Steps, longer: Steps, most: number, fewest: number): Growth[] {
  const grown: Growth[] = [];
  for (const [name, steps] of longer) {
    if (steps < fewest) continue;
    const exponent = Math.log2(steps / (shorter.get(name) ?? 1));
    if (exponent > most) grown.push({ name, exponent, steps });
  }
  return grown.sort((a, b) => b.steps - a.steps);
}
