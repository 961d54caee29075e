import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import { say } from '../../../components/say.ts';
import { ignoredKey } from '../../../lib/checking/ignore.ts';
import type { ReasonedEdit } from '../../../lib/checking/reasons.ts';
import type { YearShift } from '../../../lib/checking/year-shift.ts';
import { isWithin } from '../../../lib/draft/date.ts';
import type { AsOf, IsoDate } from '../../../lib/draft/types.ts';
import type { TimelineReply } from '../../../lib/messaging/timeline-messages.ts';
import type { Finding } from '../../../lib/rules/types.ts';
import { ask, inWords } from '../../surface/messaging.ts';
import type { DraftPlace, OpenField } from '../draft-place.ts';
import type { Told } from '../told.ts';
import { byKind } from './groups.ts';
import { type BulkScope, isInScope } from './kinds.ts';
import { changesOf, type RenewChange, type RenewRow, rowsOf, sentenceOf } from './rows.ts';

export type Front = 'findings' | 'renew';
export type Arrangement = 'kind' | 'place';

/** What the view needs of the panel that it stands in. */
interface Host {
  readonly field: ReadonlySignal<OpenField | null | undefined>;
  readonly findings: ReadonlySignal<readonly Finding[]>;
  readonly place: Pick<DraftPlace, 'recheck'>;
  readonly told: Pick<Told, 'undoable' | 'words'>;
  /** Applies edits, made for `text`, as one. Resolves to whether that was done. */
  applyTogether(edits: readonly ReasonedEdit[], text: string): Promise<boolean>;
  /** Runs an action on the draft and shows the sentence that it returns, or its error. */
  doing(work: (field: OpenField) => Promise<string>): Promise<boolean>;
  moveFocus(to: string, at?: number): void;
}

/** The timeline of a draft, as it was read last. */
interface ReadTimeline {
  readonly reply: TimelineReply;
  readonly rows: readonly RenewRow[];
  readonly text: string;
  readonly draftKey: string;
}

/** How many places were open in a draft, and how many are done. */
interface Progress {
  readonly done: number;
  readonly all: number;
}

/** The author's actions on the time-bound mentions of a draft, and the state of the view 翻新. */
export class RenewState {
  /** Null until it is read; of the draft that is open. */
  readonly timeline: ReadonlySignal<ReadTimeline | null>;
  readonly front: ReadonlySignal<Front>;
  readonly arrangement = signal<Arrangement>('kind');
  /** The row that the author is at. */
  readonly current = signal<string | null>(null);
  readonly keptOpen = signal(false);
  /** The bulk action that is previewed; null while no preview is open. */
  readonly preview = signal<BulkScope | null>(null);
  readonly progress: ReadonlySignal<Progress>;
  /** The year into which the year planned for is shifted; null where nothing is to be shifted. */
  readonly target: ReadonlySignal<number | null>;
  private readonly host: Host;
  private readonly read = signal<{ reply: TimelineReply; text: string; draftKey: string } | null>(null);
  private readonly shown = signal<ReadTimeline | null>(null);
  private readonly fronts = signal<ReadonlyMap<string, Front>>(new Map());
  /** The drafts that are made new: they stay so when the date line is new, and the draft is old no more. */
  private readonly renewed = signal<ReadonlySet<string>>(new Set());
  private readonly targets = signal<ReadonlyMap<string, number>>(new Map());
  /** By draft, the rows whose tick the author has changed. */
  private readonly toggled = signal<ReadonlyMap<string, ReadonlySet<string>>>(new Map());
  private turn = 0;
  /** What the mentions depend on that were read last. */
  private readFor = '';
  /** The changes of each bulk action: its button shows their number, and its preview each of them. */
  private readonly bulk: Readonly<Record<BulkScope, ReadonlySignal<readonly RenewChange[]>>>;
  /** By draft and day, how many rows were open at first. */
  private readonly openAtFirst = new Map<string, number>();
  /** By draft and day, the years of the shift: they stay the same while one of them after the other is changed. */
  private readonly shifts = new Map<string, YearShift>();

