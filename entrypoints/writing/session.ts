import type { ApplyOutcome, Field } from '../../lib/fields/types.ts';
import type { CreatePainter } from '../../lib/marks/types.ts';
import type { CheckReply } from '../../lib/messaging/messages.ts';
import type { NotedEdit, PageState } from '../../lib/messaging/page-requests.ts';
import type { Finding } from '../../lib/rules/types.ts';
import { questionIn } from '../surface/question.ts';
import type { Ask } from './ask.ts';
import { ChangeLog } from './change-log.ts';
import { type CheckLoop, createCheckLoop, listOf, type Outcome } from './check-loop.ts';
import { CheckedText } from './checked-text.ts';
import { createDayCount, type DayCount } from './day-count.ts';
import { createMarks, type Marks } from './marks.ts';
import { createRepairs, type Repairs } from './repairs.ts';

/** One field under check. */
export interface Session {
  readonly field: Field;
  readonly draftKey: string;
  /** The text as last read, and its findings. */
  readonly text: string;
  /** The marked findings, in the order of the text. */
  readonly marked: readonly Finding[];
  readonly reply: CheckReply | null;
  state(): PageState['field'];
  /** Reads the text again: a script may have changed it without an event. */
  catchUp(): void;
  /** Checks without the pause. */
  check(): Promise<void>;
  setHidden(hidden: boolean): void;
  /** The finding whose mark is at a point of the field's window, or null. */
  findingAt(x: number, y: number): Finding | null;
  /** Highlights one finding, or none. */
  emphasise(finding: Finding | null): void;
  /** Applies edits and notes what they change. */
  apply(edits: readonly NotedEdit[], expected: string): Promise<ApplyOutcome>;
  /** Reverts the last change of several places, if the text has not changed since. */
  revert(): Promise<ApplyOutcome>;
}

interface Options {
  readonly field: Field;
  /** Called each time: a single-page app changes its address and keeps the field. */
  readonly draftKey: () => string;
  readonly ask: Ask;
  readonly hidden: boolean;
  readonly signal: AbortSignal;
  /** Makes the painter; by default that of the field's kind. */
  readonly paint?: CreatePainter | undefined;
  /** What fixes have changed in the text; a new one without it. */
  readonly log?: ChangeLog;
  /** Called after a fix was applied. */
  readonly onFixed?: (() => void) | undefined;
  /** Called after each check, when the text changed (findings moved or dropped), and when `onToday` was counted. */
  readonly onUpdate: (session: Session, why: 'typed' | 'checked' | 'counted') => void;
}

/** Starts checking a field, until the signal. */
export function startSession(options: Options): Session {
  const { field, draftKey, ask, signal, onUpdate } = options;
  const marks = createMarks(field, options.hidden, signal, options.paint);
  const text = new CheckedText();
  const { log = new ChangeLog() } = options;
  const loop = createCheckLoop({
    field,
    draftKey,
    ask,
    signal,
    read() {
      catchUp();
      return text.now;
    },
    onOutcome: (outcome) => takeOutcome(outcome),
  });
  const dayCount = createDayCount({
    ask,
    signal,
    onCount(counted, onToday) {
      if (text.takeCount(counted, onToday)) onUpdate(session, 'counted');
    },
  });
  const repairs = createRepairs({
    field,
    signal,
    log,
    check: () => loop.now(),
    onFixed: () => options.onFixed?.(),
  });
  const show = () => marks.show(text.findings, text.reply?.strictness ?? 'normal');

  /** Reads the field and carries the findings over to its text. Returns false if the text is unchanged. */
  const catchUp = (): boolean => {
    if (signal.aborted || field.composing) return false;
    const now = field.read();
    const before = text.now;
    if (now === before) return false;
    text.change(now, loop.isWhole);
    log.follow(before, now, loop.isWhole);
    dayCount.wait();
    show();
    loop.soon();
    onUpdate(session, 'typed');
    return true;
  };
  const takeOutcome = (outcome: Outcome) => {
    const taken = text.take(outcome, loop.isWhole);
    if (taken === null) return;
    if (outcome.is === 'checked' && outcome.text === text.now) loop.adopt(taken);
    show();
    if (outcome.is === 'checked' && outcome.undecided === null) countFor(outcome.text);
    onUpdate(session, 'checked');
  };
  /** Starts counting the further findings for today in an old draft. */
  const countFor = (checked: string) => {
    if (questionIn(text.findings) === undefined) dayCount.forget();
    else if (checked === text.now) {
      dayCount.painted({ text: checked, complete: loop.isWhole, draftKey: draftKey(), ...listOf(field) });
    }
  };
  field.watch(() => {
    if (catchUp()) return;
    marks.refresh();
    // During a composition nothing was sent, or the answer was dropped.
    loop.soonUnlessSent(text.now);
  }, signal);

  const session: Session = sessionOf({ field, draftKey, text, log, marks, loop, repairs, dayCount, catchUp });
  return session;
}

interface Parts extends Pick<Options, 'field' | 'draftKey'> {
  readonly text: CheckedText;
  readonly log: ChangeLog;
  readonly marks: Marks;
  readonly loop: CheckLoop;
  readonly repairs: Repairs;
  readonly dayCount: DayCount;
  readonly catchUp: () => void;
}

function sessionOf(parts: Parts): Session {
  const { field, draftKey, text, log, marks, loop, repairs, dayCount, catchUp } = parts;
  return {
    field,
    get draftKey() {
      return draftKey();
    },
    get text() {
      return text.now;
    },
    get marked() {
      return marks.marked;
    },
    get reply() {
      return text.reply;
    },
    state: () => ({
      kind: field.kind,
      draftKey: draftKey(),
      text: text.now,
      complete: field.complete,
      check: text.reply,
      declined: text.declined,
      numbered: field.listItems(),
      canRevert: repairs.canRevert(text.now),
      made: log.made,
    }),
    catchUp,
    check() {
      // Settings or packs may have changed since the count.
      dayCount.forget();
      return loop.now();
    },
    setHidden: marks.setHidden,
    findingAt(x, y) {
      catchUp();
      return marks.at(x, y);
    },
    emphasise: marks.emphasise,
    apply(edits, expected) {
      catchUp();
      return repairs.apply(edits, expected);
    },
    revert: repairs.revert,
  };
}

/** The finding at a caret offset (UTF-16), or the next one behind it, or the first. */
export function findingFrom(
  marked: readonly Finding[],
  caret: number,
  strictlyAfter: boolean,
): Finding | null {
  const at = marked.find((finding) => finding.start <= caret && caret <= finding.end);
  if (at !== undefined && !strictlyAfter) return at;
  const next = marked.find((finding) => finding.start > caret);
  return next ?? marked[0] ?? null;
}

/** The last finding before a caret offset (UTF-16), or the last of all. */
export function findingBefore(marked: readonly Finding[], caret: number): Finding | null {
  return marked.findLast((finding) => finding.end < caret) ?? marked.at(-1) ?? null;
}
