import { computed, effect, signal } from '@preact/signals';
import type { NumberingStyle } from '../../lib/draft/numbering-style.ts';
import type { IsoDate, Span } from '../../lib/draft/types.ts';
import { ignoredKey } from '../../lib/ignore.ts';
import type { PageState, RepairChange, Replies, StatusReply } from '../../lib/messages.ts';
import type { Finding, Fix, Level } from '../../lib/rules/types.ts';
import type { Following } from '../surface/follow.ts';
import { ask, askPage, inWords } from '../surface/messaging.ts';

type OpenField = NonNullable<PageState['field']>;

interface Plan {
  readonly changes: readonly RepairChange[];
  readonly text: string;
  readonly draftKey: string;
  /** The form that is set; absent: the plan repairs the numbering. */
  readonly style?: NumberingStyle;
}

/** What the author does in the side panel, and what it remembers while it is open. */
export class Desk {
  readonly view;
  readonly status = signal<StatusReply | null>(null);
  readonly shown = signal<ReadonlySet<Level>>(new Set<Level>(['error', 'warning', 'hint']));
  /** The planned numbering repair and the text it was planned on; null when no preview is open. */
  readonly plan = signal<Plan | null>(null);
  /** The headings of the draft and the form chosen; null until the outline is opened. */
  readonly outline = signal<Replies['outline'] | null>(null);
  readonly outlineOpen = signal(false);
  /** How far down the list of each draft was read, in CSS pixels. */
  readonly places = new Map<string, number>();
  readonly busy = signal(false);
  /** What happened last, as one line. */
  readonly said = signal('');
  /** The findings of the draft in order of place, whatever their level; empty while there is no draft. */
  readonly findings = computed<readonly Finding[]>(() => {
    const view = this.view.value;
    const found = view.stage === 'open' ? (view.field.check?.findings ?? []) : [];
    return [...found].sort((a, b) => a.start - b.start || a.end - b.end);
  });
  private readonly following: Following;

  constructor(following: Following) {
    this.following = following;
    this.view = following.view;
    effect(() => {
      const view = this.view.value;
      const plan = this.plan.peek();
      if (plan === null || view.stage === 'looking') return;
      // A preview is of one draft, and of its text as it is now.
      if (view.stage !== 'open' || view.field.draftKey !== plan.draftKey) this.closePlan();
      else if (view.field.text !== plan.text) void this.planAgain();
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
    return this.status.value?.rules.find(({ id }) => id === rule)?.title ?? '提示';
  }

  toggle(level: Level): void {
    const shown = new Set(this.shown.value);
    if (!shown.delete(level)) shown.add(level);
    this.shown.value = shown;
  }

  reveal({ start, end }: Span): Promise<void> {
    return this.doing(async (tabId) => {
      await askPage(tabId, { type: 'page-reveal', start, end });
      return '';
    });
  }

  /** Applies a fix to the text it was computed on; a text that has changed since is left alone by the page. */
  fix(fix: Fix): Promise<void> {
    return this.doing(async (tabId, field) => {
      const edits = fix.edits.map(({ start, end, text }) => ({ start, end, text }));
      await askPage(tabId, { type: 'page-apply', edits, expected: field.text });
      if (fix.style !== undefined) await ask({ type: 'set-numbering-style', style: fix.style });
      await askPage(tabId, { type: 'page-recheck' });
      return '已改，可在编辑器里按 Ctrl+Z 撤销。';
    });
  }

  ignore(finding: Finding, scope: 'here' | 'draft'): Promise<void> {
    return this.doing(async (tabId, { draftKey, text }) => {
      await ask({ type: 'ignore', draftKey, finding: ignoredKey(finding, text, scope) });
      await askPage(tabId, { type: 'page-recheck' });
      return scope === 'here' ? '已忽略此处。' : '本稿中不再提示这几个字。';
    });
  }

  restoreIgnored(): Promise<void> {
    return this.doing(async (tabId, { draftKey }) => {
      await ask({ type: 'restore-ignored', draftKey });
      await askPage(tabId, { type: 'page-recheck' });
      return '已恢复先前忽略的提示。';
    });
  }

  /** Sets the draft's date; null: read it from the draft again. */
  setDate(date: IsoDate | null): Promise<void> {
    return this.doing(async (tabId, { draftKey }) => {
      await ask({ type: 'set-date', draftKey, date });
      await askPage(tabId, { type: 'page-recheck' });
      return '';
    });
  }

  /** Reads the headings of the draft as it is now. */
  async readOutline(): Promise<void> {
    const view = this.view.value;
    if (view.stage !== 'open') return;
    try {
      this.outline.value = await ask({ type: 'outline', ...textOf(view.field) });
    } catch (fault) {
      this.said.value = inWords(fault);
    }
  }

  openPlan(): Promise<void> {
    return this.doing(async (_tabId, field) => {
      this.plan.value = await planFor(await this.asItIsNow(field));
      return '';
    });
  }

  /** Plans one form of ordinals for the whole draft; where it has that form already, it is remembered at once. */
  openStyle(style: NumberingStyle): Promise<void> {
    return this.doing(async (_tabId, field) => {
      const plan = await planFor(await this.asItIsNow(field), style);
      if (plan.changes.length > 0) {
        this.plan.value = plan;
        return '';
      }
      await this.remember(style);
      return '本稿已是这种写法，以后也照此核对。';
    });
  }

  /** The field with the keys of the last moment, which this panel has not heard of yet. */
  private async asItIsNow(field: OpenField): Promise<OpenField> {
    await this.following.refresh();
    const view = this.view.value;
    return view.stage === 'open' ? view.field : field;
  }

  private async planAgain(): Promise<void> {
    const view = this.view.value;
    const open = this.plan.value;
    if (view.stage !== 'open' || open === null) return;
    try {
      const plan = await planFor(view.field, open.style);
      // Closed, or overtaken by a later text, while the answer was on its way.
      const now = this.view.value;
      if (this.plan.value === null || now.stage !== 'open' || now.field.text !== plan.text) return;
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
    return this.doing(async (tabId) => {
      const edits = kept.map(({ start, end, text }) => ({ start, end, text }));
      await askPage(tabId, { type: 'page-apply', edits, expected: planned.text });
      this.plan.value = null;
      if (planned.style !== undefined) await this.remember(planned.style);
      await askPage(tabId, { type: 'page-recheck' });
      return `已调整 ${edits.length} 处序号，可在编辑器里按 Ctrl+Z 撤销。`;
    });
  }

  /** Takes the last repair back in editors that make several undo steps of it. */
  goBack(): Promise<void> {
    return this.doing(async (tabId) => {
      await askPage(tabId, { type: 'page-way-back' });
      return '已恢复改动前的文字。';
    });
  }

  private async remember(style: NumberingStyle): Promise<void> {
    await ask({ type: 'set-numbering-style', style });
    if (this.outlineOpen.value) await this.readOutline();
  }

  private async doing(work: (tabId: number, field: OpenField) => Promise<string>): Promise<void> {
    const view = this.view.value;
    if (view.stage !== 'open') return;
    this.busy.value = true;
    try {
      this.said.value = await work(view.tabId, view.field);
    } catch (fault) {
      this.said.value = inWords(fault);
    } finally {
      await this.following.refresh();
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
