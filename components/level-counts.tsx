import type { Level } from '../lib/rules/types.ts';
import { say } from './say.ts';
import { levelNames, levels } from './screen-words.ts';
import './marks.css';

interface Props {
  counts: Readonly<Record<Level, number>>;
  /** Makes the counts toggles for the levels shown. */
  filter?: { shown: ReadonlySet<Level>; toggle: (level: Level) => void };
}

/** The counts by level; levels without a finding are left out. */
export function LevelCounts({ counts, filter }: Props) {
  const present = levels.filter((level) => counts[level] > 0);
  return (
    <div class="levels">
      {present.map((level) => {
        const words = (
          <>
            <span class={`mark ${level}`}>{levelNames[level]}</span>{' '}
            <span class="count">{counts[level]}</span>
          </>
        );
        return filter ? (
          <button
            type="button"
            class="level"
            key={level}
            data-level={level}
            aria-pressed={filter.shown.has(level)}
            title={
              filter.shown.has(level)
                ? say('点击收起这一类', 'Click to hide these')
                : say('点击显示这一类', 'Click to show these')
            }
            onClick={() => filter.toggle(level)}
          >
            {words}
          </button>
        ) : (
          <span key={level} data-level={level}>
            {words}
          </span>
        );
      })}
    </div>
  );
}
