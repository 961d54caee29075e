import { useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { say } from '../../../components/say.ts';
import { Switch } from '../../../components/switch.tsx';
import { wide } from '../wide.ts';
import type { Desk } from './desk.ts';
import type { GiveBack } from './give-back.ts';
import { isChanged, type Sheet } from './sheet.ts';

/** The file that a sheet can be saved as. */
function fileKind({ source }: Sheet): { readonly words: string; readonly isOwn: boolean } {
  if (source.kind === 'text') return { words: say('下载改后文件', 'Download the file'), isOwn: true };
  return source.kind === 'docx' && source.bytes !== null
    ? { words: say('下载 .docx', 'Download .docx'), isOwn: true }
    : { words: say('下载 .txt', 'Download .txt'), isOwn: false };
}

/** Tells the style sheet the height of the bar, which covers the foot of a narrow panel. */
function useHeightInStyle(): RefObject<HTMLElement | null> {
  const bar = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const { style } = document.documentElement;
    const observer = new ResizeObserver(() => {
      style.setProperty('--give-back', `${bar.current?.offsetHeight ?? 0}px`);
    });
    if (bar.current !== null) observer.observe(bar.current);
    return () => {
      observer.disconnect();
      style.removeProperty('--give-back');
    };
  }, []);
  return bar;
}

/**
 * The ways to take the draft back: as the file it came from, or else copied. The usual way comes first, and is the main
 * button once there is a change: before, the next step is to look at the findings.
 */
export function GiveBackBar({ desk }: { desk: Desk }) {
  const bar = useHeightInStyle();
  const sheet = desk.sheet.value;
  const { source } = sheet;
  const file = fileKind(sheet);
  const main = isChanged(sheet) ? 'button main' : 'button';
  const asFile = (
    <button
      type="button"
      key="file"
      class={file.isOwn ? main : 'button'}
      disabled={desk.progress.value !== null}
      onClick={() => void desk.save()}
    >
      {file.words}
    </button>
  );
  const copy = (
    <button type="button" key="copy" class={file.isOwn ? 'button' : main} onClick={() => void desk.copy()}>
      {say('复制改后文字', 'Copy the text')}
    </button>
  );
  return (
    <section ref={bar} class="give-back" aria-label={say('取回文稿', 'Take the draft back')}>
      <div class="row wrap">
        {file.isOwn ? [asFile, copy] : [copy, asFile]}
        {source.kind === 'docx' && source.bytes !== null && <DocxManner desk={desk} />}
      </div>
    </section>
  );
}

const manners: readonly {
  readonly manner: GiveBack['manner'];
  readonly words: () => string;
  readonly short: () => string;
}[] = [
  {
    manner: 'tracked',
    words: () => say('修订，附批注说明理由', 'Tracked changes with comments'),
    short: () => say('修订', 'Tracked'),
  },
  {
    manner: 'plain',
    words: () => say('直接改', 'Plain changes'),
    short: () => say('直接改', 'Plain'),
  },
];

/**
 * The choice how changes are written into a .docx, whose styles, tables and notes stay as they are. Folded in a narrow
 * panel, whose list it would cover.
 */
function DocxManner({ desk }: { desk: Desk }) {
  const unfolded = useSignal(false);
  const shown = wide.value || unfolded.value;
  const short = manners.find(({ manner }) => manner === desk.manner.value)?.short() ?? '';
  return (
    <>
      {!wide.value && (
        <button
          type="button"
          class="quiet"
          aria-expanded={shown}
          aria-controls="manner"
          title={say('怎样写入 .docx', 'How to write into the .docx')}
          onClick={() => {
            unfolded.value = !unfolded.value;
          }}
        >
          {say(`写法：${short}`, short)}
          <span aria-hidden="true"> {shown ? '▾' : '▴'}</span>
        </button>
      )}
      <div id="manner" class="manner-choice" hidden={!shown}>
        <fieldset class="manner row wrap">
          <legend class="unseen">{say('怎样写入 .docx', 'How to write into the .docx')}</legend>
          {manners.map(({ manner, words }) => (
            <label key={manner}>
              <input
                type="radio"
                name="manner"
                checked={desk.manner.value === manner}
                onChange={() => desk.writeAs({ manner })}
              />
              {words()}
            </label>
          ))}
        </fieldset>
        <Switch
          label={say('把未改的提示也写成批注', 'Comment on what is left, too')}
          on={desk.remarks.value}
          onChange={(remarks) => desk.writeAs({ remarks })}
        />
      </div>
    </>
  );
}
