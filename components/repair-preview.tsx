import { useState } from 'preact/hooks';
import type { RepairChange } from '../lib/messaging/messages.ts';
import { ChangeList, RepairWays, toggled } from './change-list.tsx';
import { useFocusHere } from './focus-here.ts';
import { say } from './say.ts';
import './repair-preview.css';

interface Props {
  changes: readonly RepairChange[];
  /** How many findings on the numbering there are, where that is known. */
  found?: number;
  busy: boolean;
  onApply: (kept: readonly RepairChange[]) => void;
  onClose: () => void;
}

/**
 * Previews every change of a numbering repair, old → new with its line, before any is applied; each can be
 * left out. The button that opens it has `data-opens="plan"`.
 */
export function RepairPreview({ changes, found = 0, busy, onApply, onClose }: Props) {
  const panel = useFocusHere<HTMLDivElement>('plan');
  if (changes.length === 0) {
    return (
      <div class="repair" ref={panel}>
        <p>
          {found === 0
            ? say('序号层次前后一致，无需调整。', 'The numbering is consistent. Nothing to change.')
            : say(
                '没有可以一并调整的，请逐条看提示。',
                'Nothing can be changed together. Please look at each finding.',
              )}
        </p>
        <button type="button" class="quiet" onClick={onClose}>
          {say('收起', 'Close')}
        </button>
      </div>
    );
  }
  // A new plan needs a new choice: its indexes are others.
  const plan = changes.map(({ start, text }) => `${start}${text}`).join();
  return (
    <div ref={panel}>
      <Choice key={plan} changes={changes} busy={busy} onApply={onApply} onClose={onClose} />
    </div>
  );
}

function Choice({ changes, busy, onApply, onClose }: Props) {
  const [leftOut, setLeftOut] = useState<ReadonlySet<number>>(new Set());
  const kept = changes.filter((_, index) => !leftOut.has(index));
  return (
    <section class="repair" aria-label={say('序号调整预览', 'Preview of the numbering repair')}>
      <p class="soft small">
        {say(
          `将调整以下 ${kept.length} 处，其余文字不动。不改的可以去掉勾选：`,
          `${kept.length === 1 ? 'One place' : `${kept.length} places`} will change, nothing else. Untick what should stay:`,
        )}
      </p>
      <RepairWays changes={changes} leftOut={leftOut} onChoose={setLeftOut} />
      <ChangeList
        changes={changes}
        leftOut={leftOut}
        onToggle={(index) => setLeftOut(toggled(leftOut, index))}
      />
      <div class="row">
        <button
          type="button"
          class="button main"
          disabled={busy || kept.length === 0}
          onClick={() => onApply(kept)}
        >
          {say('应用', 'Apply')}
        </button>
        <button type="button" class="button" onClick={onClose}>
          {say('暂不', 'Not now')}
        </button>
      </div>
    </section>
  );
}
