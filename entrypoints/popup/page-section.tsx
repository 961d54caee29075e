import { useRef } from 'preact/hooks';
import { DayAnswers } from '../../components/day-answers.tsx';
import { KnownUntil } from '../../components/known-until.tsx';
import { LevelCounts } from '../../components/level-counts.tsx';
import { RepairPreview } from '../../components/repair-preview.tsx';
import { RulesOff } from '../../components/rules-off.tsx';
import { say } from '../../components/say.ts';
import { beforeCheck, whatWorksInstead, whyUnreadable } from '../../components/screen-words.ts';
import { SiteChoices } from '../../components/site-choices.tsx';
import { Switch } from '../../components/switch.tsx';
import { Toast } from '../../components/toast.tsx';
import { countFindings } from '../../lib/checking/counted.ts';
import type { CheckReply } from '../../lib/messaging/messages.ts';
import type { PageState } from '../../lib/messaging/page-requests.ts';
import type { Following } from '../surface/follow.ts';
import type { PageView } from '../surface/page-view.ts';
import { answerNames, type JudgedOn, judgedOnInWords, questionOfCheck } from '../surface/question.ts';
import { siteOf } from '../surface/site-permissions.ts';
import { openOptions } from '../surface/windows.ts';
import { DeskWay } from './desk-way.tsx';
import {
  applyPlan,
  busy,
  openPlan,
  outcome,
  plan,
  rules,
  setAlsoRead,
  setDay,
  setHidden,
  setSite,
  showPanel,
  switchOn,
} from './page-actions.ts';

type OpenField = NonNullable<PageState['field']>;

function Found({ check, declined, text }: OpenField) {
  if (declined !== null) return <p>{declined}</p>;
  if (check === null) return <p class="soft">{beforeCheck(text)}</p>;
  const { total, levels } = countFindings(check.findings);
  if (total > 0) return <LevelCounts counts={levels} />;
  // No all-clear while the draft's day is not certain.
  if (check.findings.length > 0) return null;
  const checked = rules.value.filter(({ on }) => on).map(({ title }) => title);
  return (
    <>
      <p>{say('未见需要改动之处。', 'Nothing to change was found.')}</p>
      {checked.length > 0 && (
        <p class="soft small">{say(`已核对：${checked.join('、')}。`, `Checked: ${checked.join(', ')}.`)}</p>
      )}
      <KnownUntil trueUntil={check.trueUntil} asOf={check.asOf} />
    </>
  );
}

/** The day on which the draft is judged, if it is in question or was chosen. */
function Day({ check, following }: { check: CheckReply | null; following: Following }) {
  const place = useRef<HTMLDivElement>(null);
  const question = questionOfCheck(check);
  const answer = async (chosen: JudgedOn | null): Promise<void> => {
    await setDay(following, chosen);
    // The pressed button was removed.
    place.current?.querySelector('button')?.focus();
  };
  if (question !== null) {
    return (
      <div ref={place} class="notice question">
        <p>{question}</p>
        <div class="row wrap">
          <DayAnswers
            names={answerNames}
            busy={busy.value}
            first
            onAnswer={(chosen) => void answer(chosen)}
          />
        </div>
      </div>
    );
  }
  if (check?.asOf.from !== 'option') return null;
  return (
    <div ref={place} class="row between wrap">
      <span>{judgedOnInWords(check.asOf.date)}</span>
      <button type="button" class="quiet" onClick={() => void answer(null)}>
        {say('恢复自动日期', 'Undo')}
      </button>
    </div>
  );
}

/** The rules that are switched off, which find nothing. */
function Off({ following }: { following: Following }) {
  return (
    <RulesOff
      rules={rules.value.filter(({ on }) => !on)}
      busy={busy.value}
      onSwitchOn={async (rule) => {
        await switchOn(following, rule);
        // The pressed button was removed.
        document.querySelector<HTMLElement>('.rules-off button, #this-page')?.focus();
      }}
    />
  );
}

/** True if the numbering repair is the main action: not before the draft's day is certain. */
function isNext(check: CheckReply | null): boolean {
  return (
    questionOfCheck(check) === null &&
    check?.findings.some(({ rule }) => rule === 'heading-numbering') === true
  );
}

