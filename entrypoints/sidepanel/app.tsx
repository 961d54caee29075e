import { useLayoutEffect } from 'preact/hooks';
import { KnownUntil } from '../../components/known-until.tsx';
import { beforeCheck } from '../../components/words.ts';
import type { CheckReply } from '../../lib/messages.ts';
import type { PageView } from '../surface/page-view.ts';
import type { Desk } from './desk.ts';
import { DraftDate } from './draft-date.tsx';
import { FindingList } from './finding-list.tsx';
import { Numbering } from './numbering.tsx';
import './sidepanel.css';

/** What is so in the active tab, in words, where there is no draft to show. */
function explain(view: PageView): { title: string; text: string } {
  switch (view.stage) {
    case 'internal':
      return { title: '此页不能核对', text: '这是浏览器自身的页面或本地文件。请切换到写稿的网页。' };
    case 'closed':
      return {
        title: '此网站尚未启用',
        text: '稿准没有读取此页的任何文字。如需核对，请点工具栏上的稿准图标，打开“在此网站检查”。',
      };
    case 'silent':
      return { title: '请刷新此页', text: '此页在启用之前已经打开，刷新后开始核对。' };
    case 'no-editor':
      return { title: '还没有稿件', text: '请点入此页的编辑区，这里随即列出需要留意之处。' };
    default:
      return { title: '', text: '正在查看此页……' };
  }
}

function NothingFound({ desk, check }: { desk: Desk; check: CheckReply }) {
  const rules = desk.status.value?.rules.filter(({ on }) => on).map(({ title }) => title) ?? [];
  return (
    <div class="empty">
      <h2>未见需要改动之处</h2>
      {rules.length > 0 && <p>已核对：{rules.join('、')}。</p>}
      {check.ignored > 0 && <p class="soft">另有 {check.ignored} 处已按您的意思忽略。</p>}
    </div>
  );
}

/** Keeps the place in each draft's list: the author comes back from another tab to where they read. */
function useKeptPlace(desk: Desk, draftKey: string | null): void {
  useLayoutEffect(() => {
    if (draftKey === null) return;
    scrollTo(0, desk.places.get(draftKey) ?? 0);
    const keep = (): void => void desk.places.set(draftKey, scrollY);
    addEventListener('scroll', keep, { passive: true });
    return () => removeEventListener('scroll', keep);
  }, [desk, draftKey]);
}

/** The side panel: the draft's date, then every finding in order of place. */
export function App({ desk }: { desk: Desk }) {
  const view = desk.view.value;
  useKeptPlace(desk, view.stage === 'open' ? view.field.draftKey : null);
  if (view.stage !== 'open') {
    const { title, text } = explain(view);
    const known = desk.status.value;
    return (
      <main class="panel">
        <div class="empty">
          {title && <h2>{title}</h2>}
          <p>{text}</p>
          {known && <KnownUntil trueUntil={known.trueUntil} />}
          {desk.said.value && <p class="soft">{desk.said.value}</p>}
        </div>
      </main>
    );
  }
  const { check, text, complete, wayBack } = view.field;
  if (!check) return <main class="panel soft">{beforeCheck(text)}</main>;
  if (check.declined !== undefined) {
    return (
      <main class="panel">
        <div class="empty">
          <p>{check.declined}</p>
        </div>
      </main>
    );
  }
  return (
    <main class="panel">
      <DraftDate asOf={check.asOf} onSet={(date) => void desk.setDate(date)} />
      <Numbering desk={desk} text={text} wayBack={wayBack} />
      {check.findings.length > 0 ? (
        <FindingList desk={desk} text={text} />
      ) : (
        <NothingFound desk={desk} check={check} />
      )}
      <footer>
        {!complete && <p class="soft small">编辑器只呈现了长文的一部分，未呈现的文字没有核对。</p>}
        {check.ignored > 0 && (
          <div class="row between soft small">
            <span>已忽略 {check.ignored} 处</span>
            <button type="button" class="quiet" onClick={() => void desk.restoreIgnored()}>
              恢复
            </button>
          </div>
        )}
        <KnownUntil trueUntil={check.trueUntil} asOf={check.asOf} />
      </footer>
      <p class="told" role="status" hidden={desk.said.value === ''}>
        {desk.said.value}
      </p>
    </main>
  );
}
