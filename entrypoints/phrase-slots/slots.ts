import { slotsIn } from '../../lib/draft/slots.ts';
import type { Span } from '../../lib/draft/types.ts';
import { select } from '../../lib/fields/selection.ts';
import { isTextControl } from '../../lib/fields/text-control.ts';
import type { Field } from '../../lib/fields/types.ts';

/** Where the end of the slots that are filled now is kept: of all scripts of a frame, one fills slots at a time. */
const endKey = Symbol.for('gaozhun-slots-end');

/**
 * Selects the first slot of a phrase that was just inserted before the caret, and has Tab lead from slot to slot, until
 * none is left, the author types Esc, or the caret leaves the phrase. Returns false if there is no slot to go to.
 */
export function fillSlots(field: Field, inserted: string): boolean {
  const world: typeof globalThis & { [endKey]?: AbortController } = globalThis;
  world[endKey]?.abort();
  const text = field.read();
  const end = field.caret() ?? -1;
  const start = end - inserted.length;
  if (start < 0 || text.slice(start, end) !== inserted || slotsIn(inserted).length === 0) return false;
  const life = new AbortController();
  world[endKey] = life;
  follow(field, { start, tail: text.length - end, before: text.slice(0, start) }, life);
  goTo(field, slotsIn(inserted)[0], start);
  return true;
}

/** The phrase in the text: what is before it and how much is behind it stay while its slots are filled. */
interface Place {
  readonly start: number;
  readonly tail: number;
  readonly before: string;
}

function follow(field: Field, { start, tail, before }: Place, life: AbortController): void {
  const { signal } = life;
  const { element } = field;
  const view = element.ownerDocument.defaultView ?? window;
  /** The phrase as it is now, and the caret in it; null once the author has left it. */
  const look = (): { words: string; at: number } | null => {
    const text = field.read();
    const at = (field.caret() ?? -1) - start;
    const words = text.slice(start, text.length - tail);
    return text.startsWith(before) && at >= 0 && at <= words.length ? { words, at } : null;
  };
  const leaveIfOut = () => {
    if (!field.composing && look() === null) life.abort();
  };
  const onKey = (event: KeyboardEvent) => {
    const { key, isTrusted, isComposing, shiftKey } = event;
    if (!isTrusted || isComposing || field.composing || !event.composedPath().includes(element)) return;
    if (key === 'Escape') life.abort();
    if (key !== 'Tab' || event.ctrlKey || event.altKey || event.metaKey) return;
    const now = look();
    if (now === null) return life.abort();
    const next = nextSlot(now.words, selected(field, now.at), shiftKey);
    // Behind the last slot the caret goes on to the end of the phrase; from there Tab is the editor's again.
    const isAtEnd = now.at === now.words.length;
    if (next === undefined && (isAtEnd || shiftKey)) return life.abort();
    event.preventDefault();
    event.stopImmediatePropagation();
    goTo(field, next ?? { start: now.words.length, end: now.words.length }, start);
    if (next === undefined) life.abort();
  };
  view.addEventListener('keydown', onKey, { signal, capture: true });
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
function goTo(field: Field, span: Span | undefined, from: number): void {
  if (span === undefined) return;
  const place = { start: span.start + from, end: span.end + from };
  const { element } = field;
  if (isTextControl(element)) {
    element.setSelectionRange(place.start, place.end);
    return;
  }
  const range = field.toRange(place);
  if (range !== null) void select(element, range);
}
