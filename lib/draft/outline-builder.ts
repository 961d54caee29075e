import type { Candidate } from './candidates.ts';
import { findEmbedded, findOne } from './embedded.ts';
import type { LineRole } from './lines.ts';
import type { OrdinalKind } from './ordinals.ts';
import type { OutlineItem } from './outline.ts';
import { type Frame, goesOn, isHeaded, lastOf, mixable, ranks, runs } from './outline-frames.ts';
import type { Draft } from './types.ts';

/** Takes candidates in the order of the text and sorts them into series, by a stack of those that are open. */
export class OutlineBuilder {
  readonly draft: Draft;
  readonly frames: Frame[] = [];
  private stack: Frame[] = [];
  /** Articles run on through chapters: a lane of their own. */
  private articles: Frame | null = null;
  private readonly lastOfKind = new Map<OrdinalKind, Frame>();
  /** Offset and role of the last line that may begin something new. */
  private boundary: { at: number; role: LineRole } = { at: -1, role: 'text' };
  private addressAt = -1;

  constructor(draft: Draft) {
    this.draft = draft;
  }

  take(candidate: Candidate): void {
    if (candidate.type === 'line') {
      this.boundary = { at: candidate.paragraph.end, role: candidate.role };
      if (candidate.role === 'end' || candidate.role === 'address') this.addressAt = candidate.paragraph.end;
      if (candidate.role === 'end') {
        this.stack = [];
        this.articles = null;
        this.lastOfKind.clear();
      }
      return;
    }
    if (candidate.type === 'embedded') {
      this.placeHeading(candidate.item);
      return;
    }
    const { item } = candidate;
    if (candidate.heading && this.isSaidTwice(item)) return;
    if (item.kind === 'article') this.placeArticle(item);
    else if (candidate.heading) this.placeHeading(item);
    else this.placeInline(item);
  }

  /** The same words twice, one right behind the other, are one heading that was pasted twice: no fault of its number. */
  private isSaidTwice(item: OutlineItem): boolean {
    const last = this.top();
    if (last === null || last.kind !== item.kind || item.value === last.value + 1) return false;
    // Behind a line that introduces a list, it is that list's own.
    if (this.boundary.at >= last.ordinal.start && this.boundary.at <= item.ordinal.start) return false;
    if (item.paragraph > last.paragraph + 2) return false;
    const words = wordsOf(item);
    return words.length > 4 && words === wordsOf(last);
  }

  private placeArticle(item: OutlineItem): void {
    if (this.articles === null || item.value === 1) this.articles = this.open(item, null, null, null, false);
    else this.articles.items.push(item);
  }

  private placeHeading(item: OutlineItem): void {
    const lost = this.lostAbove(item);
    if (lost !== null) this.placeHeading(lost);
    const rank = ranks[item.kind];
    const frames = this.stack.filter((frame) => frame.kind === item.kind);
    const exact = item.value === 1 ? undefined : this.exactHeading(item, frames);
    if (exact !== undefined) {
      this.append(exact, item);
      return;
    }
    const mixed = item.value === 1 || exact !== undefined ? undefined : this.mixedWith(item);
    if (mixed !== undefined) {
      this.append(mixed, item);
      return;
    }
    const level = rank === undefined ? this.floatingLevel(item.kind) : this.fixedLevel(item.kind, rank);
    if (item.value === 1) {
      this.begin(item, level);
      return;
    }
    const frame = level === undefined ? undefined : this.stack[level];
    if (frame === undefined || this.addressAt > lastOf(frame).ordinal.start) {
      this.beginLate(item, level);
      return;
    }
    for (const lost of findEmbedded(this.draft, item.kind, lastOf(frame), item)) frame.items.push(lost);
    this.append(this.resumed(frame, item) ?? frame, item);
  }

  /** Where （一） falls back, the next 一、 may stand inside the paragraphs before: it lost its line break. */
  private lostAbove(item: OutlineItem): OutlineItem | null {
    if (item.kind !== 'chinese-bracketed') return null;
    const frame = this.stack.findLast((open) => open.kind === item.kind);
    if (frame?.parent?.kind !== 'chinese' || item.value > lastOf(frame).value) return null;
    return findOne(this.draft, 'chinese', frame.parent.value + 1, lastOf(frame).mark.end, item.ordinal.start);
  }

