import { say } from '../../../components/say.ts';
import { Switch } from '../../../components/switch.tsx';
import type { Desk } from './desk.ts';
import type { GiveBack } from './give-back.ts';

/** The ways to take the draft back: copy it, or save it as the file it came from. */
export function GiveBackBar({ desk }: { desk: Desk }) {
  const { source } = desk.sheet.value;
  const busy = desk.progress.value !== null;
  return (
    <section class="give-back" aria-label={say('取回文稿', 'Take the draft back')}>
      <div class="row wrap">
        <button type="button" class="button main" onClick={() => void desk.copy()}>
          {say('复制改后文字', 'Copy the text')}
        </button>
        {source.kind !== 'typed' && (
          <button type="button" class="button" disabled={busy} onClick={() => void desk.save()}>
            {source.kind === 'docx'
              ? say('下载 .docx', 'Download .docx')
              : say('下载改后文件', 'Download the file')}
          </button>
        )}
      </div>
      {source.kind === 'docx' && <DocxManner desk={desk} />}
    </section>
  );
}

const manners: readonly { readonly manner: GiveBack['manner']; readonly words: () => string }[] = [
  {
    manner: 'tracked',
    words: () => say('修订，附批注说明理由', 'Tracked changes with comments'),
  },
  { manner: 'plain', words: () => say('直接改', 'Plain changes') },
];

/** The choice how changes are written into a .docx, whose styles, tables and notes stay as they are. */
function DocxManner({ desk }: { desk: Desk }) {
  return (
    <>
      <fieldset class="manner row wrap">
        <legend class="unseen">{say('怎样写入 .docx', 'How to write into the .docx')}</legend>
        {manners.map(({ manner, words }) => (
          <label key={manner}>
            <input
              type="radio"
              name="manner"
              checked={desk.manner.value === manner}
              onChange={() => {
                desk.manner.value = manner;
              }}
            />
            {words()}
          </label>
        ))}
      </fieldset>
      <Switch
        label={say('把未改的提示也写成批注', 'Comment on what is left, too')}
        on={desk.remarks.value}
        onChange={(on) => {
          desk.remarks.value = on;
        }}
      />
    </>
  );
}
