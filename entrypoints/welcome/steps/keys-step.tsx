import { useEffect } from 'preact/hooks';
import { say, sayWords } from '../../../components/say.ts';
import { shortcuts } from '../../../lib/messaging/commands.ts';
import { openShortcutSettings } from '../../surface/shortcuts.ts';
import { keyUsed } from './done.ts';
import { followKeys, keys } from './keys.ts';
import { Step } from './step.tsx';

/** The shortcuts that have keys, to be tried on the samples. */
export function KeysStep() {
  useEffect(() => {
    const life = new AbortController();
    followKeys(life.signal);
    return () => life.abort();
  }, []);
  const set = shortcuts.flatMap(({ id, title }) => {
    const key = keys.value.get(id);
    return key === undefined ? [] : [{ id, title, key }];
  });
  const next = keys.value.get('next-finding');
  return (
    <Step done={keyUsed.value} title={say('快捷键', 'Shortcuts')}>
      <p>
        {next === undefined
          ? say(
              '手不离键盘也能改稿；键由您设定。',
              'A draft can be put right without the mouse; you set the keys.',
            )
          : say(
              `手不离键盘也能改稿：点进示例，按一下 ${next} 试试。`,
              `A draft can be put right without the mouse: click into a sample and press ${next}.`,
            )}
      </p>
      {set.length > 0 && (
        <dl class="keys">
          {set.map(({ id, title, key }) => (
            <div key={id}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{sayWords(title)}</dd>
            </div>
          ))}
        </dl>
      )}
      <div class="row">
        <button type="button" class="quiet" onClick={() => void openShortcutSettings()}>
          {say('更改快捷键…', 'Change shortcuts…')}
        </button>
      </div>
    </Step>
  );
}
