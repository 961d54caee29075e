import { useState } from 'preact/hooks';
import { repeatedKeys } from './repeated-keys.ts';
import { say } from './say.ts';
import { shortened } from './screen-words.ts';
import { surroundings } from './surroundings.ts';
import './fix-preview.css';

/** A replacement in the draft's text, with the message of its finding; UTF-16 offsets. */
interface Change {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly message: string;
  /** True if it is offered without a tick. */
  readonly startsLeftOut?: boolean;
}

interface Props<C extends Change> {
  /** In text order. */
  changes: readonly C[];
  text: string;
  busy: boolean;
  onApply: (kept: readonly C[]) => void;
  onClose: () => void;
}

/** Characters shown before and after a change, within its line. */
const reach = 12;

interface Row<C> {
  /** Names a change by its words, so that it stays left out while the text changes elsewhere. */
  readonly key: string;
  readonly change: C;
  readonly old: string;
  readonly before: string;
  readonly after: string;
}

function rowsOf<C extends Change>(changes: readonly C[], text: string): Row<C>[] {
  const oldOf = ({ start, end }: C) => text.slice(start, end);
  const keys = repeatedKeys(changes.map((change) => `${oldOf(change)}→${change.text}`));
  return changes.map((change, at) => ({
    key: keys[at] ?? '',
    change,
    old: oldOf(change),
    ...surroundings(text, change, reach),
  }));
}

/** Previews every change in its line before any is applied; each can be left out. */
export function FixPreview<C extends Change>({ changes, text, busy, onApply, onClose }: Props<C>) {
  const rows = rowsOf(changes, text);
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(
    () => new Set(rows.flatMap(({ key, change }) => (change.startsLeftOut === true ? [key] : []))),
  );
  const kept = rows.filter(({ key }) => !leftOut.has(key));
  const toggle = (key: string): void => {
    const next = new Set(leftOut);
    if (!next.delete(key)) next.add(key);
    setLeftOut(next);
  };
  return (
    <section
      class="fix-preview"
      aria-label={say('一并改正的预览', 'Preview of the changes')}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.isComposing) onClose();
      }}
    >
      <p class="soft small">
        {kept.length === 0
          ? say('请逐处看过，勾选要改的：', 'Look at each, and tick what should change:')
          : say(
              `将改动以下 ${kept.length} 处，其余文字不动。不改的可以去掉勾选：`,
              kept.length === 1
                ? 'One place will change, nothing else. Untick it if it should stay:'
                : `These ${kept.length} places will change, nothing else. Untick what should stay:`,
            )}
      </p>
      <ol>
        {rows.map(({ key, change, old, before, after }, index) => (
          <li key={key} class={leftOut.has(key) ? 'left-out' : ''}>
            <label>
              <input
                type="checkbox"
                checked={!leftOut.has(key)}
                aria-label={say(
                  `“${old || '（空）'}”改为“${change.text || '（删去）'}”`,
                  `“${old || '(nothing)'}” becomes “${change.text || '(deleted)'}”`,
                )}
                onChange={() => toggle(key)}
              />
              <span class="line serif" lang="zh-CN">
                <span class="soft">{before}</span>
                <del>{shortened(old, 40)}</del>
                <ins>{shortened(change.text.replaceAll('\n', '↵'), 40)}</ins>
                <span class="soft">{after}</span>
              </span>
            </label>
            {change.message !== changes[index - 1]?.message && <p class="soft small">{change.message}</p>}
          </li>
        ))}
      </ol>
      <div class="row">
        <button
          type="button"
          class="button main"
          disabled={busy || kept.length === 0}
          onClick={() => onApply(kept.map(({ change }) => change))}
        >
          {say(`改正这 ${kept.length} 处`, kept.length === 1 ? 'Change it' : `Change these ${kept.length}`)}
        </button>
        <button type="button" class="button" onClick={onClose}>
          {say('暂不', 'Not now')}
        </button>
      </div>
    </section>
  );
}
