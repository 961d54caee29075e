import { ignoredInWords } from '../../components/ignore-names.ts';
import { say } from '../../components/say.ts';
import { shortened } from '../../components/screen-words.ts';
import { type IgnoreScope, ignoredKey } from '../../lib/checking/ignore.ts';
import { answered, failureInWords } from './answered.ts';
import type { Ask } from './ask.ts';
import type { Subject } from './card-state.ts';
import type { Told } from './notice.tsx';

interface Options {
  readonly ask: Ask;
  /** Checks all drafts of the frame again. */
  readonly recheckAll: () => void;
  /** The title of a rule; '' until known. */
  readonly ruleTitle: (rule: string) => string;
  /** Tells in the page what was done. */
  readonly tell: (told: Told) => void;
}

/** Something that was silenced: the sentence that tells it, and the requests that take it back. */
interface Silenced {
  readonly words: string;
  readonly undo: () => Promise<void>;
}

/**
 * The actions of a card after which less is pointed out. Each closes the card, is told in the page and can be undone
 * there. `isFocused`: the card has the focus; `asking` runs a job for the open card.
 */
export function createSilencing(
  isFocused: () => boolean,
  asking: (job: (subject: Subject) => Promise<null>) => Promise<unknown>,
  { ask, recheckAll, ruleTitle, tell }: Options,
) {
  const silencing = async (silence: (subject: Subject) => Promise<Silenced>, takesFocus: boolean) => {
    // The card is closed before its outcome is told.
    const byKeys = isFocused();
    const told: Told[] = [];
    await asking(async (subject) => {
      const { words, undo } = await silence(subject);
      const focusFrom = byKeys && takesFocus ? subject.session.field.element : null;
      const takeBack = () => {
        undo().catch((error: unknown) => tell({ words: failureInWords(error), undo: null, focusFrom: null }));
      };
      told.push({ words, undo: takeBack, focusFrom });
      return null;
    });
    for (const one of told) tell(one);
  };

  return {
    ignore(scope: IgnoreScope): void {
      const silence = async ({ session, finding, text }: Subject) => {
        const { draftKey } = session;
        const always = scope === 'always';
        const ignored = ignoredKey(finding, text, scope);
        const recheck = () => (always ? recheckAll() : void session.check());
        await answered(ask({ type: 'ignore', draftKey, finding: ignored, always }));
        recheck();
        return {
          words: ignoredInWords(scope, shortened(ignored.text, 14)),
          async undo() {
            await answered(ask({ type: 'restore-ignored', draftKey, finding: ignored, always }));
            recheck();
          },
        };
      };
      void silencing(silence, scope !== 'here');
    },
    switchOff(): void {
      const silence = async ({ finding: { rule } }: Subject) => {
        const set = async (on: boolean) => {
          await answered(ask({ type: 'set-rule', rule, on }));
          recheckAll();
        };
        await set(false);
        const title = ruleTitle(rule);
        return {
          words: say(`已关闭“${title}”，各篇都不再核对。`, `“${title}” is switched off for all drafts.`),
          undo: () => set(true),
        };
      };
      void silencing(silence, true);
    },
  };
}
