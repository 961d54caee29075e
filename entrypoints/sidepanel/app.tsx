import { type ReadonlySignal, type Signal, useSignal, useSignalEffect } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { say } from '../../components/say.ts';
import { Seal } from '../../components/seal.tsx';
import { TabBar } from '../../components/tab-bar.tsx';
import type { Following } from '../surface/follow.ts';
import { openDeskTab } from '../surface/windows.ts';
import type { OpenDesk } from './desk/open.ts';
import type { Front, PanelName } from './front.ts';
import { PagePanel } from './page-panel.tsx';
import type { PanelState } from './panel-state.ts';
import { focusSearch, PhrasePanel } from './phrase-panel.tsx';
import './sidepanel.css';

/** The draft in the active tab. */
export interface DraftOfPage {
  readonly state: PanelState;
  readonly following: Following;
}

interface Props {
  /** Null in a tab of its own, which has no page beside it. */
  readonly page: DraftOfPage | null;
  /** Null for the moment until it is loaded. */
  readonly desk: ReadonlySignal<OpenDesk | null>;
  readonly front: Signal<PanelName>;
  /** The view that phrases go to. */
  readonly draft: Signal<Front['draft']>;
  /** Called with a file that is dropped. */
  readonly onFile: (file: File) => void;
}

/** Accepts a dropped file anywhere on the panel; by default the browser would navigate to it. */
function useDrop(onFile: (file: File) => void): Signal<boolean> {
  const over = useSignal(false);
  useEffect(() => {
    const ending = new AbortController();
    const { signal } = ending;
    const withFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true;
    document.addEventListener(
      'dragover',
      (event) => {
        if (!withFiles(event)) return;
        event.preventDefault();
        over.value = true;
      },
      { signal },
    );
    document.addEventListener(
      'dragleave',
      (event) => {
        if (event.relatedTarget === null) over.value = false;
      },
      { signal },
    );
    document.addEventListener(
      'drop',
      (event) => {
        over.value = false;
        if (!withFiles(event)) return;
        event.preventDefault();
        const [file] = event.dataTransfer?.files ?? [];
        if (file !== undefined) onFile(file);
      },
      { signal },
    );
    return () => ending.abort();
  }, []);
  return over;
}

/** Opens the desk in a tab, where it has more room; the text goes with it. */
function OpenInTab({ desk }: OpenDesk) {
  return (
    <button
      type="button"
      class="quiet in-tab"
      onClick={async () => {
        await desk.keeper.flush();
        await openDeskTab();
      }}
    >
      {say('在标签页中打开', 'Open in a tab')}
    </button>
  );
}

const titles: Readonly<Record<PanelName, () => string>> = {
  page: () => say('稿准 · 本稿', 'Gaozhun · Draft'),
  phrases: () => say('稿准 · 提法', 'Gaozhun · Phrases'),
  desk: () => say('稿准 · 文稿台', 'Gaozhun · Desk'),
};

/** The views of the panel, by tabs. */
function PanelHead({ desk, front }: Pick<Props, 'desk' | 'front'>) {
  return (
    <div class="panel-head">
      <TabBar
        label={say('侧边栏的内容', 'Views')}
        tabs={[
          { name: 'page', words: say('此页', 'This page') },
          { name: 'phrases', words: say('提法', 'Phrases') },
          { name: 'desk', words: say('文稿台', 'Desk') },
        ]}
        chosen={front.value}
        onChoose={(chosen, byPointer) => {
          front.value = chosen;
          if (byPointer && chosen === 'phrases') focusSearch();
        }}
      />
      {front.value === 'desk' && desk.value?.desk.keeper.keeps.value && <OpenInTab {...desk.value} />}
    </div>
  );
}

/** The side panel: the draft of this page, the phrases, or the desk for text from anywhere. All stay mounted. */
export function App({ page, desk, front, draft, onFile }: Props) {
  const over = useDrop(onFile);
  useSignalEffect(() => {
    document.title = titles[front.value]();
  });
  const name = front.value;
  const open = desk.value;
  const classes = ['panel', ...(over.value ? ['over'] : []), ...(name === 'desk' ? ['at-desk'] : [])];
  if (page === null) {
    return (
      <main class={classes.join(' ')}>
        <h1 class="row panel-head">
          <Seal size={22} />
          {say('稿准 · 文稿台', 'Gaozhun · Desk')}
        </h1>
        <div id="desk-panel" class="view">
          {open && <open.Panel desk={open.desk} seen />}
        </div>
      </main>
    );
  }
  return (
    <main class={classes.join(' ')}>
      <h1 class="unseen">{say('稿准', 'Gaozhun')}</h1>
      <PanelHead desk={desk} front={front} />
      <div id="page-panel" class="view" role="tabpanel" aria-labelledby="page-tab" hidden={name !== 'page'}>
        <PagePanel
          state={page.state}
          following={page.following}
          seen={name === 'page'}
          onDesk={() => {
            front.value = 'desk';
          }}
        />
      </div>
      <div
        id="phrases-panel"
        class="view"
        role="tabpanel"
        aria-labelledby="phrases-tab"
        hidden={name !== 'phrases'}
      >
        <PhrasePanel
          following={page.following}
          seen={name === 'phrases'}
          draft={draft}
          desk={open?.targetOf(open.desk, front)}
        />
      </div>
      <div id="desk-panel" class="view" role="tabpanel" aria-labelledby="desk-tab" hidden={name !== 'desk'}>
        {open && <open.Panel desk={open.desk} seen={name === 'desk'} />}
      </div>
    </main>
  );
}
