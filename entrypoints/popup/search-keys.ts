import type { PhraseResult } from '../../lib/phrases/types.ts';
import type { PageView } from '../surface/page-view.ts';
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

/** Handles a key in the search box. `shown` is the number of visible results. */
export function onSearchKey(event: KeyboardEvent, shown: number, view: PageView): void {
  // Keys during a composition belong to the input method.
  if (event.isComposing || event.altKey) return;
  const act = actionOf(event, shown, view);
  if (act === undefined) return;
  event.preventDefault();
  void act();
}

function actionOf(event: KeyboardEvent, shown: number, view: PageView): (() => Promise<void>) | undefined {
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
          if (event.shiftKey) await insert(result, view);
          else await insertAndClose(result, view);
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
