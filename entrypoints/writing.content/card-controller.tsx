import { say } from '../../components/say.ts';
import { ignoredKey } from '../../lib/checking/ignore.ts';
import { sentenceAround } from '../../lib/draft/draft.ts';
import type { NumberingStyle } from '../../lib/draft/numbering-style.ts';
import type { Edit } from '../../lib/draft/types.ts';
import { covering } from '../../lib/fields/edits.ts';
import { focusField } from '../../lib/fields/selection.ts';
import type { RepairChange } from '../../lib/messaging/messages.ts';
import type { Finding, Fix } from '../../lib/rules/types.ts';
import { dayOf, judgedOnInWords, questionIn } from '../surface/question.ts';
import type { Ask } from './ask.ts';
import { Card, type CardActions, type CardPage } from './card.tsx';
import { anchorOf, followPlace } from './card-place.ts';
import { type CardShell, openShell } from './card-shell.ts';
import { type Grounds, reportOf } from './card-why.tsx';
import { cardWords } from './card-words.ts';
import { copyText } from './copy.ts';
import { listOf, type Session } from './session.ts';
import { topView } from './top-window.ts';

export type OpenedBy = 'hover' | 'click' | 'keyboard';

/** The card of a frame: one at a time, for one finding. */
export interface CardController {
  open(session: Session, finding: Finding, by: OpenedBy, point?: { x: number; y: number }): void;
  /** Opens the card by keyboard and puts its first fix in; a finding without one is only shown. */
  applyFirst(session: Session, finding: Finding): void;
  /** Opens the preview of the numbering's repair by keyboard. */
  openRepair(session: Session, finding: Finding): void;
  /** The finding whose card is open, or null. */
  readonly finding: Finding | null;
  readonly session: Session | null;
  /** The text under an open card changed: it closes, unless it is the card's own fix at work. */
  textChanged(): void;
  /** Draws an open card anew: what is known of its rule has come. */
  redraw(): void;
  /** The pointer has left the mark: a card that opened by itself goes too, unless the pointer is on it. */
  leaveMark(): void;
  close(): void;
}

interface Options {
  readonly view: Window;
  readonly ask: Ask;
  readonly signal: AbortSignal;
  /** What is known of a rule; empty words until known. */
  readonly aboutRule: (rule: string) => RuleAbout;
  /** A rule was switched off: everything is to be checked again. */
  readonly recheckAll: () => void;
}

/** A rule as a card speaks of it. */
export interface RuleAbout {
  readonly title: string;
  readonly basis: string;
  /** The version of the packs. */
  readonly version: string;
}

/** Time a card that opened by itself stays after the pointer left, in ms. */
const grace = 300;

