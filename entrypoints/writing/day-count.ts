import type { Request } from '../background/requests/table.ts';
import type { Ask } from './ask.ts';

/** Pause between painting the marks of a text and counting, in ms: nothing is counted while the author types. */
const rest = 250;

type Draft = Omit<Extract<Request, { type: 'count-today' }>, 'type'>;

/** Counts how many more findings today would give for an old draft: once per text, after its marks are painted. */
export interface DayCount {
  /** The draft asks for its day, and its marks are painted. */
  painted(draft: Draft): void;
  /** The text changed: cancels a count that was not requested yet. */
  wait(): void;
  /** Invalidates the last count. */
  forget(): void;
}

interface Options {
  readonly ask: Ask;
  readonly signal: AbortSignal;
  /** Receives the number for a text. */
  readonly onCount: (text: string, count: number) => void;
}

/** Creates the counter of a field, which ends with the signal. */
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
    // No answer: requested again at the next check.
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
