import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Undo } from '../../components/toast.tsx';
import { clearWithDraft } from '../surface/clear-with-draft.ts';
import type { OpenField } from './draft-place.ts';

/** What was done last in a draft, in a sentence, and how to take it back. */
export class Told {
  readonly words = signal('');
  /** Takes back what `words` tell; null if that cannot be taken back. */
  readonly undo = computed(() => {
    const { value } = this.offer;
    return value?.words === this.words.value ? value : null;
  });
  private readonly offer = signal<(Undo & { readonly words: string }) | null>(null);

  constructor(field: ReadonlySignal<OpenField | null | undefined>) {
    clearWithDraft(this.words, () => field.value?.draftKey);
  }

  /** Offers to undo what is told next, by these words, and returns them. */
  undoable(words: string, act: () => void): string {
    this.offer.value = { words, act };
    return words;
  }
}
