import { say, sayWords } from '../../components/say.ts';
import { reasonOf, reasonOfRepair } from '../../lib/checking/reasons.ts';
import type { ChosenDay } from '../../lib/draft/chosen-day.ts';
import type { NumberingStyle } from '../../lib/draft/ordinal-style.ts';
import { applyEdits } from '../../lib/draft/text-edits.ts';
import type { Edit } from '../../lib/draft/types.ts';
import { covering } from '../../lib/fields/editor-edits.ts';
import type { ApplyOutcome } from '../../lib/fields/types.ts';
import type { NotedEdit } from '../../lib/messaging/page-requests.ts';
import { dayOf, judgedOnInWords, questionIn } from '../surface/question.ts';
import { answered, failureInWords } from './answered.ts';
import type { Ask } from './ask.ts';
import type { CardActions } from './card.tsx';
import { createSilencing } from './card-silencing.ts';
import { type CardEvent, type CardPage, type CardState, type Subject, subjectOf } from './card-state.ts';
import { cardWords } from './card-words.ts';
import { listOf } from './check-loop.ts';
import { copyText } from './copy.ts';
import type { Told } from './notice.tsx';
import type { Session } from './session.ts';
import { topView } from './top-window.ts';

/** The card as its actions use it. */
interface ActedOn {
  readonly state: CardState;
  /** True while the card has the focus. */
  readonly focused: boolean;
  /** `hadFocus`: the focus was in the card before the action, which may have moved it. */
  dispatch(event: CardEvent, hadFocus?: boolean): void;
}

/** What the actions use besides the card. */
export interface ActionOptions {
  readonly view: Window;
  readonly ask: Ask;
  /** Checks all drafts of the frame again, after a rule was switched off or a phrase added. */
  readonly recheckAll: () => void;
  /** The title of a rule; '' until known. */
  readonly ruleTitle: (rule: string) => string;
  /** Tells in the page what was done, once the card is closed, and offers to undo it. */
  readonly tell: (told: Told) => void;
}

/** The work of a button. Returns the page that tells the outcome, or null to close the card. */
type Job = (subject: Subject) => Promise<CardPage | null>;

/** Creates the actions of a card's buttons. */
export function createCardActions(card: ActedOn, options: ActionOptions): CardActions {
  const { view, ask, recheckAll } = options;
  const { applying, asking } = createRunner(card);
  const { ignore, switchOff } = createSilencing(() => card.focused, asking, options);
  const show = (page: CardPage) => card.dispatch({ type: 'show', page });

  return {
    fix: ({ edits, style }) =>
      void applying((subject) => {
        const reason = reasonOf(subject.finding, say);
        return applyFix(subject, wholeWords(edits, subject), reason, ask, style);
      }),
    repair: (changes) =>
      void applying((subject) => {
        const edits = changes.map(({ start, end, text }) => ({ start, end, text }));
        return applyFix(subject, edits, sayWords(reasonOfRepair), ask);
      }),
    preview: () => void asking((subject) => planRepair(subject, ask)),
    ignore,
    switchOff,
    own: () => show({ kind: 'own', fault: '' }),
    saveOwn: (draft) =>
      void applying(async () => {
        const answer = await ask({ type: 'own-take', drafts: [draft] });
        const fault =
          answer === null ? cardWords.noAnswer() : 'fault' in answer ? answer.fault : answer.refused[0];
        if (fault !== undefined) return { kind: 'own', fault };
        recheckAll();
        return null;
      }),
    report: () => show({ kind: 'report' }),
    judgeOn(answer) {
      const asOf = subjectOf(card.state)?.session.reply?.asOf;
      if (asOf === undefined) return;
      const day = dayOf(answer, asOf);
      const page = { ...said(judgedOnInWords(day.date)), chosen: true };
      void applying(({ session }) => setDay(session, day, ask, page));
    },
    async undoDay() {
      const { state, focused } = card;
      const page = await applying(({ session }) => setDay(session, { date: null }, ask, null));
      if (page !== null || state.kind === 'closed') return;
      const { session, point } = state.subject;
      const finding = questionIn(session.marked);
      if (finding === undefined) return;
      const subject = { session, finding, text: session.text, point };
      card.dispatch({ type: 'open', subject, by: focused ? 'keyboard' : state.by });
    },
    copy: (words) =>
      void asking(async () =>
        (await copyText(topView(view).view.document, words))
          ? said(say('已复制。', 'Copied.'))
          : said(
              say('没有复制成，请选中后按 Ctrl+C。', 'Not copied. Please select it and press Ctrl+C.'),
              words,
            ),
      ),
    back: () => card.dispatch({ type: 'back' }),
    close: () => card.dispatch({ type: 'close' }),
  };
}

