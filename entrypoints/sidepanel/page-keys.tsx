import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { pageKeysInWords } from '../../components/page-keys.ts';
import { say } from '../../components/say.ts';
import type { KeyHintReply } from '../../lib/messaging/commands.ts';
import { ask } from '../surface/messaging.ts';

/** Tells a newcomer the shortcuts that work in the page, until they are acknowledged. */
export function PageKeys() {
  const keys = useSignal<KeyHintReply['keys']>(null);
  const learn = async (note?: 'known'): Promise<void> => {
    try {
      keys.value = (await ask({ type: 'key-hint', note })).keys;
    } catch (fault) {
      // The line comes up another time.
      console.info('稿准：', fault);
    }
  };
  useEffect(() => void learn(), []);
  if (keys.value === null) return null;
  return (
    <p class="row wrap soft small page-keys">
      <span>{say('在网页里：', 'In the page:')}</span>
      {pageKeysInWords(keys.value).map((words) => (
        <span key={words}>{words}</span>
      ))}
      <button
        type="button"
        class="quiet"
        onClick={() => {
          keys.value = null;
          void learn('known');
          // The pressed button is gone.
          const places = document.querySelectorAll<HTMLElement>('#page-panel .finding .place');
          (places[places.length - 1] ?? document.getElementById('page-tab'))?.focus();
        }}
      >
        {say('知道了', 'Got it')}
      </button>
    </p>
  );
}
