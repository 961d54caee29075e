import { computed, effect, signal } from '@preact/signals';
import { say, sayWords } from '../../components/say.ts';
import { certainEdits } from '../../lib/checking/certain-edits.ts';
import { type ReasonedEdit, reasonOf, reasonOfRepair, reasonOfStyle } from '../../lib/checking/reasons.ts';
import type { StyleChoice } from '../../lib/checking/style-choice.ts';
import { type ChosenDay, chosenDay } from '../../lib/draft/chosen-day.ts';
import type { NumberingStyle, StyledKind } from '../../lib/draft/ordinal-style.ts';
import type { IsoDate, Span } from '../../lib/draft/types.ts';
import type { RepairChange, StatusReply } from '../../lib/messaging/messages.ts';
import type { Finding, Fix } from '../../lib/rules/types.ts';
import { ask, inWords } from '../surface/messaging.ts';
import { dayOf, type JudgedOn, judgedOnInWords } from '../surface/question.ts';
import type { DraftPlace, OpenField } from './draft-place.ts';
import { Ignoring } from './ignoring.ts';
import { ListState } from './list-state.ts';
import { outlineOf, type Plan, planFor, type ReadOutline } from './numbering-plan.ts';
import { RenewState } from './renew/renew-state.ts';
import { Told } from './told.ts';

/** An element of the draft's view to focus: the `at`-th match of the selector, or the last. */
export interface FocusTarget {
  readonly to: string;
  readonly at: number;
}

/** The author's actions on a draft in the side panel, and the state of its view. */
export class PanelState {
  readonly field;
  readonly status = signal<StatusReply | null>(null);
  /** The planned numbering repair and its text; null while no preview is open. */
  readonly plan = signal<Plan | null>(null);
  /** The headings of the draft and the form chosen; null until read. */
  readonly outline = computed(() => this.outlines.value.get(this.field.value?.draftKey ?? '') ?? null);
  readonly outlineOpen = signal(false);
  /** The scroll position of each draft's list, in CSS pixels. */
  readonly scrollPositions = new Map<string, number>();
  /** The draft whose certain fixes are previewed; null while no preview is open. */
  readonly certainOf = signal<string | null>(null);
  readonly ignoring = new Ignoring(this);
  /** What takes the focus once the view is rendered. */
  readonly focusTarget = signal<FocusTarget | null>(null);
  readonly busy = signal(false);
  /** The last outcome in a sentence, with the way to take it back. */
  readonly told;
  readonly outcome;
  /** The findings of every level in text order; empty without a draft. */
  readonly findings = computed<readonly Finding[]>(() =>
    [...(this.field.value?.check?.findings ?? [])].sort((a, b) => a.start - b.start || a.end - b.end),
  );
  /** What can be put right in one go, on the text as it is. */
  readonly certain = computed(() => certainEdits(this.findings.value, say));
  readonly list: ListState;
  /** The time-bound mentions of the draft. */
  readonly renew: RenewState;
  readonly place: DraftPlace;
  /** By draft, so that a draft's list looks as before when it comes back. */
  private readonly outlines = signal<ReadonlyMap<string, ReadOutline>>(new Map());

  constructor(place: DraftPlace) {
    this.place = place;
    this.field = place.field;
    this.told = new Told(this.field);
    this.outcome = this.told.words;
    this.list = new ListState({
      field: this.field,
      findings: this.findings,
      headings: computed(() => this.outline.value?.nodes ?? []),
      ruleTitle: (rule) => this.ruleTitle(rule),
    });
    this.renew = new RenewState(this);
    effect(() => {
      if (this.field.value?.draftKey !== this.certainOf.peek()) this.certainOf.value = null;
    });
    effect(() => {
      const field = this.field.value;
      const plan = this.plan.peek();
      if (plan === null || field === undefined) return;
      // A preview is valid for one draft and its current text.
      if (field === null || field.draftKey !== plan.draftKey) this.plan.value = null;
      else if (field.text !== plan.text) void this.updatePlan();
    });
  }

  /** Loads the state of the packs and the titles of the rules. */
  async learn(): Promise<void> {
    try {
      this.status.value = await ask({ type: 'status' });
    } catch (fault) {
      this.outcome.value = inWords(fault);
    }
  }

  /** A rule's title; a general word until the titles are loaded. */
  ruleTitle(rule: string): string {
    return this.status.value?.rules.find(({ id }) => id === rule)?.title ?? say('提示', 'Finding');
  }

