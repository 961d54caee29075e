import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { say, sayWords } from '../../../components/say.ts';
import { shortcuts } from '../../../lib/messaging/commands.ts';
import { openShortcutSettings, shortcutKeys } from '../../surface/shortcuts.ts';

const keys = signal<ReadonlyMap<string, string>>(new Map());

/** The commands with their current keys, which are changed on a page of the browser. */
export function Shortcuts() {
  useEffect(() => {
    const read = async () => {
      keys.value = await shortcutKeys();
    };
    void read();
    // The author may return from the browser's page, with changed keys.
    addEventListener('focus', read);
    return () => removeEventListener('focus', read);
  }, []);
  return (
    <section id="shortcuts">
      <h2>{say('快捷键', 'Shortcuts')}</h2>
      <dl class="keys">
        {shortcuts.map(({ id, title }) => (
          <div key={id}>
            <dt>{sayWords(title)}</dt>
            <dd>
              {keys.value.get(id) ? (
                <kbd>{keys.value.get(id)}</kbd>
              ) : (
                <span class="soft">{say('未设', 'not set')}</span>
              )}
            </dd>
          </div>
        ))}
      </dl>
      <div class="row">
        <button type="button" class="button" onClick={() => void openShortcutSettings()}>
          {say('更改快捷键…', 'Change shortcuts…')}
        </button>
      </div>
    </section>
  );
}
