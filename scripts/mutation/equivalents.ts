import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { parse } from 'yaml';
import type { Mutant } from './points.ts';

const nonEmpty = v.pipe(v.string(), v.trim(), v.nonEmpty());
const listed = v.array(
  v.strictObject({
    file: nonEmpty,
    /** The source line without blanks around it. */
    line: nonEmpty,
    change: nonEmpty,
    /** One sentence: why no test can tell the mutant from the program. */
    why: nonEmpty,
  }),
);

/** A mutant that no test can tell from the program. */
export type Equivalent = v.InferOutput<typeof listed>[number];

/** Reads the list of equivalent mutants. Throws when the file does not have that form. */
export function readEquivalents(file: string): Equivalent[] {
  return v.parse(listed, parse(readFileSync(file, 'utf8')) ?? []);
}

/** Takes all mutants and returns those that are not listed, and the listed ones that are no mutants at all. */
export function withoutEquivalents(
  mutants: readonly Mutant[],
  equivalents: readonly Equivalent[],
): { left: Mutant[]; unknown: Equivalent[] } {
  const names = new Set(equivalents.map(({ file, line, change }) => nameOf(file, line, change)));
  const known = new Set(mutants.map(({ file, text, change }) => nameOf(file, text, change)));
  return {
    left: mutants.filter(({ file, text, change }) => !names.has(nameOf(file, text, change))),
    unknown: equivalents.filter(({ file, line, change }) => !known.has(nameOf(file, line, change))),
  };
}

function nameOf(file: string, line: string, change: string): string {
  return `${file}\n${line.trim()}\n${change}`;
}