  /** The rules that are switched off. */
  get rulesOff(): StatusReply['rules'] {
    return this.status.value?.rules.filter(({ on }) => !on) ?? [];
  }

  /** Switches a rule on again. */
  async switchOn(rule: string): Promise<void> {
    const done = await this.doing(async () => {
      await ask({ type: 'set-rule', rule, on: true });
      await Promise.all([this.place.recheck(), this.learn()]);
      const title = this.ruleTitle(rule);
      return say(`已打开“${title}”。`, `“${title}” is switched on.`);
    });
    // The pressed button is gone.
    if (done) this.moveFocus('.rules-off button, .finding .place');
  }

  /** Shows a span in the draft. What was told last stays on the screen. */
  async reveal(span: Span): Promise<void> {
    const { value } = this.outcome;
    await this.doing(async () => {
      await this.place.reveal(span);
      return value;
    }, value);
  }

  /** Shows the next (1) or previous (-1) finding, in the list and in the draft. */
  async step(by: 1 | -1): Promise<void> {
    const finding = this.list.step(by);
    if (finding !== null) await this.reveal(finding);
  }

  /** Applies a fix to the text it was computed on; fails if the text has changed. */
  fix(finding: Finding, fix: Fix): Promise<void> {
    return this.resolving(finding, async (field) => {
      const reason = reasonOf(finding, say);
      await this.place.apply(
        fix.edits.map((edit) => ({ ...edit, reason })),
        field.text,
      );
      if (fix.style !== undefined) await ask({ type: 'set-numbering-style', style: fix.style });
      await this.place.recheck();
      const undo = this.place.undoWords();
      return say(`已改，${undo}。`, `Changed. ${undo}.`);
    });
  }

  /** Applies certain fixes, made on `text`, as one edit. */
  async applyCertain(edits: readonly ReasonedEdit[], text: string): Promise<void> {
    if (await this.applyTogether(edits, text)) this.moveFocus('.finding .place');
  }

  /** Applies edits of several places, made on `text`, as one edit. Resolves to whether that was done. */
  applyTogether(edits: readonly ReasonedEdit[], text: string): Promise<boolean> {
    return this.doing(async () => {
      await this.place.apply(edits, text);
      this.certainOf.value = null;
      await this.place.recheck();
      const undo = this.place.undoWords();
      return say(`已改 ${edits.length} 处，${undo}。`, `Changed: ${edits.length}. ${undo}.`);
    });
  }

  ignore(finding: Finding, scope: 'here' | 'draft'): Promise<void> {
    return this.ignoring.ignore(finding, scope);
  }

  /** Goes to a finding that is shown again, in the list. */
  returnTo(finding: Finding): void {
    this.list.point(finding);
    this.moveFocus('.finding.current .place');
  }

  /** Sets the draft's date; null: read it from the draft again. */
  async setDate(date: IsoDate | null): Promise<void> {
    const done = await this.doing((field) =>
      this.judge(field, date === null || field.check === null ? { date } : chosenDay(field.check.asOf, date)),
    );
    // The pressed button may be gone.
    if (done) this.moveFocus(date === null ? '.date .button, .date [data-opens=date]' : '.date [data-back]');
  }

  /** Answers the question on which day to judge an old draft. */
  async answerDay(answer: JudgedOn): Promise<void> {
    const done = await this.doing((field) =>
      field.check === null ? Promise.resolve('') : this.judge(field, dayOf(answer, field.check.asOf)),
    );
    if (done) this.moveFocus('.date [data-back]');
  }

  private async judge({ draftKey }: OpenField, day: ChosenDay | { readonly date: null }): Promise<string> {
    await ask({ type: 'set-date', draftKey, ...day });
    await this.place.recheck();
    return day.date === null ? '' : judgedOnInWords(day.date);
  }

  /** Reads the headings of the current text, and the form chosen. */
  async readOutline(): Promise<void> {
    const { value } = this.field;
    if (!value) return;
    try {
      const outline = await outlineOf(value);
      // The text has changed meanwhile and will be read again.
      if (this.field.value?.text !== outline.text) return;
      this.outlines.value = new Map(this.outlines.value).set(outline.draftKey, outline);
    } catch (fault) {
      this.outcome.value = inWords(fault);
    }
  }

  async openPlan(): Promise<void> {
    const done = await this.doing(async (field) => {
      this.plan.value = await planFor(await this.currentField(field));
      return '';
    });
    if (done) this.moveFocus('.numbering-preview :is(input, button)');
  }

