import { Fragment } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { FindingItem } from '../../components/finding-item.tsx';
import { say } from '../../components/say.ts';
import { AlikeCard, AlikeHead } from './alike-card.tsx';
import { GroupHead } from './group-head.tsx';
import { ListHead } from './list-head.tsx';
import { listKeys } from './list-keys.ts';
import type { Group, Listed } from './listing.ts';
import type { PanelState } from './panel-state.ts';

interface Props {
  readonly state: PanelState;
  readonly text: string;
  /** False while the other view of the panel is in front. */
  readonly seen: boolean;
}

/** The groups, cut off after `most` items. */
function drawnOf(groups: readonly Group[], most: number): Group[] {
  let room = most;
  return groups.flatMap((group) => {
    const items = group.items.slice(0, room);
    room -= items.length;
    return items.length === 0 ? [] : [{ ...group, items }];
  });
}

interface ItemProps {
  readonly state: PanelState;
  readonly item: Listed;
  readonly text: string;
  readonly onEnter: () => void;
}

/** A stop of the list: a finding, or one card for several that are alike. */
function Item({ state, item, text, onEnter }: ItemProps) {
  const { key, finding } = item;
  if (item.alike !== undefined) return <AlikeCard state={state} card={item} text={text} onEnter={onEnter} />;
  return (
    <FindingItem
      finding={finding}
      text={text}
      ruleTitle={state.ruleTitle(finding.rule)}
      busy={state.busy.value}
      current={state.list.isCurrent(key)}
      onEnter={onEnter}
      onReveal={() => void state.reveal(finding)}
      onFix={(fix) => void state.fix(finding, fix)}
      onIgnore={(scope) => void state.ignore(finding, scope)}
    />
  );
}

/** The level counts as filters, the order, and the findings in groups. */
export function FindingList({ state, text, seen }: Props) {
  const { list } = state;
  const section = useRef<HTMLElement>(null);
  useEffect(() => (seen ? listKeys(() => section.current) : undefined), [seen]);
  const items = list.items.value;
  return (
    <section ref={section} class="list" aria-label={say('提示', 'Findings')}>
      <ListHead state={state} />
      {drawnOf(list.groups.value, list.drawn.value).map((group) => (
        <div class="group" key={group.key}>
          {group.title !== '' && <GroupHead state={state} groupKey={group.key} text={text} />}
          <ol class="findings">
            {group.items.map((item) => (
              <Fragment key={item.key}>
                {item.under?.first && <AlikeHead state={state} card={item.under.card} text={text} />}
                <Item
                  state={state}
                  item={item}
                  text={text}
                  onEnter={() => void list.goTo(items.findIndex(({ key }) => key === item.key))}
                />
              </Fragment>
            ))}
          </ol>
        </div>
      ))}
      {items.length === 0 && (
        <p class="soft">{say('所选类别下没有提示。', 'Nothing of the chosen kinds.')}</p>
      )}
      {list.more > 0 && (
        <button type="button" class="button" onClick={() => list.drawMore()}>
          {say(
            `再显示 ${list.more} 处（共 ${items.length} 处）`,
            `Show ${list.more} more (of ${items.length})`,
          )}
        </button>
      )}
      {items.length > 1 && (
        <p class="soft small">
          {say(
            '按 ↑ ↓ 或 J、K 换一处，Enter 在稿中定位，Tab 到改法。',
            '↑ ↓ or J, K: another finding. Enter: show it in the draft. Tab: its fixes.',
          )}
        </p>
      )}
    </section>
  );
}
