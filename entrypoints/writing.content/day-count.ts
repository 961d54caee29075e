import type { Request } from '../background/requests/table.ts';
import type { Ask } from './ask.ts';

/** Rest after the marks of a text are painted before it is counted, in ms: who goes on writing is not counted for. */
const rest = 250;

type Draft = Omit<Extract<Request, { type: 'count-today' }>, 'type'>;

/** What today would bring to an old draft: asked once for a text, once its marks are painted. */
export interface DayCount {
  /** The draft asks for its day, and its marks are painted. */
  painted(draft: Draft): void;
  /** The text has changed: what waits to be asked is asked of the next one. */
  wait(): void;
  /** What was counted holds no longer. */
  forget(): void;
}

interface Options {
  readonly ask: Ask;
  readonly signal: AbortSignal;
  /** Told the number for a text. */
  readonly onCount: (text: string, count: number) => void;
}

/** Counts for a field; everything hangs on the signal. */
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
    // Nobody was there: asked for again with the next check.
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
