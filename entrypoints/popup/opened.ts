import { computed, signal } from '@preact/signals';
import { say } from '../../components/say.ts';
import type { EntryInFull } from '../../lib/phrases/entry.ts';
import { ask, inWords } from '../surface/messaging.ts';
import { draftDate, said } from './search.ts';

/** Entries opened one from another, the last one shown, each with what had the focus before. */
const path = signal<readonly { readonly entry: EntryInFull; readonly focus: () => void }[]>([]);

let returning: (() => void) | undefined;

/** The entry that is shown in full; null: the search is. */
export const openedEntry = computed(() => path.value.at(-1)?.entry ?? null);

/** Opens a phrase in full. Says so where the packs hold it no longer. */
export async function openEntry(id: string): Promise<void> {
  const focus = focusAsNow();
  try {
    const { entry } = await ask({ type: 'entry', id, date: draftDate.value });
    said.value = entry ? '' : say('词库里已没有这一条。', 'The packs no longer hold this phrase.');
    if (entry) path.value = [...path.value, { entry, focus }];
  } catch (fault) {
    said.value = inWords(fault);
  }
}

/** Goes back to what was shown before, with the focus where it was. */
export function goBack(): void {
  const left = path.value.at(-1);
  path.value = path.value.slice(0, -1);
  said.value = '';
  returning = left?.focus;
}

/** Puts the focus where it was; for when what was shown before has been drawn again. */
export function returnFocus(): void {
  returning?.();
  returning = undefined;
}

/** Remembers what has the focus: an element of the search, which stays, or a step of a timeline, drawn anew. */
function focusAsNow(): () => void {
  const element = document.activeElement;
  if (!(element instanceof HTMLElement)) return () => undefined;
  const { id } = element.dataset;
  if (id === undefined) return () => element.focus();
  return () => document.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"]`)?.focus();
}
