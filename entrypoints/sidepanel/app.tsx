import { type Signal, useSignal, useSignalEffect } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { say } from '../../components/say.ts';
import { TabBar } from '../../components/tab-bar.tsx';
import type { Following } from '../surface/follow.ts';
import type { Desk } from './desk/desk.ts';
import { DeskPanel } from './desk/desk-panel.tsx';
import { PagePanel } from './page-panel.tsx';
import type { PanelState } from './panel-state.ts';
import './sidepanel.css';

export type PanelName = 'page' | 'desk';

interface Props {
  readonly page: PanelState;
  readonly following: Following;
  readonly desk: Desk;
  readonly front: Signal<PanelName>;
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

/** The side panel: the draft of this page, or the desk for text from anywhere. Both stay mounted. */
export function App({ page, following, desk, front }: Props) {
  const over = useDrop((file) => {
    front.value = 'desk';
    void desk.openFile(file);
  });
  useSignalEffect(() => {
    document.title =
      front.value === 'desk' ? say('稿准 · 文稿台', 'Gaozhun · Desk') : say('稿准 · 本稿', 'Gaozhun · Draft');
  });
  const name = front.value;
  return (
    <main class={over.value ? 'panel over' : 'panel'}>
      <h1 class="unseen">{say('稿准', 'Gaozhun')}</h1>
      <TabBar
        label={say('核对哪里的文字', 'Where the text is')}
        tabs={[
          { name: 'page', words: say('此页', 'This page') },
          { name: 'desk', words: say('文稿台', 'Desk') },
        ]}
        chosen={name}
        onChoose={(chosen) => {
          front.value = chosen;
        }}
      />
      <div id="page-panel" class="view" role="tabpanel" aria-labelledby="page-tab" hidden={name !== 'page'}>
        <PagePanel
          state={page}
          following={following}
          seen={name === 'page'}
          onDesk={() => {
            front.value = 'desk';
          }}
        />
      </div>
      <div id="desk-panel" class="view" role="tabpanel" aria-labelledby="desk-tab" hidden={name !== 'desk'}>
        <DeskPanel desk={desk} seen={name === 'desk'} />
      </div>
    </main>
  );
}
