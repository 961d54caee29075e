import { computed, effect, signal } from '@preact/signals';
import { say } from '../../components/say.ts';
import type { NumberingStyle } from '../../lib/draft/numbering-style.ts';
import type { IsoDate, Span } from '../../lib/draft/types.ts';
import { ignoredKey } from '../../lib/ignore.ts';
import type { RepairChange, Replies, StatusReply } from '../../lib/messages.ts';
import { reasonOf, reasonOfRepair, reasonOfStyle } from '../../lib/reasons.ts';
import type { Finding, Fix, Level } from '../../lib/rules/types.ts';
import { ask, inWords } from '../surface/messaging.ts';
import type { DraftPlace, OpenField } from './draft-place.ts';

interface Plan {
  readonly changes: readonly RepairChange[];
  readonly text: string;
  readonly draftKey: string;
  /** The form that is set; absent: the plan repairs the numbering. */
  readonly style?: NumberingStyle;
}

/** What the author does with a draft in the side panel, and what it remembers while it is open. */
export class PanelState {
  readonly field;
  readonly status = signal<StatusReply | null>(null);
  readonly shown = signal<ReadonlySet<Level>>(new Set<Level>(['error', 'warning', 'hint']));
  /** The planned numbering repair and the text it was planned on; null when no preview is open. */
  readonly plan = signal<Plan | null>(null);
  /** The headings of the draft and the form chosen; null until the outline is opened. */
  readonly outline = signal<Replies['outline'] | null>(null);
  readonly outlineOpen = signal(false);
  /** How far down the list of each draft was read, in CSS pixels. */
  readonly places = new Map<string, number>();
  /** The finding whose mark the author clicked, for the list to show. */
  readonly pointed = signal<Finding | null>(null);
  readonly busy = signal(false);
  /** What happened last, as one line. */
  readonly said = signal('');
  /** The findings of the draft in order of place, whatever their level; empty while there is no draft. */
  readonly findings = computed<readonly Finding[]>(() =>
    [...(this.field.value?.check?.findings ?? [])].sort((a, b) => a.start - b.start || a.end - b.end),
  );
  private readonly place: DraftPlace;

  constructor(place: DraftPlace) {
    this.place = place;
    this.field = place.field;
    effect(() => {
      const field = this.field.value;
      const plan = this.plan.peek();
      if (plan === null || field === undefined) return;
      // A preview is of one draft, and of its text as it is now.
      if (field === null || field.draftKey !== plan.draftKey) this.closePlan();
      else if (field.text !== plan.text) void this.planAgain();
    });
  }

  /** Asks once what the packs know and what the rules are called. */
  async learn(): Promise<void> {
    try {
      this.status.value = await ask({ type: 'status' });
    } catch (fault) {
      this.said.value = inWords(fault);
    }
  }

  /** A rule's name on the screen; its id while the names are not known. */
  ruleTitle(rule: string): string {
    return this.status.value?.rules.find(({ id }) => id === rule)?.title ?? say('提示', 'Finding');
  }

  toggle(level: Level): void {
    const shown = new Set(this.shown.value);
    if (!shown.delete(level)) shown.add(level);
    this.shown.value = shown;
  }

  reveal(span: Span): Promise<void> {
    return this.doing(async () => {
      await this.place.reveal(span);
      return '';
    });
  }

  /** Applies a fix to the text it was computed on; a text that has changed since is left alone. */
  fix(finding: Finding, fix: Fix): Promise<void> {
    return this.doing(async (field) => {
      const edits = fix.edits.map(({ start, end, text }) => ({ start, end, text }));
      await this.place.apply(edits, field.text, reasonOf(finding));
      if (fix.style !== undefined) await ask({ type: 'set-numbering-style', style: fix.style });
      await this.place.recheck();
      const undo = this.place.undoWords();
      return say(`已改，${undo}。`, `Changed. ${undo}.`);
    });
  }

  ignore(finding: Finding, scope: 'here' | 'draft'): Promise<void> {
    return this.doing(async ({ draftKey, text }) => {
      await ask({ type: 'ignore', draftKey, finding: ignoredKey(finding, text, scope) });
      await this.place.recheck();
      return scope === 'here'
        ? say('已忽略此处。', 'Ignored here.')
        : say('本稿中不再提示这几个字。', 'These words are ignored in this draft.');
    });
  }