  constructor(host: Host) {
    this.host = host;
    this.timeline = computed(() => {
      const { value } = this.shown;
      return value !== null && value.draftKey === host.field.value?.draftKey ? value : null;
    });
    this.front = computed(() => {
      const field = host.field.value;
      if (!field) return 'findings';
      const { draftKey, check } = field;
      const chosen = this.fronts.value.get(draftKey);
      if (chosen !== undefined) return chosen;
      const stays = check?.asOf.from === 'option' && this.renewed.value.has(draftKey);
      return stays || isRenewed(check?.asOf) ? 'renew' : 'findings';
    });
    this.target = computed(() => {
      const { value } = this.read;
      if (value === null || value.reply.shift === null) return null;
      return this.targets.value.get(value.draftKey) ?? value.reply.shift.proposed;
    });
    effect(() => {
      const { value } = this.read;
      const field = host.field.value;
      // The rows are kept as they were until findings and timeline are of the same text again.
      if (value === null || !field || field.draftKey !== value.draftKey || field.text !== value.text) return;
      const rows = rowsOf(value.reply, host.findings.value, value.text, this.target.value);
      this.shown.value = { ...value, rows };
    });
    this.progress = computed(() => this.countProgress());
    const changesOfScope = (scope: BulkScope) => computed(() => this.changesIn(scope));
    this.bulk = {
      chosen: changesOfScope('chosen'),
      years: changesOfScope('years'),
      meetings: changesOfScope('meetings'),
      plans: changesOfScope('plans'),
      offices: changesOfScope('offices'),
    };
    effect(() => {
      if (host.field.value?.draftKey !== this.shown.peek()?.draftKey) this.preview.value = null;
    });
    effect(() => {
      const field = host.field.value;
      if (!field || !isRenewed(field.check?.asOf) || this.renewed.peek().has(field.draftKey)) return;
      this.renewed.value = new Set(this.renewed.peek()).add(field.draftKey);
    });
  }

  show(front: Front): void {
    const draftKey = this.host.field.peek()?.draftKey;
    const fronts = this.fronts.peek();
    if (draftKey === undefined || fronts.get(draftKey) === front) return;
    this.fronts.value = new Map(fronts).set(draftKey, front);
  }

  /** Reads the mentions of the current text, unless they were read for all that they depend on. */
  async follow(): Promise<void> {
    const field = this.host.field.value;
    if (field && this.readFor !== keyOf(field, field.check?.asOf.date)) await this.load();
  }

  /** Reads the mentions of the current text. */
  private async load(): Promise<void> {
    const field = this.host.field.value;
    if (!field) return;
    const { text, complete, draftKey, numbered } = field;
    const turn = ++this.turn;
    try {
      const reply = await ask({ type: 'timeline', text, complete, draftKey, numbered: [...numbered] });
      // The text has changed meanwhile, or what is kept in it, and is read again.
      const isNewest = turn === this.turn && this.host.field.value?.text === text;
      if (!isNewest) return;
      // The field may still have the check of the draft before, on another day.
      this.readFor = keyOf(field, reply.asOf.date);
      this.read.value = { reply: this.withKnownShift(reply, draftKey), text, draftKey };
    } catch (fault) {
      this.host.told.words.value = inWords(fault);
    }
  }

  isTicked(row: RenewRow): boolean {
    const draftKey = this.timeline.value?.draftKey ?? '';
    return row.isCertain !== (this.toggled.value.get(draftKey)?.has(row.key) ?? false);
  }

  tick(row: RenewRow): void {
    const draftKey = this.timeline.value?.draftKey;
    if (draftKey === undefined) return;
    const own = new Set(this.toggled.value.get(draftKey));
    if (!own.delete(row.key)) own.add(row.key);
    this.toggled.value = new Map(this.toggled.value).set(draftKey, own);
  }

  setTarget(year: number): void {
    const draftKey = this.timeline.value?.draftKey;
    if (draftKey !== undefined) this.targets.value = new Map(this.targets.value).set(draftKey, year);
  }

  /** Says which years can be set. */
  refuseYear(first: number): void {
    this.host.told.words.value = say(
      `请填 ${first} 至 2099 之间的年份。`,
      `Please give a year from ${first} to 2099.`,
    );
  }

  /** What a bulk action would change, in text order. */
  changes(scope: BulkScope): readonly RenewChange[] {
    return this.bulk[scope].value;
  }

  private changesIn(scope: BulkScope): readonly RenewChange[] {
    const { value } = this.timeline;
    if (value === null) return [];
    const open = value.rows.filter((row) => row.edits.length > 0 && !row.mention.kept);
    if (scope === 'chosen') {
      const chosen = open.filter((row) => this.isTicked(row));
      return changesOf(
        chosen,
        ({ mention }) => mention.reason,
        () => true,
      );
    }
    const rows = open.filter((row) =>
      scope === 'years' ? row.isShifted : isInScope(row.mention.kind, scope) && !row.isShifted,
    );
    // Whether a sentence stays true with another meeting, its author decides one by one.
    const isTicked = (row: RenewRow) => scope !== 'meetings' && row.isCertain;
    return changesOf(rows, (row) => messageOf(row, scope, value.text), isTicked);
  }

  open(scope: BulkScope): void {
    this.preview.value = scope;
    // Where nothing is ticked, the button is disabled.
    const isTicked = this.changes(scope).some(({ startsLeftOut }) => !startsLeftOut);
    this.host.moveFocus(`.renew .fix-preview ${isTicked ? '.button.main' : 'input'}`);
  }