/**
 * Runs jobs for the open card. A job returns the page that tells its outcome, or null to close the card; so does the
 * runner, or undefined if another card was opened meanwhile, which is left unchanged. Exceptions are logged, and the
 * card reports that there was no answer.
 */
function createRunner(card: ActedOn) {
  const run = async (job: Job, type: 'applied' | 'show') => {
    const { state, focused } = card;
    if (state.kind === 'closed' || (type === 'applied' && state.kind === 'applying')) return undefined;
    const { subject } = state;
    if (type === 'applied') card.dispatch({ type: 'apply' });
    const page = await job(subject).catch((error: unknown) => said(failureInWords(error)));
    if (subjectOf(card.state) !== subject) return undefined;
    card.dispatch({ type, page }, focused);
    return page;
  };
  return {
    /** The page's buttons are disabled until the outcome is known, and a second job is refused. */
    applying: (job: Job) => run(job, 'applied'),
    /** The page is unchanged until the outcome is known. */
    asking: (job: Job) => run(job, 'show'),
  };
}

async function applyFix(
  subject: Subject,
  edits: readonly Edit[],
  reason: string,
  ask: Ask,
  style?: NumberingStyle,
): Promise<CardPage | null> {
  const outcome = await applied(
    subject,
    edits.map((edit) => ({ ...edit, reason })),
  );
  if (!outcome.ok) {
    if (outcome.reason === 'stale') return said(cardWords.changedMeanwhile());
    const words = covering(subject.text, edits).text;
    return said(outcome.undone ? cardWords.notTaken() : cardWords.notAsWanted(), words);
  }
  if (style !== undefined) {
    await ask({ type: 'set-numbering-style', style });
    void subject.session.check();
  }
  return null;
}

/** Applies edits. If the field throws, its text tells how many were applied. */
async function applied({ session, text }: Subject, edits: readonly NotedEdit[]): Promise<ApplyOutcome> {
  try {
    return await session.apply(edits, text);
  } catch (error) {
    logFault(error);
    session.catchUp();
    if (session.text === applyEdits(text, edits)) return { ok: true };
    return { ok: false, reason: 'differs', undone: session.text === text };
  }
}

async function planRepair({ session, text }: Subject, ask: Ask): Promise<CardPage> {
  const { draftKey, field } = session;
  const list = listOf(field);
  const asked = ask({ type: 'plan-repair', text, complete: field.complete, draftKey, ...list });
  const { changes } = await answered(asked);
  return session.text === text ? { kind: 'preview', changes } : said(cardWords.changedMeanwhile());
}

/** Stores the day on which the draft is judged (null: its own day), and checks again. Returns the page to show. */
async function setDay(
  session: Session,
  day: ChosenDay | { readonly date: null },
  ask: Ask,
  page: CardPage | null,
): Promise<CardPage | null> {
  await answered(ask({ type: 'set-date', draftKey: session.draftKey, ...day }));
  await session.check();
  return page;
}

/** Widens a single edit to the finding, so that the caret ends up behind the words and not inside them. */
function wholeWords(edits: readonly Edit[], { finding, text }: Subject): readonly Edit[] {
  const { start, end } = finding;
  const only = edits.length === 1 ? edits[0] : undefined;
  if (only === undefined || only.start < start || only.end > end) return edits;
  return [{ start, end, text: text.slice(start, only.start) + only.text + text.slice(only.end, end) }];
}

/** A page with a message. `words`: text for the author to copy. */
function said(message: string, words = ''): Extract<CardPage, { kind: 'said' }> {
  return { kind: 'said', message, words };
}

function logFault(error: unknown): void {
  console.error('稿准：', error);
}
