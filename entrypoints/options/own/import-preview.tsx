import { useFocusHere } from '../../../components/focus-here.ts';
import { langOf } from '../../../components/lang-of.ts';
import { say, sayWords } from '../../../components/say.ts';
import { type ImportPreview as Import, preview, takePreview } from './import.ts';
import { busy } from './own-state.ts';

/** The most rows listed; their total is always given. */
const listed = 200;

/** What importing a file would change, which rows cannot be imported and why, and the buttons to decide. */
export function ImportPreview() {
  return preview.value && <Preview shown={preview.value} />;
}

function Preview({ shown }: { shown: Import }) {
  const place = useFocusHere<HTMLElement>('import');
  const { from, drafts, added, changed, unchanged, faults } = shown;
  const fresh = added + changed;
  return (
    <section ref={place} class="import" aria-label={say('导入预览', 'What would be imported')}>
      <p>
        <b lang={langOf(from)}>{from}</b>
        {say(`：新增 ${added} 条，更新 ${changed} 条`, `: ${added} new, ${changed} changed`)}
        {unchanged > 0 && say(`，${unchanged} 条已有`, `, ${unchanged} known already`)}
        {faults.length > 0 &&
          say(`；${faults.length} 处有误，不导入`, `; ${faults.length} faulty, not imported`)}
        {fresh === 0 ? say('。没有可导入的内容。', '. Nothing to import.') : say('。', '.')}
      </p>
      {faults.length > 0 && (
        <ul class="notice small">
          {faults.slice(0, listed).map((one) => (
            <li key={one.zh}>{sayWords(one)}</li>
          ))}
        </ul>
      )}
      {drafts.length > 0 && (
        <ul class="taking small">
          {drafts.slice(0, listed).map(({ name, wrong }) => (
            <li key={name}>
              <span class="serif" lang="zh-CN">
                {name}
              </span>
              {wrong !== '' && (
                <span class="soft serif" lang="zh-CN">
                  {wrong}
                </span>
              )}
            </li>
          ))}
          {drafts.length > listed && (
            <li class="soft">
              {say(`以及另外 ${drafts.length - listed} 条`, `and ${drafts.length - listed} more`)}
            </li>
          )}
        </ul>
      )}
      <div class="row">
        {fresh > 0 && (
          <button type="button" class="button main" disabled={busy.value} onClick={() => void takePreview()}>
            {say(`导入这 ${fresh} 条`, `Import ${fresh}`)}
          </button>
        )}
        <button
          type="button"
          class="button"
          onClick={() => {
            preview.value = null;
          }}
        >
          {say('取消', 'Cancel')}
        </button>
      </div>
    </section>
  );
}
