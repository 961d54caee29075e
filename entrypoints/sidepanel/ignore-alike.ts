import { say } from '../../components/say.ts';
import { ignoredKey } from '../../lib/checking/ignore.ts';
import type { Finding } from '../../lib/rules/types.ts';
import { ask } from '../surface/messaging.ts';
import type { PanelState } from './panel-state.ts';

/** Ignores the words of findings that are listed as one, in this draft. Takes at least one, in text order. */
export async function ignoreAlike(state: PanelState, findings: readonly Finding[]): Promise<void> {
  const [first] = findings;
  if (first === undefined) return;
  await state.resolving(first, async ({ draftKey, text }) => {
    const keys = new Map(
      findings.map((finding) => [text.slice(finding.start, finding.end), ignoredKey(finding, text, 'draft')]),
    );
    for (const key of keys.values()) await ask({ type: 'ignore', draftKey, finding: key });
    await state.place.recheck();
    const words = say('本稿中不再提示这些字。', 'These words are ignored in this draft.');
    return state.told.undoable(words, async () => {
      if (await state.ignoring.restoreAll([...keys.values()])) state.returnTo(first);
    });
  });
}
