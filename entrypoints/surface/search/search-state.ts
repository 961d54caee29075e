import { computed, effect, signal } from '@preact/signals';
import { language, say } from '../../../components/say.ts';
import type { Topic } from '../../../lib/phrases/topics.ts';
import type { PhraseResult } from '../../../lib/phrases/types.ts';
import { ask, askPage, inWords, UnansweredError } from '../messaging.ts';
import { closePopup } from '../windows.ts';
import { goToSlots } from './go-to-slots.ts';
import type { DeskTarget, Target } from './target.ts';

/** Results shown first for a query, and for a topic alone, which the author browses. */
const first = { typed: 20, topic: 50 } as const;
/** As many more are shown each time the author asks for them, up to the most that a request may ask for. */
const step = 50;
const most = 1000;

export const query = signal('');
export const topic = signal<string | null>(null);
/** The topics of phrases; empty until loaded. */
export const topics = signal<readonly Topic[]>([]);
/** The results, or the kept phrases while nothing is searched for. */
export const results = signal<readonly PhraseResult[]>([]);
/** How many results there are in all, shown or not. */
export const count = signal(0);
export const selected = signal(-1);
export const starred = signal<ReadonlySet<string>>(new Set());
export const outcome = signal('');
/** True while the results are older than the query. */
export const waiting = signal(false);
export const nothingFound = signal(false);
/** True if the results have a part of the query only. */
export const partlyFound = signal(false);
/** The day on which standing is judged, from the page's draft; undefined: today. */
export const draftDate = signal<string | undefined>(undefined);
export const searching = computed(() => query.value.trim() !== '' || topic.value !== null);

/** Results shown beyond the first ones. */
let beyond = 0;
let latest = 0;
let answering: Promise<void> = Promise.resolve();
/** The last use that is being stored; kept phrases are requested after it. */
let noting: Promise<unknown> = Promise.resolve();

/** Searches by characters, pinyin or initials. Drops an answer that a later one has overtaken. */
export function search(typed: string): Promise<void> {
  query.value = typed;
  outcome.value = '';
  return again(true);
}

/** Limits the search to a topic; null: no limit. */
export function chooseTopic(name: string | null): Promise<void> {
  topic.value = name;
  outcome.value = '';
  return again(true);
}

/** Judges all results on another day. */
export function judgeOn(date: string | undefined): void {
  if (date === draftDate.value) return;
  draftDate.value = date;
  void again(false);
}

/**
 * The selected result once the results match the query: a quick Enter must not use those of the previous one.
 */
export async function chosenResult(): Promise<PhraseResult | undefined> {
  await answering;
  return results.value[selected.value];
}

/** Shows more results of the same search. */
export function showMore(): Promise<void> {
  beyond += step;
  answering = answer(false);
  return answering;
}

function again(fromStart: boolean): Promise<void> {
  if (fromStart) beyond = 0;
  answering = answer(fromStart);
  return answering;
}

async function answer(fromStart: boolean): Promise<void> {
  const mine = ++latest;
  waiting.value = true;
  const wanted = query.value.trim().slice(0, 200);
  const [date, among] = [draftDate.value, topic.value];
  const kept = wanted === '' && among === null;
  try {
    if (kept) await noting;
    const reply = kept
      ? await ask({ type: 'kept-phrases', date })
      : await ask({
          type: 'search',
          query: wanted,
          limit: Math.min(beyond + (wanted === '' ? first.topic : first.typed), most),
          date,
          topic: among ?? undefined,
        });
    if (mine !== latest) return;
    const before = results.value[selected.value]?.id;
    results.value = reply.results;
    count.value = reply.count;
    starred.value = new Set(reply.starred);
    nothingFound.value = !kept && reply.results.length === 0;
    partlyFound.value = reply.partly;
    const place = fromStart ? -1 : reply.results.findIndex(({ id }) => id === before);
    // A query has a best answer; a kept phrase must be chosen.
    selected.value = place === -1 && !kept ? 0 : place;
  } catch (fault) {
    if (mine !== latest) return;
    results.value = [];
    count.value = 0;
    nothingFound.value = false;
    partlyFound.value = false;
    outcome.value = inWords(fault);
  } finally {
    if (mine === latest) waiting.value = false;
  }
}

