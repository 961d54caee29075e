import { say } from '../../components/say.ts';
import { changed, type Found } from '../../lib/checking/found.ts';
import type { CheckStage } from '../../lib/checking/stages.ts';
import { longestDraft } from '../../lib/draft/longest-draft.ts';
import type { Edit, NumberedItem, Span } from '../../lib/draft/types.ts';
import type { Field } from '../../lib/fields/types.ts';
import type { CheckAnswer, Checked, CheckReply, TextWanted } from '../../lib/messaging/messages.ts';
import type { Fault } from '../../lib/messaging/reply.ts';
import type { Ask } from './ask.ts';
import { changeBetween } from './found-in-text.ts';

/** Pause after the last key before a check, in ms. */
const rest = 250;
const han = /\p{Script=Han}/u;

/** The outcome of a check. */
export type Outcome =
  /** The text needs no check. */
  | { readonly is: 'unneeded' }
  | { readonly is: 'declined'; readonly why: string }
  | {
      readonly is: 'checked';
      /** The text that was checked; the field may hold a newer one. */
      readonly text: string;
      readonly found: Found;
      readonly reply: Omit<CheckReply, 'findings' | 'onToday'>;
      /** Paragraphs that are not decided yet; null if all are. */
      readonly undecided: readonly Span[] | null;
      /** The findings on the whole draft are not decided yet. */
      readonly isPartial: boolean;
    };

/** Checks the text of a field after each change. */
export interface CheckLoop {
  /** False if the last text sent was only part of the draft. */
  readonly isWhole: boolean;
  /** Checks after the pause. */
  soon(): void;
  /** Checks after the pause, unless this text was sent last. */
  soonUnlessSent(text: string): void;
  now(): Promise<void>;
  /**
   * Replaces the last answer's findings by equal objects that the session already shows, so that unchanged paragraphs
   * keep them at the next answer.
   */
  adopt(found: Found): void;
}

interface Options {
  readonly field: Field;
  readonly draftKey: () => string;
  readonly ask: Ask;
  readonly signal: AbortSignal;
  /** Reads the field; returns its text. */
  readonly read: () => string;
  readonly onOutcome: (outcome: Outcome) => void;
}

/** The last answer of the worker, and the text that it is about. */
interface Base {
  readonly revision: string;
  readonly text: string;
  readonly found: Found;
}

/** Asks for checks of a field: only the change since the last answer is sent, as long as the worker remembers it. */
function createAsker({ field, draftKey, ask }: Pick<Options, 'field' | 'draftKey' | 'ask'>) {
  let base: Base | null = null;
  return {
    /** Null where no answer came; `isNeeded` false: no further request is made. */
    async answerFor(text: string, isWhole: boolean, stage: CheckStage, isNeeded: () => boolean) {
      const send = (as: string | { since: string; change: Edit }) =>
        ask({ type: 'check', text: as, complete: isWhole, draftKey: draftKey(), stage, ...listOf(field) });
      if (base !== null) {
        const answer = await send({ since: base.revision, change: changeBetween(base.text, text) });
        if (!wantsText(answer) || !isNeeded()) return answer;
        base = null;
      }
      return await send(text);
    },
    /** Reads an answer about a text, and makes it the base of the next request. */
    outcomeOf(text: string, answer: Checked | Fault): Outcome {
      if ('fault' in answer) return { is: 'declined', why: answer.fault };
      const found = changed(base?.found ?? null, answer.found);
      base = { revision: answer.revision, text, found };
      const { asOf, ignored, trueUntil, language, strictness } = answer;
      const isEarly = answer.stage === 'early';
      return {
        is: 'checked',
        text,
        found,
        reply: { asOf, ignored, trueUntil, language, strictness },
        undecided: isEarly ? answer.undecided : null,
        isPartial: isEarly && answer.isPartial === true,
      };
    },
    /** Replaces what the last answer found. */
    adopt(found: Found) {
      if (base !== null) base = { ...base, found };
    },
  };
}

/** Creates the loop; it does nothing until it is called, and ends with the signal. */
export function createCheckLoop(options: Options): CheckLoop {
  const { field, signal, read, onOutcome } = options;
  const asker = createAsker(options);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let turn = 0;
  /** The text that was sent last. */
  let sent = '';
  let isWhole = true;

  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void check('early'), rest);
  };
  const check = async (stage: CheckStage): Promise<void> => {
    // The end of a composition counts as a change.
    if (signal.aborted || field.composing) return;
    const text = read();
    clearTimeout(timer);
    isWhole = field.complete;
    sent = text;
    const own = ++turn;
    if (text.length > longestDraft) return onOutcome({ is: 'declined', why: tooLong(text.length) });
    if (!han.test(text)) return onOutcome({ is: 'unneeded' });
    const answer = await asker.answerFor(text, isWhole, stage, () => own === turn);
    if (signal.aborted || own !== turn) return;
    if (answer === null || wantsText(answer)) {
      // Only the early answer arrived: the rest is requested again at the field's next event.
      if (stage === 'decided') sent = '';
      return;
    }
    const outcome = asker.outcomeOf(text, answer);
    if (field.composing) {
      // Requested again when the composition ends.
      sent = '';
      return;
    }
    const isNewest = read() === text;
    if (outcome.is !== 'checked' || outcome.undecided === null) return onOutcome(outcome);
    // A newer text is about to be sent.
    if (!isNewest) return;
    onOutcome(outcome);
    await check('decided');
  };
  signal.addEventListener('abort', () => clearTimeout(timer));
  return {
    get isWhole() {
      return isWhole;
    },
    soon,
    soonUnlessSent(text) {
      if (text !== sent) soon();
    },
    now: () => check('early'),
    adopt: asker.adopt,
  };
}

function wantsText(answer: CheckAnswer | Fault | null): answer is TextWanted {
  return answer !== null && 'stage' in answer && answer.stage === 'text-wanted';
}

/** The part of a request about lists that the editor numbers. */
export function listOf(field: Field): { numbered?: NumberedItem[] } {
  const numbered = field.listItems();
  return numbered.length === 0 ? {} : { numbered: [...numbered] };
}

function tooLong(length: number): string {
  const limit = longestDraft / 10_000;
  return say(
    `本稿约 ${Math.round(length / 10_000)} 万字，超出 ${limit} 万字，暂不检查。可分篇检查。`,
    `This draft has more than ${longestDraft.toLocaleString('en')} characters and is not checked. Please check it in parts.`,
  );
}
