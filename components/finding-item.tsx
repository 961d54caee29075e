import { useId } from 'preact/hooks';
import type { Finding, Fix } from '../lib/rules/types.ts';
import { ignoreNames } from './ignore-names.ts';
import { PlaceButton } from './place-button.tsx';
import { say } from './say.ts';
import { levelNames, shortened } from './screen-words.ts';
import { SourceLine } from './source-line.tsx';
import { useScrollTo } from './use-scroll-to.ts';
import './finding-item.css';

interface Props {
  finding: Finding;
  /** The draft's text, which the finding's offsets refer to. */
  text: string;
  ruleTitle: string;
  busy: boolean;
  /** True for the finding that the author is at: scrolls it into view. */
  current?: boolean;
  onEnter: () => void;
  onReveal: () => void;
  onFix: (fix: Fix) => void;
  onIgnore: (scope: 'here' | 'draft') => void;
}

/** One finding: the words in context, the reason, the source, and the actions. */
export function FindingItem(props: Props) {
  const { finding, text, ruleTitle, busy, current = false } = props;
  const { onEnter, onReveal, onFix, onIgnore } = props;
  const words = text.slice(finding.start, finding.end);
  const item = useScrollTo<HTMLLIElement>(current);
  const id = useId();
  const named = ` “${shortened(words, 30)}”`;
  return (
    <li
      ref={item}
      class={`finding ${finding.level} ${current ? 'current' : ''}`}
      data-rule={finding.rule}
      aria-current={current}
      onFocusIn={onEnter}
    >
      <p class="soft small kind" id={`${id}-kind`}>
        {levelNames[finding.level]} · {ruleTitle}
      </p>
      <PlaceButton
        span={finding}
        text={text}
        look={finding.level}
        reach={10}
        describedBy={`${id}-kind ${id}-why`}
        onReveal={onReveal}
      />
      <p id={`${id}-why`}>{finding.message}</p>
      {finding.source && (
        <p class="soft small">
          {say('依据：', 'Source: ')}
          <SourceLine source={finding.source} />
        </p>
      )}
      <div class="row wrap">
        {finding.fixes.map((fix) =>
          fix.edits.length > 0 ? (
            <button
              type="button"
              class="button fix"
              key={fix.label}
              aria-disabled={busy}
              aria-describedby={`${id}-why`}
              onClick={() => {
                if (!busy) onFix(fix);
              }}
            >
              {fix.label}
            </button>
          ) : (
            <span class="advice" key={fix.label}>
              {fix.label}
            </span>
          ),
        )}
        <span class="ignoring">
          <button type="button" class="quiet" onClick={() => onIgnore('here')}>
            {ignoreNames.here}
            <span class="unseen" lang="zh-CN">
              {named}
            </span>
          </button>
          <button type="button" class="quiet" onClick={() => onIgnore('draft')}>
            {ignoreNames.draft}
            <span class="unseen" lang="zh-CN">
              {named}
            </span>
          </button>
        </span>
      </div>
    </li>
  );
}
