import { LevelCounts } from '../../components/level-counts.tsx';
import { say } from '../../components/say.ts';
import type { Arrangement } from './list-state.ts';
import type { PanelState } from './panel-state.ts';

const arrangements: readonly { readonly name: Arrangement; readonly words: () => string }[] = [
  { name: 'place', words: () => say('按位置', 'By place') },
  { name: 'kind', words: () => say('按类别', 'By kind') },
];

/** The arrangement of the list, the rule filter, and the buttons to the next and previous finding. */
export function ListHead({ state }: { state: PanelState }) {
  const { list } = state;
  const { place, total } = list;
  return (
    <>
      <div class="row between wrap">
        <LevelCounts
          counts={list.counts.value.levels}
          filter={{ shown: list.shown.value, toggle: (level) => list.toggle(level) }}
        />
        {list.rules.value.size > 1 && <RuleChoice state={state} />}
      </div>
      <div class="row between wrap stepping">
        <fieldset class="arrangement" aria-label={say('排列', 'Order')}>
          {arrangements.map(({ name, words }) => (
            <button
              type="button"
              class="quiet"
              key={name}
              aria-pressed={list.arrangement.value === name}
              onClick={() => {
                list.arrangement.value = name;
              }}
            >
              {words()}
            </button>
          ))}
        </fieldset>
        <span class="row">
          <span class="soft small" aria-hidden="true">
            {place === null ? say(`共 ${total} 处`, `${total} in all`) : `${place.at}/${place.of}`}
          </span>
          <span class="unseen">
            {place === null
              ? say(`共 ${total} 处`, `${total} in all`)
              : say(`第 ${place.at} 处，共 ${place.of} 处`, `${place.at} of ${place.of}`)}
          </span>
          <Step state={state} by={-1} words={say('上一处', 'Previous')} />
          <Step state={state} by={1} words={say('下一处', 'Next')} />
        </span>
      </div>
    </>
  );
}

function RuleChoice({ state }: { state: PanelState }) {
  const { list } = state;
  return (
    <select
      class="rule-choice"
      aria-label={say('只看哪一类', 'Show only')}
      value={list.rule.value ?? ''}
      onChange={(event) => list.only(event.currentTarget.value || null)}
    >
      <option value="">{say('全部类别', 'All kinds')}</option>
      {[...list.rules.value].map(([rule, count]) => (
        <option key={rule} value={rule}>
          {say(`${state.ruleTitle(rule)}（${count}）`, `${state.ruleTitle(rule)} (${count})`)}
        </option>
      ))}
    </select>
  );
}

/**
 * Goes to another finding. On the desk this focuses the text box, so that the focus returns to the button.
 */
function Step({ state, by, words }: { state: PanelState; by: 1 | -1; words: string }) {
  return (
    <button
      type="button"
      class="button"
      disabled={state.list.items.value.length === 0}
      onClick={async (event) => {
        const button = event.currentTarget;
        await state.step(by);
        button.focus({ preventScroll: true });
      }}
    >
      {words}
    </button>
  );
}
