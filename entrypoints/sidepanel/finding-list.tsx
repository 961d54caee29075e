import { useState } from 'preact/hooks';
import { FindingItem } from '../../components/finding-item.tsx';
import { countLevels, LevelCounts } from '../../components/level-counts.tsx';
import { say } from '../../components/say.ts';
import type { Finding } from '../../lib/rules/types.ts';
import type { PanelState } from './panel-state.ts';

/** So many are drawn at once; a draft with more is rare, and the rest is one click away. */
const step = 100;

/** Names a finding by what it is and how often that came before, so that the list keeps its place over edits. */
function withKeys(findings: readonly Finding[], text: string): { key: string; finding: Finding }[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const name = `${finding.rule}:${text.slice(finding.start, Math.min(finding.end, finding.start + 40))}`;
    const times = seen.get(name) ?? 0;
    seen.set(name, times + 1);
    return { key: `${name}:${times}`, finding };
  });
}

/** The counts as filters, and the findings in order of place. */
export function FindingList({ state, text }: { state: PanelState; text: string }) {
  const [drawn, setDrawn] = useState(step);
  const shown = state.shown.value;
  const all = state.findings.value;
  const chosen = withKeys(all, text).filter(({ finding }) => shown.has(finding.level));
  return (
    <>
      <LevelCounts counts={countLevels(all)} filter={{ shown, toggle: (level) => state.toggle(level) }} />
      <ol class="findings">
        {chosen.slice(0, drawn).map(({ key, finding }) => (
          <FindingItem
            key={key}
            finding={finding}
            text={text}
            ruleTitle={state.ruleTitle(finding.rule)}
            busy={state.busy.value}
            onReveal={() => void state.reveal(finding)}
            pointed={state.pointed.value === finding}
            onFix={(fix) => void state.fix(finding, fix)}
            onIgnore={(scope) => void state.ignore(finding, scope)}
          />
        ))}
      </ol>
      {chosen.length === 0 && (
        <p class="soft">{say('所选类别下没有提示。', 'Nothing of the chosen kinds.')}</p>
      )}
      {chosen.length > drawn && (
        <button type="button" class="button" onClick={() => setDrawn(drawn + step)}>
          {say(
            `再显示 ${Math.min(step, chosen.length - drawn)} 处（共 ${chosen.length} 处）`,
            `Show ${Math.min(step, chosen.length - drawn)} more (of ${chosen.length})`,
          )}
        </button>
      )}
    </>
  );
}
