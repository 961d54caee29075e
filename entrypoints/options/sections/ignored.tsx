import { say } from '../../../components/say.ts';
import { ignored, restoreIgnored, status } from '../options-state.ts';

/** What the author ignored in every draft, each with a button to restore it. Hidden if there is nothing. */
export function Ignored() {
  const list = ignored.value;
  if (list.length === 0) return null;
  const titles = new Map(status.value?.rules.map(({ id, title }) => [String(id), title]));
  return (
    <section id="ignored">
      <h2>{say('每篇忽略的字句', 'Ignored everywhere')}</h2>
      <ul class="list">
        {list.map((finding) => (
          <li class="row between" key={`${finding.rule}:${finding.text}`}>
            <span>
              <span class="serif" lang="zh-CN">
                {finding.text}
              </span>
              <span class="soft small"> {titles.get(finding.rule) ?? ''}</span>
            </span>
            <button
              type="button"
              class="quiet"
              aria-label={say(`恢复提示“${finding.text}”`, `Restore “${finding.text}”`)}
              onClick={() => void restoreIgnored(finding)}
            >
              {say('恢复', 'Restore')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
