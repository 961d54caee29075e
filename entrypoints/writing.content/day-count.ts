import type { Request } from '../background/requests/table.ts';
import type { Ask } from './ask.ts';

/** Rest between painting the marks of a text and counting, in ms: nothing is counted while the author goes on typing. */
const rest = 250;

type Draft = Omit<Extract<Request, { type: 'count-today' }>, 'type'>;

/** What today would bring to an old draft: asked once for a text, once its marks are painted. */
export interface DayCount {
  /** The draft asks for its day, and its marks are painted. */
  painted(draft: Draft): void;
  /** The text has changed: a count that was not asked for yet is cancelled. */
  wait(): void;
  /** Makes the last count invalid. */
  forget(): void;
}

interface Options {
  readonly ask: Ask;
  readonly signal: AbortSignal;
  /** Receives the number for a text. */
  readonly onCount: (text: string, count: number) => void;
}

/** Counts for a field, until the signal. */
export function createDayCount({ ask, signal, onCount }: Options): DayCount {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let counted: string | null = null;
  let turn = 0;

  const count = async (draft: Draft) => {
    counted = draft.text;
    const own = ++turn;
    const answer = await ask({ type: 'count-today', ...draft });
    if (signal.aborted || own !== turn) return;
    if (answer !== null && 'count' in answer && answer.count !== null) onCount(draft.text, answer.count);
    // There was no answer: it is asked for again with the next check.
    else if (answer === null) counted = null;
  };
  const wait = () => clearTimeout(timer);
  signal.addEventListener('abort', wait);
  return {
    painted(draft) {
      wait();
      if (draft.text === counted) return;
      timer = setTimeout(() => void count(draft), rest);
    },
    wait,
    forget() {
      wait();
      turn++;
      counted = null;
    },
  };
}
