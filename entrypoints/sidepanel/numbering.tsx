import { useEffect } from 'preact/hooks';
import { OutlineTree } from '../../components/outline-tree.tsx';
import { RepairPreview } from '../../components/repair-preview.tsx';
import { say } from '../../components/say.ts';
import type { NumberingStyle } from '../../lib/draft/numbering-style.ts';
import type { PanelState } from './panel-state.ts';

const aboutNumbering: ReadonlySet<string> = new Set([
  'heading-numbering',
  'announced-count',
  'numbering-reference',
  'numbering-style',
]);

/** The numbering of the draft: its repair with a preview, a way back, its outline, and one form for it. */
export function Numbering({ state, text, wayBack }: { state: PanelState; text: string; wayBack: boolean }) {
  const plan = state.plan.value;
  const found = state.findings.value.filter(({ rule }) => rule === 'heading-numbering').length;
  return (
    <>
      {plan !== null && (
        <RepairPreview
          changes={plan.changes}
          busy={state.busy.value}
          onApply={(kept) => void state.applyPlan(kept)}
          onClose={() => state.closePlan()}
        />
      )}
      {plan === null && found > 0 && (
        <div class="row between">
          <span>{say(`序号层次有 ${found} 处可留意`, `Numbering to look at: ${found}`)}</span>
          <button
            type="button"
            class="button"
            disabled={state.busy.value}
            onClick={() => void state.openPlan()}
          >
            {say('预览序号调整', 'Preview the repair')}
          </button>
        </div>
      )}
      {wayBack && plan === null && (
        <div class="row between soft small">
          <span>{say('刚才的调整可以撤回', 'The last repair can be taken back')}</span>
          <button type="button" class="quiet" disabled={state.busy.value} onClick={() => void state.goBack()}>
            {say('恢复改动前的文字', 'Take it back')}
          </button>
        </div>
      )}
      <Outline state={state} text={text} />
    </>
  );
}

/** Closed until asked for: then it follows the text. */
function Outline({ state, text }: { state: PanelState; text: string }) {
  const open = state.outlineOpen.value;
  const outline = state.outline.value;
  // The text decides when to look again.
  useEffect(() => {
    if (open && text !== '') void state.readOutline();
  }, [state, open, text]);
  return (
    <details
      class="outline"
      open={open}
      onToggle={(event) => {
        state.outlineOpen.value = event.currentTarget.open;
      }}
    >
      <summary>{say('提纲与序号样式', 'Outline and form of numbers')}</summary>
      {open && outline !== null && (
        <>
          {outline.nodes.length === 0 ? (
            <p class="soft small">{say('稿中还没有带序号的标题。', 'No numbered headings yet.')}</p>
          ) : (
            <div class="tree">
              <OutlineTree
                nodes={outline.nodes}
                findings={state.findings.value.filter(({ rule }) => aboutNumbering.has(rule))}
                onReveal={(node) => void state.reveal(node)}
              />
            </div>
          )}
          <Styles state={state} style={outline.style} />
        </>
      )}
    </details>
  );
}

const choices: readonly { readonly name: string; readonly style: NumberingStyle }[] = [
  { name: '1.', style: { arabic: '.' } },
  { name: '1、', style: { arabic: '、' } },
  { name: '第一，', style: { ordinal: '，' } },
  { name: '第一、', style: { ordinal: '、' } },
];

/** One form for the whole draft, after a preview; remembered for the drafts to come. */
function Styles({ state, style }: { state: PanelState; style: NumberingStyle }) {
  const isChosen = (one: NumberingStyle): boolean =>
    (one.arabic !== undefined && one.arabic === style.arabic) ||
    (one.ordinal !== undefined && one.ordinal === style.ordinal);
  return (
    <div class="styles row wrap">
      <span class="soft small">{say('统一序号样式', 'One form for all')}</span>
      {choices.map((choice) => (
        <button
          type="button"
          class="button"
          key={choice.name}
          aria-pressed={isChosen(choice.style)}
          disabled={state.busy.value}
          onClick={() => void state.openStyle(choice.style)}
        >
          {choice.name}
        </button>
      ))}
    </div>
  );
}
