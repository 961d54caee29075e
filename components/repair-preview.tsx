import type { RepairChange } from '../lib/messages.ts';
import { shortened } from './words.ts';
import './repair-preview.css';

interface Props {
  changes: readonly RepairChange[];
  busy: boolean;
  onApply: () => void;
  onClose: () => void;
}

/** Every change of a numbering repair, old → new with its line, before anything is touched. */
export function RepairPreview({ changes, busy, onApply, onClose }: Props) {
  if (changes.length === 0) {
    return (
      <div class="repair">
        <p>序号层次前后一致，无需调整。</p>
        <button type="button" class="quiet" onClick={onClose}>
          收起
        </button>
      </div>
    );
  }
  return (
    <section class="repair" aria-label="序号调整预览">
      <p class="soft small">将调整以下 {changes.length} 处，其余文字不动：</p>
      <ol class="changes">
        {changes.map((change) => (
          <li key={`${change.start}-${change.end}`}>
            <span class="swap serif">
              <del>{change.old || '（空）'}</del>
              <span aria-hidden="true"> → </span>
              <ins>{change.text || '（删去）'}</ins>
            </span>
            <span class="line serif soft">{shortened(change.line, 26)}</span>
          </li>
        ))}
      </ol>
      <div class="row">
        <button type="button" class="button main" disabled={busy} onClick={onApply}>
          应用
        </button>
        <button type="button" class="button" onClick={onClose}>
          暂不
        </button>
      </div>
    </section>
  );
}
