import { computed, signal } from '@preact/signals';
import { say } from '../../../components/say.ts';
import type { OwnReply } from '../../../lib/messaging/pack-messages.ts';
import { filterPhrases } from '../../../lib/phrases/own/collection.ts';
import { draftOf, type OwnDraft, type OwnPhrase } from '../../../lib/phrases/own/phrase.ts';
import { inMarks } from '../../../lib/rules/quoted-words.ts';
import { actionRunner } from '../../surface/action-runner.ts';
import { ask } from '../../surface/messaging.ts';
import { load } from '../options-state.ts';

/** The author's own phrases; null until loaded. */
export const phrases = signal<readonly OwnPhrase[] | null>(null);
export const typed = signal('');
/** The id of the phrase in the form, 'new' for a new one, null while the form is closed. */
export const editing = signal<string | null>(null);
export const busy = signal(false);
export const fault = signal('');
export const outcome = signal('');
/** The phrase deleted last, while it can be restored. */
export const deleted = signal<OwnPhrase | null>(null);
export const found = computed(() => filterPhrases(phrases.value ?? [], typed.value));

/** Loads the phrases from the background. */
export async function loadOwn(): Promise<void> {
  await doing(async () => {
    phrases.value = (await ask({ type: 'own-list' })).phrases;
    return '';
  });
}

/** Opens the form for a phrase, or an empty one. */
export function openForm(id: string | 'new'): void {
  editing.value = id;
  fault.value = '';
}

/** Closes the form without saving. */
export function closeForm(): void {
  editing.value = null;
  fault.value = '';
}

/** Saves the form. If the phrase is refused, shows the reason and keeps the form open. */
export async function save(draft: OwnDraft): Promise<void> {
  await doing(async () => {
    const reply = await take([draft]);
    const [refusal] = reply.refused;
    if (refusal !== undefined) {
      fault.value = refusal;
      return '';
    }
    closeForm();
    if (reply.added > 0)
      return say(`已加入${inMarks(draft.name.trim())}。`, `${inMarks(draft.name.trim())} was added.`);
    return reply.changed > 0
      ? say(`已修改${inMarks(draft.name.trim())}。`, `${inMarks(draft.name.trim())} was changed.`)
      : say('内容没有变化。', 'Nothing has changed.');
  });
}

/** Deletes a phrase; it can be restored until the next change. */
export async function remove(phrase: OwnPhrase): Promise<void> {
  await doing(async () => {
    phrases.value = (await ask({ type: 'own-remove', id: phrase.id })).phrases;
    deleted.value = phrase;
    return say(`已删除${inMarks(phrase.name)}。`, `${inMarks(phrase.name)} was deleted.`);
  });
}

/** Restores the phrase deleted last. */
export async function restore(): Promise<void> {
  const phrase = deleted.value;
  if (phrase === null) return;
  await doing(async () => {
    await take([draftOf(phrase)]);
    return say(`已恢复${inMarks(phrase.name)}。`, `${inMarks(phrase.name)} is back.`);
  });
}

/** Takes drafts in; the list follows. Throws UnansweredError. */
export async function take(drafts: readonly OwnDraft[]): Promise<OwnReply> {
  const reply = await ask({ type: 'own-take', drafts: [...drafts] });
  phrases.value = reply.phrases;
  deleted.value = null;
  void load();
  return reply;
}

/** Runs an action, and shows the sentence it returns or its error. */
export const doing = actionRunner(busy, outcome, (sentence) => sentence);
