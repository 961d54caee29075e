import { useEffect, useState } from 'preact/hooks';
import { ignoreNames } from '../../components/ignore-names.ts';
import { say } from '../../components/say.ts';
import { shortened } from '../../components/screen-words.ts';
import type { IgnoredFinding } from '../../lib/checking/ignored.ts';
import type { PanelState } from './panel-state.ts';

interface Entry {
  readonly finding: IgnoredFinding;
  readonly always: boolean;
}

function scopeOf({ finding, always }: Entry): string {
  return ignoreNames[always ? 'always' : finding.before === undefined ? 'draft' : 'here'];
}

interface Props {
  readonly state: PanelState;
  readonly text: string;
  /** The number of ignored findings. */
  readonly count: number;
}

/** The ignored findings, folded at first, each with a button to restore it. */
export function IgnoredList({ state, text, count }: Props) {
  const [open, setOpen] = useState(false);
  const draftKey = state.field.value?.draftKey;
  useEffect(() => {
    if (open) void state.ignoring.read();
  }, [state, open, count, draftKey]);
  const { draft = [], always = [] } = state.ignoring.list.value ?? {};
  const entries: readonly Entry[] = [
    ...draft.map((finding) => ({ finding, always: false })),
    // Of those ignored everywhere, only what occurs in this draft.
    ...always.filter((finding) => text.includes(finding.text)).map((finding) => ({ finding, always: true })),
  ];
  const restore = async (entry: Entry, index: number): Promise<void> => {
    if (!(await state.ignoring.restore(entry.finding, entry.always))) return;
    if (entries.length > 1) state.moveFocus('.ignored li button', index);
    else state.moveFocus('.finding .place');
  };
  return (
    <details class="ignored" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary class="soft small">{say(`已忽略 ${count} 处`, `Ignored: ${count}`)}</summary>
      {open && (
        <ul>
          {entries.map((entry, index) => (
            <li class="row between" key={`${entry.always} ${JSON.stringify(entry.finding)}`}>
              <span>
                <span class="serif" lang="zh-CN">
                  <span class="soft">{entry.finding.before?.split('\n').at(-1)?.slice(-6)}</span>
                  {shortened(entry.finding.text, 30)}
                  <span class="soft">{entry.finding.after?.split('\n')[0]?.slice(0, 6)}</span>
                </span>{' '}
                <span class="soft small">
                  {state.ruleTitle(entry.finding.rule)} · {scopeOf(entry)}
                </span>
              </span>
              <button type="button" class="quiet" onClick={() => void restore(entry, index)}>
                {say('恢复', 'Restore')}
                <span class="unseen" lang="zh-CN">{` “${entry.finding.text}”`}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {open && draft.length > 1 && (
        <button
          type="button"
          class="quiet"
          onClick={async () => {
            if (await state.ignoring.restore()) state.moveFocus('.finding .place');
          }}
        >
          {say('本稿的全部恢复', 'Restore all of this draft')}
        </button>
      )}
    </details>
  );
}
