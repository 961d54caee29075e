import { say } from '../../components/say.ts';
import { type IgnoreScope, ignoredKey } from '../../lib/checking/ignore.ts';
import type { ChosenDay } from '../../lib/draft/chosen-day.ts';
import { applyEdits } from '../../lib/draft/edits.ts';
import type { NumberingStyle } from '../../lib/draft/numbering-style.ts';
import type { Edit } from '../../lib/draft/types.ts';
import { covering } from '../../lib/fields/edits.ts';
import type { ApplyOutcome } from '../../lib/fields/types.ts';
import type { Fault } from '../../lib/messaging/messages.ts';
import type { OwnDraft } from '../../lib/phrases/own/phrase.ts';
import { dayOf, judgedOnInWords, questionIn } from '../surface/question.ts';
import type { Ask } from './ask.ts';
import type { CardActions } from './card.tsx';
import { type CardEvent, type CardPage, type CardState, type Subject, subjectOf } from './card-state.ts';
import { groundsOf, type RuleAbout, reportOf } from './card-why.tsx';
import { cardWords } from './card-words.ts';
import { copyText } from './copy.ts';
import { listOf, type Session } from './session.ts';
import { topView } from './top-window.ts';

/** What the actions reach beyond the card. */
export interface ActionOptions {
  readonly view: Window;
  readonly ask: Ask;
  /** What is known of a rule; empty words until known. */
  readonly aboutRule: (rule: string) => RuleAbout;
  /** Checks all drafts of the frame again: a rule was switched off, or a phrase added. */
  readonly recheckAll: () => void;
}

/** The card as its actions see it. */
interface ActedOn {
  readonly state: CardState;
  /** True while the focus is in the card. */
  readonly focused: boolean;
  /** `hadFocus`: the focus was in the card before the action, which may have moved it. */
  dispatch(event: CardEvent, hadFocus?: boolean): void;
}

/** Does what a button asks for. Returns the page that tells the outcome, or null to close the card. */
type Job = (subject: Subject) => Promise<CardPage | null>;

/** What the buttons of a card do. */
export function createCardActions(card: ActedOn, options: ActionOptions): CardActions {
  const { view, ask, aboutRule, recheckAll } = options;
  const { applying, asking } = createRunner(card);
  const showPage = (pageOf: (subject: Subject) => CardPage) => {
    const subject = subjectOf(card.state);
    if (subject !== null) card.dispatch({ type: 'show', page: pageOf(subject) });
  };

  return {
    fix: ({ edits, style }) =>
      void applying((subject) => applyFix(subject, wholeWords(edits, subject), style, ask)),
    repair: (changes) =>
      void applying((subject) => {
        const edits = changes.map(({ start, end, text }) => ({ start, end, text }));
        return applyFix(subject, edits, undefined, ask);
      }),
    preview: () => void asking((subject) => planRepair(subject, ask)),
    ignore: (scope) => void asking((subject) => ignore(subject, scope, options)),
    switchOff: () =>
      void asking(async ({ finding }) => {
        const answer = await ask({ type: 'set-rule', rule: finding.rule, on: false });
        if (!isAnswered(answer)) return said(cardWords.noAnswer());
        recheckAll();
        return null;
      }),
    own: () => showPage((subject) => ({ kind: 'own', words: wordsOf(subject), fault: '' })),
    saveOwn: (draft) => void applying((subject) => saveOwn(subject, draft, options)),
    report: () =>
      showPage((subject) => {
        const about = aboutRule(subject.finding.rule);
        return {
          kind: 'report',
          report: reportOf(subject.finding, groundsOf(subject, about), about.version),
        };
      }),
    judgeOn(answer) {
      const asOf = subjectOf(card.state)?.session.reply?.asOf;
      if (asOf === undefined) return;
      const day = dayOf(answer, asOf);
      const chosen = { ...said(judgedOnInWords(day.date)), chosen: true };
      void applying(({ session }) => setDay(session, day, ask, chosen));
    },
    async undoDay() {
      if (card.state.kind === 'closed') return;
      const { state, focused } = card;
      const { session, point } = state.subject;
      const page = await applying(() => setDay(session, { date: null }, ask, null));
      const finding = questionIn(session.marked);
      if (page !== null || finding === undefined) return;
      const subject = { session, finding, text: session.text, point };
      card.dispatch({ type: 'open', subject, by: focused ? 'keyboard' : state.by });
    },
    copy: (words) => void asking(() => copy(words, view)),
    back: () => card.dispatch({ type: 'back' }),
    close: () => card.dispatch({ type: 'close' }),
  };
}

/**
 * Runs jobs for the open card. A job returns the page that tells its outcome, or null to close the card; so does the
 * runner, or undefined where another card was opened meanwhile: that one is not touched. What a job throws is logged, and
 * the card says that there was no answer.
 */
