import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FirefoxHarness, startFirefox } from '../firefox.ts';
import type { Attack } from './attack.ts';
import { faultInFirefox, suitsFirefox, takeOwnInFirefox } from './firefox-stage.ts';
import { editors } from './rows/editors.ts';
import { events } from './rows/events.ts';
import { prototypes } from './rows/prototypes.ts';
import { reading } from './rows/reading.ts';
import { wars } from './rows/wars.ts';

let harness: FirefoxHarness;
beforeAll(async () => {
  harness = await startFirefox();
  await takeOwnInFirefox(harness);
});
afterAll(() => harness?.close());

/** What only Chromium has, and patches that mislead the test's own look at the page there. */
const notInFirefox = /HighlightRegistry|caretRangeFromPoint|'getBoundingClientRect'/u;
const kinds: Readonly<Record<string, readonly Attack[]>> = {
  'a page that has changed its world first reads and stops nothing: it has patched': prototypes,
  'events of a script press nothing': events.faked,
  'messages of a page in the shape of a request do nothing': events.spoken.filter((_, at) => at % 3 === 0),
  'a page does not reach': events.reached,
  'beside a rich field, nothing of the card is read by': reading.rich,
  'beside a textarea, nothing of the card is read by': reading.plain.filter((_, at) => at % 4 === 0),
  'while the page is at war with the marks,': wars.marks,
  'while the page turns its document over,': wars.documents,
  'the browser’s own is seen behind': editors.clobbered.filter((_, at) => at % 6 === 0),
};

for (const [kind, rows] of Object.entries(kinds)) {
  const suited = rows.filter((row) => suitsFirefox(row) && !notInFirefox.test(`${row.before}`));
  if (suited.length > 0)
    describe(`in Firefox, ${kind}`, () => {
      it.each(suited.map((row) => [row.name, row] as const))('%s', async (_, row) => {
        const fault = await faultInFirefox(harness, row);
        if (fault !== null) expect.fail(fault);
      });
    });
}