/** Explains the state of a page without findings. */
function explain(view: PageView): string {
  switch (view.stage) {
    case 'looking':
      return say('正在查看此页……', 'Looking at this page…');
    case 'internal':
      return say(
        '这是浏览器自身的页面或本地文件，稿准不能在此工作。提法检索仍可使用。',
        'This is a page of the browser or a local file, where Gaozhun cannot work. Search still does.',
      );
    case 'closed':
      return say(
        '稿准未在此网站启用，没有读取任何文字。',
        'Gaozhun is not enabled on this site. No text has been read.',
      );
    case 'silent':
      return say('已允许此网站，刷新页面后开始核对。', 'This site is allowed. Reload the page to start.');
    case 'no-editor':
      if (view.state.unreadable !== undefined) return whyUnreadable(view.state.unreadable);
      if (Object.keys(view.state.choices).length > 0)
        return say(
          '此页的编辑区默认不核对。如用来写稿，可在下方打开。',
          'The editor on this page is left alone by default. If it holds a draft, switch it on below.',
        );
      return say(
        '此页还没有可以核对的编辑区。请先点入编辑区。',
        'No editor on this page yet. Click into one first.',
      );
    case 'open':
      return '';
  }
}

/** The state of this page: counts, numbering repair, the switch for the site. */
export function PageSection({ following }: { following: Following }) {
  const view = following.view.value;
  const hidden = (view.stage === 'open' || view.stage === 'no-editor') && view.state.hidden;
  return (
    <section class="page" aria-labelledby="this-page">
      <h2 id="this-page" tabIndex={-1}>
        {say('本页', 'This page')}
      </h2>
      {view.stage === 'open' ? (
        <>
          <Day check={view.field.check} following={following} />
          <Found {...view.field} />
          <Off following={following} />
        </>
      ) : (
        <p>{explain(view)}</p>
      )}
      {view.stage === 'no-editor' && view.state.unreadable !== undefined && (
        <p class="soft small">{whatWorksInstead()}</p>
      )}
      {view.stage === 'open' &&
        (plan.value ? (
          <RepairPreview
            changes={plan.value.changes}
            busy={busy.value}
            onApply={(kept) => void applyPlan(following, kept)}
            onClose={() => {
              plan.value = null;
            }}
          />
        ) : (
          <div class="row wrap">
            <button
              type="button"
              class={isNext(view.field.check) ? 'button main' : 'button'}
              data-opens="plan"
              disabled={busy.value}
              onClick={() => void openPlan(following)}
            >
              {say('修复序号', 'Repair numbering')}
            </button>
            <button type="button" class="button" onClick={() => void showPanel(view.windowId, view.tabId)}>
              {say('打开侧边栏', 'Open side panel')}
            </button>
          </div>
        ))}
      <Toast
        words={outcome.value}
        undo={null}
        floats={false}
        onEnd={() => {
          outcome.value = '';
        }}
      />
      {'site' in view && view.site && <SiteSwitch view={view} site={view.site} following={following} />}
      {view.stage !== 'looking' && <DeskWay windowId={view.windowId} />}
      <div class="row wrap between feet">
        {view.stage === 'open' ? (
          <button
            type="button"
            class="quiet"
            onClick={() => void setHidden(view.tabId, !hidden, following.refresh)}
          >
            {hidden ? say('显示本页标记', 'Show marks here') : say('隐藏本页标记', 'Hide marks here')}
          </button>
        ) : (
          <span />
        )}
        <button type="button" class="quiet" onClick={() => void openOptions()}>
          {say('设置', 'Settings')}
        </button>
      </div>
    </section>
  );
}

function SiteSwitch({
  view,
  site,
  following,
}: {
  view: PageView;
  site: { name: string; pattern: string };
  following: Following;
}) {
  const own = 'state' in view ? siteOf(view.state.address) : null;
  return (
    <div class="site">
      <Switch
        label={say('在此网站检查', 'Check on this site')}
        about={site.name}
        on={view.stage !== 'closed'}
        disabled={busy.value}
        onChange={(on) => void setSite(site, on, following.refresh)}
      />
      {'state' in view && own !== null && (
        <SiteChoices
          choices={view.state.choices}
          framed={own.pattern === site.pattern ? null : own.name}
          busy={busy.value}
          onChange={(what, on) => void setAlsoRead(own, what, on, following.refresh)}
        />
      )}
    </div>
  );
}
