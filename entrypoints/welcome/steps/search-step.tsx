import { signal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { Emphasised } from '../../../components/emphasised.tsx';
import { say } from '../../../components/say.ts';
import type { PhraseResult } from '../../../lib/phrases/types.ts';
import { ask, inWords } from '../../surface/messaging.ts';
import { keys } from './keys.ts';
import { Step } from './step.tsx';

/** A query by initials that everybody who writes speeches recognises. */
const example = 'sgys';
const few = 3;

const typed = signal('');
/** Null before the first answer. */
const found = signal<readonly PhraseResult[] | null>(null);
const fault = signal('');
const searched = signal(false);
let latest = 0;

/** Searches as the popup does. Drops an answer that a later one has overtaken. */
async function search(words: string): Promise<void> {
  const mine = ++latest;
  typed.value = words;
  fault.value = '';
  const query = words.trim();
  if (query === '') {
    found.value = null;
    return;
  }
  try {
    const { results } = await ask({ type: 'search', query, limit: few });
    if (mine !== latest) return;
    found.value = results;
    if (results.length > 0) searched.value = true;
  } catch (error) {
    if (mine !== latest) return;
    found.value = null;
    fault.value = inWords(error);
  }
}

/** The search for phrases, tried here. */
export function SearchStep() {
  const box = useRef<HTMLInputElement>(null);
  const key = keys.value.get('_execute_action');
  return (
    <Step done={searched.value} title={say('找提法', 'Find a phrase')}>
      <p>
        {say('记不全的提法，键入首字母就能找到。', 'A phrase half remembered is found by its initials. ')}
        {key === undefined
          ? say('写稿时点稿准图标，', 'As you write, click the icon; ')
          : say(`写稿时按 ${key}，`, `As you write, press ${key}; `)}
        {say('选中后按 Enter 插入光标处。', 'Enter inserts the one chosen.')}
      </p>
      <div class="row wrap try-search">
        <input
          ref={box}
          class="field"
          type="search"
          aria-label={say('试着找一个提法', 'Try to find a phrase')}
          aria-describedby="found"
          placeholder={say('汉字、拼音或首字母', 'Characters or pinyin')}
          autocomplete="off"
          spellcheck={false}
          maxLength={200}
          value={typed.value}
          onInput={(event) => void search(event.currentTarget.value)}
        />
        <button
          type="button"
          class="button"
          onClick={() => {
            void search(example);
            box.current?.focus();
          }}
        >
          {say(`试试 ${example}`, `Try ${example}`)}
        </button>
      </div>
      <div id="found" role="status">
        {found.value !== null && found.value.length > 0 && (
          <ul class="found serif" lang="zh-CN">
            {found.value.map(({ id, name, matched }) => (
              <li key={id}>
                <Emphasised name={name} matched={matched} />
              </li>
            ))}
          </ul>
        )}
        {(found.value?.length === 0 || fault.value !== '') && (
          <p class="soft small">
            {fault.value || say('没有找到，换几个字试试。', 'Nothing found; try others.')}
          </p>
        )}
      </div>
    </Step>
  );
}
