import { effect, signal } from '@preact/signals';
import { render } from 'preact';
import '../../components/base.css';
import { language } from '../../components/say.ts';
import { onDeskWanted } from '../surface/desk-front.ts';
import { onDeskText } from '../surface/desk-text.ts';
import { followPage, lifeOfPage } from '../surface/follow.ts';
import { followLanguage, onSettingsChanged } from '../surface/follow-language.ts';
import { readPanelAddress } from '../surface/panel-address.ts';
import { topics } from '../surface/search/search-state.ts';
import { App, type DraftOfPage } from './app.tsx';
import type { OpenDesk } from './desk/open.ts';
import { followSpeakingRate } from './facts/speaking-rate.ts';
import { type Front, keepFront, type PanelName, readFront } from './front.ts';
import { pagePlace } from './page-place.ts';
import { PanelState } from './panel-state.ts';

function draftOfPage(life: AbortSignal, tabId?: number): DraftOfPage {
  const following = followPage(life, tabId);
  return { state: new PanelState(pagePlace(following)), following };
}

const root = document.getElementById('app');
if (root) {
  await followLanguage();
  const life = lifeOfPage();
  const opened = readPanelAddress(location.search);
  const page = opened.desk ? null : draftOfPage(life, opened.tabId);
  const front = signal<PanelName>('page');
  const draft = signal<Front['draft']>('page');
  effect(() => {
    if (front.value !== 'phrases') draft.value = front.value;
  });
  const desk = signal<OpenDesk | null>(null);
  void followSpeakingRate();
  // The titles of the rules depend on the language.
  const learnTitles = (state: PanelState) => effect(() => void (language.value && state.learn()));
  if (page !== null) {
    const { state } = page;
    learnTitles(state);
    effect(() => {
      topics.value = state.status.value?.topics ?? [];
    });
  }
  const opening = import('./desk/open.ts').then(async ({ openDesk }) => {
    desk.value = await openDesk(life, page === null);
    learnTitles(desk.value.desk.state);
    return desk.value.desk;
  });
  if (page === null) {
    await opening;
    front.value = 'desk';
  } else {
    // A panel that is opened again shows the work that was in it.
    const before = await readFront();
    if (before.front === 'phrases') draft.value = before.draft;
    if (before.front !== 'desk' || (await opening).sheet.value.text !== '') front.value = before.front;
    effect(() => keepFront({ front: front.value, draft: draft.value }));
  }
  const onFile = async (file: File): Promise<void> => {
    front.value = 'desk';
    await (await opening).openFile(file);
  };
  // A rule may be switched off in a card or in the options.
  onSettingsChanged(() => {
    void page?.state.learn();
    void desk.value?.desk.state.learn();
  });
  render(<App page={page} desk={desk} front={front} draft={draft} onFile={onFile} />, root);
  /** A draft is pasted next: the box gets the caret, unless there is a draft already. */
  const focusEmptyDesk = async (): Promise<void> => {
    if ((await opening).sheet.value.text !== '') return;
    requestAnimationFrame(() => document.getElementById('desk-text')?.focus());
  };
  if (page === null) void focusEmptyDesk();
  onDeskWanted(() => {
    front.value = 'desk';
    void focusEmptyDesk();
  }, life);
  const open = await opening;
  onDeskText((text) => {
    front.value = 'desk';
    open.take(text);
  }, life);
}