/** Makes the card of a frame; everything hangs on the signal. */
export function createCardController({ view, ask, signal, aboutRule, recheckAll }: Options): CardController {
  let on: {
    session: Session;
    finding: Finding;
    /** The text in which the finding has its places: a fix is for these words and no others. */
    text: string;
    by: OpenedBy;
    shell: CardShell;
    life: AbortController;
  } | null = null;
  let page: CardPage = { kind: 'finding' };
  let busy = false;
  let point: { x: number; y: number } | undefined;
  let leaving: ReturnType<typeof setTimeout> | undefined;

  const close = () => {
    clearTimeout(leaving);
    if (on === null) return;
    const { session, shell, life } = on;
    const back = shell.focused;
    on = null;
    busy = false;
    life.abort();
    shell.remove();
    session.emphasise(null);
    if (back && !signal.aborted) focusField(session.field.element);
  };
  const draw = () => {
    if (on === null) return;
    const { session, finding, shell } = on;
    const anchor = anchorOf(session, finding, point, view);
    if (anchor === null) return close();
    shell.draw(
      <Card finding={finding} grounds={groundsOf(on)} page={page} busy={busy} actions={actions} />,
      anchor,
    );
  };
  const groundsOf = ({
    finding,
    session,
    text,
  }: {
    finding: Finding;
    session: Session;
    text: string;
  }): Grounds => {
    const { title, basis } = aboutRule(finding.rule);
    const sentence = sentenceAround(text, finding.start, finding.end);
    return {
      ruleTitle: title,
      basis,
      asOf: session.reply?.asOf ?? null,
      onToday: session.reply?.onToday,
      trueUntil: session.reply?.trueUntil ?? '',
      words: text.slice(finding.start, finding.end),
      sentence: text.slice(sentence.start, sentence.end),
    };
  };
  const show = (next: CardPage, focused = on?.shell.focused === true) => {
    page = next;
    draw();
    // The button that was pressed is gone: the keyboard goes on from the first of the new ones, and the author writes
    // where they asked to write, and goes on there where it was refused. Come back from a page, they are where they
    // left for it.
    if (next.kind === 'own' && next.fault !== '' && on?.shell.focused === true) return;
    if (focused || next.kind === 'own' || next.kind === 'report')
      on?.shell.takeFocus(next.kind === 'finding' ? next.from : undefined);
  };
  const follow = () => {
    if (on === null) return;
    const anchor = anchorOf(on.session, on.finding, point, view);
    const height = topView(view).view.innerHeight;
    if (anchor === null || anchor.bottom < 0 || anchor.top > height) close();
    else on.shell.place(anchor);
  };
  const change = async (edits: readonly Edit[], style?: NumberingStyle) => {
    if (on === null || busy) return;
    const mine = on;
    const { session, text, shell } = mine;
    // Putting words in takes the focus to the editor; who came by keys has them in the card again where it failed.
    const { focused } = shell;
    busy = true;
    draw();
    const outcome = await session.apply(edits, text);
    if (on === mine) busy = false;
    if (outcome.ok && style !== undefined) {
      await ask({ type: 'set-numbering-style', style });
      void session.check();
    }
    // Another card may have been opened meanwhile: this outcome is none of its business.
    if (on !== mine) return;
    if (outcome.ok) return close();
    const words = covering(text, edits).text;
    if (outcome.reason === 'stale') show({ kind: 'said', message: cardWords.changedMeanwhile() }, focused);
    else
      show(
        { kind: 'said', message: outcome.undone ? cardWords.notTaken() : cardWords.notAsWanted(), words },
        focused,
      );
  };
  /** Remembers a day for the draft, or none, and checks again. The card in which it was asked for; null where it failed. */
  const setDay = async (day: { date: string | null; oldDay?: string }): Promise<typeof on> => {
    if (on === null || busy) return null;
    const mine = on;
    const { session } = mine;
    busy = true;
    draw();
    const answer = await ask({ type: 'set-date', draftKey: session.draftKey, ...day });
    const failed = answer === null || 'fault' in answer;
    if (!failed) await session.check();
    if (on === mine) busy = false;
    if (failed && on === mine) show({ kind: 'said', message: cardWords.noAnswer() });
    return failed ? null : mine;
  };
  const tell = async (sent: Promise<unknown>, then: () => void) => {
    const answer = await sent;
    if (answer !== null && typeof answer === 'object' && !('fault' in answer)) {
      close();
      then();
    } else show({ kind: 'said', message: cardWords.noAnswer() });
  };
  const actions: CardActions = {
    fix: (fix: Fix) => void (on !== null && change(wholeWords(fix.edits, on.finding, on.text), fix.style)),
    repair: (changes: readonly RepairChange[]) =>
      void change(changes.map(({ start, end, text }) => ({ start, end, text }))),
    async preview() {
      if (on === null) return;
      const { session, text } = on;
      const { draftKey, field } = session;
      const answer = await ask({
        type: 'plan-repair',
        text,
        complete: field.complete,
        draftKey,
        ...listOf(field),
      });
      if (on?.session !== session) return;
      if (answer === null || 'fault' in answer) {
        show({ kind: 'said', message: cardWords.noAnswer() });
      } else if (session.text !== text) show({ kind: 'said', message: cardWords.changedMeanwhile() });
      else show({ kind: 'preview', changes: answer.changes });
    },
    ignore(scope) {
      if (on === null) return;
      const { session, finding, text } = on;
      const ignored = ignoredKey(finding, text, scope);
      const { draftKey } = session;
      const always = scope === 'always';
      const request = { type: 'ignore', draftKey, finding: ignored, always } as const;
      void tell(ask(request), always ? recheckAll : () => void session.check());
    },
    switchOff() {
      if (on === null) return;
      void tell(ask({ type: 'set-rule', rule: on.finding.rule, on: false }), recheckAll);
    },
    own() {
      if (on === null) return;
      show({ kind: 'own', words: on.text.slice(on.finding.start, on.finding.end), fault: '' });
    },
    async saveOwn(draft) {
      if (on === null || busy) return;
      const mine = on;
      busy = true;
      const answer = await ask({ type: 'own-take', drafts: [draft] });
      if (on !== mine) return;
      busy = false;
      const words = mine.text.slice(mine.finding.start, mine.finding.end);
      const refusal =
        answer === null ? cardWords.noAnswer() : 'fault' in answer ? answer.fault : answer.refused[0];
      if (refusal !== undefined) return show({ kind: 'own', words, fault: refusal });
      close();
      recheckAll();
    },
    report() {
      if (on === null) return;
      const { version } = aboutRule(on.finding.rule);
      show({ kind: 'report', report: reportOf(on.finding, groundsOf(on), version) });
    },
    async judgeOn(answer) {
      const asOf = on?.session.reply?.asOf;
      if (asOf === undefined) return;
      const day = dayOf(answer, asOf);
      const mine = await setDay(day);
      if (mine !== null && on === mine)
        show({ kind: 'said', message: judgedOnInWords(day.date), chosen: true });
    },
    async takeDayBack() {
      const mine = await setDay({ date: null });
      if (mine === null || on !== mine) return;
      const { session, by, shell } = mine;
      const question = questionIn(session.marked);
      const focused = shell.focused;
      if (question === undefined) close();
      else controller.open(session, question, focused ? 'keyboard' : by, point);
    },
    async copy(words) {
      const copied = await copyText(topView(view).view.document, words);
      show({
        kind: 'said',
        message: copied
          ? say('已复制。', 'Copied.')
          : say('没有复制成，请选中后按 Ctrl+C。', 'Not copied. Please select it and press Ctrl+C.'),
        ...(copied ? {} : { words }),
      });
    },
    back: () => show(page.kind === 'finding' ? page : { kind: 'finding', from: page.kind }),
    close,
  };
  signal.addEventListener('abort', close);

  const controller: CardController = {
    get finding() {
      return on?.finding ?? null;
    },
    get session() {
      return on?.session ?? null;
    },
    textChanged() {
      if (!busy) close();
    },
    open(session, finding, by, at) {
      // Beside a field that fills the screen by itself the browser lets nothing be pressed: no card with dead buttons.
      if (signal.aborted || session.field.element.matches(':fullscreen')) return;
      if (on?.finding === finding && on.session === session) {
        clearTimeout(leaving);
        if (by !== 'hover') on.by = by;
        if (by === 'keyboard') on.shell.takeFocus();
        return;
      }
      close();
      page = { kind: 'finding' };
      point = at;
      const life = new AbortController();
      const shell = openShell(session.field.element, {
        escape: close,
        enter: () => clearTimeout(leaving),
        leave: () => controller.leaveMark(),
      });
      on = { session, finding, text: session.text, by, shell, life };
      followPlace(view, life.signal, { host: shell.host, close, follow });
      session.emphasise(finding);
      draw();
      if (by === 'keyboard') shell.takeFocus();
    },
    redraw: draw,
    applyFirst(session, finding) {
      controller.open(session, finding, 'keyboard');
      const fix = finding.fixes.find(({ edits }) => edits.length > 0);
      if (fix !== undefined) actions.fix(fix);
    },
    openRepair(session, finding) {
      controller.open(session, finding, 'keyboard');
      actions.preview();
    },
    leaveMark() {
      clearTimeout(leaving);
      if (on?.by !== 'hover' || page.kind !== 'finding') return;
      leaving = setTimeout(() => {
        if (on?.shell.focused !== true && page.kind === 'finding') close();
      }, grace);
    },
    close,
  };
  return controller;
}

/** A single edit over all the words of its finding: the caret is to stand behind them, not in their midst. */
function wholeWords(edits: readonly Edit[], { start, end }: Finding, text: string): readonly Edit[] {
  const only = edits.length === 1 ? edits[0] : undefined;
  if (only === undefined || only.start < start || only.end > end) return edits;
  return [{ start, end, text: text.slice(start, only.start) + only.text + text.slice(only.end, end) }];
}
