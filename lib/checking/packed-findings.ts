import { moved } from '../rules/moved.ts';
import type { Finding } from '../rules/types.ts';

/**
 * Findings as they are sent to a page: a long draft has the same fault a hundred times, and what is sent is written out
 * and read in by the page's own thread at every check.
 */
export interface PackedFindings {
  /** Each thing said once, as if it stood at the beginning of the text. */
  readonly said: readonly Finding[];
  /** By turns the number of what is said and the place where it is (UTF-16), in the order of the findings. */
  readonly at: readonly number[];
}

/** Takes findings and returns them packed. */
export function packFindings(findings: readonly Finding[]): PackedFindings {
  const said: Finding[] = [];
  const at: number[] = [];
  const numbers = new Map<string, number>();
  for (const finding of findings) {
    const one = moved(finding, -finding.start);
    const key = JSON.stringify(one);
    let number = numbers.get(key);
    if (number === undefined) {
      number = said.length;
      numbers.set(key, number);
      said.push(one);
    }
    at.push(number, finding.start);
  }
  return { said, at };
}

/** The findings that were packed, in their order. */
export function unpackFindings({ said, at }: PackedFindings): Finding[] {
  const findings: Finding[] = [];
  for (let i = 0; i + 1 < at.length; i += 2) {
    const one = said[at[i] as number];
    if (one !== undefined) findings.push(moved(one, at[i + 1] as number));
  }
  return findings;
}
