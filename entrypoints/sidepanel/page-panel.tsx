import { KnownUntil } from '../../components/known-until.tsx';
import { say } from '../../components/say.ts';
import { whatWorksInstead, whyUnreadable } from '../../components/screen-words.ts';
import { Toast } from '../../components/toast.tsx';
import type { Unreadable } from '../../lib/fields/unreadable.ts';
import type { Following } from '../surface/follow.ts';
import type { PageView } from '../surface/page-view.ts';
import { ChoicesHere } from './choices-here.tsx';
import { DraftView } from './draft-view.tsx';
import { PageKeys } from './page-keys.tsx';
import type { PanelState } from './panel-state.ts';
import { SiteHere } from './site-here.tsx';

/** Explains the state of a tab without a draft. */
function explain(view: PageView): { title: string; text: string } {
  switch (view.stage) {
    case 'internal':
      return {
        title: say('此页不能核对', 'This page cannot be checked'),
        text: say(
          '这是浏览器自身的页面或本地文件。请切换到写稿的网页。',
          'It is a page of the browser or a local file. Please go to the page where you write.',
        ),
      };
    case 'closed':
      return {
        title: say('此网站尚未启用', 'Not yet allowed on this site'),
        text:
          view.site === null
            ? say(
                '稿准没有读取此页的任何文字。如需核对，请点工具栏上的稿准图标，打开“在此网站检查”。',
                'Gaozhun has not read a word of this page. To check it, click the Gaozhun icon in the toolbar and switch on “Check on this site”.',
              )
            : say(
                '稿准没有读取此页的任何文字。如需核对，请打开这里的开关。',
                'Gaozhun has not read a word of this page. To check it, turn on this switch.',
              ),
      };
    case 'silent':
      return {
        title: say('请刷新此页', 'Please reload this page'),
        text: say(
          '此页在启用之前已经打开，刷新后开始核对。',
          'It was open before the site was allowed; checking begins after a reload.',
        ),
      };
    case 'no-editor':
      return {
        title: say('还没有稿件', 'No draft yet'),
        text: say(
          '请点入此页的编辑区，这里随即列出需要留意之处。',
          'Click into the editor of this page, and what needs attention is listed here.',
        ),
      };
    default:
      return { title: '', text: say('正在查看此页……', 'Looking at this page…') };
  }
}

/** The title over an editor that is not checked until the author says so. */
function skipped(): { title: string; text: string } {
  return { title: say('此页的编辑区没有核对', 'This editor is not checked'), text: '' };
}

/** An editor whose text is not in the page, and how to check it on the desk. */
function UnreadableEditor({ what, onDesk }: { what: Unreadable; onDesk: () => void }) {
  return (
    <div class="empty">
      <h2>{say('此页的正文读不到', 'This text cannot be read')}</h2>
      <p>{whyUnreadable(what)}</p>
      <p>{whatWorksInstead()}</p>
      <div class="row">
        <button type="button" class="button main" onClick={onDesk}>
          {say('打开文稿台', 'Open the desk')}
        </button>
      </div>
    </div>
  );
}

interface Props {
  readonly state: PanelState;
  readonly following: Following;
  readonly seen: boolean;
  /** Opens the desk, where text that cannot be read in the page can be pasted. */
  readonly onDesk: () => void;
}

/** The draft in the editor of the active tab. */
export function PagePanel({ state, following, seen, onDesk }: Props) {
  const now = following.view.value;
  if (now.stage === 'open') {
    return (
      <>
        <DraftView state={state} field={now.field} seen={seen} />
        {state.findings.value.length > 0 && <PageKeys />}
      </>
    );
  }
  if (now.stage === 'no-editor' && now.state.unreadable !== undefined) {
    return <UnreadableEditor what={now.state.unreadable} onDesk={onDesk} />;
  }
  const skips = now.stage === 'no-editor' && Object.values(now.state.choices).includes(false);
  const { title, text } = skips ? skipped() : explain(now);
  const known = state.status.value;
  return (
    <div class="empty">
      {title && <h2>{title}</h2>}
      {text && <p>{text}</p>}
      {skips && <ChoicesHere state={now.state} site={now.site} refresh={following.refresh} />}
      {now.stage === 'closed' && now.site !== null && (
        <SiteHere key={now.site.pattern} site={now.site} refresh={following.refresh} />
      )}
      {now.stage !== 'looking' && (
        <p class="soft">
          {say('也可以把文稿粘贴或拖入', 'You can also paste or drop a draft on ')}
          <button type="button" class="link" onClick={onDesk}>
            {say('文稿台', 'the desk')}
          </button>
          {say('核对。', '.')}
        </p>
      )}
      {known && <KnownUntil trueUntil={known.trueUntil} />}
      <Toast
        words={state.outcome.value}
        undo={null}
        floats={false}
        onEnd={() => {
          state.outcome.value = '';
        }}
      />
    </div>
  );
}
