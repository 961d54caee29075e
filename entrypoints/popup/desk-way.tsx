import { say } from '../../components/say.ts';
import { busy, showDesk } from './page-actions.ts';

/** The way to the desk, for those who write elsewhere than on this page. */
export function DeskWay({ windowId }: { windowId: number }) {
  return (
    <button
      type="button"
      class="button desk-way"
      disabled={busy.value}
      onClick={() => void showDesk(windowId)}
    >
      <span>{say('文稿台', 'Desk')}</span>
      <span class="soft small">{say('粘贴或拖入 .docx', 'Paste a draft or drop a .docx')}</span>
    </button>
  );
}
