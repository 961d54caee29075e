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

let answering: Promise<void> = Promise.resolve();

/** Searches for what is typed: characters, pinyin or initials. An answer that a later one overtook is dropped. */
export function search(typed: string): Promise<void> {
  answering = answer(typed);
  return answering;
}

/** The chosen result once the results answer what is typed: a quick Enter must not take the last query's. */
export async function chosenResult(): Promise<PhraseResult | undefined> {
  await answering;
  return results.value[selected.value];
}

async function answer(typed: string): Promise<void> {
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

/** Shows a phrase that has just been added. */
export async function showAdded(name: string): Promise<void> {
  await search(name);
  said.value = '已加入我的提法。';
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
