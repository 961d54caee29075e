import { say } from '../../../components/say.ts';
import { dateInWords } from '../../../components/screen-words.ts';
import { topicInWords } from '../../../components/topic-names.ts';
import { useFading } from '../../../components/use-fading.ts';
import type { PageView } from '../page-view.ts';
import { siteOf } from '../site-permissions.ts';
import {
  count,
  draftDate,
  hasMore,
  nothingFound,
  outcome,
  partlyFound,
  query,
  results,
  searching,
  selected,
  showMore,
  topic,
  waiting,
} from './search-state.ts';
import { judgedAsOf, type Target } from './target.ts';

/** Below the box of results: the last action, or how many there are. */
export function SearchFoot() {
  // Also while a phrase is open in full, which shows the same outcome.
  const holding = useFading(outcome.value || null, false, () => {
    outcome.value = '';
  });
  if (!searching.value && outcome.value === '') return null;
  const words = outcome.value || (nothingFound.value ? nothing() : inAll());
  return (
    <div class={words === '' ? 'foot soft small blank' : 'foot soft small'} {...holding}>
      <p role="status">{words}</p>
      {hasMore.value && (
        <button type="button" class="quiet" onClick={() => void showMore()}>
          {say('再列一些', 'Show more')}
        </button>
      )}
    </div>
  );
}

/** Behind the results, in their box: the keys, where a phrase goes, and the day of judgement. */
export function SearchHints({ target }: { target: Target }) {
  const { view, desk, closes } = target;
  const asOf = judgedAsOf(target);
  if (results.value.length === 0 || (!searching.value && selected.value === -1)) return null;
  return (
    <div class="hints soft small">
      <Keys closes={closes} />
      {desk === undefined && <OtherSite view={view} />}
      {searching.value && asOf !== undefined && asOf.from !== 'today' && draftDate.value && (
        <p>
          {say(
            `现行与否按稿件日期${dateInWords(draftDate.value)}判断`,
            `Standing as of the draft’s date, ${dateInWords(draftDate.value)}`,
          )}
        </p>
      )}
    </div>
  );
}

function nothing(): string {
  const name = topic.value === null ? null : topicInWords(topic.value).name;
  return name === null
    ? say(
        '词库里没有找到。可换用简称、全拼或首字母再试。',
        'Nothing found. Try the short name, pinyin or initials.',
      )
    : say(
        `“${name}”里没有找到。再按一次这个主题，可在全部提法里找。`,
        `Nothing found under “${name}”. Press the topic again to search everywhere.`,
      );
}

/** How many results there are, if more than shown. */
function inAll(): string {
  // The rows are still those of the search before.
  if (waiting.value) return '';
  if (partlyFound.value)
    return say('没有完全相符的，这些有一部分相同。', 'None has all of it; these have a part.');
  if (!hasMore.value) return '';
  const shown = results.value.length;
  if (topic.value !== null && query.value.trim() === '') {
    const { name } = topicInWords(topic.value);
    return say(
      `“${name}”共 ${count.value} 条，先列 ${shown} 条`,
      `“${name}”: ${count.value}, the first ${shown} shown`,
    );
  }
  return say(`共 ${count.value} 条，先列 ${shown} 条`, `${count.value} phrases, the first ${shown} shown`);
}

/** Names the site that a phrase goes to if the editor used last is in a frame of another site than the tab's. */
function OtherSite({ view }: { view: PageView }) {
  if (view.stage !== 'open') return null;
  const site = siteOf(view.state.address);
  if (site === null || site.pattern === view.site?.pattern) return null;
  return (
    <p>
      {say(
        `将插入本页中另一网站的编辑区：${site.name}`,
        `Goes into an editor of another site in this page: ${site.name}`,
      )}
    </p>
  );
}

function Keys({ closes }: Pick<Target, 'closes'>) {
  const keys = [
    say('↑↓ 选择', '↑↓ choose'),
    ...(closes
      ? [say('Enter 插入并关闭', 'Enter inserts and closes'), say('Shift+Enter 插入', 'Shift+Enter inserts')]
      : [say('Enter 插入', 'Enter inserts')]),
    say('Ctrl+Enter 复制', 'Ctrl+Enter copies'),
    say('→ 详情', '→ more'),
    say('Ctrl+D 收藏', 'Ctrl+D stars'),
  ];
  return (
    <p class="keys">
      {keys.map((one) => (
        <span class="unbroken" key={one}>
          {one}
        </span>
      ))}
    </p>
  );
}
