import { computed, effect, signal } from '@preact/signals';
import type { IsoDate } from '../../lib/draft/types.ts';
import type { IgnoredFinding, RepairChange, StatusReply } from '../../lib/messages.ts';
import type { Finding, Fix, Level } from '../../lib/rules/types.ts';
import type { Following } from '../surface/follow.ts';
import { ask, askPage, inWords } from '../surface/messaging.ts';

interface Plan {
  readonly changes: readonly RepairChange[];
  readonly text: string;
  readonly draftKey: string;
}

/** What the author does in the side panel, and what it remembers while it is open. */
export class Desk {
  readonly view;
  readonly status = signal<StatusReply | null>(null);
  readonly shown = signal<ReadonlySet<Level>>(new Set<Level>(['error', 'warning', 'hint']));
  /** The planned numbering repair and the text it was planned on; null when no preview is open. */
  readonly plan = signal<Plan | null>(null);
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

  reveal(finding: Finding): Promise<void> {
    return this.doing(async (tabId) => {
      await askPage(tabId, { type: 'page-reveal', start: finding.start, end: finding.end });
      return '';
    });
  }

  /** Applies a fix to the text it was computed on; a text that has changed since is left alone by the page. */
  fix(fix: Fix): Promise<void> {
    return this.doing(async (tabId, field) => {
      const edits = fix.edits.map(({ start, end, text }) => ({ start, end, text }));
      await askPage(tabId, { type: 'page-apply', edits, expected: field.text });
      await askPage(tabId, { type: 'page-recheck' });
      return '已改，可在编辑器里按 Ctrl+Z 撤销。';
    });
  }

  ignore(finding: Finding, scope: 'here' | 'draft'): Promise<void> {
    return this.doing(async (tabId, { draftKey, text }) => {
      const words: IgnoredFinding = { rule: finding.rule, text: text.slice(finding.start, finding.end) };
      const place = {
        before: text.slice(Math.max(0, finding.start - 10), finding.start),
        after: text.slice(finding.end, finding.end + 10),
      };
      await ask({
        type: 'ignore',
        draftKey,
        scope,
        finding: scope === 'here' ? { ...words, ...place } : words,
      });
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

  openPlan(): Promise<void> {
    return this.doing(async (_tabId, { text, complete, draftKey }) => {
      const { changes } = await ask({ type: 'plan-repair', text, complete, draftKey });
      this.plan.value = { changes, text, draftKey };
      return '';
    });
  }

  private async planAgain(): Promise<void> {
    const view = this.view.value;
    if (view.stage !== 'open') return;
    const { text, complete, draftKey } = view.field;
    try {
      const { changes } = await ask({ type: 'plan-repair', text, complete, draftKey });
      // Closed, or overtaken by a later text, while the answer was on its way.
      const now = this.view.value;
      if (this.plan.value === null || now.stage !== 'open' || now.field.text !== text) return;
      this.plan.value = { changes, text, draftKey };
    } catch (fault) {
      this.said.value = inWords(fault);
    }
  }

  closePlan(): void {
    this.plan.value = null;
  }

  applyPlan(): Promise<void> {
    const planned = this.plan.value;
    if (!planned) return Promise.resolve();
    return this.doing(async (tabId) => {
      const edits = planned.changes.map(({ start, end, text }) => ({ start, end, text }));
      await askPage(tabId, { type: 'page-apply', edits, expected: planned.text });
      this.plan.value = null;
      await askPage(tabId, { type: 'page-recheck' });
      return `已调整 ${edits.length} 处序号，可在编辑器里按 Ctrl+Z 撤销。`;
    });
  }

  private async doing(
    work: (tabId: number, field: { text: string; complete: boolean; draftKey: string }) => Promise<string>,
  ): Promise<void> {
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