function createRunner(card: ActedOn) {
  const run = async (type: 'applied' | 'show', subject: Subject, job: Job) => {
    const hadFocus = card.focused;
    if (type === 'applied') card.dispatch({ type: 'apply' });
    const page = await job(subject).catch((error: unknown) => {
      logFault(error);
      return said(cardWords.noAnswer());
    });
    if (subjectOf(card.state) !== subject) return undefined;
    card.dispatch({ type, page }, hadFocus);
    return page;
  };
  return {
    /** The buttons of the page are off until the outcome is there, and a second job is refused. */
    applying: async (job: Job) =>
      card.state.kind === 'open' ? await run('applied', card.state.subject, job) : undefined,
    /** The page stays as it is until the outcome is there. */
    asking: async (job: Job) =>
      card.state.kind === 'closed' ? undefined : await run('show', card.state.subject, job),
  };
}

async function applyFix(
  subject: Subject,
  edits: readonly Edit[],
  style: NumberingStyle | undefined,
  ask: Ask,
): Promise<CardPage | null> {
  const outcome = await applied(subject, edits);
  if (outcome.ok) {
    if (style === undefined) return null;
    await ask({ type: 'set-numbering-style', style });
    void subject.session.check();
    return null;
  }
  if (outcome.reason === 'stale') return said(cardWords.changedMeanwhile());
  const { text: words } = covering(subject.text, edits);
  return { ...said(outcome.undone ? cardWords.notTaken() : cardWords.notAsWanted()), words };
}

/** Applies edits. Where the field throws, its text tells how far it came. */
async function applied({ session, text }: Subject, edits: readonly Edit[]): Promise<ApplyOutcome> {
  try {
    return await session.apply(edits, text);
  } catch (error) {
    logFault(error);
    session.catchUp();
    if (session.text === text) return { ok: false, reason: 'refused', undone: true };
    if (session.text === applyEdits(text, edits)) return { ok: true };
    return { ok: false, reason: 'differs', undone: false };
  }
}

async function planRepair({ session, text }: Subject, ask: Ask): Promise<CardPage> {
  const { draftKey, field } = session;
  const list = listOf(field);
  const answer = await ask({ type: 'plan-repair', text, complete: field.complete, draftKey, ...list });
  if (!isAnswered(answer)) return said(cardWords.noAnswer());
  if (session.text !== text) return said(cardWords.changedMeanwhile());
  return { kind: 'preview', changes: answer.changes };
}

async function ignore(
  { session, finding, text }: Subject,
  scope: IgnoreScope,
  { ask, recheckAll }: ActionOptions,
): Promise<CardPage | null> {
  const { draftKey } = session;
  const always = scope === 'always';
  const ignored = ignoredKey(finding, text, scope);
  const answer = await ask({ type: 'ignore', draftKey, finding: ignored, always });
  if (!isAnswered(answer)) return said(cardWords.noAnswer());
  if (always) recheckAll();
  else void session.check();
  return null;
}

async function saveOwn(
  subject: Subject,
  draft: OwnDraft,
  { ask, recheckAll }: ActionOptions,
): Promise<CardPage | null> {
  const answer = await ask({ type: 'own-take', drafts: [draft] });
  const refusal =
    answer === null ? cardWords.noAnswer() : 'fault' in answer ? answer.fault : answer.refused[0];
  if (refusal !== undefined) return { kind: 'own', words: wordsOf(subject), fault: refusal };
  recheckAll();
  return null;
}

/** Remembers on which day the draft is judged (null: the day it tells of), and checks again. Returns `next` once done. */
async function setDay(
  session: Session,
  day: ChosenDay | { readonly date: null },
  ask: Ask,
  next: CardPage | null,
): Promise<CardPage | null> {
  const answer = await ask({ type: 'set-date', draftKey: session.draftKey, ...day });
  if (!isAnswered(answer)) return said(cardWords.noAnswer());
  await session.check();
  return next;
}

async function copy(words: string, view: Window): Promise<CardPage> {
  const copied = await copyText(topView(view).view.document, words);
  return copied
    ? said(say('已复制。', 'Copied.'))
    : {
        ...said(say('没有复制成，请选中后按 Ctrl+C。', 'Not copied. Please select it and press Ctrl+C.')),
        words,
      };
}

/** A single edit as one that covers the finding: the caret then stands behind the words, not inside them. */
function wholeWords(edits: readonly Edit[], { finding, text }: Subject): readonly Edit[] {
  const { start, end } = finding;
  const only = edits.length === 1 ? edits[0] : undefined;
  if (only === undefined || only.start < start || only.end > end) return edits;
  return [{ start, end, text: text.slice(start, only.start) + only.text + text.slice(only.end, end) }];
}

function wordsOf({ finding, text }: Subject): string {
  return text.slice(finding.start, finding.end);
}

function said(message: string): Extract<CardPage, { kind: 'said' }> {
  return { kind: 'said', message };
}

function isAnswered<T extends object>(answer: T | Fault | null): answer is T {
  return answer !== null && !('fault' in answer);
}

function logFault(error: unknown): void {
  console.error(say('稿准：这一步没有完成。', 'Gaozhun: this step was not completed.'), error);
}
