import { useSignal } from '@preact/signals';
import { say } from '../../components/say.ts';
import { SiteChoices } from '../../components/site-choices.tsx';
import type { PageState } from '../../lib/messaging/page-requests.ts';
import { ask, inWords } from '../surface/messaging.ts';
import { type Site, siteOf } from '../surface/site-permissions.ts';
import { useFocusBack } from './focus-back.ts';

interface Props {
  readonly state: PageState;
  /** The tab's site. */
  readonly site: Site | null;
  /** Looks at the page again. */
  readonly refresh: () => Promise<void>;
}

/** Why the editor of a page is not checked, and the switches by which it is. */
export function ChoicesHere({ state: { choices, address }, site, refresh }: Props) {
  const place = useFocusBack();
  const said = useSignal('');
  const busy = useSignal(false);
  const own = siteOf(address);
  const change = async (what: keyof typeof choices, on: boolean): Promise<void> => {
    if (own === null) return;
    busy.value = true;
    said.value = '';
    try {
      await ask({ type: 'set-also-read', pattern: own.pattern, what, on });
    } catch (fault) {
      said.value = inWords(fault);
    }
    await refresh();
    busy.value = false;
  };
  return (
    <div ref={place} class="site-here">
      <p>
        {choices.optedOut === undefined
          ? say(
              '此页的代码编辑器默认不核对。如用来写稿，可在此打开。',
              'The code editor on this page is left alone by default. If it holds a draft, switch it on here.',
            )
          : say(
              '此页的编辑区声明不检查，稿准照办，没有核对。如用来写稿，可在此打开。',
              'The editor on this page asks not to be checked, so it was not. If it holds a draft, switch it on here.',
            )}
      </p>
      {own !== null && (
        <SiteChoices
          choices={choices}
          framed={own.pattern === site?.pattern ? null : own.name}
          busy={busy.value}
          onChange={(what, on) => void change(what, on)}
        />
      )}
      <p class="soft small" role="status">
        {said.value}
      </p>
    </div>
  );
}