  private exactHeading(item: OutlineItem, frames: readonly Frame[]): Frame | undefined {
    const fits = frames.filter((frame) => goesOn(frame, item));
    const headed = fits.filter(isHeaded);
    const found = headed.at(-1) ?? fits.at(-1);
    if (found !== undefined) return found;
    // 一、 may count on through parts, and 1. through the whole draft.
    if (item.kind !== 'chinese' && item.kind !== 'arabic') return undefined;
    const closed = this.lastOfKind.get(item.kind);
    return closed !== undefined && frames.length === 0 && goesOn(closed, item) ? closed : undefined;
  }

  /** Where a kind of fixed rank is open; not where a higher mark stands inside it. */
  private fixedLevel(kind: OrdinalKind, rank: number): number | undefined {
    for (let index = this.stack.length - 1; index >= 0; index--) {
      const frame = this.stack[index];
      if (frame?.kind === kind) return index;
      const other = frame === undefined ? undefined : ranks[frame.kind];
      if (other !== undefined && other < rank) return undefined;
    }
    return undefined;
  }

  /** Where 第一， 一是 and their like are open as headings: only above the last heading of fixed rank. */
  private floatingLevel(kind: OrdinalKind): number | undefined {
    for (let index = this.stack.length - 1; index >= 0; index--) {
      const frame = this.stack[index];
      if (frame === undefined || ranks[frame.kind] !== undefined) return undefined;
      if (frame.kind === kind && isHeaded(frame)) return index;
    }
    return undefined;
  }

  private placeInline(item: OutlineItem): void {
    const near = this.nearFrames(item.kind);
    const here = near.filter((frame) => lastOf(frame).paragraph === item.paragraph);
    if (item.value === 1) {
      // 一是 behind 一是……二是…… is a new run; inside a paragraph that itself began with 一是, a lower one.
      const before = near.find((frame) => lastOf(frame).place === 'inline');
      this.begin(item, before === undefined ? undefined : this.stack.lastIndexOf(before));
      return;
    }
    const exact = near.find((frame) => goesOn(frame, item) && (here.includes(frame) || item.sure));
    const fits = exact !== undefined && (here.includes(exact) || lastOf(exact).place === 'inline');
    // 第四，首先……其次……第三，: what goes on counting there is no step back of what is around it.
    const mixed = fits ? undefined : this.mixedWith(item);
    if (mixed !== undefined) {
      this.append(mixed, item);
      return;
    }
    const frame = fits ? exact : here[0];
    if (frame !== undefined) {
      this.append((fits ? null : this.resumed(frame, item)) ?? frame, item);
      return;
    }
    if (item.sure) this.begin(item, undefined);
  }

  /** Open series of a kind, innermost first, as far as the paragraph that holds the runs. */
  private nearFrames(kind: OrdinalKind): Frame[] {
    const near: Frame[] = [];
    for (let index = this.stack.length - 1; index >= 0; index--) {
      const frame = this.stack[index];
      if (frame === undefined) break;
      if (frame.kind === kind) near.push(frame);
      if (lastOf(frame).place !== 'inline') break;
    }
    return near;
  }

  /** Takes a series off for the one whose place it took, where that one goes on: 一是（一是、二是）二是. */
  private resumed(frame: Frame, item: OutlineItem): Frame | null {
    const before = frame.replaced;
    const level = this.stack.lastIndexOf(frame);
    if (before === null || level < 0 || ranks[frame.kind] !== undefined || !goesOn(before, item)) return null;
    this.stack[level] = before;
    frame.instead = null;
    return before;
  }

  /** 首先……其次……第三, 一是……二要……: the series of the other kind that this item goes on counting. */
  private mixedWith(item: OutlineItem): Frame | undefined {
    const others = mixable[item.kind];
    if (others === undefined) return undefined;
    for (let index = this.stack.length - 1; index >= 0; index--) {
      const frame = this.stack[index];
      if (frame === undefined || ranks[frame.kind] !== undefined) return undefined;
      const last = lastOf(frame);
      const inPlace =
        last.paragraph === item.paragraph || (last.place !== 'inline' && item.place !== 'inline');
      if (others.includes(frame.kind) && inPlace && item.value === last.value + 1) return frame;
      if (frame.kind === item.kind) return undefined;
    }
    return undefined;
  }

