import { useEffect, useRef } from 'preact/hooks';
import { langOf } from '../../../components/lang-of.ts';
import { say } from '../../../components/say.ts';
import { DraftView } from '../draft-view.tsx';
import { wide } from '../wide.ts';
import type { Desk, Progress } from './desk.ts';
import { DeskNotices } from './desk-notices.tsx';
import { GiveBackBar } from './give-back-bar.tsx';
import { accepted } from './read-file.ts';
import './desk.css';

/** The desk: a box to paste or drop a draft into, the ways to take it back, and the findings. */
export function DeskPanel({ desk, seen }: { desk: Desk; seen: boolean }) {
  const field = desk.box.field.value;
  const empty = desk.sheet.value.text.trim() === '';
  const stopChecking = desk.box.checking.value;
  const progress: Progress | null =
    desk.progress.value ??
    (stopChecking === null ? null : { words: () => say('正在核对……', 'Checking…'), stop: stopChecking });
  return (
    <div class={empty ? 'desk unused' : 'desk'}>
      <div class="desk-draft">
        <Top desk={desk} empty={empty} />
        <div class="desk-box">
          <Box desk={desk} />
          {progress !== null && <ProgressLine progress={progress} />}
        </div>
        <p class="outcome-here soft" role="status" hidden={desk.outcome.value === ''}>
          {desk.outcome.value}
        </p>
        <DeskNotices desk={desk} empty={empty} seen={seen} />
        {empty && desk.before.value !== null && <Before desk={desk} />}
        {!empty && <GiveBackBar desk={desk} />}
      </div>
      <div class="view desk-findings">
        {field && <DraftView state={desk.state} field={field} seen={seen} findingsFirst={!wide.value} />}
        {desk.box.stopped.value && (
          <div class="row">
            <button type="button" class="button" onClick={() => void desk.box.recheck()}>
              {say('重新核对', 'Check again')}
            </button>
          </div>
        )}
        {!empty && desk.before.value !== null && <Before desk={desk} />}
        {empty && wide.value && (
          <p class="soft empty">
            {say('需要留意之处随后列在这里。', 'What needs attention will be listed here.')}
          </p>
        )}
      </div>
    </div>
  );
}

/** Runs an action that removes its own button, then focuses the box. */
function andFocusBox(act: () => void): void {
  act();
  document.getElementById('desk-text')?.focus();
}

/** Brings back the draft that another one replaced. */
function Before({ desk }: { desk: Desk }) {
  return (
    <div class="row">
      <button type="button" class="quiet" onClick={() => andFocusBox(() => desk.restoreBefore())}>
        {say('恢复先前的文稿', 'Restore the previous draft')}
      </button>
    </div>
  );
}

function Top({ desk, empty }: { desk: Desk; empty: boolean }) {
  const { name } = desk.sheet.value;
  const chooser = useRef<HTMLInputElement>(null);
  return (
    <div class="row between desk-top">
      {empty ? (
        <span class="soft small">{say('文字只在本机核对', 'Checked on this computer only')}</span>
      ) : (
        <span class="name" title={name}>
          {name === '' ? say('粘贴的文字', 'Pasted text') : <span lang={langOf(name)}>{name}</span>}
        </span>
      )}
      <span class="row">
        <button type="button" class="quiet" data-opens="file" onClick={() => chooser.current?.click()}>
          {say('选择文件…', 'Choose a file…')}
        </button>
        {!empty && (
          <button type="button" class="quiet" onClick={() => andFocusBox(() => desk.clear())}>
            {say('清空', 'Clear')}
          </button>
        )}
      </span>
      <input
        ref={chooser}
        type="file"
        hidden
        accept={accepted}
        aria-label={say('选择文件', 'Choose a file')}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          if (file !== undefined) void desk.openFile(file);
          // Allows choosing the same file again after it was corrected.
          event.currentTarget.value = '';
        }}
      />
    </div>
  );
}

/** Rendered once; afterwards the author owns its content. */
function Box({ desk }: { desk: Desk }) {
  const box = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    const ending = new AbortController();
    if (box.current !== null) desk.box.start(box.current, ending.signal);
    return () => ending.abort();
  }, [desk]);
  return (
    <textarea
      ref={box}
      id="desk-text"
      class="sheet serif"
      spellcheck={false}
      aria-label={say('文稿', 'Draft')}
      placeholder={say(
        '把文稿粘贴到这里，或拖入 .docx、.txt、.md 文件',
        'Paste a draft here, or drop a .docx, .txt or .md file',
      )}
      onPaste={(event) => {
        // A file copied in a file manager. Copied words may come with files too, which are ignored.
        const { clipboardData } = event;
        const [file] = clipboardData?.files ?? [];
        if (file === undefined || clipboardData?.getData('text/plain') !== '') return;
        event.preventDefault();
        void desk.openFile(file);
      }}
      onClick={({ clientX, clientY }) => {
        desk.state.list.point(desk.box.findingAt(clientX, clientY));
      }}
    />
  );
}

function ProgressLine({ progress }: { progress: Progress }) {
  return (
    <div class="row between progress" role="status">
      <span>{progress.words()}</span>
      <progress aria-label={progress.words()} />
      <button type="button" class="quiet" onClick={progress.stop}>
        {say('停止', 'Stop')}
      </button>
    </div>
  );
}
