import type { Found } from '../../lib/checking/found.ts';
import type { CheckReply } from '../../lib/messaging/messages.ts';
import type { Finding } from '../../lib/rules/types.ts';
import { questionIn } from '../surface/question.ts';
import type { Outcome } from './check-loop.ts';
import { carriedOver, keptFrom, nothingFound, placedIn, withUndecided } from './found-in-text.ts';

/** The result of the last check. */
type State =
  | { readonly is: 'unchecked' }
  | { readonly is: 'declined'; readonly why: string }
  | { readonly is: 'checked'; readonly reply: Omit<CheckReply, 'findings'> };

/** A text as last read from its field, with its findings. Pure: no DOM access. */
export class CheckedText {
  private text = '';
  private found: Found = nothingFound('');
  private placed: readonly Finding[] = [];
  private state: State = { is: 'unchecked' };

  get now(): string {
    return this.text;
  }

  /** The findings, sorted, with UTF-16 offsets of the text. */
  get findings(): readonly Finding[] {
    return this.placed;
  }

  /** The last check; null before the first, and while checks are declined. */
  get reply(): CheckReply | null {
    return this.state.is === 'checked' ? { ...this.state.reply, findings: this.placed } : null;
  }

  /** Why the text is not checked, in one sentence; null while it is. */
  get declined(): string | null {
    return this.state.is === 'declined' ? this.state.why : null;
  }

  /** Takes a new text; `complete` is false for part of a draft, which may have been scrolled. */
  change(now: string, complete: boolean): void {
    // Offsets of the old text must not be used in the new one.
    this.found = carriedOver(this.found, this.text, now, complete);
    this.text = now;
    this.placed = placedIn(now, this.found);
  }

  /**
   * Takes the outcome of a check. Returns the findings, with the same objects as before for equal ones; null if
   * nothing is shown yet.
   */
  take(outcome: Outcome, complete: boolean): Found | null {
    if (outcome.is !== 'checked') {
      this.state = outcome.is === 'declined' ? outcome : { is: 'unchecked' };
      this.found = nothingFound(this.text);
      this.placed = [];
      return this.found;
    }
    const { text, undecided, isPartial } = outcome;
    const found = keptFrom(this.found, carriedOver(outcome.found, text, this.text, complete));
    const shown = undecided === null ? found : withUndecided(text, found, this.found, undecided, isPartial);
    const placed = placedIn(this.text, shown);
    // An undecided answer without findings proves nothing.
    if (undecided !== null && placed.length === 0) return null;
    this.state = { is: 'checked', reply: this.withCount(outcome.reply, placed) };
    this.found = shown;
    this.placed = placed;
    return found;
  }

  /** Takes the number of further findings for today. Returns false if it is no longer wanted. */
  takeCount(counted: string, onToday: number): boolean {
    if (counted !== this.text || this.state.is !== 'checked') return false;
    if (questionIn(this.placed) === undefined) return false;
    this.state = { is: 'checked', reply: { ...this.state.reply, onToday } };
    return true;
  }

  /** The number for the same old draft stays until it is counted again. */
  private withCount(
    reply: Omit<CheckReply, 'findings' | 'onToday'>,
    findings: readonly Finding[],
  ): Omit<CheckReply, 'findings'> {
    const before = this.state.is === 'checked' ? this.state.reply : undefined;
    const isSame =
      questionIn(findings) !== undefined && reply.asOf.writtenFor?.day === before?.asOf.writtenFor?.day;
    return isSame && before?.onToday !== undefined ? { ...reply, onToday: before.onToday } : reply;
  }
}
