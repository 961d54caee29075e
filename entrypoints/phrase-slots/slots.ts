import { slotsIn } from '../../lib/draft/slots.ts';
import type { Span } from '../../lib/draft/types.ts';
import { select } from '../../lib/fields/selection.ts';
import { isTextControl } from '../../lib/fields/text-control.ts';
import type { Field } from '../../lib/fields/types.ts';
import { ownLife } from '../surface/own-life.ts';

/**
 * Selects the first slot of a phrase that was just inserted before the caret, and has Tab lead from slot to slot, until
 * none is left, the author types Esc, or the caret leaves the phrase. Returns false if there is no slot to go to.
 */
export function fillSlots(field: Field, inserted: string): boolean {
  // Of all scripts of a frame, one fills slots at a time; another phrase ends that.
  const life = ownLife('gaozhun-slots-end');
  const text = field.read();
  const end = field.caret() ?? -1;
  const start = end - inserted.length;
  const [first] = slotsIn(inserted);
  if (first === undefined || start < 0 || text.slice(start, end) !== inserted) return false;
  follow(field, { start, tail: text.length - end, before: text.slice(0, start) }, life);
  goTo(field, first, start);
  return true;
}

/** The phrase in the text: what is before it and how much is behind it stay while its slots are filled. */
interface Place {
  readonly start: number;
  readonly tail: number;
  readonly before: string;
}

function follow(field: Field, place: Place, life: AbortController): void {
  const { signal } = life;
  const { element } = field;
  const view = element.ownerDocument.defaultView ?? window;
  const onKey = (event: KeyboardEvent) => {
    const isOthers = !event.isTrusted || event.isComposing || field.composing;
    if (isOthers || !event.composedPath().includes(element)) return;
    if (event.key === 'Escape') life.abort();
    if (event.key === 'Tab' && !event.ctrlKey && !event.altKey && !event.metaKey) onTab(event);
  };
  const onTab = (event: KeyboardEvent) => {
    const next = stopAfter(field, place, event.shiftKey);
    if (next === null) return life.abort();
    event.preventDefault();
    event.stopImmediatePropagation();
    if (next === 'here') return;
    goTo(field, next, place.start);
    if (next.start === next.end) life.abort();
  };
  view.addEventListener('keydown', onKey, { signal, capture: true });
  const leaveIfOut = () => {
    if (!field.composing && look(field, place) === null) life.abort();
  };
  for (const type of ['pointerup', 'keyup'] as const)
    view.addEventListener(type, leaveIfOut, { signal, capture: true, passive: true });
  element.addEventListener(
    'focusout',
    ({ relatedTarget }) => {
      if (relatedTarget !== null && !element.contains(relatedTarget as Node)) life.abort();
    },
    { signal, passive: true },
  );
}

/** The phrase as it is now, and the caret in it; null once the author has left it. */
function look(field: Field, { start, tail, before }: Place): { words: string; at: number } | null {
  const text = field.read();
  const at = (field.caret() ?? -1) - start;
  const words = text.slice(start, Math.max(start, text.length - tail));
  return text.startsWith(before) && at >= 0 && at <= words.length ? { words, at } : null;
}

/**
 * Where Tab leads to, as a span of the phrase: the next slot, or the one before it; behind the last one the end of the
 * phrase, and before the first one nowhere else. Null from the end on, when Tab is the editor's again.
 */
function stopAfter(field: Field, place: Place, back: boolean): Span | 'here' | null {
  const now = look(field, place);
  if (now === null) return null;
  const next = nextSlot(now.words, selected(field, now.at), back);
  const end = now.words.length;
  if (next !== undefined) return next;
  if (back) return 'here';
  return now.at === end ? null : { start: end, end };
}

/** What is selected in the phrase: a slot, if the one before the caret, or at it, is. */
function selected(field: Field, at: number): Span {
  const { element } = field;
  const length = isTextControl(element)
    ? (element.selectionEnd ?? 0) - (element.selectionStart ?? 0)
    : (element.ownerDocument.getSelection()?.toString().length ?? 0);
  return { start: at - length, end: at };
}

/** The slot behind what is selected, or the one before it; undefined if there is none. */
function nextSlot(words: string, { start, end }: Span, back: boolean): Span | undefined {
  const slots = slotsIn(words);
  return back ? slots.findLast((slot) => slot.end <= start) : slots.find((slot) => slot.start >= end);
}

/** Selects a span of the phrase, which begins at `from`. */
function goTo(field: Field, span: Span, from: number): void {
  const place = { start: span.start + from, end: span.end + from };
  const { element } = field;
  if (isTextControl(element)) {
    element.setSelectionRange(place.start, place.end);
    return;
  }
  const range = field.toRange(place);
  if (range !== null) void select(element, range);
}
