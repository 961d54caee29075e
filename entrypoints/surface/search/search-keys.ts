import type { PhraseResult } from '../../../lib/phrases/types.ts';
import { openEntry } from './opened.ts';
import {
  chooseTopic,
  chosenResult,
  copy,
  insert,
  insertAndClose,
  move,
  query,
  search,
  selected,
  toggleStar,
  topic,
} from './search-state.ts';
import type { Target } from './target.ts';

/** Handles a key in the search box. `shown` is the number of visible results. */
export function onSearchKey(event: KeyboardEvent, shown: number, target: Target): void {
  // Keys during a composition belong to the input method.
  if (event.isComposing || event.altKey) return;
  const act = actionOf(event, shown, target);
  if (act === undefined) return;
  event.preventDefault();
  void act();
}

function actionOf(event: KeyboardEvent, shown: number, target: Target): (() => Promise<void>) | undefined {
  const command = event.ctrlKey || event.metaKey;
  switch (event.key) {
    case 'ArrowDown':
      return () => move(1, shown);
    case 'ArrowUp':
      return () => move(-1, shown);
    case 'Enter':
      if (command) return () => withChosen(copy);
      return () =>
        withChosen(async (result) => {
          if (event.shiftKey || !target.closes) await insert(result, target);
          else await insertAndClose(result, target);
        });
    case 'd':
      return command ? () => withChosen(toggleStar) : undefined;
    case 'ArrowRight':
      return opensEntry(event) ? () => withChosen(({ id }) => openEntry(id)) : undefined;
    case 'Escape':
      if (query.value !== '') return () => search('');
      return topic.value === null ? undefined : () => chooseTopic(null);
  }
}

/** The right arrow key opens the entry only at the end of the input, where it does not move the caret. */
function opensEntry({ currentTarget, ctrlKey, metaKey, shiftKey }: KeyboardEvent): boolean {
  const input = currentTarget as HTMLInputElement;
  const isAtEnd = input.selectionStart === input.value.length;
  return isAtEnd && !ctrlKey && !metaKey && !shiftKey && selected.value !== -1;
}

async function withChosen(act: (result: PhraseResult) => Promise<void>): Promise<void> {
  const result = await chosenResult();
  if (result !== undefined) await act(result);
}