  /** Opens a series in the place of the one at `level`, or below everything that is open. */
  private begin(item: OutlineItem, level: number | undefined): void {
    if (level === undefined) {
      if (ranks[item.kind] !== undefined) this.closeRuns(item.kind);
      this.stack.push(this.open(item, this.top(), null, null, false));
      return;
    }
    const before = this.stack[level];
    this.stack.length = level;
    const introduced = before === undefined || this.isIntroduced(before, item);
    this.stack.push(this.open(item, this.top(), before ?? null, introduced ? null : before, false));
  }

  /** A heading of fixed rank is no part of a run inside a paragraph, nor 一、 of an 一是 or 首先 above it. */
  private closeRuns(kind: OrdinalKind): void {
    for (let top = this.stack.at(-1); top !== undefined; top = this.stack.at(-1)) {
      if (isHeaded(top) && !(kind === 'chinese' && runs.has(top.kind))) return;
      this.stack.pop();
    }
  }

  /** Opens a series that does not begin at 1. */
  private beginLate(item: OutlineItem, level: number | undefined): void {
    if (level !== undefined) this.stack.length = level;
    const rank = ranks[item.kind];
    if (rank !== undefined) this.closeBelow(rank);
    const closed = this.lastOfKind.get(item.kind);
    const parent = this.top();
    const continued =
      item.kind === 'chinese-bracketed' &&
      parent?.kind === 'chinese' &&
      closed !== undefined &&
      closed.parent?.kind === 'chinese' &&
      goesOn(closed, item) &&
      this.addressAt < lastOf(closed).ordinal.start;
    this.stack.push(this.open(item, parent, null, null, continued));
  }

  private open(
    item: OutlineItem,
    parent: OutlineItem | null,
    replaced: Frame | null,
    instead: Frame | null,
    continued: boolean,
  ): Frame {
    const rank = ranks[item.kind];
    const parentRank = parent === null ? undefined : ranks[parent.kind];
    const frame: Frame = {
      kind: item.kind,
      items: [],
      parent,
      restarts: null,
      continued,
      inverted: rank !== undefined && parentRank !== undefined && parentRank > rank,
      orphaned: item.value !== 1 && this.lastOfKind.has(item.kind),
      instead,
      replaced,
    };
    if (item.value > 1 && item.value <= 3 && !continued) {
      const from = Math.max(
        parent?.mark.end ?? 0,
        this.lastOfKind.get(item.kind)?.items.at(-1)?.mark.end ?? 0,
      );
      frame.items.push(...findEmbedded(this.draft, item.kind, Math.max(from, this.addressAt, 0), item));
    }
    frame.items.push(item);
    this.frames.push(frame);
    this.lastOfKind.set(item.kind, frame);
    return frame;
  }

  private append(frame: Frame, item: OutlineItem): void {
    frame.items.push(item);
    const level = this.stack.lastIndexOf(frame);
    if (level >= 0) this.stack.length = level + 1;
    else this.reopen(frame);
    this.lastOfKind.set(item.kind, frame);
  }

  private reopen(frame: Frame): void {
    this.closeBelow(ranks[frame.kind] ?? 0);
    this.stack.push(frame);
  }

  /** Closes what is open above the last heading of a higher level than this. */
  private closeBelow(rank: number): void {
    while (this.stack.length > 0) {
      const top = this.stack.at(-1);
      const other = top === undefined ? undefined : ranks[top.kind];
      if (other !== undefined && other < rank) return;
      this.stack.pop();
    }
  }

  private top(): OutlineItem | null {
    return this.stack.at(-1)?.items.at(-1) ?? null;
  }

  /** Whether something between the last item of a series and a new 一、 introduces a new list. */
  private isIntroduced(before: Frame, item: OutlineItem): boolean {
    return this.boundary.at >= lastOf(before).ordinal.start && this.boundary.at <= item.ordinal.start;
  }
}

/** The words of a heading, without its ordinal. */
function wordsOf(item: OutlineItem): string {
  return item.title.slice(item.mark.end - item.ordinal.start).trim();
}
