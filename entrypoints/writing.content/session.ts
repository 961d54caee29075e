import { say } from '../../components/say.ts';
import { unpackFindings } from '../../lib/checking/packed-findings.ts';
import type { CheckStage } from '../../lib/checking/stages.ts';
import { levelsMarked } from '../../lib/checking/strictness.ts';
import { longestDraft as longest } from '../../lib/draft/longest-draft.ts';
import type { Edit, NumberedItem } from '../../lib/draft/types.ts';
import { inverse } from '../../lib/fields/edits.ts';
import type { ApplyOutcome, Field } from '../../lib/fields/types.ts';
import { createPainter } from '../../lib/marks/painter.ts';
import type { CheckReply, PageState } from '../../lib/messaging/messages.ts';
import type { Finding } from '../../lib/rules/types.ts';
import { questionIn } from '../surface/question.ts';
import type { Ask } from './ask.ts';
import { createDayCount } from './day-count.ts';
import { sameAsBefore, withUndecided } from './merge.ts';
import { carriedOver } from './shift.ts';

/** Rest after the last key before a check, in ms. */
const rest = 250;
const han = /\p{Script=Han}/u;

/** One field under check. */
export interface Session {
  readonly field: Field;
  readonly draftKey: string;
  /** The text as last read, and the findings at their places in it. */
  readonly text: string;
  /** What is marked in the page, in the order of the text. */
  readonly marked: readonly Finding[];
  readonly reply: CheckReply | null;
  state(): PageState['field'];
  /** Reads the text anew: a script may have set it without a word. */
  catchUp(): void;
  /** Checks now, without the rest. */
  check(): Promise<void>;
  setHidden(hidden: boolean): void;
  /** The finding whose mark is at a point of the field's window, or null. */
  findingAt(x: number, y: number): Finding | null;
  /** Sets one finding off from the others, or none. */
  emphasise(finding: Finding | null): void;
  apply(edits: readonly Edit[], expected: string): Promise<ApplyOutcome>;
  /** Takes the last change of several places back, where the text is as it left it. */
  goBack(): Promise<ApplyOutcome>;
}

interface Options {
  readonly field: Field;
  /** Asked each time: a page of many views changes its address and keeps its field. */
  readonly draftKey: () => string;
  readonly ask: Ask;
  readonly hidden: boolean;
  readonly signal: AbortSignal;
  /** Told when a fix was put in. */
  readonly onFixed?: () => void;
  /** Told after each check, when the text changed (findings have moved or gone), and when `onToday` has come. */
  readonly onUpdate: (session: Session, why: 'typed' | 'checked' | 'counted') => void;
}

