import type { Finding } from '../../lib/rules/types.ts';
import { type ActionOptions, createCardActions } from './card-actions.ts';
import { type CardScreen, openScreen } from './card-screen.tsx';
import {
  type CardEvent,
  type CardState,
  closed,
  closesByItself,
  nextState,
  type OpenedBy,
  type Subject,
  subjectOf,
} from './card-state.ts';
import type { RuleAbout } from './card-why.tsx';
import type { KeyHint } from './key-hint.ts';
import type { Session } from './session.ts';

/** The card of a frame: one at a time, for one finding. */
export interface CardController {
  open(session: Session, finding: Finding, by: OpenedBy, point?: Subject['point']): void;
  /** Opens the card by keyboard and applies its first fix; a finding without fixes is only shown. */
  applyFirst(session: Session, finding: Finding): void;
  /** Opens the preview of the numbering repair by keyboard. */
  openRepair(session: Session, finding: Finding): void;
  /** The session whose card is open, or null. */
  readonly session: Session | null;
  /** The text under an open card changed: it closes, unless its own fix is being applied. */
  textChanged(): void;
  /** Draws an open card again after information on its rule arrived. */
  redraw(): void;
  /** The pointer left the mark: a card opened by hover closes, unless the pointer is on it. */
  leaveMark(): void;
  close(): void;
}

interface Options extends ActionOptions {
  readonly signal: AbortSignal;
  /** The description of a rule; empty words until known. */
  readonly aboutRule: (rule: string) => RuleAbout;
  readonly keyHint: Pick<KeyHint, 'take' | 'known'>;
}

/** How long a card opened by hover stays after the pointer left, in ms. */
const grace = 300;

/** Creates the card of a frame, which renders the states of `nextState`. It ends with the signal. */
export function createCardController(options: Options): CardController {
  const { view, signal, aboutRule, keyHint } = options;
  let state: CardState = closed;
  let screen: CardScreen | null = null;
  let leaving: ReturnType<typeof setTimeout> | undefined;

  const draw = () => {
    if (state.kind !== 'closed') screen?.draw(state);
  };
  const dispatch = (event: CardEvent, hadFocus = screen?.focused === true) => {
    const before = state;
    state = nextState(before, event);
    if (subjectOf(state) !== subjectOf(before)) replaceScreen(subjectOf(state));
    if (state !== before) draw();
    // Drawing closes a card whose mark is gone.
    if (state.kind === 'closed') return;
    if (movesFocus(event)) screen?.moveFocus(state, hadFocus || screen.focused);
    else if (event.type === 'open' && event.by === 'keyboard') screen?.takeFocus();
  };
  const replaceScreen = (subject: Subject | null) => {
    const old = screen;
    screen = null;
    stay();
    old?.remove();
    if (subject === null) return;
    screen = openScreen(subject, {
      view,
      signal,
      aboutRule,
      keyHint,
      actions,
      onEnter: stay,
      onLeave: leave,
    });
  };
  const stay = () => clearTimeout(leaving);
  const leave = () => {
    stay();
    if (!closesByItself(state)) return;
    leaving = setTimeout(() => {
      if (screen?.focused !== true) dispatch({ type: 'pointer-left' });
    }, grace);
  };
  const card = {
    get state() {
      return state;
    },
    get focused() {
      return screen?.focused === true;
    },
    dispatch,
  };
  const actions = createCardActions(card, options);
  const open: CardController['open'] = (session, finding, by, point) => {
    // A fullscreen element swallows clicks outside it, so no card is opened.
    if (signal.aborted || session.field.element.matches(':fullscreen')) return;
    stay();
    dispatch({ type: 'open', subject: { session, finding, text: session.text, point }, by });
  };
  signal.addEventListener('abort', actions.close);

  return {
    open,
    applyFirst(session, finding) {
      open(session, finding, 'keyboard');
      const fix = finding.fixes.find(({ edits }) => edits.length > 0);
      if (fix !== undefined) actions.fix(fix);
    },
    openRepair(session, finding) {
      open(session, finding, 'keyboard');
      actions.preview();
    },
    get session() {
      return subjectOf(state)?.session ?? null;
    },
    textChanged: () => dispatch({ type: 'text-changed' }),
    redraw: draw,
    leaveMark: leave,
    close: actions.close,
  };
}

/** True for events that replace the page, and with it the pressed button. */
function movesFocus({ type }: CardEvent): boolean {
  return type === 'show' || type === 'applied' || type === 'back';
}
