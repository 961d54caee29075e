import { useEffect, useId, useLayoutEffect, useRef } from 'preact/hooks';
import { KnownUntil } from '../../components/known-until.tsx';
import { later } from '../../components/later.tsx';
import { RulesOff } from '../../components/rules-off.tsx';
import { say } from '../../components/say.ts';
import { beforeCheck } from '../../components/screen-words.ts';
import { TabBar } from '../../components/tab-bar.tsx';
import { Toast } from '../../components/toast.tsx';
import { isCounted } from '../../lib/checking/counted.ts';
import type { CheckReply } from '../../lib/messaging/messages.ts';
import { questionOfCheck } from '../surface/question.ts';
import { CertainFixes } from './certain-fixes.tsx';
import { DraftDate } from './draft-date.tsx';
import type { OpenField } from './draft-place.ts';
import { DraftFacts } from './facts/draft-facts.tsx';
import { FindingList } from './finding-list.tsx';
import { IgnoredList } from './ignored-list.tsx';
import { Numbering, Outline } from './numbering.tsx';
import type { PanelState } from './panel-state.ts';
import { Revert } from './revert.tsx';

function NothingFound({ state, check }: { state: PanelState; check: CheckReply }) {
  if (questionOfCheck(check) !== null) {
    return (
      <div class="empty nothing">
        <h2 tabIndex={-1}>
          {say('按稿件当时的日期，未见需要改动之处', 'As of its own day, nothing to change')}
        </h2>
        <Off state={state} />
      </div>
    );
  }
  const rules = state.status.value?.rules.filter(({ on }) => on).map(({ title }) => title) ?? [];
  return (
    <div class="empty nothing">
      <h2 tabIndex={-1}>{say('未见需要改动之处', 'Nothing to change')}</h2>
      {rules.length > 0 && (
        <p>
          {say('已核对：', 'Checked: ')}
          {rules.join(say('、', ', '))}
          {say('。', '.')}
        </p>
      )}
      <Off state={state} />
      {check.ignored > 0 && (
        <p class="soft">
          {say(`另有 ${check.ignored} 处已按您的意思忽略。`, `Ignored as you wished: ${check.ignored}.`)}
        </p>
      )}
    </div>
  );
}

/** The rules that are switched off, which find nothing. */
function Off({ state }: { state: PanelState }) {
  return (
    <RulesOff
      rules={state.rulesOff}
      busy={state.busy.value}
      onSwitchOn={(rule) => void state.switchOn(rule)}
    />
  );
}

/**
 * Stores the scroll position of each draft's list, and restores it when the author comes back to the draft.
 */
function useScrollPosition(state: PanelState, draftKey: string | null): void {
  const before = useRef(draftKey);
  if (before.current !== draftKey) {
    // The other draft is still rendered; its last scroll event may arrive too late.
    if (before.current !== null) state.scrollPositions.set(before.current, scrollY);
    before.current = draftKey;
  }
  useLayoutEffect(() => {
    if (draftKey === null) return;
    scrollTo(0, state.scrollPositions.get(draftKey) ?? 0);
    const keep = (): void => void state.scrollPositions.set(draftKey, scrollY);
    addEventListener('scroll', keep, { passive: true });
    return () => removeEventListener('scroll', keep);
  }, [state, draftKey]);
}

/** Delay between a change of the text and reading its headings again, in ms. */
const rest = 300;

/** Reads the headings while they are shown: as a tree, or over the groups of the list. */
function useOutline(state: PanelState, text: string, seen: boolean): void {
  const isRenewing = state.renew.front.value === 'renew';
  const arrangement = isRenewing ? state.renew.arrangement : state.list.arrangement;
  const overGroups = arrangement.value === 'place' && state.findings.value.length > 0;
  const wanted = seen && text !== '' && (state.outlineOpen.value || overGroups);
  const { draftKey } = state.field.value ?? {};
  useEffect(() => {
    if (!wanted) return;
    const timer = setTimeout(() => void state.readOutline(), state.outline.peek() === null ? 0 : rest);
    return () => clearTimeout(timer);
  }, [state, wanted, draftKey, text]);
}

/** Reads the time-bound mentions while they are shown. */
function useTimeline(state: PanelState, check: CheckReply | null, text: string, seen: boolean): void {
  const { renew } = state;
  const wanted = seen && check !== null && renew.front.value === 'renew';
  const { draftKey } = state.field.value ?? {};
  const { asOf, ignored, language } = check ?? {};
  useEffect(() => {
    if (!wanted) return;
    const timer = setTimeout(() => void renew.follow(), renew.timeline.peek() === null ? 0 : rest);
    return () => clearTimeout(timer);
  }, [renew, wanted, draftKey, text, asOf?.date, ignored, language]);
}