  restoreIgnored(): Promise<void> {
    return this.doing(async ({ draftKey }) => {
      await ask({ type: 'restore-ignored', draftKey });
      await this.place.recheck();
      return say('已恢复先前忽略的提示。', 'What was ignored is shown again.');
    });
  }

  /** Sets the draft's date; null: read it from the draft again. */
  setDate(date: IsoDate | null): Promise<void> {
    return this.doing(async ({ draftKey }) => {
      await ask({ type: 'set-date', draftKey, date });
      await this.place.recheck();
      return '';
    });
  }

  /** Reads the headings of the draft as it is now. */
  async readOutline(): Promise<void> {
    const { value } = this.field;
    if (!value) return;
    try {
      this.outline.value = await ask({ type: 'outline', ...textOf(value) });
    } catch (fault) {
      this.said.value = inWords(fault);
    }
  }

  openPlan(): Promise<void> {
    return this.doing(async (field) => {
      this.plan.value = await planFor(await this.asItIsNow(field));
      return '';
    });
  }

  /** Plans one form of ordinals for the whole draft; where it has that form already, it is remembered at once. */
  openStyle(style: NumberingStyle): Promise<void> {
    return this.doing(async (field) => {
      const plan = await planFor(await this.asItIsNow(field), style);
      if (plan.changes.length > 0) {
        this.plan.value = plan;
        return '';
      }
      await this.remember(style);
      return say(
        '本稿已是这种写法，以后也照此核对。',
        'This draft has that form already; others are checked for it, too.',
      );
    });
  }

  /** The field with the keys of the last moment, which this panel has not heard of yet. */
  private async asItIsNow(field: OpenField): Promise<OpenField> {
    await this.place.refresh();
    return this.field.value ?? field;
  }

  private async planAgain(): Promise<void> {
    const field = this.field.value;
    const open = this.plan.value;
    if (!field || open === null) return;
    try {
      const plan = await planFor(field, open.style);
      // Closed, or overtaken by a later text, while the answer was on its way.
      if (this.plan.value === null || this.field.value?.text !== plan.text) return;
      this.plan.value = plan;
    } catch (fault) {
      this.said.value = inWords(fault);
    }
  }

  closePlan(): void {
    this.plan.value = null;
  }

  /** Applies what the author kept of the plan, as one change. */
  applyPlan(kept: readonly RepairChange[]): Promise<void> {
    const planned = this.plan.value;
    if (!planned) return Promise.resolve();
    return this.doing(async () => {
      const edits = kept.map(({ start, end, text }) => ({ start, end, text }));
      const reason = planned.style === undefined ? reasonOfRepair : reasonOfStyle;
      await this.place.apply(edits, planned.text, reason);
      this.plan.value = null;
      if (planned.style !== undefined) await this.remember(planned.style);
      await this.place.recheck();
      const undo = this.place.undoWords();
      return say(`已调整 ${edits.length} 处序号，${undo}。`, `Numbers changed: ${edits.length}. ${undo}.`);
    });
  }

  /** Takes the last repair back in editors that make several undo steps of it. */
  goBack(): Promise<void> {
    return this.doing(async () => {
      await this.place.goBack();
      return say('已恢复改动前的文字。', 'The text is as it was before.');
    });
  }

  private async remember(style: NumberingStyle): Promise<void> {
    await ask({ type: 'set-numbering-style', style });
    if (this.outlineOpen.value) await this.readOutline();
  }

  private async doing(work: (field: OpenField) => Promise<string>): Promise<void> {
    const field = this.field.value;
    if (!field) return;
    this.busy.value = true;
    try {
      this.said.value = await work(field);
    } catch (fault) {
      this.said.value = inWords(fault);
    } finally {
      await this.place.refresh();
      this.busy.value = false;
    }
  }
}

/** What a request about the numbering is told of a field. */
function textOf({ text, complete, draftKey, numbered }: OpenField) {
  return { text, complete, draftKey, numbered: [...numbered] };
}

/** Plans a repair, or one form where a style is given. Throws when the background does not answer. */
async function planFor(field: OpenField, style?: NumberingStyle): Promise<Plan> {
  const { text, draftKey } = field;
  if (style === undefined) {
    const { changes } = await ask({ type: 'plan-repair', ...textOf(field) });
    return { changes, text, draftKey };
  }
  const { changes } = await ask({ type: 'plan-style', ...textOf(field), style });
  return { changes, text, draftKey, style };
}
