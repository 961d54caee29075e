import { describe, expect, it } from 'vitest';
import { grown, growth, type Sample } from '../../scripts/soak/memory.ts';
import { planOf, type Step } from '../../scripts/soak/plan.ts';

const named = (steps: readonly Step[], name: string) => steps.filter((step) => step.do === name).length;
const deedsOf = (steps: readonly Step[]) => steps.flatMap((step) => (step.do === 'visit' ? step.deeds : []));

describe('the plan of a long run', () => {
  it('is the same for the same seed, and another for another', () => {
    expect(planOf(7, 300)).toEqual(planOf(7, 300));
    expect(planOf(7, 300)).not.toEqual(planOf(8, 300));
  });

  it.each([1, 2, 3])('has the edits, the page changes and the deaths of a whole day (seed %i)', (seed) => {
    const steps = planOf(seed, 2_000);
    const deeds = deedsOf(steps);
    const pushes = deeds.filter((deed) => deed === 'push-state').length;
    const deaths = deeds.filter((deed) => deed === 'death').length;
    expect(deeds).toHaveLength(2_000 + pushes + deaths);
    const changes = ['reload', 'navigate', 'new-tab', 'close-tab', 'back-forward'];
    expect(changes.reduce((sum, name) => sum + named(steps, name), 0) + pushes).toBe(50);
    expect(deaths).toBe(20);
    expect(named(steps, 'sample')).toBeGreaterThanOrEqual(15);
  });

  it.each([75, 150, 2_000])(
    'of %i edits has everything at least once, and no death in the last third',
    (edits) => {
      const steps = planOf(5, edits);
      const happenings = new Set(steps.map((step) => step.do));
      for (const name of [
        'fill',
        'free',
        'full-desk',
        'desk',
        'popup',
        'options',
        'panel',
        'language',
        'rule',
        'own',
      ])
        expect(happenings).toContain(name);
      const deeds = deedsOf(steps);
      expect(deeds).toContain('death');
      expect(deeds.lastIndexOf('death')).toBeLessThanOrEqual((deeds.length * 2) / 3);
    },
  );

  it('fills the storage before it frees it', () => {
    const names = planOf(9, 150).map((step) => step.do);
    expect(names.indexOf('fill')).toBeLessThan(names.indexOf('free'));
  });
});

describe('the growth of memory', () => {
  const series = (bytesAt: (edits: number) => number, count = 20): Sample[] =>
    Array.from({ length: count }, (_, at) => {
      const edits = (at + 1) * 20;
      return { edits, bytes: bytesAt(edits), nodes: 100, listeners: 10, documents: 1 };
    });
  const bounds = { from: 100, bytes: 100, nodes: 1, listeners: 0.1, documents: 0.01 };

  it('is nothing where a page only warms up, or a sample is far off', () => {
    const warming = series((edits) => 4e6 + Math.min(edits, 120) * 1e4);
    expect(growth(warming, 'bytes')).toBe(0);
    const once = series((edits) => (edits === 300 ? 9e6 : 4e6));
    expect(growth(once, 'bytes')).toBe(0);
    expect(grown('a page', [...warming], bounds)).toEqual([]);
  });

  it('is what each edit leaves behind', () => {
    const leaking = series((edits) => 4e6 + edits * 500 + (edits % 40 === 0 ? 3_000 : 0));
    expect(growth(leaking, 'bytes')).toBeCloseTo(500, -2);
    expect(grown('a page', leaking, bounds)).toEqual([
      expect.stringMatching(/^memory: a page gains \d+\.\d\d bytes/u),
    ]);
  });

  it('cannot be told of a few samples, nor of samples between which nothing was edited', () => {
    expect(
      growth(
        series((edits) => edits * 500, 3),
        'bytes',
      ),
    ).toBe(0);
    const idle = series(() => 0).map((sample, at) => ({ ...sample, edits: 20, bytes: at * 1e6 }));
    expect(growth(idle, 'bytes')).toBe(0);
  });
});
