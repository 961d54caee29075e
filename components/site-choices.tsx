import type { PageState } from '../lib/messaging/page-requests.ts';
import { say } from './say.ts';
import { Switch } from './switch.tsx';

type Choices = PageState['choices'];

interface Props {
  choices: Choices;
  /** The name of the site of the frame with the fields, if that differs from the tab's site; else null. */
  framed: string | null;
  busy: boolean;
  onChange: (what: keyof Choices, on: boolean) => void;
}

/** Switches for the kinds of field on this page that are not read by default. */
export function SiteChoices({ choices: { codeEditors, optedOut }, framed, busy, onChange }: Props) {
  const about = (words: string): string =>
    framed === null ? words : say(`在此页嵌入的 ${framed}`, `On ${framed}, framed in this page`);
  return (
    <>
      {codeEditors !== undefined && (
        <Switch
          label={say('也核对代码编辑器', 'Check code editors too')}
          about={about(say('以代码编辑器写稿时打开', 'For drafts that are written in one'))}
          on={codeEditors}
          disabled={busy}
          onChange={(on) => onChange('codeEditors', on)}
        />
      )}
      {optedOut !== undefined && (
        <Switch
          label={say('也核对网页声明不检查的编辑区', 'Check fields that ask not to be checked')}
          about={about(say('网页关闭了其中的拼写检查', 'The page has switched spelling checks off in them'))}
          on={optedOut}
          disabled={busy}
          onChange={(on) => onChange('optedOut', on)}
        />
      )}
    </>
  );
}
