import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { say } from '../../components/say.ts';
import { countFindings, isCounted } from '../../lib/checking/counted.ts';
import type { Finding, Level } from '../../lib/rules/types.ts';
import { findingsOf, folded, unfolded } from './alike.ts';
import type { OpenField } from './draft-place.ts';
import {
  byKind,
  byPlace,
  type Current,
  type Group,
  type Heading,
  type Listed,
  listed,
  placeOf,
  stepFrom,
} from './listing.ts';

export type Arrangement = 'place' | 'kind';

/** How many findings are rendered at first, and more with each click. */
const step = 100;

interface Options {
  readonly field: ReadonlySignal<OpenField | null | undefined>;
  readonly findings: ReadonlySignal<readonly Finding[]>;
  /** The outermost headings of the draft, if known. */
  readonly headings: ReadonlySignal<readonly Heading[]>;
  readonly ruleTitle: (rule: string) => string;
}

/** The list of findings as the author has arranged it, and the author's position in it. */
export class ListState {
  readonly shown = signal<ReadonlySet<Level>>(new Set<Level>(['error', 'warning', 'hint']));
  readonly arrangement = signal<Arrangement>('place');
  readonly drawn = signal(step);
  /** The number of findings of each rule. */
  readonly rules: ReadonlySignal<ReadonlyMap<string, number>>;
  /** The only rule that is shown; null: all are. */
  readonly rule: ReadonlySignal<string | null>;
  readonly groups: ReadonlySignal<readonly Group[]>;
  /** The stops shown, in list order: findings, and cards for several that are alike. */
  readonly items: ReadonlySignal<readonly Listed[]>;
  /** The numbers of all findings, whether shown or not. */
  readonly counts;
  private readonly all: ReadonlySignal<readonly Listed[]>;
  /** The cards of a draft that are unfolded, by their keys. */
  private readonly open = signal<{ readonly draftKey: string; readonly cards: ReadonlySet<string> }>({
    draftKey: '',
    cards: new Set(),
  });
  private readonly wantedRule = signal<string | null>(null);
  private readonly current = signal<Current | null>(null);
  private readonly field: Options['field'];

  constructor({ field, findings, headings, ruleTitle }: Options) {
    this.field = field;
    this.counts = computed(() => countFindings(findings.value));
    // The question about an old draft stands above the list.
    const own = computed(() => findings.value.filter(isCounted));
    this.all = computed(() => listed(own.value, field.value?.text ?? ''));
    this.rules = computed(() => {
      const counts = new Map<string, number>();
      for (const { rule } of own.value) counts.set(rule, (counts.get(rule) ?? 0) + 1);
      return counts;
    });
    // When the rule has no findings left, all are shown again.
    this.rule = computed(() => {
      const { value } = this.wantedRule;
      return value !== null && this.rules.value.has(value) ? value : null;
    });
    this.groups = computed(() => {
      const rule = this.rule.value;
      const items = this.all.value.filter(
        ({ finding }) => this.shown.value.has(finding.level) && (rule === null || finding.rule === rule),
      );
      const cards = folded(items, field.value?.text ?? '');
      const groups =
        this.arrangement.value === 'kind'
          ? byKind(cards, ruleTitle)
          : byPlace(cards, headings.value, say('开头', 'Opening'));
      return unfolded(groups, this.openCards());
    });
    this.items = computed(() => this.groups.value.flatMap(({ items }) => items));
  }

  toggle(level: Level): void {
    const shown = new Set(this.shown.value);
    if (!shown.delete(level)) shown.add(level);
    this.shown.value = shown;
  }

  /** Shows the findings of one rule only; null: all. */
  only(rule: string | null): void {
    this.wantedRule.value = rule;
  }

  /** Lists the findings of a card one by one, or folds them again; the author is then at the first, or at the card. */
  toggleAlike(card: Listed): void {
    const cards = new Set(this.openCards());
    const opens = !cards.delete(card.key);
    if (opens) cards.add(card.key);
    this.open.value = { draftKey: this.field.value?.draftKey ?? '', cards };
    const to = (opens ? card.alike?.[0] : undefined) ?? card;
    this.goTo(this.items.value.findIndex(({ key }) => key === to.key));
  }

  drawMore(): void {
    this.drawn.value += step;
  }

  get more(): number {
    return Math.min(step, this.items.value.length - this.drawn.value);
  }

  /** The author's place among the findings shown that count, as 3 of 8; null if they are at none of these. */
  get place(): { readonly at: number; readonly of: number } | null {
    const { value } = this.items;
    const index = placeOf(value, this.currentInDraft());
    const item = value[index];
    if (item === undefined || !isCounted(item.finding)) return null;
    return { at: countFindings(findingsOf(value.slice(0, index))).total + 1, of: this.total };
  }

  /** How many of the findings shown count. */
  get total(): number {
    return countFindings(findingsOf(this.items.value)).total;
  }

  isCurrent(key: string): boolean {
    return this.currentInDraft()?.key === key;
  }

  /** Sets the author's position, and renders the list up to it. */
  goTo(at: number): Finding | null {
    const item = this.items.value[at];
    if (item === undefined) return null;
    this.current.value = { draftKey: this.field.value?.draftKey ?? '', key: item.key, at };
    while (this.drawn.value <= at) this.drawMore();
    return item.finding;
  }

  /** Goes to the next (1) or previous (-1) finding. Returns null if there is none. */
  step(by: 1 | -1): Finding | null {
    return this.goTo(stepFrom(this.items.value, this.currentInDraft(), by));
  }

  /** Goes to a finding, clearing filters that hide it; null clears the position. */
  point(finding: Finding | null): void {
    if (finding === null) {
      this.current.value = null;
      return;
    }
    if (!this.shown.value.has(finding.level)) this.toggle(finding.level);
    if (this.rule.value !== finding.rule) this.only(null);
    this.goTo(
      this.items.value.findIndex((item) =>
        findingsOf([item]).some(
          (one) => one.rule === finding.rule && one.start === finding.start && one.end === finding.end,
        ),
      ),
    );
  }

  private openCards(): ReadonlySet<string> {
    const { draftKey, cards } = this.open.value;
    return draftKey === this.field.value?.draftKey ? cards : new Set();
  }

  private currentInDraft(): Current | null {
    const { value } = this.current;
    return value?.draftKey === this.field.value?.draftKey ? value : null;
  }
}
