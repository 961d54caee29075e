import { useFocusHere } from '../../../components/focus-here.ts';
import { langOf } from '../../../components/lang-of.ts';
import { say } from '../../../components/say.ts';
import { FileButton } from '../own/file-button.tsx';
import { busy, chooseBackup, chosen, outcome, restoreChosen, saveBackup } from './backup-state.ts';

/** Backup of all stored data to one file, and restoring it. */
export function BackupSection() {
  const file = chosen.value;
  return (
    <section id="backup">
      <h2>{say('备份和恢复', 'Backup')}</h2>
      <p class="soft small">
        {say(
          '设置、我的提法、收藏、单位词库，以及各篇稿件的日期和忽略，一并存入一个文件；不含稿件文字，但含忽略过的字句；稿件所在网址只存摘要，还原不出。',
          'Settings, your phrases, stars, organisation packs, and the dates and ignored words of drafts, in one file. No draft is in it, but the words you ignored are; of the addresses of drafts it has only a digest, which tells nothing of them.',
        )}
      </p>
      <div class="row wrap">
        <button type="button" class="button" disabled={busy.value} onClick={() => void saveBackup()}>
          {say('备份到文件', 'Save to a file')}
        </button>
        <FileButton
          words={say('从文件恢复', 'Restore from a file')}
          opens="restore"
          accept=".json"
          disabled={busy.value}
          onFile={chooseBackup}
        />
      </div>
      {file !== null && <Preview file={file} />}
      <p class="soft small" role="status" hidden={outcome.value === ''}>
        {outcome.value}
      </p>
    </section>
  );
}

/** What restoring the chosen file would change, and the buttons to decide. */
function Preview({ file }: { file: NonNullable<typeof chosen.value> }) {
  const place = useFocusHere<HTMLElement>('restore');
  return (
    <section ref={place} class="import" aria-label={say('恢复预览', 'What would be restored')}>
      <p>
        <b lang={langOf(file.name)}>{file.name}</b>
        {file.would.parts.length > 0
          ? say(`：将采用 ${file.would.parts.join('、')}。`, `: ${file.would.parts.join(', ')}.`)
          : say('：没有可以恢复的内容。', ': nothing to restore.')}
      </p>
      <p class="soft small">
        {say(
          '设置以文件为准；提法、词库、忽略的字句和停用的网站只增不减。',
          'Settings are taken from the file; phrases, packs, ignored words and sites left alone are only added to.',
        )}
      </p>
      {file.would.refused.length > 0 && (
        <ul class="notice small">
          {file.would.refused.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      )}
      <div class="row">
        {file.would.parts.length > 0 && (
          <button
            type="button"
            class="button main"
            disabled={busy.value}
            onClick={() => void restoreChosen()}
          >
            {say('恢复', 'Restore')}
          </button>
        )}
        <button
          type="button"
          class="button"
          onClick={() => {
            chosen.value = null;
          }}
        >
          {say('取消', 'Cancel')}
        </button>
      </div>
    </section>
  );
}
