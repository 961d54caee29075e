import { useEffect, useRef } from 'preact/hooks';
import { FixPreview } from '../../../components/fix-preview.tsx';
import { say } from '../../../components/say.ts';
import { type BulkScope, bulkScopes, scopeName } from './kinds.ts';
import type { RenewState } from './renew-state.ts';

interface Props {
  readonly renew: RenewState;
  readonly text: string;
  readonly busy: boolean;
}

/** The bulk actions; each shows its changes before any is made. */
export function Bulk({ renew, text, busy }: Props) {
  const scope = renew.preview.value;
  if (scope !== null) {
    return (
      <FixPreview
        key={scope}
        changes={renew.changes(scope)}
        text={text}
        busy={busy}
        onApply={(changes) => void renew.apply(changes, text)}
        onClose={() => renew.close()}
      />
    );
  }
  const chosen = renew.changes('chosen').length;
  const scopes = bulkScopes
    .map((one) => ({ one, count: renew.changes(one).length }))
    .filter(({ count }) => count > 0);
  return (
    <div class="bulk">
      <button
        type="button"
        class="button main"
        data-bulk="chosen"
        disabled={chosen === 0}
        onClick={() => renew.open('chosen')}
      >
        {say(`预览所勾选的 ${chosen} 处改动`, `Preview the ${chosen} chosen`)}
      </button>
      <YearShiftRow renew={renew} />
      {scopes.length > 0 && (
        <div class="row wrap">
          <span class="soft small">{say('只看一类：', 'One kind: ')}</span>
          {scopes.map(({ one, count }) => (
            <button
              type="button"
              class="quiet"
              key={one}
              data-bulk={one satisfies BulkScope}
              onClick={() => renew.open(one)}
            >
              {say(`${scopeName(one)} ${count} 处`, `${scopeName(one)} (${count})`)}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

/** 2022年→2026年, 2021年→2025年: the author confirms the year. */
function YearShiftRow({ renew }: { renew: RenewState }) {
  const target = renew.target.value;
  const box = useRef<HTMLInputElement>(null);
  // Not as its value: a list that is drawn again must not take away what is being typed.
  useEffect(() => {
    if (box.current !== null && target !== null) box.current.value = String(target);
  }, [target]);
  const planned = renew.timeline.value?.reply.shift?.planned;
  const count = renew.changes('years').length;
  if (target === null || planned === undefined || count === 0) return null;
  return (
    <div class="row wrap shift">
      <span>{say('年份平移', 'Shift years')}</span>
      <label>
        <span>{say(`${planned}年→`, `${planned} → `)}</span>
        <input
          type="number"
          min={planned + 1}
          max={2099}
          ref={box}
          defaultValue={String(target)}
          aria-label={say(`${planned}年改为哪一年`, `The year that ${planned} becomes`)}
          onChange={({ currentTarget: input }) => {
            if (input.validity.valid && input.value !== '') renew.setTarget(Number(input.value));
            else {
              input.value = String(target);
              renew.refuseYear(planned + 1);
            }
          }}
        />
      </label>
      <span class="soft small">
        {say(`${planned - 1}年→${target - 1}年`, `${planned - 1} → ${target - 1}`)}
      </span>
      <button type="button" class="quiet" data-bulk="years" onClick={() => renew.open('years')}>
        {say(`只改年份 ${count} 处`, `Years only (${count})`)}
      </button>
    </div>
  );
}
