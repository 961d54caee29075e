import { computed, signal } from '@preact/signals';
import { say } from '../../../components/say.ts';
import type { EntryInFull } from '../../../lib/phrases/entry.ts';
import { ask, inWords } from '../messaging.ts';
import { draftDate, outcome } from './search-state.ts';

/** The stack of open entries, each with a function that restores the focus from before. */
const path = signal<readonly { readonly entry: EntryInFull; readonly focus: () => void }[]>([]);

let returning: (() => void) | undefined;

/** The entry on top; null while the search is shown. */
export const openedEntry = computed(() => path.value.at(-1)?.entry ?? null);

/** Opens a phrase in full, or reports that the packs no longer have it. */
export async function openEntry(id: string): Promise<void> {
  const focus = focusAsNow();
  try {
    const { entry } = await ask({ type: 'entry', id, date: draftDate.value });
    outcome.value = entry ? '' : say('词库里已没有这一条。', 'The packs no longer hold this phrase.');
    if (entry) path.value = [...path.value, { entry, focus }];
  } catch (fault) {
    outcome.value = inWords(fault);
  }
}

/** Closes the top entry. */
export function goBack(): void {
  const left = path.value.at(-1);
  path.value = path.value.slice(0, -1);
  outcome.value = '';
  returning = left?.focus;
}

/** Restores the focus after `goBack`; call it when the view has rendered. */
export function returnFocus(): void {
  returning?.();
  returning = undefined;
}

/**
 * Returns a function that focuses the same element again: an element of the search, which stays in the DOM,
 * or a timeline step, which is rendered again.
 */
function focusAsNow(): () => void {
  const element = document.activeElement;
  if (!(element instanceof HTMLElement)) return () => undefined;
  const { id } = element.dataset;
  if (id === undefined) return () => element.focus();
  return () => document.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"]`)?.focus();
}
