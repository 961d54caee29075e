import { say } from './say.ts';
import './rules-off.css';

interface Props {
  /** The rules that are switched off. */
  readonly rules: readonly { readonly id: string; readonly title: string }[];
  readonly busy: boolean;
  readonly onSwitchOn: (rule: string) => void;
}

/** The rules that are switched off, each with a button that switches it on again. Nothing if all are on. */
export function RulesOff({ rules, busy, onSwitchOn }: Props) {
  if (rules.length === 0) return null;
  return (
    <div class="rules-off small">
      <p class="soft">{say('已关闭：', 'Switched off: ')}</p>
      <ul aria-label={say('已关闭的核对内容', 'Rules that are switched off')}>
        {rules.map(({ id, title }) => (
          <li key={id}>
            <span>{title}</span>
            <span class="soft" aria-hidden="true">
              {' · '}
            </span>
            <button
              type="button"
              class="quiet"
              aria-label={say(`打开“${title}”`, `Switch on “${title}”`)}
              aria-disabled={busy}
              onClick={() => {
                if (!busy) onSwitchOn(id);
              }}
            >
              {say('打开', 'Switch on')}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