/** Starts checking a field; everything hangs on the signal. */
export function startSession(options: Options): Session {
  const { field, draftKey, ask, signal } = options;
  const painter = createPainter(field, signal);
  let text = '';
  /** The text that was sent last to be checked. */
  let sentLast = '';
  /** False when that was a part of the draft. */
  let whole = true;
  let findings: readonly Finding[] = [];
  let marked: readonly Finding[] = [];
  let reply: CheckReply | null = null;
  /** Why the text is not checked, in a sentence. */
  let declined: string | null = null;
  let emphasised: Finding | null = null;
  let hidden = options.hidden;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let turn = 0;
  /** How to take the last change of several places back, from the text as it left it. */
  let wayBack: { readonly from: string; readonly edits: readonly Edit[] } | null = null;

  const show = () => {
    const levels = levelsMarked(reply?.strictness ?? 'normal');
    // What asks is no fault: no draft is judged on its day of old without a word.
    marked = hidden ? [] : findings.filter(({ level, asks }) => levels.has(level) || asks !== undefined);
    const marks = marked.map(({ start, end, level }) => ({ start, end, look: level }));
    const active = emphasised === null ? [] : marked.filter((finding) => finding === emphasised);
    painter.paint([...marks, ...active.map(({ start, end }) => ({ start, end, look: 'active' as const }))]);
  };
  const dayCount = createDayCount({
    ask,
    signal,
    onCount(counted, onToday) {
      if (counted !== text || reply === null || questionIn(findings) === undefined) return;
      reply = { ...reply, onToday };
      options.onUpdate(session, 'counted');
    },
  });
  /** The answer to a check; what was counted for the same old draft stands until it is counted anew. */
  const taken = (answer: CheckReply): CheckReply => {
    const isSame =
      questionIn(answer.findings) !== undefined &&
      answer.asOf.writtenFor?.day === reply?.asOf.writtenFor?.day &&
      reply?.onToday !== undefined;
    return isSame ? { ...answer, onToday: reply?.onToday } : answer;
  };
  const settle = (next: readonly Finding[], answer: CheckReply | null) => {
    findings = next;
    reply = answer === null ? null : { ...answer, findings: next };
    declined = null;
    if (emphasised !== null && !findings.includes(emphasised)) emphasised = null;
    show();
  };
  const decline = (why: string) => {
    settle([], null);
    declined = why;
  };
  /** Carries the findings over to the text as it is now. False where it is the one they stand in already. */
  const catchUp = (): boolean => {
    if (signal.aborted || field.composing) return false;
    const now = field.read();
    if (now === text) return false;
    // What was made on other words must never be taken for a place in these.
    const moved = carriedOver(findings, text, now, whole);
    text = now;
    dayCount.wait();
    settle(moved, reply);
    checkSoon();
    options.onUpdate(session, 'typed');
    return true;
  };
  const checkSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void check(), rest);
  };
  const changed = () => {
    if (catchUp()) return;
    // Where the editor drew the same words anew, the old ranges hang in the air.
    painter.refresh();
    // A composition kept the text from being sent, or its findings from being painted.
    if (text !== sentLast) checkSoon();
  };
  const check = async (stage: CheckStage = 'early'): Promise<void> => {
    // The end of a composition is a change of its own.
    if (signal.aborted || field.composing) return;
    catchUp();
    clearTimeout(timer);
    const sent = text;
    whole = field.complete;
    sentLast = sent;
    const own = ++turn;
    if (sent.length > longest || !han.test(sent)) {
      if (sent.length > longest) decline(tooLong(sent.length));
      else settle([], null);
      options.onUpdate(session, 'checked');
      return;
    }
    const answer = await ask({
      type: 'check',
      text: sent,
      complete: whole,
      draftKey: draftKey(),
      stage,
      ...listOf(field),
    });
    if (signal.aborted || own !== turn) return;
    if (answer === null) {
      // What was said early is not the whole: it is asked for again at the next sign of life.
      if (stage === 'decided') sentLast = '';
      return;
    }
    if (field.composing) {
      // Asked for again when the composition ends.
      sentLast = '';
      return;
    }
    catchUp();
    if ('fault' in answer) {
      decline(answer.fault);
    } else {
      const found = unpackFindings(answer.findings);
      if (answer.stage === 'early') {
        // What was typed meanwhile is sent of itself.
        if (text !== sent) return;
        const certain = sameAsBefore(withUndecided(found, findings, answer.undecided), findings);
        // That nothing is found is said when all is decided.
        if (certain.length > 0) {
          settle(certain, taken({ ...answer, findings: certain }));
          options.onUpdate(session, 'checked');
        }
        await check('decided');
        return;
      }
      const now = sameAsBefore(carriedOver(found, sent, text, whole), findings);
      settle(now, taken({ ...answer, findings: now }));
      if (questionIn(now) === undefined) dayCount.forget();
      else if (text === sent) {
        const list = listOf(field);
        dayCount.painted({ text: sent, complete: whole, draftKey: draftKey(), ...list });
      }
    }
    options.onUpdate(session, 'checked');
  };

  const session: Session = {
    field,
    get draftKey() {
      return draftKey();
    },
    get text() {
      return text;
    },
    get marked() {
      return marked;
    },
    get reply() {
      return reply;
    },
    state() {
      return {
        kind: field.kind,
        draftKey: draftKey(),
        text,
        complete: field.complete,
        check: reply,
        declined,
        numbered: field.listItems(),
        wayBack: wayBack?.from === text,
      };
    },
    catchUp,
    check() {
      // What is looked for may have changed since the text was counted.
      dayCount.forget();
      return check();
    },
    setHidden(next) {
      hidden = next;
      show();
    },
    findingAt(x, y) {
      catchUp();
      return marked[painter.hit(x, y)] ?? null;
    },
    emphasise(finding) {
      if (emphasised === finding) return;
      emphasised = finding;
      show();
    },
    async apply(edits, expected) {
      const outcome = await field.apply(edits, expected);
      if (outcome.ok) options.onFixed?.();
      if (signal.aborted) return outcome;
      // One change is one step of the editor's own undo; of several, some editors make several.
      wayBack =
        outcome.ok && edits.length > 1 ? { from: field.read(), edits: inverse(expected, edits) } : null;
      await check();
      return outcome;
    },
    async goBack() {
      const way = wayBack;
      if (way === null) return { ok: false, reason: 'stale', undone: true };
      const outcome = await field.apply(way.edits, way.from);
      if (outcome.ok) wayBack = null;
      if (!signal.aborted) await check();
      return outcome;
    },
  };
  field.watch(changed, signal);
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    painter.dispose();
  });
  return session;
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

/** What a check is told of the lists that the editor numbers. */
export function listOf(field: Field): { numbered?: NumberedItem[] } {
  const numbered = field.listItems();
  return numbered.length === 0 ? {} : { numbered: [...numbered] };
}

function tooLong(length: number): string {
  const limit = longest / 10_000;
  return say(
    `本稿约 ${Math.round(length / 10_000)} 万字，超出 ${limit} 万字，暂不检查。可分篇检查。`,
    `This draft has more than ${longest.toLocaleString('en')} characters and is not checked. Please check it in parts.`,
  );
}
