import { say } from '../../components/say.ts';
import { Switch } from '../../components/switch.tsx';
import type { PageState } from '../../lib/messaging/page-requests.ts';
import type { Following } from '../surface/follow.ts';
import type { Site } from '../surface/site-permissions.ts';
import { busy, setAlsoRead } from './page-actions.ts';

interface Props {
  choices: PageState['choices'];
  /** The site of the frame with the fields. */
  site: Site;
  /** True if that differs from the tab's site. */
  framed: boolean;
  following: Following;
}

/** Switches for the kinds of field on this page that are not read by default. */
export function SiteChoices({ choices, site, framed, following }: Props) {
  const { codeEditors, optedOut } = choices;
  const about = (words: string): string =>
    framed ? say(`在此页嵌入的 ${site.name}`, `On ${site.name}, framed in this page`) : words;
  return (
    <>
      {codeEditors !== undefined && (
        <Switch
          label={say('也核对代码编辑器', 'Check code editors too')}
          about={about(say('以代码编辑器写稿时打开', 'For drafts that are written in one'))}
          on={codeEditors}
          disabled={busy.value}
          onChange={(on) => void setAlsoRead(site, 'codeEditors', on, following.refresh)}
        />
      )}
      {optedOut !== undefined && (
        <Switch
          label={say('也核对网页声明不检查的编辑区', 'Check fields that ask not to be checked')}
          about={about(say('网页关闭了其中的拼写检查', 'The page has switched spelling checks off in them'))}
          on={optedOut}
          disabled={busy.value}
          onChange={(on) => void setAlsoRead(site, 'optedOut', on, following.refresh)}
        />
      )}
    </>
  );
}
