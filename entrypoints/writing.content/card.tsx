import { useState } from 'preact/hooks';
import { ChangeList, RepairWays, toggled } from '../../components/change-list.tsx';
import { SourceLine } from '../../components/source-line.tsx';
import { levelNames, shortened } from '../../components/words.ts';
import type { RepairChange } from '../../lib/messages.ts';
import type { Finding, Fix } from '../../lib/rules/types.ts';

/** What the card shows at the moment. */
export type CardPage =
  | { readonly kind: 'finding' }
  | { readonly kind: 'preview'; readonly changes: readonly RepairChange[] }
  /** Something did not go as wanted; `words` is what the author may copy and paste. */
  | { readonly kind: 'said'; readonly message: string; readonly words?: string };

export interface CardActions {
  fix(fix: Fix): void;
  preview(): void;
  repair(changes: readonly RepairChange[]): void;
  ignore(scope: 'here' | 'draft'): void;
  switchOff(): void;
  copy(words: string): void;
  back(): void;
  close(): void;
}

interface Props {
  readonly finding: Finding;
  readonly ruleTitle: string;
  readonly page: CardPage;
  readonly busy: boolean;
  readonly actions: CardActions;
}

/** Only a real hand acts: a page cannot press the card's buttons by script. */
function trusted(act: () => void): (event: Event) => void {
  return (event) => {
    if (event.isTrusted) act();
  };
}

/** The card beside a mark: what it is, why, on what ground, and what can be done. */
export function Card({ finding, ruleTitle, page, busy, actions }: Props) {
  return (
    <div
      class={`card ${finding.level}`}
      role="dialog"
      aria-label={`${levelNames[finding.level]}：${ruleTitle}`}
    >
      <p class="kind">
        <b>{levelNames[finding.level]}</b>
        {ruleTitle !== '' && <span>· {ruleTitle}</span>}
        <button type="button" class="close" aria-label="关闭" onClick={trusted(actions.close)}>
          ×
        </button>
      </p>
      {page.kind === 'finding' && <FindingPage finding={finding} busy={busy} actions={actions} />}
      {page.kind === 'preview' && <PreviewPage changes={page.changes} busy={busy} actions={actions} />}
      {page.kind === 'said' && <SaidPage message={page.message} words={page.words} actions={actions} />}
    </div>
  );
}

function FindingPage({ finding, busy, actions }: { finding: Finding; busy: boolean; actions: CardActions }) {
  const numbering = finding.rule === 'heading-numbering';
  const usable = finding.fixes.filter((fix) => fix.edits.length > 0);
  const advice = finding.fixes.filter((fix) => fix.edits.length === 0);
  return (
    <>
      <p class="message">{finding.message}</p>
      {finding.source !== undefined && (
        <p class="source">
          依据：
          <SourceLine source={finding.source} />
        </p>
      )}
      {advice.map((fix) => (
        <p class="soft" key={fix.label}>
          {fix.label}
        </p>
      ))}
      {(usable.length > 0 || numbering) && (
        <div class="fixes">
          {usable.map((fix, index) => (
            <button
              type="button"
              class={index === 0 ? 'button main' : 'button'}
              key={fix.label}
              disabled={busy}
              onClick={trusted(() => actions.fix(fix))}
            >
              {fix.label}
            </button>
          ))}
          {numbering && (
            <button
              type="button"
              class={usable.length === 0 ? 'button main' : 'button'}
              disabled={busy}
              onClick={trusted(actions.preview)}
            >
              修复全部序号…
            </button>
          )}
        </div>
      )}
      <div class="rest">
        <button type="button" class="quiet" onClick={trusted(() => actions.ignore('here'))}>
          忽略此处
        </button>
        <button type="button" class="quiet" onClick={trusted(() => actions.ignore('draft'))}>
          本稿不再提示
        </button>
        <button type="button" class="quiet" onClick={trusted(actions.switchOff)}>
          关闭此规则
        </button>
      </div>
    </>
  );
}

interface PreviewProps {
  readonly changes: readonly RepairChange[];
  readonly busy: boolean;
  readonly actions: CardActions;
}

function PreviewPage({ changes, busy, actions }: PreviewProps) {
  if (changes.length === 0) {
    return (
      <>
        <p class="message">没有可以自动调整的序号，请酌情修改。</p>
        <div class="fixes">
          <button type="button" class="button" onClick={trusted(actions.back)}>
            返回
          </button>
        </div>
      </>
    );
  }
  const plan = changes.map(({ start, text }) => `${start}${text}`).join();
  return <Choice key={plan} changes={changes} busy={busy} actions={actions} />;
}

function Choice({ changes, busy, actions }: PreviewProps) {
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set());
  const kept = changes.filter((_, index) => !left.has(index));
  return (
    <>
      <p class="message">将调整以下 {kept.length} 处，其余文字不动。不改的可以去掉勾选：</p>
      <RepairWays changes={changes} left={left} onChoose={setLeft} />
      <ChangeList changes={changes} left={left} onToggle={(index) => setLeft(toggled(left, index))} />
      <div class="fixes">
        <button
          type="button"
          class="button main"
          disabled={busy || kept.length === 0}
          onClick={trusted(() => actions.repair(kept))}
        >
          应用
        </button>
        <button type="button" class="button" onClick={trusted(actions.back)}>
          取消
        </button>
      </div>
    </>
  );
}

interface SaidProps {
  readonly message: string;
  readonly words: string | undefined;
  readonly actions: CardActions;
}

function SaidPage({ message, words, actions }: SaidProps) {
  return (
    <>
      <p class="message" role="status">
        {message}
      </p>
      {words !== undefined && words !== '' && <span class="words">{shortened(words, 80)}</span>}
      <div class="fixes">
        {words !== undefined && words !== '' && (
          <button type="button" class="button main" onClick={trusted(() => actions.copy(words))}>
            复制
          </button>
        )}
        <button type="button" class="button" onClick={trusted(actions.close)}>
          知道了
        </button>
      </div>
    </>
  );
}
