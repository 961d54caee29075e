import { effect, signal } from '@preact/signals';
import { render } from 'preact';
import '../../components/base.css';
import { language } from '../../components/say.ts';
import { onDeskWanted } from '../surface/desk-front.ts';
import { onDeskText } from '../surface/desk-text.ts';
import { followPage, lifeOfPage } from '../surface/follow.ts';
import { followLanguage, onSettingsChanged } from '../surface/follow-language.ts';
import { readPanelAddress } from '../surface/panel-address.ts';
import { App, type PanelName } from './app.tsx';
import { Desk } from './desk/desk.ts';
import { pagePlace } from './page-place.ts';
import { PanelState } from './panel-state.ts';

const root = document.getElementById('app');
if (root) {
  await followLanguage();
  const life = lifeOfPage();
  const opened = readPanelAddress(location.search);
  const following = followPage(life, opened.tabId);
  const page = new PanelState(pagePlace(following));
  const desk = new Desk();
  const front = signal<PanelName>(opened.desk ? 'desk' : 'page');
  const learn = () => void Promise.all([page.learn(), desk.state.learn()]);
  // The titles of the rules depend on the language.
  effect(() => {
    if (language.value) learn();
  });
  // A rule may be switched off in a card or in the options.
  onSettingsChanged(learn);
  render(<App page={page} following={following} desk={desk} front={front} />, root);
  onDeskWanted(() => {
    front.value = 'desk';
  }, life);
  onDeskText((text) => {
    front.value = 'desk';
    desk.take(text);
  }, life);
}
