import { say } from '../../../components/say.ts';
import { shortened } from '../../../components/screen-words.ts';
import { surroundings } from '../../../components/surroundings.ts';
import { partsOfReason } from '../../../lib/checking/reasons.ts';
import type { MadeChange } from '../../../lib/messaging/page-requests.ts';
import type { PanelState } from '../panel-state.ts';

interface Props {
  readonly state: PanelState;
  readonly made: readonly MadeChange[];
  readonly text: string;
}

/** What fixes have changed since the page was opened, folded at first; each change leads to its place. */
export function MadeList({ state, made, text }: Props) {
  return (
    <details class="made">
      <summary class="soft small">
        {say(`本次已改 ${made.length} 处`, `Changed so far: ${made.length}`)}
      </summary>
      <ol>
        {made.map((change) => (
          <Made key={`${change.start} ${change.before}`} state={state} change={change} text={text} />
        ))}
      </ol>
    </details>
  );
}

function Made({ state, change, text }: Omit<Props, 'made'> & { readonly change: MadeChange }) {
  const { before, after } = surroundings(text, change, 8);
  const { message, source } = partsOfReason(change.reason);
  return (
    <li>
      <button
        type="button"
        class="goto"
        title={say('在稿中定位', 'Show in the draft')}
        onClick={() => void state.reveal(change)}
      >
        <span class="serif" lang="zh-CN">
          <span class="soft">{before}</span>
          {change.before !== '' && <del>{shortened(change.before, 30)}</del>}
          {change.after !== '' && <ins>{shortened(change.after, 30)}</ins>}
          <span class="soft">{after}</span>
        </span>
        {message !== '' && (
          <span class="soft small">
            {message}
            {source !== undefined && (
              <>
                {say('依据：', ' Source: ')}
                <span lang="zh-CN">{source}</span>
              </>
            )}
          </span>
        )}
      </button>
    </li>
  );
}
