import { useId } from 'preact/hooks';
import { say } from '../../components/say.ts';
import { levelNames, levels, shortened } from '../../components/screen-words.ts';
import { SourceLine } from '../../components/source-line.tsx';
import { useScrollTo } from '../../components/use-scroll-to.ts';
import type { Finding } from '../../lib/rules/types.ts';
import { findingsOf, wordsOf } from './alike.ts';
import { BulkFixes } from './bulk-fixes.tsx';
import { ignoreAlike } from './ignore-alike.ts';
import type { Listed } from './listing.ts';
import type { PanelState } from './panel-state.ts';
import './alike.css';

interface Props {
  readonly state: PanelState;
  readonly card: Listed;
  readonly text: string;
}

/** How many different words of a card are shown. */
const mostWords = 4;

/** The finding that speaks for those that are alike: the first of the highest level. */
function leadOf(findings: readonly Finding[]): Finding | undefined {
  return levels.map((level) => findings.find((finding) => finding.level === level)).find(Boolean);
}

/** One card for findings that are alike: their words and number, the reason, and what can be done with all of them. */
export function AlikeCard({ state, card, text, onEnter }: Props & { readonly onEnter: () => void }) {
  const current = state.list.isCurrent(card.key);
  const element = useScrollTo<HTMLLIElement>(current);
  const id = useId();
  const findings = findingsOf([card]);
  const { length } = findings;
  const lead = leadOf(findings) ?? card.finding;
  const words = wordsOf(card.alike ?? [], text);
  const named = ` “${shortened(words[0] ?? '', 30)}”`;
  return (
    <li
      ref={element}
      class={`finding alike ${lead.level} ${current ? 'current' : ''}`}
      data-rule={lead.rule}
      aria-current={current}
      onFocusIn={onEnter}
    >
      <p class="soft small kind" id={`${id}-kind`}>
        {levelNames[lead.level]} · {state.ruleTitle(lead.rule)}
      </p>
      <button
        type="button"
        class="place serif"
        title={say('在稿中定位第一处', 'Show the first in the draft')}
        aria-describedby={`${id}-kind ${id}-why`}
        onClick={() => void state.reveal(card.finding)}
      >
        {words.slice(0, mostWords).map((one) => (
          <span key={one}>
            <span class={`mark ${lead.level}`} lang="zh-CN">
              {shortened(one, 30)}
            </span>{' '}
          </span>
        ))}
        <strong class="times">{say(`${length} 处`, `${length} places`)}</strong>
      </button>
      <p id={`${id}-why`}>{lead.message}</p>
      {lead.source && (
        <p class="soft small">
          {say('依据：', 'Source: ')}
          <SourceLine source={lead.source} />
        </p>
      )}
      <BulkFixes
        state={state}
        name={card.key}
        text={text}
        findings={findings}
        words={(changes) => say(`一并改正（${changes} 处）`, `Change them all (${changes})`)}
      >
        <button
          type="button"
          class="button"
          aria-expanded={false}
          onClick={() => {
            state.list.toggleAlike(card);
            state.moveFocus('.finding.current .place');
          }}
        >
          {say('逐处看', 'One by one')}
          <span class="unseen" lang="zh-CN">
            {named}
          </span>
        </button>
      </BulkFixes>
      <span class="ignoring">
        <button
          type="button"
          class="quiet"
          title={say('本稿中不再提示这些字', 'Ignore all of these in this draft')}
          onClick={() => void ignoreAlike(state, findings)}
        >
          {say('全部忽略', 'Ignore them all')}
          <span class="unseen" lang="zh-CN">
            {named}
          </span>
        </button>
      </span>
    </li>
  );
}

/** Stands above the findings of an unfolded card, and folds them again. */
export function AlikeHead({ state, card, text }: Props) {
  const { length } = findingsOf([card]);
  const [words = ''] = wordsOf(card.alike ?? [], text);
  return (
    <li class="alike-head row between small">
      <span class="soft">
        <span lang="zh-CN">{`“${shortened(words, 30)}”`}</span>{' '}
        {say(`一类，逐处列出 ${length} 处`, `and the like, one by one: ${length}`)}
      </span>
      <button
        type="button"
        class="quiet"
        aria-expanded={true}
        onClick={() => {
          state.list.toggleAlike(card);
          state.moveFocus('.finding.current .place');
        }}
      >
        {say('收起', 'Fold')}
      </button>
    </li>
  );
}