  close(): void {
    const scope = this.preview.value;
    this.preview.value = null;
    this.host.moveFocus(`.renew [data-bulk=${scope}]`);
  }

  async apply(changes: readonly ReasonedEdit[], text: string): Promise<void> {
    if (await this.host.applyTogether(changes, text)) {
      this.preview.value = null;
      await this.load();
      this.host.moveFocus('.renew .finding .place');
    }
  }

  /** Makes the change of one row. */
  async change(row: RenewRow): Promise<void> {
    const { value } = this.timeline;
    if (value === null) return;
    const at = this.openRows().indexOf(row);
    const edits = [...row.edits]
      .sort((a, b) => a.start - b.start)
      .map((edit) => ({ ...edit, reason: row.mention.reason }));
    if (!(await this.host.applyTogether(edits, value.text))) return;
    await this.load();
    this.focusOpen(at);
  }

  /** Keeps a mention as it is: it is not marked any more and counts as done. */
  async keep(row: RenewRow): Promise<void> {
    const at = this.openRows().indexOf(row);
    const done = await this.host.doing(async ({ draftKey, text }) => {
      for (const finding of keysOf(row, text)) await ask({ type: 'ignore', draftKey, finding });
      await this.host.place.recheck();
      return this.host.told.undoable(say('已保留此处。', 'Kept as it is.'), () => this.unkeep(row));
    });
    if (!done) return;
    await this.load();
    this.focusOpen(at);
  }

  /** Takes `keep` back. */
  async unkeep(row: RenewRow): Promise<void> {
    const done = await this.host.doing(async ({ draftKey, text }) => {
      for (const finding of keysOf(row, text))
        for (const one of [finding, { rule: finding.rule, text: finding.text }])
          await ask({ type: 'restore-ignored', draftKey, finding: one });
      await this.host.place.recheck();
      return say(`“${row.words}”重新列入。`, `“${row.words}” is listed again.`);
    });
    if (!done) return;
    await this.load();
    this.current.value = row.key;
    this.host.moveFocus('.renew .finding.current .place');
  }

  private withKnownShift(reply: TimelineReply, draftKey: string): TimelineReply {
    const name = `${reply.asOf.date} ${draftKey}`;
    const shift = this.shifts.get(name) ?? reply.shift;
    if (shift !== null) this.shifts.set(name, shift);
    return { ...reply, shift };
  }

  /** The open rows in the order of the list. */
  private openRows(): readonly RenewRow[] {
    const open = this.timeline.value?.rows.filter(isOpen) ?? [];
    return this.arrangement.value === 'kind' ? byKind(open).flatMap(({ items }) => items) : open;
  }

  private focusOpen(at: number): void {
    this.host.moveFocus('.renew .finding .place', Math.max(0, at));
  }

  private countProgress(): Progress {
    const { value } = this.timeline;
    if (value === null) return { done: 0, all: 0 };
    const name = `${value.reply.asOf.date} ${value.draftKey}`;
    const open = value.rows.filter(isOpen).length;
    const kept = value.rows.filter(({ verdict, mention }) => verdict !== 'keep' && mention.kept).length;
    // Of what is typed later, more may be open than at first.
    const all = Math.max(this.openAtFirst.get(name) ?? open + kept, open);
    this.openAtFirst.set(name, all);
    return { done: all - open, all };
  }
}

/** All that the mentions of a draft depend on. */
function keyOf({ draftKey, text, check }: OpenField, date: IsoDate | undefined): string {
  return [draftKey, date, check?.ignored, check?.language, text].join('\n');
}

/** True for a row that the author has not dealt with. */
export function isOpen({ verdict, mention }: RenewRow): boolean {
  return verdict !== 'keep' && !mention.kept;
}

/** True if the author has chosen another day for an old draft: it is to become this year's. */
function isRenewed(asOf: AsOf | undefined): boolean {
  if (asOf === undefined || asOf.from !== 'option' || !asOf.old) return false;
  return asOf.writtenFor !== undefined && !isWithin(asOf.date, asOf.writtenFor);
}

/** How a mention is remembered when it is kept; also the finding on it, if that spans other words. */
function keysOf({ mention, finding }: RenewRow, text: string) {
  const rule = mention.kind === 'draft-date' ? 'draft-date' : 'outdated-reference';
  const own = ignoredKey({ rule, start: mention.start, end: mention.end }, text, 'here');
  if (finding === null) return [own];
  const marked = ignoredKey(finding, text, 'here');
  return marked.rule === own.rule && marked.text === own.text ? [own] : [own, marked];
}

function messageOf(row: RenewRow, scope: BulkScope, text: string): string {
  const { reason } = row.mention;
  if (scope !== 'meetings') return reason;
  const sentence = sentenceOf(row.mention, text);
  return `${reason}${say(`稿中写的是“${sentence}”。`, ` The draft says “${sentence}”.`)}`;
}
