import { say } from '../../../components/say.ts';
import type { OpenField } from '../draft-place.ts';
import type { PanelState } from '../panel-state.ts';
import { DraftLength } from './draft-length.tsx';
import { MadeList } from './made-list.tsx';
import { openReportOf } from './open-report.ts';
import './facts.css';

/** The length of a checked draft, what was changed in it, and the button to its report. */
export function DraftFacts({ state, field }: { state: PanelState; field: OpenField }) {
  return (
    <div class="facts">
      <DraftLength state={state} text={field.text} />
      <button
        type="button"
        class="quiet"
        aria-disabled={state.busy.value}
        title={say(
          '列出各处提示和改动，可复制、打印、存为 .docx',
          'All findings and changes, to be copied, printed or saved',
        )}
        onClick={() => {
          if (!state.busy.value) void openReportOf(state);
        }}
      >
        {say('核对单…', 'Check report…')}
      </button>
      {field.made.length > 0 && <MadeList state={state} made={field.made} text={field.text} />}
    </div>
  );
}
