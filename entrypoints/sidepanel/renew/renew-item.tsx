import { useId } from 'preact/hooks';
import { quoted } from '../../../components/ignore-names.ts';
import { PlaceButton } from '../../../components/place-button.tsx';
import { say } from '../../../components/say.ts';
import { shortened, verdictName } from '../../../components/screen-words.ts';
import { SourceLine } from '../../../components/source-line.tsx';
import { useScrollTo } from '../../../components/use-scroll-to.ts';
import type { Finding } from '../../../lib/rules/types.ts';
import { kindName } from './kinds.ts';
import type { RenewRow } from './rows.ts';

interface Props {
  readonly row: RenewRow;
  readonly text: string;
  readonly busy: boolean;
  /** False under a heading that says the kind. */
  readonly namesKind: boolean;
  readonly ticked: boolean;
  readonly current: boolean;
  readonly onEnter: () => void;
  readonly onReveal: () => void;
  readonly onTick: () => void;
  readonly onChange: () => void;
  readonly onKeep: () => void;
  readonly onUnkeep: () => void;
}

/** Verdicts are drawn as the levels of findings are. */
const lookOf: Readonly<Record<RenewRow['verdict'], Finding['level']>> = {
  change: 'error',
  check: 'warning',
  keep: 'hint',
};

/** One time-bound mention: its words, the verdict and its reason, what would stand there, and what can be done. */
export function RenewItem({ row, text, busy, namesKind, ticked, current, ...on }: Props) {
  const { mention, words, verdict, successor, finding } = row;
  const item = useScrollTo<HTMLLIElement>(current);
  const id = useId();
  const look = mention.kept ? 'hint' : lookOf[verdict];
  const canChange = successor !== '' && !mention.kept;
  return (
    <li
      ref={item}
      class={`finding ${look} ${current ? 'current' : ''}`}
      data-verdict={verdict}
      aria-current={current}
      onFocusIn={on.onEnter}
    >
      <p class="soft small kind" id={`${id}-kind`}>
        {canChange && (
          <input
            type="checkbox"
            checked={ticked}
            aria-label={say(`勾选“${shortened(words, 20)}”`, `Choose “${shortened(words, 20)}”`)}
            onChange={on.onTick}
          />
        )}
        {mention.kept ? say('已保留', 'Kept') : verdictName(verdict)}
        {namesKind && ` · ${kindName(mention.kind)}`}
      </p>
      <PlaceButton
        span={mention}
        text={text}
        look={look}
        reach={12}
        describedBy={`${id}-kind ${id}-why`}
        onReveal={on.onReveal}
      />
      <p id={`${id}-why`}>{mention.reason}</p>
      {finding?.source && (
        <p class="soft small">
          {say('依据：', 'Source: ')}
          <SourceLine source={finding.source} />
        </p>
      )}
      {verdict !== 'keep' && (
        <div class="row wrap">
          {canChange && (
            <button
              type="button"
              class="button fix"
              aria-disabled={busy}
              aria-describedby={`${id}-why`}
              onClick={() => {
                if (!busy) on.onChange();
              }}
            >
              {say('改为', 'Change to ')}
              <span lang="zh-CN">{quoted(shortened(successor, 40))}</span>
            </button>
          )}
          <button
            type="button"
            class="quiet"
            aria-disabled={busy}
            onClick={() => {
              if (busy) return;
              if (mention.kept) on.onUnkeep();
              else on.onKeep();
            }}
          >
            {mention.kept ? say('重新列入', 'List it again') : say('看过，保留', 'Keep as it is')}
            <span class="unseen" lang="zh-CN">{` “${shortened(words, 30)}”`}</span>
          </button>
        </div>
      )}
    </li>
  );
}
