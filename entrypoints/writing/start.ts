import { language, say } from '../../components/say.ts';
import type { Fault } from '../../lib/messaging/messages.ts';
import type { PageReplies, PageRequest } from '../../lib/messaging/page-requests.ts';
import { answerPage } from './answer-page.ts';
import { type Ask, createAsk, type Send } from './ask.ts';
import { type CardController, createCardController } from './card-controller.tsx';
import { choicesOf } from './choices.ts';
import { currentSession, currentUnreadable, type Frame, newFrame, sessionsOf } from './frame.ts';
import { followFields } from './frame-fields.ts';
import { createReport } from './frame-report.ts';
import { createKeyHint } from './key-hint.ts';
import { showNotice, showTold } from './notice.tsx';
import { createRuleNames } from './rule-names.ts';
import { endsHere } from './still-allowed.ts';
import { addressOf } from './top-window.ts';

export interface WritingOptions {
  /** Ends everything: marks, listeners, card. */
  readonly signal: AbortSignal;
  /** Sends a request to the background. */
  readonly send: Send;
  /** True once the extension was updated or removed under the page. */
  readonly isGone?: () => boolean;
  /** Called when a fix was applied. */
  readonly onFixed?: () => void;
  /** Opens a closed shadow tree if the browser lets extensions do so. */
  readonly shadowRootOf?: (element: Element) => ShadowRoot | null;
}

export interface WritingController {
  /** Answers another surface about the field used last. Null if this frame has none. */
  answer(request: PageRequest): Promise<PageReplies[PageRequest['type']] | Fault | null>;
}

/**
 * Starts checking the editor fields of this window: finds them, marks findings, opens cards, applies fixes. The
 * content script calls it in every frame of an allowed site, the welcome page for itself.
 */
export function startWriting(options: WritingOptions): WritingController {
  const { send, isGone = () => false } = options;
  const life = new AbortController();
  const signal = AbortSignal.any([options.signal, life.signal]);
  const frame = newFrame();
  let fields: { look(): void } | null = null;

  const leave = () => {
    if (signal.aborted) return;
    life.abort();
    if (frame.fields.size > 0) showUpdated();
  };
  const endIfGone = () => {
    const gone = isGone();
    if (gone) leave();
    return gone;
  };
  const ask = createAsk(send, isGone, leave, signal);
  const rules = createRuleNames(ask, () => card.redraw());
  const keyHint = createKeyHint(ask);
  const card = createCardController({
    view: window,
    ask,
    signal,
    aboutRule: rules.about,
    keyHint,
    ruleTitle: (rule) => rules.about(rule).title,
    tell: (told) => showTold(window, told),
    recheckAll: () => void recheckAll(frame),
  });
  // The card of a frame may be drawn in the page around it, which stays.
  window.addEventListener('pagehide', card.close, { signal });
  const report = createReport(frame, { ask, send, isGone, signal });
  // A page in the background notices an update of the extension when it becomes visible.
  document.addEventListener('visibilitychange', endIfGone, { signal });

  const begin = async () => {
    // Requested first: if the tab's marks are hidden, none may flash up.
    const answer = await ask({ type: 'page-started' });
    if (answer !== null && 'hidden' in answer) {
      frame.hidden = answer.hidden;
      frame.alsoRead = answer.alsoRead;
      language.value = answer.language;
      keyHint.learn(answer.keyHint);
    }
    if (signal.aborted) return;
    fields = followFields(frame, {
      ...options,
      ask,
      card,
      learnRules: rules.learn,
      report,
      signal,
      endIfGone,
    });
  };
  void begin();

  return {
    async answer(request) {
      if (signal.aborted) return null;
      switch (request.type) {
        case 'page-hide':
          hideMarks(frame, request.hidden, card);
          report();
          return { ok: true };
        case 'page-sites':
          if (endsHere(window, request)) life.abort();
          return { ok: true };
        case 'page-recheck':
          await recheckAll(frame);
          return { ok: true };
        case 'page-also-read':
          await learnAlsoRead(frame, ask);
          fields?.look();
          return { ok: true };
        default:
          return await answerForField(request, frame, card);
      }
    },
  };
}

function showUpdated(): void {
  const words = say(
    '稿准已更新，刷新页面后继续检查。',
    'Gaozhun was updated. Reload the page to go on checking.',
  );
  showNotice(window, words);
}

async function recheckAll(frame: Frame): Promise<void> {
  await Promise.all(sessionsOf(frame).map((session) => session.check()));
}

function hideMarks(frame: Frame, hidden: boolean, card: CardController): void {
  frame.hidden = hidden;
  card.close();
  for (const session of sessionsOf(frame)) session.setHidden(hidden);
}

async function learnAlsoRead(frame: Frame, ask: Ask): Promise<void> {
  const answer = await ask({ type: 'page-started' });
  if (answer !== null && 'alsoRead' in answer) frame.alsoRead = answer.alsoRead;
}

/** Answers for the field used last, or for an unreadable editor if the author is in it. */
async function answerForField(
  request: Parameters<typeof answerPage>[0],
  frame: Frame,
  card: CardController,
): ReturnType<typeof answerPage> {
  const { hidden, leftAlone, alsoRead } = frame;
  const unreadable = currentUnreadable(frame);
  const choices = choicesOf(document, leftAlone, alsoRead);
  const page = { card, hidden, address: addressOf(window), choices, unreadable };
  return await answerPage(request, unreadable === null ? currentSession(frame) : null, page);
}
