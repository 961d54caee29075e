import { computed, signal } from '@preact/signals';
import type { PhraseResult } from '../../lib/phrases/types.ts';
import { ask, askPage, inWords, Unanswered } from '../surface/messaging.ts';
import type { PageView } from '../surface/page-view.ts';

const limit = 20;

export const query = signal('');
export const results = signal<readonly PhraseResult[]>([]);
export const selected = signal(0);
/** What happened last, as one line. */
export const said = signal('');
/** True when the shown results answer the shown query and there are none. */
export const nothingFound = signal(false);
export const searching = computed(() => query.value.trim() !== '');

let asked = 0;

/** Searches for what is typed: characters, pinyin or initials. An answer that a later one overtook is dropped. */
export async function search(typed: string): Promise<void> {
  query.value = typed;
  said.value = '';
  const mine = ++asked;
  const wanted = typed.trim().slice(0, 200);
  if (wanted === '') {
    results.value = [];
    nothingFound.value = false;
    return;
  }
  try {
    const reply = await ask({ type: 'search', query: wanted, limit });
    if (mine !== asked) return;
    results.value = reply.results;
    nothingFound.value = reply.results.length === 0;
    selected.value = 0;
  } catch (fault) {
    if (mine !== asked) return;
    results.value = [];
    nothingFound.value = false;
    said.value = inWords(fault);
  }
}

/** Moves the selection by `step` results, round the ends. */
export function move(step: number): void {
  const count = results.value.length;
  if (count > 0) selected.value = (selected.value + step + count) % count;
}

/** Copies a phrase and says so; `why` goes before. */
export async function copy(result: PhraseResult, why = ''): Promise<void> {
  try {
    await navigator.clipboard.writeText(result.insert);
    said.value = `${why}已复制：${result.insert}`;
  } catch {
    said.value = `${why}浏览器没有允许复制。`;
  }
}

/** Inserts a phrase at the caret of the editor used last in the tab; copies it where there is none. */
export async function insert(result: PhraseResult, view: PageView): Promise<void> {
  if (view.stage !== 'open') return copy(result, '本页没有可插入的编辑区，');
  try {
    await askPage(view.tabId, { type: 'page-insert', text: result.insert });
    said.value = `已插入：${result.insert}`;
  } catch (fault) {
    const refused = fault instanceof Unanswered && fault.answered;
    await copy(result, refused ? '编辑器没有接受插入，' : '本页没有应答，');
  }
}
