import { useEffect, useRef, useState } from 'preact/hooks';
import { say } from '../../../components/say.ts';
import { shortened } from '../../../components/screen-words.ts';
import { listKeys } from '../list-keys.ts';
import type { Heading } from '../listing.ts';
import { Bulk } from './bulk.tsx';
import { byKind, byPlace, type RenewGroup } from './groups.ts';
import { RenewItem } from './renew-item.tsx';
import { isOpen, type RenewState } from './renew-state.ts';
import type { RenewRow } from './rows.ts';
import { Timeline } from './timeline.tsx';
import './renew.css';

interface Props {
  readonly renew: RenewState;
  readonly headings: readonly Heading[];
  readonly busy: boolean;
  /** False while another view is in front. */
  readonly seen: boolean;
  readonly onReveal: (row: RenewRow) => void;
}

/** How many rows are rendered at first, and more with each click. */
const step = 100;

/** All time-bound mentions of a draft: over the years, in one list, and changed together. */
export function RenewView({ renew, headings, busy, seen, onReveal }: Props) {
  const section = useRef<HTMLElement>(null);
  useEffect(() => (seen ? listKeys(() => section.current) : undefined), [seen]);
  const read = renew.timeline.value;
  if (read === null)
    return <p class="soft">{say('正在列出与时间有关的地方……', 'Listing time-bound places…')}</p>;
  const { rows, text, reply } = read;
  const open = rows.filter(isOpen);
  const kept = rows.filter(({ verdict, mention }) => verdict !== 'keep' && mention.kept);
  const right = rows.filter(({ verdict }) => verdict === 'keep');
  const list = { renew, text, busy, onReveal };
  return (
    <section ref={section} class="renew" aria-label={say('翻新', 'Renewal')}>
      <h2 class="unseen" tabIndex={-1}>
        {say('与时间有关的地方', 'Time-bound places')}
      </h2>
      <Sentence rows={rows} />
      <Timeline
        rows={rows}
        asOf={reply.asOf}
        current={renew.current.value}
        onChoose={(row) => {
          if (row.verdict === 'keep') renew.keptOpen.value = true;
          renew.current.value = row.key;
          onReveal(row);
        }}
      />
      <ProgressLine renew={renew} />
      {open.length > 0 && <Bulk renew={renew} text={text} busy={busy} />}
      {open.length > 0 && (
        <>
          <Arrangement renew={renew} />
          <Groups
            {...list}
            groups={
              renew.arrangement.value === 'kind'
                ? byKind(open)
                : byPlace(open, headings, say('开头', 'Opening'))
            }
          />
        </>
      )}
      {kept.length > 0 && (
        <Folded
          {...list}
          rows={kept}
          title={say(`已保留 ${kept.length} 处`, `Kept by you: ${kept.length}`)}
        />
      )}
      {right.length > 0 && (
        <Folded
          {...list}
          rows={right}
          title={say(`可留 ${right.length} 处`, `Right as they stand: ${right.length}`)}
          open={renew.keptOpen.value}
          onOpen={(now) => {
            renew.keptOpen.value = now;
          }}
        />
      )}
    </section>
  );
}

function Sentence({ rows }: { rows: readonly RenewRow[] }) {
  if (rows.length === 0)
    return <p>{say('这份稿件里没有与时间有关的地方。', 'Nothing in this draft is bound to a time.')}</p>;
  const count = (verdict: RenewRow['verdict']) =>
    rows.filter((row) => row.verdict === verdict && !row.mention.kept).length;
  const [change, check] = [count('change'), count('check')];
  const rest = rows.length - change - check;
  return (
    <p>
      {say(
        `与时间有关的 ${rows.length} 处：须改 ${change}，请核 ${check}，可留 ${rest}。`,
        `Time-bound places: ${rows.length}. Change: ${change}, check: ${check}, keep: ${rest}.`,
      )}
    </p>
  );
}