/** Shows a phrase that has just been added. */
export async function showAdded(name: string): Promise<void> {
  topic.value = null;
  await search(name);
  outcome.value = say('已加入我的提法。', 'Added to your own phrases.');
}

/** Whether there are results beyond those shown. */
export const hasMore = computed(
  () => searching.value && count.value > results.value.length && results.value.length < most,
);

/**
 * Moves the selection by `by` within the first `shown` results, wrapping around, once the results match the query: a
 * quick arrow key applies to the new results. Beyond the last one, more are shown while there are any.
 */
export async function move(by: number, shown: number): Promise<void> {
  await answering;
  if (by > 0 && selected.value === results.value.length - 1 && hasMore.value) await showMore();
  const rows = Math.min(results.value.length, shown);
  if (rows === 0) return;
  const from = selected.value === -1 && by < 0 ? 0 : selected.value;
  selected.value = (from + by + rows) % rows;
}

/** Stars or unstars a phrase. */
export async function toggleStar({ id, name }: PhraseResult): Promise<void> {
  const on = !starred.value.has(id);
  try {
    await ask({ type: 'star-phrase', id, on });
  } catch (fault) {
    outcome.value = inWords(fault);
    return;
  }
  const next = new Set(starred.value);
  if (on) next.add(id);
  else next.delete(id);
  starred.value = next;
  outcome.value = on
    ? say(`已收藏：${name}`, `Starred: ${name}`)
    : say(`已取消收藏：${name}`, `Unstarred: ${name}`);
}

/** Copies a phrase and reports it, prefixed by `why`. */
export async function copy(result: PhraseResult, why = ''): Promise<void> {
  try {
    await navigator.clipboard.writeText(result.insert);
    outcome.value = `${why}${say('已复制：', 'Copied: ')}${result.insert}`;
    used(result);
  } catch {
    outcome.value = `${why}${say('浏览器没有允许复制。', 'The browser did not allow copying.')}`;
  }
}

/** Inserts a phrase, and closes the popup once it is in; otherwise the popup says why not. */
export async function insertAndClose(result: PhraseResult, target: Target): Promise<void> {
  if (!(await insert(result, target))) return;
  // The popup takes its requests with it.
  await noting;
  closePopup();
}

/**
 * Inserts a phrase at the caret of the desk, or of the editor last used in the tab; copies it if there is none. Returns
 * whether it was inserted.
 */
export async function insert(result: PhraseResult, { view, desk }: Target): Promise<boolean> {
  if (desk !== undefined) return await insertOnDesk(result, desk);
  // The desk in a tab takes phrases, no other page of this kind does.
  if (view.stage !== 'open' && view.stage !== 'internal') {
    await copy(result, noEditor());
    return false;
  }
  try {
    await askPage(view.tabId, { type: 'page-insert', text: result.insert });
    if (view.stage === 'open') await goToSlots(view.tabId, result.insert);
    outcome.value = `${say('已插入：', 'Inserted: ')}${result.insert}`;
    used(result);
    return true;
  } catch (fault) {
    const refused = fault instanceof UnansweredError && fault.answered;
    const why = refused
      ? say('编辑器没有接受插入，', 'The editor did not take it. ')
      : view.stage === 'internal'
        ? noEditor()
        : say('本页没有应答，', 'The page did not answer. ');
    await copy(result, why);
    return false;
  }
}

const noEditor = (): string => say('本页没有可插入的编辑区，', 'This page has no editor to insert into. ');

async function insertOnDesk(result: PhraseResult, desk: DeskTarget): Promise<boolean> {
  if (!(await desk.insert(result.insert))) {
    await copy(result, say('文稿台没有接受插入，', 'The desk did not take it. '));
    return false;
  }
  outcome.value = `${say('已插入文稿台：', 'Inserted on the desk: ')}${result.insert}`;
  used(result);
  return true;
}

/** Stores the use for the kept phrases; a failure does no harm. */
function used({ id }: PhraseResult): void {
  noting = ask({ type: 'phrase-used', id }).catch((fault: unknown) => console.info('稿准：', fault));
}

// The message is in the previous language.
effect(() => {
  void language.value;
  outcome.value = '';
});
