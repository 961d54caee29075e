import { signal } from '@preact/signals';
import { say } from '../../../components/say.ts';

/** A work of others that is in the extension, as the build wrote it into licences.json. */
interface Notice {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly text: string;
  readonly source: string;
}

const notices = signal<readonly Notice[] | 'unread' | 'missing'>('unread');

/** Reads the list that came with the extension, once it is asked for. */
async function read(): Promise<void> {
  if (notices.value !== 'unread') return;
  try {
    const response = await fetch('/licences.json');
    notices.value = (await response.json()) as readonly Notice[];
  } catch (error) {
    console.warn('稿准：', error);
    notices.value = 'missing';
  }
}

/** Whose work is in the extension, and under which licence: each with the notice that goes with every copy. */
export function Licences() {
  const list = notices.value;
  return (
    <section id="licences">
      <h2>{say('许可', 'Licences')}</h2>
      <details onToggle={() => void read()}>
        <summary>{say('稿准里带有的他人作品', 'Works of others in Gaozhun')}</summary>
        {typeof list !== 'string' && (
          <ul class="list licences">
            {list.map(({ name, version, licence, text, source }) => (
              <li key={name}>
                <details class="small">
                  <summary>
                    {name} {version} <span class="soft">{licence}</span>
                  </summary>
                  <p class="soft">
                    {say('出处：', 'Source: ')}
                    {source}
                  </p>
                  <pre lang="en">{text}</pre>
                </details>
              </li>
            ))}
          </ul>
        )}
        {list === 'missing' && (
          <p class="soft">{say('这里读不到许可说明。', 'The licences cannot be read here.')}</p>
        )}
      </details>
    </section>
  );
}
