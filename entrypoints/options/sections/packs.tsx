import { say, sayWords } from '../../../components/say.ts';
import { dateInWords } from '../../../components/screen-words.ts';
import { bilingual } from '../../../lib/language/language.ts';
import { status } from '../options-state.ts';

const indexWords = {
  cache: bilingual('本机缓存', 'cached on this machine'),
  build: bilingual('随扩展提供', 'came with the extension'),
  rebuilt: bilingual('已重新生成', 'built anew'),
} as const;

/** The content of the packs, until which day they are true, and entries that could not be read. */
export function Packs() {
  const known = status.value;
  if (!known) return null;
  const from = indexWords[known.indexFrom];
  return (
    <section id="packs">
      <h2>{say('词库', 'Packs')}</h2>
      <dl>
        <dt>{say('条目', 'Entries')}</dt>
        <dd>
          {known.entries.toLocaleString('zh-CN')}
          {say(' 条', '')}
        </dd>
        <dt>{say('更新至', 'True up to')}</dt>
        <dd>{dateInWords(known.trueUntil)}</dd>
      </dl>
      <details class="small soft">
        <summary>{say('技术信息', 'Technical details')}</summary>
        <dl>
          <dt>{say('版本', 'Version')}</dt>
          <dd>{known.version}</dd>
          <dt>{say('索引', 'Index')}</dt>
          <dd>{sayWords(from)}</dd>
        </dl>
      </details>
      {known.problems.length > 0 && (
        <div class="notice">
          <p>
            {say('以下条目没有读入，其余照常使用：', 'These entries could not be read; the rest are in use:')}
          </p>
          <ul>
            {known.problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}
