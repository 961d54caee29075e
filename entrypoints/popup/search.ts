import { computed, effect, signal } from '@preact/signals';
import { language, say } from '../../components/say.ts';
import type { PhraseResult } from '../../lib/phrases/types.ts';
import { ask, askPage, inWords, UnansweredError } from '../surface/messaging.ts';
import type { PageView } from '../surface/page-view.ts';

/** Results shown for what is typed, and for a topic alone, which one looks through. */
const most = { typed: 20, topic: 50 } as const;

export const query = signal('');
/** Only what is filed under it; null: all. */
export const topic = signal<string | null>(null);
/** While nothing is searched for, the phrases kept at hand. */
export const results = signal<readonly PhraseResult[]>([]);
/** Place in the results; -1: none yet. */
export const selected = signal(-1);
/** Ids of the starred phrases. */
export const starred = signal<ReadonlySet<string>>(new Set());
/** What happened last, as one line. */
export const said = signal('');
/** True while the shown results are not yet those of what is typed. */
export const waiting = signal(false);
/** True when the shown results answer the shown query and there are none. */
export const nothingFound = signal(false);
/** The day on which standing is judged: that of the page's draft; undefined: today. */
export const draftDate = signal<string | undefined>(undefined);
export const searching = computed(() => query.value.trim() !== '' || topic.value !== null);

let asked = 0;
let answering: Promise<void> = Promise.resolve();
/** The last use on its way to be remembered: what is kept at hand is asked for after it. */
let noting: Promise<unknown> = Promise.resolve();

/** Searches for what is typed: characters, pinyin or initials. An answer that a later one overtook is dropped. */
export function search(typed: string): Promise<void> {
  query.value = typed;
  said.value = '';
  return again(true);
}

/** Narrows the search to a topic; null: no longer. */
export function chooseTopic(name: string | null): Promise<void> {
  topic.value = name;
  said.value = '';
  return again(true);
}

/** Judges all results on another day. */
export function judgeOn(date: string | undefined): void {
  if (date === draftDate.value) return;
  draftDate.value = date;
  void again(false);
}

/** The chosen result once the results answer what is typed: a quick Enter must not take the last query's. */
export async function chosenResult(): Promise<PhraseResult | undefined> {
  await answering;
  return results.value[selected.value];
}

function again(fromStart: boolean): Promise<void> {
  answering = answer(fromStart);
  return answering;
}

async function answer(fromStart: boolean): Promise<void> {
  const mine = ++asked;
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
          limit: wanted === '' ? most.topic : most.typed,
          date,
          topic: among ?? undefined,
        });
    if (mine !== asked) return;
    const before = results.value[selected.value]?.id;
    results.value = reply.results;
    starred.value = new Set(reply.starred);
    nothingFound.value = !kept && reply.results.length === 0;
    const place = fromStart ? -1 : reply.results.findIndex(({ id }) => id === before);
    // What was typed has a best answer; of what is kept at hand the author takes one first.
    selected.value = place === -1 && !kept ? 0 : place;
  } catch (fault) {
    if (mine !== asked) return;
    results.value = [];
    nothingFound.value = false;
    said.value = inWords(fault);
  } finally {
    if (mine === asked) waiting.value = false;
  }
}

/** Shows a phrase that has just been added. */
export async function showAdded(name: string): Promise<void> {
  topic.value = null;
  await search(name);
  said.value = say('已加入我的提法。', 'Added to your own phrases.');
}

/**
 * Moves the selection by `step` of the first `most` results, round the ends, once they answer what is typed: a quick
 * arrow key is meant for them, and would be lost with those before.
 */
export async function move(step: number, most: number): Promise<void> {
  await answering;
  const count = Math.min(results.value.length, most);
  if (count === 0) return;
  const from = selected.value === -1 && step < 0 ? 0 : selected.value;
  selected.value = (from + step + count) % count;
}

/** Stars a phrase, or takes its star away. */
export async function toggleStar({ id, name }: PhraseResult): Promise<void> {
  const on = !starred.value.has(id);
  try {
    await ask({ type: 'star-phrase', id, on });
  } catch (fault) {
    said.value = inWords(fault);
    return;
  }
  const next = new Set(starred.value);
  if (on) next.add(id);
  else next.delete(id);
  starred.value = next;
  said.value = on
    ? say(`已收藏：${name}`, `Starred: ${name}`)
    : say(`已取消收藏：${name}`, `Unstarred: ${name}`);
}

/** Copies a phrase and says so; `why` goes before. */
export async function copy(result: PhraseResult, why = ''): Promise<void> {
  try {
    await navigator.clipboard.writeText(result.insert);
    said.value = `${why}${say('已复制：', 'Copied: ')}${result.insert}`;
    used(result);
  } catch {
    said.value = `${why}${say('浏览器没有允许复制。', 'The browser did not allow copying.')}`;
  }
}

/** Inserts a phrase at the caret of the editor used last in the tab; copies it where there is none. */
export async function insert(result: PhraseResult, view: PageView): Promise<void> {
  if (view.stage !== 'open')
    return copy(result, say('本页没有可插入的编辑区，', 'This page has no editor to insert into. '));
  try {
    await askPage(view.tabId, { type: 'page-insert', text: result.insert });
    said.value = `${say('已插入：', 'Inserted: ')}${result.insert}`;
    used(result);
  } catch (fault) {
    const refused = fault instanceof UnansweredError && fault.answered;
    const why = refused
      ? say('编辑器没有接受插入，', 'The editor did not take it. ')
      : say('本页没有应答，', 'The page did not answer. ');
    await copy(result, why);
  }
}

/** Remembered for the next time; nothing is lost when it can't be. */
function used({ id }: PhraseResult): void {
  noting = ask({ type: 'phrase-used', id }).catch((fault: unknown) => console.info('稿准：', fault));
}

// What was said is said in one language: it goes when the other one comes.
effect(() => {
  void language.value;
  said.value = '';
});
