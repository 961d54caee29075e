import { useSignal } from '@preact/signals';
import { say } from '../../components/say.ts';
import { Switch } from '../../components/switch.tsx';
import { inWords } from '../surface/messaging.ts';
import type { Site } from '../surface/site-permissions.ts';
import { switchSite } from '../surface/switch-site.ts';
import { useFocusBack } from './focus-back.ts';

interface Props {
  readonly site: Site;
  /** Looks at the page again. */
  readonly refresh: () => Promise<void>;
}

/** The switch of a site that is not allowed yet, and what became of it. */
export function SiteHere({ site, refresh }: Props) {
  const place = useFocusBack();
  const said = useSignal('');
  const change = async (on: boolean): Promise<void> => {
    said.value = '';
    try {
      said.value = await switchSite(site, on);
    } catch (fault) {
      said.value = inWords(fault);
    }
    await refresh();
  };
  return (
    <div ref={place} class="site-here">
      <Switch
        label={say('在此网站检查', 'Check on this site')}
        about={site.name}
        on={false}
        onChange={(on) => void change(on)}
      />
      <p class="soft small" role="status">
        {said.value}
      </p>
    </div>
  );
}