/** What takes the focus where the requested element is gone. */
const orElse = '.nothing h2, .renew h2, .finding .place, [role=tab][aria-selected=true]';

/** Focuses the requested element once it is rendered. */
function useFocusTarget(state: PanelState) {
  const view = useRef<HTMLDivElement>(null);
  const target = state.focusTarget.value;
  useLayoutEffect(() => {
    if (target === null) return;
    state.focusTarget.value = null;
    // The parts of the view are rendered one by one, each when its own signals changed: after this task all of them are.
    setTimeout(() => {
      const shown = (selector: string): HTMLElement[] =>
        // What stands in the view that is not in front takes no focus.
        [...(view.current?.querySelectorAll<HTMLElement>(selector) ?? [])].filter((one) =>
          one.checkVisibility(),
        );
      const all = shown(target.to);
      const to = all[Math.min(target.at, all.length - 1)] ?? shown(orElse)[0];
      to?.focus();
    });
  }, [state, target]);
  return view;
}

/** Most drafts are checked without it. */
const RenewView = later(async () => (await import('./renew/renew-view.tsx')).RenewView);

interface FrontsProps {
  readonly state: PanelState;
  readonly check: CheckReply;
  readonly text: string;
  readonly seen: boolean;
  readonly findingsFirst: boolean;
}

/** The findings of a draft, or what hangs on time in it. */
function Fronts({ state, check, text, seen, findingsFirst }: FrontsProps) {
  const prefix = useId();
  const { renew } = state;
  const front = renew.front.value;
  const { total } = state.list.counts.value;
  return (
    <>
      <TabBar
        label={say('看什么', 'What to look at')}
        prefix={prefix}
        tabs={[
          {
            name: 'findings',
            words: say(`提示 ${total}`, `Findings ${total}`),
          },
          { name: 'renew', words: say('翻新', 'Renewal') },
        ]}
        chosen={front}
        onChoose={(chosen) => renew.show(chosen)}
      />
      <div
        id={`${prefix}${front}-panel`}
        class="view"
        role="tabpanel"
        aria-labelledby={`${prefix}${front}-tab`}
      >
        {front === 'renew' ? (
          <>
            <Off state={state} />
            <RenewView
              renew={renew}
              headings={state.outline.value?.nodes ?? []}
              busy={state.busy.value}
              seen={seen}
              onReveal={({ mention }) => void state.reveal(mention)}
            />
          </>
        ) : (
          <>
            <Numbering state={state} />
            {!findingsFirst && <Outline state={state} />}
            <CertainFixes state={state} text={text} />
            {check.findings.some(isCounted) ? (
              <>
                <Off state={state} />
                <FindingList state={state} text={text} seen={seen} />
              </>
            ) : (
              <NothingFound state={state} check={check} />
            )}
            {findingsFirst && <Outline state={state} />}
          </>
        )}
      </div>
    </>
  );
}

interface Props {
  readonly state: PanelState;
  readonly field: OpenField;
  /** False while the other view of the panel is in front. */
  readonly seen: boolean;
  /** True to have the findings before the outline and the facts of the draft, where room is short. */
  readonly findingsFirst?: boolean;
}

/** A checked draft: its date, its numbering, then every finding. */
export function DraftView({ state, field, seen, findingsFirst = false }: Props) {
  const { check, declined, text, complete } = field;
  useScrollPosition(state, seen ? field.draftKey : null);
  useOutline(state, text, seen);
  useTimeline(state, check, text, seen);
  const view = useFocusTarget(state);
  if (declined !== null) {
    return (
      <div class="empty">
        <p>{declined}</p>
      </div>
    );
  }
  if (check === null) return <p class="soft">{beforeCheck(text)}</p>;
  return (
    <div ref={view} class="view">
      <DraftDate
        asOf={check.asOf}
        question={questionOfCheck(check)}
        busy={state.busy.value}
        onAnswer={(answer) => void state.answerDay(answer)}
        onSet={(date) => void state.setDate(date)}
      />
      {!findingsFirst && <DraftFacts state={state} field={field} />}
      <Revert state={state} />
      <Fronts state={state} check={check} text={text} seen={seen} findingsFirst={findingsFirst} />
      {findingsFirst && <DraftFacts state={state} field={field} />}
      <footer>
        {!complete && (
          <p class="soft small">
            {say(
              '编辑器只呈现了长文的一部分，未呈现的文字没有核对。',
              'The editor shows only part of a long text; what it does not show was not checked.',
            )}
          </p>
        )}
        {check.ignored > 0 && <IgnoredList state={state} text={text} count={check.ignored} />}
        <KnownUntil trueUntil={check.trueUntil} asOf={check.asOf} />
      </footer>
      <Toast
        words={state.outcome.value}
        undo={state.told.undo.value}
        floats
        onEnd={() => {
          state.outcome.value = '';
        }}
      />
    </div>
  );
}
