import { computed, signal } from '@preact/signals';
import { browser } from 'wxt/browser';
import { say } from '../../../components/say.ts';
import type { ReasonedEdit } from '../../../lib/checking/reasons.ts';
import { difference } from '../../../lib/draft/text-edits.ts';
import type { NumberedItem, Span } from '../../../lib/draft/types.ts';
import { createTextField } from '../../../lib/fields/text-field.ts';
import type { ApplyOutcome } from '../../../lib/fields/types.ts';
import { bilingual } from '../../../lib/language/language.ts';
import type { MadeChange } from '../../../lib/messaging/page-requests.ts';
import type { Fault } from '../../../lib/messaging/reply.ts';
import type { Finding } from '../../../lib/rules/types.ts';
import type { Request } from '../../background/requests/table.ts';
import { fillSlots } from '../../phrase-slots/slots.ts';
import { UnansweredError } from '../../surface/messaging.ts';
import { createAsk } from '../../writing/ask.ts';
import { ChangeLog } from '../../writing/change-log.ts';
import { type Session, startSession } from '../../writing/session.ts';
import type { DraftPlace, OpenField } from '../draft-place.ts';

interface Options {
  /** The key of the author's stored choices for the draft on the desk. */
  readonly draftKey: () => string;
  /** The numbers that Word computes, with offsets of this text. */
  readonly numbersIn: (text: string) => readonly NumberedItem[];
  /** Called with the text, also when it has not changed. */
  readonly onText: (text: string) => void;
  /** Called before a fix, with its edits and the text they were made for. */
  readonly onFix: (edits: readonly ReasonedEdit[], expected: string) => void;
}

/** The desk's text box: read, marked and changed as an editor of a page is. */
export class TextBox implements DraftPlace {
  readonly field;
  private readonly options: Options;
  private readonly state = signal<OpenField | null>(null);
  private session: Session | null = null;
  private element: HTMLTextAreaElement | null = null;
  private readonly log = new ChangeLog();
  /** The text set before the element exists, and what fixes have changed in it. */
  private waiting = '';
  private waitingMade: readonly MadeChange[] = [];
  /** Stops the current check; null if none runs. */
  readonly checking = signal<(() => void) | null>(null);
  readonly stopped = signal(false);

  constructor(options: Options) {
    this.options = options;
    this.field = computed(() => this.state.value);
  }

  /** Starts with the element; listeners end with the signal. */
  start(element: HTMLTextAreaElement, until: AbortSignal): void {
    element.value = this.waiting;
    this.element = element;
    const ask = createAsk(
      (request) => this.send(request),
      () => false,
      () => undefined,
      until,
    );
    const field = createTextField(element, until);
    const session = startSession({
      field: Object.assign(field, { listItems: () => this.options.numbersIn(field.read()) }),
      draftKey: this.options.draftKey,
      ask,
      hidden: false,
      signal: until,
      log: this.log,
      onUpdate: () => this.look(),
    });
    this.session = session;
    this.bring(this.waitingMade);
    void session.check();
  }

  setText(text: string): void {
    this.waiting = text;
    this.waitingMade = [];
    if (this.element === null) return;
    this.element.value = text;
    this.element.setSelectionRange(0, 0);
    this.element.scrollTop = 0;
    void this.refresh();
    void this.session?.check();
  }

  /** What fixes have changed in the text. */
  get made(): readonly MadeChange[] {
    return this.element === null ? this.waitingMade : this.log.made;
  }

  /** Takes over what fixes have changed in the present text, as it was kept or as another view tells it. */
  bring(made: readonly MadeChange[]): void {
    this.waitingMade = made;
    // Reading the text first: what follows a change would carry them over.
    this.session?.catchUp();
    this.log.restore(made);
    this.look();
  }

  /** Sets the text that another view of the desk has made, and keeps the caret and what is in view. */
  followText(text: string): void {
    this.waiting = text;
    const { element } = this;
    if (element === null) return;
    const { value, selectionStart, selectionEnd, scrollTop } = element;
    const edit = difference(value, text);
    const moved = (offset: number): number =>
      offset <= edit.start ? offset : Math.max(edit.start, offset + text.length - value.length);
    element.value = text;
    element.setSelectionRange(moved(selectionStart), moved(selectionEnd));
    element.scrollTop = scrollTop;
    void this.refresh();
  }

  /** True while an input method composes. */
  get composing(): boolean {
    return this.session?.field.composing === true;
  }

  /** The finding whose mark is at a point of the window, or null. */
  findingAt(x: number, y: number): Finding | null {
    return this.session?.findingAt(x, y) ?? null;
  }

  refresh(): Promise<void> {
    this.session?.catchUp();
    this.look();
    return Promise.resolve();
  }

  reveal(span: Span): Promise<void> {
    const session = this.open();
    session.field.reveal(span);
    session.emphasise(session.marked.find(({ start }) => start === span.start) ?? null);
    return Promise.resolve();
  }

  async apply(edits: readonly ReasonedEdit[], expected: string): Promise<void> {
    const session = this.open();
    this.options.onFix(edits, expected);
    throwUnlessOk(await session.apply(edits, expected));
  }

  /** Puts words at the caret, as one step of undo. Returns false if the box does not take them. */
  async insert(words: string): Promise<boolean> {
    const { ok } = await this.open().field.insert(words);
    await this.refresh();
    return ok;
  }

  /** Has Tab lead through the slots of words that were just inserted, from the first one on, which is selected. */
  fillSlots(words: string): void {
    this.element?.focus();
    fillSlots(this.open().field, words);
  }

  async recheck(): Promise<void> {
    await this.session?.check();
  }

  async revert(): Promise<void> {
    throwUnlessOk(await this.open().revert());
  }

  undoWords(): string {
    return say('可在文稿框里按 Ctrl+Z 撤销', 'Ctrl+Z in the text box takes it back');
  }

  private async send(request: Request): Promise<unknown> {
    if (request.type !== 'check') return await browser.runtime.sendMessage(request);
    const ending = new Promise<Fault>((resolve) => {
      this.checking.value = () => {
        this.stopped.value = true;
        resolve({ fault: say('已停止核对。', 'Checking was stopped.') });
      };
    });
    this.stopped.value = false;
    const stop = this.checking.value;
    try {
      return await Promise.race([browser.runtime.sendMessage(request), ending]);
    } finally {
      if (this.checking.value === stop) this.checking.value = null;
    }
  }

  private look(): void {
    const { session } = this;
    if (session === null) return;
    this.options.onText(session.text);
    this.state.value = session.text.trim() === '' ? null : session.state();
  }

  private open(): Session {
    if (this.session === null) throw new Error('The text box is not there.');
    return this.session;
  }
}

function throwUnlessOk(outcome: ApplyOutcome): void {
  if (outcome.ok) return;
  const words =
    outcome.reason === 'stale'
      ? bilingual('文字刚有改动，请再看一次。', 'The text has just changed. Please look again.')
      : bilingual('没有改成，请手工修改。', 'It was not changed. Please change it by hand.');
  throw new UnansweredError(words, true);
}
