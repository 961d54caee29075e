import { useEffect } from 'preact/hooks';
import { say } from '../../../components/say.ts';
import type { Desk } from './desk.ts';

/** What the author has to know about how long the text stays; nothing as long as all of it does. */
export function DeskNotices({ desk, empty, seen }: { desk: Desk; empty: boolean; seen: boolean }) {
  if (empty) return <Lost desk={desk} seen={seen} />;
  const { source } = desk.sheet.value;
  const words =
    source.kind === 'docx' && source.bytes === null
      ? say(
          '原文件太大，没有留下，现在只能取回文字；重新选择原文件，即可写回 .docx。',
          'The file was too large to be kept: only its text can be taken back. Choose the file again to write into it.',
        )
      : wordsOf(desk.keeper.stays.value);
  return words === '' ? null : <p class="soft small kept-note">{words}</p>;
}

function wordsOf(stays: 'all' | 'text' | 'nothing'): string {
  if (stays === 'text') {
    return say(
      '文件较大，关闭文稿台后只留文字和改动，请先下载。',
      'The file is large: after closing the desk, only text and changes stay. Please download it first.',
    );
  }
  if (stays === 'nothing') {
    return say(
      '文稿太长，关闭文稿台后不能保留，请先取回。',
      'The draft is too long to stay when the desk is closed. Please take it back first.',
    );
  }
  return '';
}

/** Says once that a text went with the browser. */
function Lost({ desk, seen }: { desk: Desk; seen: boolean }) {
  const lost = desk.keeper.lost.value;
  useEffect(() => {
    if (lost && seen) void desk.keeper.lossSeen();
  }, [desk, lost, seen]);
  if (!lost) return null;
  return (
    <div class="notice row between" role="status">
      <p>
        {say(
          '上次浏览器关闭（或稿准更新）时文稿台上还有文稿，已随之清除。',
          'There was a draft on the desk when the browser was closed (or Gaozhun updated); it is gone with it.',
        )}
      </p>
      <button
        type="button"
        class="button"
        onClick={() => {
          desk.keeper.lost.value = false;
          document.getElementById('desk-text')?.focus();
        }}
      >
        {say('知道了', 'OK')}
      </button>
    </div>
  );
}
