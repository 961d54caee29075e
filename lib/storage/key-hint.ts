import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { serial } from '../common/serial.ts';

/** Where it stands in the extension's local storage how often the shortcuts were told. */
const key = 'key-hint';

const stored = v.object({
  known: v.fallback(v.boolean(), false),
  /** How many cards have told them. */
  shown: v.fallback(v.pipe(v.number(), v.integer(), v.minValue(0)), 0),
});
/** Whether the author has acknowledged the line about shortcuts, and how many cards have shown it. */
export type KeyHint = Readonly<v.InferOutput<typeof stored>>;

/** Reads it; what cannot be read is as after installing. */
export async function readKeyHint(): Promise<KeyHint> {
  const found = v.safeParse(stored, (await browser.storage.local.get(key))[key]);
  return found.success ? found.output : { known: false, shown: 0 };
}

/** Two cards that open at once must both be counted. */
const queueWrite = serial();

/** Notes that a card has shown the line, or that the author has acknowledged it. */
export function noteKeyHint(what: 'shown' | 'known'): Promise<void> {
  return queueWrite(async () => {
    const hint = await readKeyHint();
    const next = what === 'known' ? { ...hint, known: true } : { ...hint, shown: hint.shown + 1 };
    await browser.storage.local.set({ [key]: next });
  });
}
