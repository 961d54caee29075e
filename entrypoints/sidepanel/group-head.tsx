import { say } from '../../components/say.ts';
import { shortened } from '../../components/screen-words.ts';
import { findingsOf } from './alike.ts';
import { BulkFixes } from './bulk-fixes.tsx';
import type { PanelState } from './panel-state.ts';

interface Props {
  readonly state: PanelState;
  readonly groupKey: string;
  readonly text: string;
}

/** The head of a group: its title and count; with all of one kind, also the button to change them together. */
export function GroupHead({ state, groupKey, text }: Props) {
  const { list } = state;
  // The whole group: of the one that is drawn, the end may be missing.
  const group = list.groups.value.find(({ key }) => key === groupKey);
  if (group === undefined) return null;
  const count = findingsOf(group.items).length;
  return (
    <BulkFixes
      state={state}
      name={groupKey}
      text={text}
      findings={list.arrangement.value === 'kind' ? findingsOf(group.items) : []}
      words={(changes) => say(`本类一并改正（${changes} 处）`, `Change all of this kind (${changes})`)}
    >
      <h2 class="row between small">
        <span lang={group.ofDraft ? 'zh-CN' : undefined}>{shortened(group.title, 40)}</span>
        <span class="soft count">{say(`${count} 处`, `${count}`)}</span>
      </h2>
    </BulkFixes>
  );
}
