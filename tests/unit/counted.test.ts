import { describe, expect, it } from 'vitest';
import { countFindings, placeAmong } from '../../lib/checking/counted.ts';
import type { Finding, Level } from '../../lib/rules/types.ts';

type Countable = Pick<Finding, 'level' | 'asks'>;

const of = (level: Level): Countable => ({ level });
const question: Countable = { level: 'warning', asks: 'judged-on' };

describe('what is counted', () => {
  it('is every finding of each level, but not the question about the draft’s day', () => {
    const findings = [of('error'), question, of('hint'), of('warning'), of('error')];
    expect(countFindings(findings)).toEqual({ levels: { error: 2, warning: 1, hint: 1 }, total: 4 });
    expect(countFindings([])).toEqual({ levels: { error: 0, warning: 0, hint: 0 }, total: 0 });
  });

  it('gives a finding its place among the others, and the question none', () => {
    const [first, last] = [of('error'), of('hint')];
    const findings = [first, question, last];
    expect(placeAmong(first, findings)).toEqual({ at: 1, of: 2 });
    expect(placeAmong(last, findings)).toEqual({ at: 2, of: 2 });
    expect(placeAmong(question, findings)).toBeNull();
    expect(placeAmong(of('error'), findings)).toBeNull();
  });
});
