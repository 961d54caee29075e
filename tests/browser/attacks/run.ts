import { beforeAll, describe, expect, it } from 'vitest';
import type { UsedSurfaces } from '../fixture.ts';
import type { Attack } from './attack.ts';
import { Stage, takeOwn } from './stage.ts';

/** Makes a test of each row; the browser and its permissions are those of `surfaces`. */
export function attackAll(surfaces: UsedSurfaces, kinds: Readonly<Record<string, readonly Attack[]>>): void {
  beforeAll(() => takeOwn(surfaces));
  for (const [kind, rows] of Object.entries(kinds)) {
    describe(kind, () => {
      const named = (all: readonly Attack[]) => all.map((row) => [row.name, row] as const);
      it.each(named(rows.filter(({ inherent }) => inherent === undefined)))('%s', async (_, attack) => {
        const fault = await faultOf(surfaces, attack);
        if (fault !== null) throw new Error(fault);
      });
      // What cannot be prevented is as it is said to be: when it can be, the row moves up.
      const inherent = rows.filter((row) => row.inherent !== undefined);
      if (inherent.length > 0)
        it.each(named(inherent))('%s', async (_, attack) => {
          const stage = await Stage.open(surfaces, attack);
          const learned = await stage.run();
          expect(learned).toContain(attack.inherent?.learns);
          for (const held of attack.holds) await stage.verify(held, learned);
        });
    });
  }
}

/** After how many ms a row that is not done hangs: the longest, with all its waits, takes a third of it. */
const longest = 45_000;

/** What does not hold after an attack, in words; null if all does. */
export async function faultOf(surfaces: UsedSurfaces, attack: Attack): Promise<string | null> {
  const stage = await Stage.open(surfaces, attack);
  const hangs = new Promise<string>((resolve) => {
    setTimeout(resolve, longest, 'The page hangs.').unref();
  });
  try {
    return await Promise.race([hangs, faultIn(stage, attack)]);
  } finally {
    // What an attack has changed is no state for the next.
    await stage.restore();
    await stage.page.close();
  }
}

async function faultIn(stage: Stage, attack: Attack): Promise<string | null> {
  try {
    const learned = await stage.run();
    for (const held of attack.holds) await stage.verify(held, learned);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
