import { say } from '../../../components/say.ts';
import { Switch } from '../../../components/switch.tsx';
import { outcome, setRule, status } from '../options-state.ts';

/** Every rule: what it checks, an example, its basis, and its switch. */
export function Rules() {
  const known = status.value;
  return (
    <section id="rules">
      <h2>{say('核对内容', 'What is checked')}</h2>
      {known ? (
        <ul class="list">
          {known.rules.map(({ id, title, about, example, basis, on }) => (
            <li key={id}>
              <Switch label={title} about={about} on={on} onChange={(wanted) => void setRule(id, wanted)} />
              <details class="small soft">
                <summary>{say('示例和依据', 'Example and source')}</summary>
                <Example {...example} />
                <p>
                  {say('依据：', 'Source: ')}
                  {basis}
                </p>
              </details>
            </li>
          ))}
        </ul>
      ) : (
        <p class="soft">
          {outcome.value === ''
            ? say('正在读取……', 'Reading…')
            : say('暂时读不到核对内容。', 'The rules cannot be read just now.')}
        </p>
      )}
    </section>
  );
}

function Example({ before, after }: { before: string; after: string }) {
  return (
    <p class="example">
      <q class="serif lines" lang="zh-CN">
        {before}
      </q>
      {after === before ? (
        <span>{say('（由您核定）', '(yours to decide)')}</span>
      ) : (
        <>
          <span aria-hidden="true">→</span>
          <q class="serif lines" lang="zh-CN">
            {after}
          </q>
        </>
      )}
    </p>
  );
}