  /**
   * Plans one form of ordinals for the whole draft; if the draft has that form already, stores it at once.
   */
  openStyle(style: NumberingStyle): Promise<boolean> {
    return this.doing(async (field) => {
      const plan = await planFor(await this.currentField(field), style);
      if (plan.changes.length > 0) {
        this.plan.value = plan;
        this.moveFocus('.numbering-preview :is(input, button)');
        return '';
      }
      await this.remember(style);
      return say(
        '本稿已是这种写法，以后也照此核对。',
        'This draft has that form already; others are checked for it, too.',
      );
    });
  }

  /** Clears the form of one kind of numbers. */
  clearStyle(kind: StyledKind): Promise<boolean> {
    return this.doing(async () => {
      await this.remember({ [kind]: null });
      await this.place.recheck();
      return say('这类序号不再指定样式。', 'No form is set for these numbers any more.');
    });
  }

  /** The field with the latest keys, which may not have reached this panel yet. */
  private async currentField(field: OpenField): Promise<OpenField> {
    await this.place.refresh();
    return this.field.value ?? field;
  }

  private async updatePlan(): Promise<void> {
    const field = this.field.value;
    const open = this.plan.value;
    if (!field || open === null) return;
    try {
      const plan = await planFor(field, open.style);
      // The preview was closed, or the text has changed again.
      if (this.plan.value === null || this.field.value?.text !== plan.text) return;
      this.plan.value = plan;
    } catch (fault) {
      this.outcome.value = inWords(fault);
    }
  }

  closePlan(): void {
    this.plan.value = null;
    this.moveFocus('[data-opens=plan], .outline summary');
  }

  openCertain(): void {
    this.certainOf.value = this.field.value?.draftKey ?? null;
    this.moveFocus('.certain-preview :is(input, button)');
  }

  closeCertain(): void {
    this.certainOf.value = null;
    this.moveFocus('.open-certain');
  }

  /** Applies the kept changes of the plan as one edit. */
  async applyPlan(kept: readonly RepairChange[]): Promise<void> {
    const planned = this.plan.value;
    if (!planned) return;
    const done = await this.doing(async () => {
      const reason = sayWords(planned.style === undefined ? reasonOfRepair : reasonOfStyle);
      const edits = kept.map(({ start, end, text }) => ({ start, end, text, reason }));
      await this.place.apply(edits, planned.text);
      this.plan.value = null;
      if (planned.style !== undefined) await this.remember(planned.style);
      await this.place.recheck();
      const undo = this.place.undoWords();
      return say(`已调整 ${edits.length} 处序号，${undo}。`, `Numbers changed: ${edits.length}. ${undo}.`);
    });
    if (done) this.moveFocus('.finding .place');
  }

  /** Undoes the last edit of several places, for editors that split it into several undo steps. */
  async revert(): Promise<void> {
    const done = await this.doing(async () => {
      await this.place.revert();
      return say('已恢复改动前的文字。', 'The text is as it was before.');
    });
    if (done) this.moveFocus('.finding .place');
  }

  /** Moves the focus within the view of the draft, as the focused element may be gone. */
  moveFocus(to: string, at = 0): void {
    this.focusTarget.value = { to, at };
  }

  private async remember(style: StyleChoice): Promise<void> {
    await ask({ type: 'set-numbering-style', style });
    if (this.outlineOpen.value) await this.readOutline();
  }

  /** Runs an action that removes a finding, then focuses the finding that takes its place. */
  async resolving(finding: Finding, work: (field: OpenField) => Promise<string>): Promise<void> {
    if (this.busy.value) return;
    const at = this.list.items.value.findIndex((item) => item.finding === finding);
    if (!(await this.doing(work))) return;
    this.list.goTo(Math.min(Math.max(0, at), this.list.items.value.length - 1));
    this.moveFocus('.finding .place', Math.max(0, at));
  }

  /**
   * Runs an action and shows the sentence it returns or its error; `meanwhile` is shown until then. Returns whether it
   * succeeded.
   */
  async doing(work: (field: OpenField) => Promise<string>, meanwhile = ''): Promise<boolean> {
    const field = this.field.value;
    if (!field) return false;
    let done = false;
    this.busy.value = true;
    // A screen reader reads the same sentence again only after it was gone.
    this.outcome.value = meanwhile;
    try {
      this.outcome.value = await work(field);
      done = true;
    } catch (fault) {
      this.outcome.value = inWords(fault);
    } finally {
      await this.place.refresh();
      this.busy.value = false;
    }
    return done;
  }
}
