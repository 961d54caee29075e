import { useLayoutEffect } from 'preact/hooks';
import { KnownUntil } from '../../components/known-until.tsx';
import { say } from '../../components/say.ts';
import { beforeCheck } from '../../components/words.ts';
import type { CheckReply } from '../../lib/messages.ts';
import { DraftDate } from './draft-date.tsx';
import type { OpenField } from './draft-place.ts';
import { FindingList } from './finding-list.tsx';
import { Numbering } from './numbering.tsx';
import type { PanelState } from './panel-state.ts';

function NothingFound({ state, check }: { state: PanelState; check: CheckReply }) {
  const rules = state.status.value?.rules.filter(({ on }) => on).map(({ title }) => title) ?? [];
  return (
    <div class="empty">
      <h2>{say('未见需要改动之处', 'Nothing to change')}</h2>
      {rules.length > 0 && (
        <p>
          {say('已核对：', 'Checked: ')}
          {rules.join('、')}
          {say('。', '.')}
        </p>
      )}
      {check.ignored > 0 && (
        <p class="soft">
          {say(`另有 ${check.ignored} 处已按您的意思忽略。`, `Ignored as you wished: ${check.ignored}.`)}
        </p>
      )}
    </div>
  );
}

/** Keeps the place in each draft's list: the author comes back from another draft to where they read. */
function useKeptPlace(state: PanelState, draftKey: string | null): void {
  useLayoutEffect(() => {
    if (draftKey === null) return;
    scrollTo(0, state.places.get(draftKey) ?? 0);
    const keep = (): void => void state.places.set(draftKey, scrollY);
    addEventListener('scroll', keep, { passive: true });
    return () => removeEventListener('scroll', keep);
  }, [state, draftKey]);
}

interface Props {
  readonly state: PanelState;
  readonly field: OpenField;
  /** False while another view of the panel is in front. */
  readonly seen: boolean;
}

/** A draft as it was checked: its date, its numbering, then every finding in order of place. */
export function DraftView({ state, field, seen }: Props) {
  const { check, text, complete, wayBack } = field;
  useKeptPlace(state, seen ? field.draftKey : null);
  if (!check) return <p class="soft">{beforeCheck(text)}</p>;
  if (check.declined !== undefined) {
    return (
      <div class="empty">
        <p>{check.declined}</p>
      </div>
    );
  }
  return (
    <>
      <DraftDate asOf={check.asOf} onSet={(date) => void state.setDate(date)} />
      <Numbering state={state} text={text} wayBack={wayBack} />
      {check.findings.length > 0 ? (
        <FindingList state={state} text={text} />
      ) : (
        <NothingFound state={state} check={check} />
      )}
      <footer>
        {!complete && (
          <p class="soft small">
            {say(
              '编辑器只呈现了长文的一部分，未呈现的文字没有核对。',
              'The editor shows only part of a long text; what it does not show was not checked.',
            )}
          </p>
        )}
        {check.ignored > 0 && (
          <div class="row between soft small">
            <span>{say(`已忽略 ${check.ignored} 处`, `Ignored: ${check.ignored}`)}</span>
            <button type="button" class="quiet" onClick={() => void state.restoreIgnored()}>
              {say('恢复', 'Restore')}
            </button>
          </div>
        )}
        <KnownUntil trueUntil={check.trueUntil} asOf={check.asOf} />
      </footer>
      <p class="told" role="status" hidden={state.said.value === ''}>
        {state.said.value}
      </p>
    </>
  );
}
