import { OutlineTree } from '../../components/outline-tree.tsx';
import { RepairPreview } from '../../components/repair-preview.tsx';
import { say } from '../../components/say.ts';
import type { NumberingStyle, StyledKind } from '../../lib/draft/ordinal-style.ts';
import type { PanelState } from './panel-state.ts';

const aboutNumbering: ReadonlySet<string> = new Set([
  'heading-numbering',
  'announced-count',
  'numbering-reference',
  'numbering-style',
]);

/** The repair of the draft's numbering, with a preview. */
export function Numbering({ state }: { state: PanelState }) {
  const plan = state.plan.value;
  const found = state.findings.value.filter(({ rule }) => rule === 'heading-numbering').length;
  return (
    <>
      {plan !== null && (
        <div class="numbering-preview">
          <RepairPreview
            changes={plan.changes}
            found={found}
            busy={state.busy.value}
            onApply={(kept) => void state.applyPlan(kept)}
            onClose={() => state.closePlan()}
          />
        </div>
      )}
      {plan === null && found > 0 && (
        <div class="row between wrap">
          <span>{say(`序号层次有 ${found} 处可留意`, `Numbering to look at: ${found}`)}</span>
          <button
            type="button"
            class="button"
            data-opens="plan"
            disabled={state.busy.value}
            onClick={() => void state.openPlan()}
          >
            {say('预览序号调整', 'Preview the repair')}
          </button>
        </div>
      )}
    </>
  );
}

/** The outline of the draft and one form for all numbers. Folded at first; while open it follows the text. */
export function Outline({ state }: { state: PanelState }) {
  const open = state.outlineOpen.value;
  const outline = state.outline.value;
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

const kinds: readonly {
  readonly kind: StyledKind;
  readonly name: () => string;
  readonly forms: readonly { readonly name: string; readonly style: NumberingStyle }[];
}[] = [
  {
    kind: 'arabic',
    name: () => say('数字序号', 'Digits'),
    forms: [
      { name: '1.', style: { arabic: '.' } },
      { name: '1、', style: { arabic: '、' } },
    ],
  },
  {
    kind: 'ordinal',
    name: () => say('“第一”类', '“第一”'),
    forms: [
      { name: '第一，', style: { ordinal: '，' } },
      { name: '第一、', style: { ordinal: '、' } },
    ],
  },
];

/**
 * Sets one form of numbers for the whole draft, after a preview; later drafts are checked for it until it is
 * cleared.
 */
function Styles({ state, style }: { state: PanelState; style: NumberingStyle }) {
  return (
    <div class="styles">
      <p class="soft small">
        {say('统一序号样式，以后也照此核对', 'One form for all, and for drafts to come')}
      </p>
      {kinds.map(({ kind, name, forms }) => (
        <fieldset class="row wrap" key={kind} aria-label={name()}>
          <span class="small kind">{name()}</span>
          <button
            type="button"
            class="button"
            aria-pressed={style[kind] === undefined}
            onClick={() => {
              if (style[kind] !== undefined) void state.clearStyle(kind);
            }}
          >
            {say('不指定', 'Any')}
          </button>
          {forms.map((form) => (
            <button
              type="button"
              class="button"
              key={form.name}
              lang="zh-CN"
              aria-pressed={form.style[kind] === style[kind]}
              disabled={state.busy.value}
              onClick={() => void state.openStyle(form.style)}
            >
              {form.name}
            </button>
          ))}
        </fieldset>
      ))}
    </div>
  );
}
