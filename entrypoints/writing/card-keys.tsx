import { pageKeysInWords } from '../../components/page-keys.ts';
import { say } from '../../components/say.ts';
import type { PageKeys } from '../../lib/messaging/commands.ts';
import { Button } from './card-button.tsx';

export interface CardKeysProps {
  readonly keys: PageKeys;
  readonly onKnown: () => void;
}

/** The shortcuts that work in the page, told in a newcomer's first cards. */
export function CardKeys({ keys, onKnown }: CardKeysProps) {
  return (
    <p class="soft keys">
      {pageKeysInWords(keys).map((words) => (
        <span class="unbroken" key={words}>
          {words}
        </span>
      ))}
      <Button onPress={onKnown}>{say('知道了', 'Got it')}</Button>
    </p>
  );
}