function ProgressLine({ renew }: { renew: RenewState }) {
  const { done, all } = renew.progress.value;
  if (all === 0) return null;
  const words = say(`已处理 ${done}/${all}`, `Done: ${done}/${all}`);
  return (
    <div class="row done">
      <span>{words}</span>
      <progress value={done} max={all} aria-label={words} />
    </div>
  );
}

function Arrangement({ renew }: { renew: RenewState }) {
  const orders = [
    { name: 'place', words: say('按位置', 'By place') },
    { name: 'kind', words: say('按类别', 'By kind') },
  ] as const;
  return (
    <fieldset class="arrangement" aria-label={say('排列', 'Order')}>
      {orders.map(({ name, words }) => (
        <button
          type="button"
          class="quiet"
          key={name}
          aria-pressed={renew.arrangement.value === name}
          onClick={() => {
            renew.arrangement.value = name;
          }}
        >
          {words}
        </button>
      ))}
    </fieldset>
  );
}

interface ListProps {
  readonly renew: RenewState;
  readonly text: string;
  readonly busy: boolean;
  readonly onReveal: (row: RenewRow) => void;
}

interface RowsProps extends ListProps {
  readonly rows: readonly RenewRow[];
  readonly namesKind: boolean;
}

function Rows({ renew, text, busy, onReveal, rows, namesKind }: RowsProps) {
  return (
    <ol class="findings">
      {rows.map((row) => (
        <RenewItem
          key={row.key}
          row={row}
          text={text}
          busy={busy}
          namesKind={namesKind}
          ticked={renew.isTicked(row)}
          current={renew.current.value === row.key}
          onEnter={() => {
            renew.current.value = row.key;
          }}
          onReveal={() => onReveal(row)}
          onTick={() => renew.tick(row)}
          onChange={() => void renew.change(row)}
          onKeep={() => void renew.keep(row)}
          onUnkeep={() => void renew.unkeep(row)}
        />
      ))}
    </ol>
  );
}

function Groups({ groups, ...list }: ListProps & { groups: readonly RenewGroup[] }) {
  const [most, setMost] = useState(step);
  const all = groups.reduce((sum, { items }) => sum + items.length, 0);
  let room = most;
  return (
    <>
      {groups.map((group) => {
        const rows = group.items.slice(0, Math.max(0, room));
        room -= rows.length;
        return rows.length === 0 ? null : (
          <div class="group" key={group.key}>
            {group.title !== '' && (
              <h3 class="row between small">
                <span lang={group.ofDraft ? 'zh-CN' : undefined}>{shortened(group.title, 40)}</span>
                <span class="soft count">{say(`${group.items.length} 处`, `${group.items.length}`)}</span>
              </h3>
            )}
            <Rows {...list} rows={rows} namesKind={list.renew.arrangement.value === 'place'} />
          </div>
        );
      })}
      {all > most && (
        <button type="button" class="button" onClick={() => setMost(most + step)}>
          {say(`再显示 ${Math.min(step, all - most)} 处（共 ${all} 处）`, `Show more (of ${all})`)}
        </button>
      )}
    </>
  );
}

interface FoldedProps extends ListProps {
  readonly rows: readonly RenewRow[];
  readonly title: string;
  readonly open?: boolean;
  readonly onOpen?: (open: boolean) => void;
}

/** Rows that ask for nothing; rendered once they are unfolded. */
function Folded({ rows, title, open, onOpen, ...list }: FoldedProps) {
  const [own, setOwn] = useState(false);
  const isUnfolded = open ?? own;
  return (
    <details
      class="folded"
      open={isUnfolded}
      onToggle={({ currentTarget }) => (onOpen ?? setOwn)(currentTarget.open)}
    >
      <summary class="soft small">{title}</summary>
      {isUnfolded && <Rows {...list} rows={rows.slice(0, 3 * step)} namesKind />}
    </details>
  );
}
