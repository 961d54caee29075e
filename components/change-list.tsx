import type { RepairChange } from '../lib/messaging/messages.ts';
import { say } from './say.ts';
import { shortened } from './screen-words.ts';

interface Props {
  changes: readonly RepairChange[];
  /** Indexes in `changes` of those that the author left out. */
  leftOut: ReadonlySet<number>;
  /** Called on trusted events only. */
  onToggle: (index: number) => void;
}

const aboutNames = {
  get count() {
    return say('所报条数', 'announced number');
  },
  get reference() {
    return say('文中照应', 'reference');
  },
};

/** Words of the draft are Chinese; the placeholder for no words is in the language of the screen. */
const draftLang = (words: string): string | undefined => (words === '' ? undefined : 'zh-CN');

/** Changes of a numbering repair, old → new with the line; each can be left out. */
export function ChangeList({ changes, leftOut, onToggle }: Props) {
  return (
    <ol class="changes">
      {changes.map((change, index) => (
        <li key={`${change.start}-${change.end}`} class={leftOut.has(index) ? 'left-out' : ''}>
          <label>
            <input
              type="checkbox"
              checked={!leftOut.has(index)}
              onChange={(event) => {
                if (event.isTrusted) onToggle(index);
              }}
            />
            <span class="swap serif">
              <del lang={draftLang(change.old)}>{change.old || say('（空）', '(nothing)')}</del>
              <span aria-hidden="true"> → </span>
              <ins lang={draftLang(change.text)}>{change.text || say('（删去）', '(deleted)')}</ins>
            </span>
            <span class="line serif soft">
              {change.about !== undefined && <b>{aboutNames[change.about]}　</b>}
              <span lang="zh-CN">{shortened(change.line, 26)}</span>
            </span>
          </label>
        </li>
      ))}
    </ol>
  );
}

interface WaysProps {
  changes: readonly RepairChange[];
  leftOut: ReadonlySet<number>;
  onChoose: (leftOut: ReadonlySet<number>) => void;
}

/**
 * A choice for a repair of both the ordinals and the count that announces them: all of it, or the ordinals
 * only.
 */
export function RepairWays({ changes, leftOut, onChoose }: WaysProps) {
  const counts = changes.flatMap(({ about }, index) => (about === 'count' ? [index] : []));
  if (counts.length === 0 || counts.length === changes.length) return null;
  const without = new Set(counts);
  const isWithout = leftOut.size === without.size && counts.every((index) => leftOut.has(index));
  const choose = (next: ReadonlySet<number>) => (event: Event) => {
    if (event.isTrusted) onChoose(next);
  };
  return (
    <div class="ways">
      <button type="button" class="quiet" aria-pressed={leftOut.size === 0} onClick={choose(new Set())}>
        {say('序号和条数一并改', 'Numbers and count')}
      </button>
      <button type="button" class="quiet" aria-pressed={isWithout} onClick={choose(without)}>
        {say('只改序号', 'Numbers only')}
      </button>
    </div>
  );
}

/** The set with one index added or removed. */
export function toggled(leftOut: ReadonlySet<number>, index: number): ReadonlySet<number> {
  const next = new Set(leftOut);
  if (!next.delete(index)) next.add(index);
  return next;
}
