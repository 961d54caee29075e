import { FixPreview } from '../../components/fix-preview.tsx';
import { say } from '../../components/say.ts';
import type { PanelState } from './panel-state.ts';

/** Applies all certain fixes together, after a preview. Offered if there are at least two. */
export function CertainFixes({ state, text }: { state: PanelState; text: string }) {
  const certain = state.certain.value;
  if (state.certainOf.value !== null && certain.length > 0) {
    return (
      <div class="certain-preview">
        <FixPreview
          changes={certain}
          text={text}
          busy={state.busy.value}
          onApply={(kept) => void state.applyCertain(kept, text)}
          onClose={() => state.closeCertain()}
        />
      </div>
    );
  }
  if (certain.length < 2) return null;
  return (
    <div class="row between wrap">
      <span>{say(`有 ${certain.length} 处可以一并改正`, `Certain changes: ${certain.length}`)}</span>
      <button type="button" class="button open-certain" onClick={() => state.openCertain()}>
        {say('预览一并改正', 'Preview them')}
      </button>
    </div>
  );
}
