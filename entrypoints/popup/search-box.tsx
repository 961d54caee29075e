import { useEffect, useRef } from 'preact/hooks';
import { PhraseItem } from '../../components/phrase-result.tsx';
import type { PageView } from '../surface/page-view.ts';
import { AddOwn } from './add-own.tsx';
import {
  chosenResult,
  copy,
  insert,
  move,
  nothingFound,
  query,
  results,
  said,
  search,
  searching,
  selected,
  showAdded,
} from './search.ts';

const idOf = (index: number): string => `phrase-${index}`;

/** The search box, its results and their keys. */
export function SearchBox({ view }: { view: PageView }) {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => box.current?.focus(), []);

  const chosen = selected.value;
  useEffect(() => {
    document.getElementById(idOf(chosen))?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);

  const take = async (asCopy: boolean): Promise<void> => {
    const result = await chosenResult();
    if (result !== undefined) await (asCopy ? copy(result) : insert(result, view));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    // While an input method composes, its keys are its own.
    if (event.isComposing) return;
    if (event.key === 'ArrowDown') move(1);
    else if (event.key === 'ArrowUp') move(-1);
    else if (event.key === 'Enter' && query.value !== '') void take(event.ctrlKey || event.metaKey);
    else if (event.key === 'Escape' && query.value !== '') void search('');
    else return;
    event.preventDefault();
  };

  return (
    <>
      <div class="search">
        <input
          ref={box}
          type="text"
          role="combobox"
          aria-label="检索提法"
          aria-controls="results"
          aria-expanded={results.value.length > 0}
          aria-activedescendant={results.value.length > 0 ? idOf(chosen) : undefined}
          placeholder="检索提法：汉字、拼音或首字母"
          autocomplete="off"
          spellcheck={false}
          maxLength={200}
          value={query.value}
          onInput={(event) => void search(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
      </div>
      {/* A press on a result must not take the focus, and with it the keys, from the search box. */}
      <div
        id="results"
        class="results"
        role="listbox"
        aria-label="检索结果"
        tabIndex={-1}
        onMouseDown={(event) => event.preventDefault()}
      >
        {results.value.map((result, index) => (
          <PhraseItem
            key={result.id}
            id={idOf(index)}
            result={result}
            selected={index === chosen}
            onPick={() => {
              selected.value = index;
              void insert(result, view);
            }}
            onCopy={() => void copy(result)}
          />
        ))}
      </div>
      {searching.value && (
        <p class="foot soft small" role="status">
          {said.value ||
            (nothingFound.value
              ? '词库里没有找到。可换用简称、全拼或首字母再试。'
              : results.value.length > 0 && '↑↓ 选择 · Enter 插入 · Ctrl+Enter 复制')}
        </p>
      )}
      {searching.value && nothingFound.value && (
        <div class="foot">
          <AddOwn key={query.value} query={query.value} onAdded={(name) => void showAdded(name)} />
        </div>
      )}
    </>
  );
}
