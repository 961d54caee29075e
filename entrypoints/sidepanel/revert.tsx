import { say } from '../../components/say.ts';
import type { PanelState } from './panel-state.ts';

/** Takes the last changes of several places back, while the text is as they left it. */
export function Revert({ state }: { state: PanelState }) {
  if (state.field.value?.canRevert !== true || state.plan.value !== null) return null;
  return (
    <div class="row between soft small">
      <span>{say('刚才的改动可以撤回', 'The last changes can be taken back')}</span>
      <button type="button" class="quiet" disabled={state.busy.value} onClick={() => void state.revert()}>
        {say('恢复改动前的文字', 'Take it back')}
      </button>
    </div>
  );
}
