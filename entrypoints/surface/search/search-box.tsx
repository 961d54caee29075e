import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { PhraseItem } from '../../../components/phrase-result.tsx';
import { say } from '../../../components/say.ts';
import { TopicRow } from '../../../components/topic-row.tsx';
import type { PhraseResult } from '../../../lib/phrases/types.ts';
import { AddOwn } from './add-own.tsx';
import { focusWhenShown } from './focus-box.ts';
import { openEntry } from './opened.ts';
import { SearchFoot, SearchHints } from './search-foot.tsx';
import { onSearchKey } from './search-keys.ts';
import {
  chooseTopic,
  copy,
  insert,
  nothingFound,
  partlyFound,
  query,
  results,
  search,
  searching,
  selected,
  showAdded,
  starred,
  toggleStar,
  topic,
  topics,
  waiting,
} from './search-state.ts';
import type { Target } from './target.ts';
import './search.css';

/** Kept phrases shown while the list is folded. */
const few = 5;

const idOf = (index: number): string => `phrase-${index}`;

/** The search box with its topics, results and keys. */
export function SearchBox({ target }: { target: Target }) {
  const box = useRef<HTMLInputElement>(null);
  const [allKept, setAllKept] = useState(false);
  useLayoutEffect(() => {
    // Beside a page the author may be writing there.
    if (box.current !== null && target.closes) return focusWhenShown(box.current, window);
  }, []);

  const kept = !searching.value;
  const most = kept && !allKept ? few : Number.POSITIVE_INFINITY;
  const shown = results.value.slice(0, most);
  return (
    <>
      <div class="search">
        <SearchInput
          box={box}
          some={shown.length > 0}
          onKeyDown={(event) => onSearchKey(event, most, target)}
        />
        <TopicRow
          topics={topics.value}
          chosen={topic.value}
          onChoose={(name) => void chooseTopic(name)}
          onLeave={() => box.current?.focus()}
        />
      </div>
      {kept && shown.length > 0 && <KeptHead all={allKept} onAll={setAllKept} />}
      <div class={kept ? 'found at-hand' : 'found'}>
        <ResultList shown={shown} kept={kept} target={target} />
        <SearchHints target={target} />
      </div>
      <SearchFoot />
      {searching.value && (nothingFound.value || partlyFound.value) && query.value.trim() !== '' && (
        <div class="hints">
          <AddOwn key={query.value} query={query.value} onAdded={(name) => void showAdded(name)} />
        </div>
      )}
    </>
  );
}

interface InputProps {
  box: RefObject<HTMLInputElement | null>;
  some: boolean;
  onKeyDown: (event: KeyboardEvent) => void;
}

function SearchInput({ box, some, onKeyDown }: InputProps) {
  const chosen = selected.value;
  useEffect(() => {
    document.getElementById(idOf(chosen))?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  return (
    <input
      ref={box}
      type="text"
      role="combobox"
      aria-label={say('检索提法', 'Search phrases')}
      aria-controls="results"
      aria-expanded={some}
      aria-activedescendant={chosen !== -1 && some ? idOf(chosen) : undefined}
      placeholder={say('检索提法：汉字、拼音或首字母', 'Search: characters or pinyin')}
      autocomplete="off"
      spellcheck={false}
      maxLength={200}
      value={query.value}
      onInput={(event) => void search(event.currentTarget.value)}
      onKeyDown={onKeyDown}
    />
  );
}

function KeptHead({ all, onAll }: { all: boolean; onAll: (all: boolean) => void }) {
  const count = results.value.length;
  return (
    <div class="row between kept">
      <h2 id="kept">{say('常用', 'At hand')}</h2>
      {count > few && (
        <button type="button" class="quiet" aria-expanded={all} onClick={() => onAll(!all)}>
          {all ? say('收起', 'Fewer') : say(`全部 ${count} 条`, `All ${count}`)}
        </button>
      )}
    </div>
  );
}

interface ListProps {
  shown: readonly PhraseResult[];
  /** True for the kept phrases, false for search results. */
  kept: boolean;
  target: Target;
}

function ResultList({ shown, kept, target }: ListProps) {
  return (
    // A mouse press on a result must not move the focus from the search box.
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
          selected={index === selected.value}
          starred={starred.value.has(result.id)}
          brief={kept}
          onPick={() => {
            selected.value = index;
            void insert(result, target);
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
  );
}
