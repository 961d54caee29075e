import { effect, type Signal } from '@preact/signals';

/** Clears what was said of a draft once another draft, or none, is in its place. `keyNow` reads signals. */
export function clearWithDraft(words: Signal<string>, keyNow: () => string | undefined): void {
  let before: string | undefined;
  effect(() => {
    const now = keyNow();
    if (before !== undefined && now !== before) words.value = '';
    before = now;
  });
}
