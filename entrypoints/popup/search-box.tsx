import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { PhraseItem } from '../../components/phrase-result.tsx';
import { say } from '../../components/say.ts';
import { TopicRow } from '../../components/topic-row.tsx';
import type { PhraseResult } from '../../lib/phrases/types.ts';
import type { PageView } from '../surface/page-view.ts';
import { AddOwn } from './add-own.tsx';
import { openEntry } from './opened.ts';
import { topics } from './page-actions.ts';
import {
  chooseTopic,
  chosenResult,
  copy,
  insert,
  move,
  nothingFound,
  query,
  results,
  search,
  searching,
  selected,
  showAdded,
  starred,
  toggleStar,
  topic,
  waiting,
} from './search.ts';
import { SearchFoot } from './search-foot.tsx';

/** Phrases kept at hand that are shown before the list is unfolded. */
const few = 5;

const idOf = (index: number): string => `phrase-${index}`;

/** The search box, its topics, its results and their keys. */
export function SearchBox({ view }: { view: PageView }) {
  const box = useRef<HTMLInputElement>(null);
  const [allKept, setAllKept] = useState(false);
  useLayoutEffect(() => box.current?.focus(), []);

  const chosen = selected.value;
  useEffect(() => {
    document.getElementById(idOf(chosen))?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);

  const kept = !searching.value;
  const room = kept && !allKept ? few : Number.POSITIVE_INFINITY;
  const shown = results.value.slice(0, room);
  const withChosen = async (act: (result: PhraseResult) => Promise<void>): Promise<void> => {
    const result = await chosenResult();
    if (result !== undefined) await act(result);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    // While an input method composes, its keys are its own.
    if (event.isComposing || event.altKey) return;
    const { key, currentTarget } = event;
    const command = event.ctrlKey || event.metaKey;
    const input = currentTarget as HTMLInputElement;
    const atEnd = input.selectionStart === input.value.length;
    if (key === 'ArrowDown') void move(1, room);
    else if (key === 'ArrowUp') void move(-1, room);
    else if (key === 'Enter') void withChosen(command ? copy : (result) => insert(result, view));
    else if (key === 'd' && command) void withChosen(toggleStar);
    else if (key === 'ArrowRight' && atEnd && !command && !event.shiftKey && chosen !== -1)
      void withChosen(({ id }) => openEntry(id));
    else if (key === 'Escape' && query.value !== '') void search('');
    else if (key === 'Escape' && topic.value !== null) void chooseTopic(null);
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
          aria-label={say('检索提法', 'Search phrases')}
          aria-controls="results"
          aria-expanded={shown.length > 0}
          aria-activedescendant={chosen !== -1 && shown.length > 0 ? idOf(chosen) : undefined}
          placeholder={say('检索提法：汉字、拼音或首字母', 'Search: characters or pinyin')}
          autocomplete="off"
          spellcheck={false}
          maxLength={200}
          value={query.value}
          onInput={(event) => void search(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
        <TopicRow
          topics={topics.value}
          chosen={topic.value}
          onChoose={(name) => void chooseTopic(name)}
          onLeave={() => box.current?.focus()}
        />
      </div>
      {kept && shown.length > 0 && (
        <div class="row between kept">
          <h2 id="kept">{say('常用', 'At hand')}</h2>
          {results.value.length > few && (
            <button type="button" class="quiet" aria-expanded={allKept} onClick={() => setAllKept(!allKept)}>
              {allKept
                ? say('收起', 'Fewer')
                : say(`全部 ${results.value.length} 条`, `All ${results.value.length}`)}
            </button>
          )}
        </div>
      )}
      {/* A press on a result must not take the focus, and with it the keys, from the search box. */}
      <div
        id="results"
        class="results"
        role="listbox"
        aria-label={kept ? say('常用提法', 'Phrases at hand') : say('检索结果', 'Results')}
        aria-busy={waiting.value}
        tabIndex={-1}
        onMouseDown={(event) => event.preventDefault()}
      >
        {shown.map((result, index) => (
          <PhraseItem
            key={result.id}
            id={idOf(index)}
            result={result}
            selected={index === chosen}
            starred={starred.value.has(result.id)}
            brief={kept}
            onPick={() => {
              selected.value = index;
              void insert(result, view);
            }}
            onAct={(act) => {
              selected.value = index;
              if (act === 'copy') void copy(result);
              else if (act === 'star') void toggleStar(result);
              else void openEntry(result.id);
            }}
          />
        ))}
      </div>
      <SearchFoot view={view} />
      {searching.value && nothingFound.value && query.value.trim() !== '' && (
        <div class="foot">
          <AddOwn key={query.value} query={query.value} onAdded={(name) => void showAdded(name)} />
        </div>
      )}
    </>
  );
}
