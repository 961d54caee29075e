import { useState } from 'preact/hooks';
import { FindingItem } from '../../components/finding-item.tsx';
import { countLevels, LevelCounts } from '../../components/level-counts.tsx';
import type { Finding } from '../../lib/rules/types.ts';
import type { Desk } from './desk.ts';

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
export function FindingList({ desk, text }: { desk: Desk; text: string }) {
  const [drawn, setDrawn] = useState(step);
  const shown = desk.shown.value;
  const all = desk.findings.value;
  const chosen = withKeys(all, text).filter(({ finding }) => shown.has(finding.level));
  return (
    <>
      <LevelCounts counts={countLevels(all)} filter={{ shown, toggle: (level) => desk.toggle(level) }} />
      <ol class="findings">
        {chosen.slice(0, drawn).map(({ key, finding }) => (
          <FindingItem
            key={key}
            finding={finding}
            text={text}
            ruleTitle={desk.ruleTitle(finding.rule)}
            busy={desk.busy.value}
            onReveal={() => void desk.reveal(finding)}
            onFix={(fix) => void desk.fix(fix)}
            onIgnore={(scope) => void desk.ignore(finding, scope)}
          />
        ))}
      </ol>
      {chosen.length === 0 && <p class="soft">所选类别下没有提示。</p>}
      {chosen.length > drawn && (
        <button type="button" class="button" onClick={() => setDrawn(drawn + step)}>
          再显示 {Math.min(step, chosen.length - drawn)} 处（共 {chosen.length} 处）
        </button>
      )}
    </>
  );
}
