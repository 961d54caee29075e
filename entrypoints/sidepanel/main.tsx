import { effect, signal } from '@preact/signals';
import { render } from 'preact';
import '../../components/base.css';
import { language } from '../../components/say.ts';
import { onDeskText } from '../surface/desk-text.ts';
import { followPage, lifeOfPage } from '../surface/follow.ts';
import { followLanguage } from '../surface/follow-language.ts';
import { App, type PanelName } from './app.tsx';
import { Desk } from './desk/desk.ts';
import { pagePlace } from './page-place.ts';
import { PanelState } from './panel-state.ts';

const root = document.getElementById('app');
if (root) {
  await followLanguage();
  const life = lifeOfPage();
  const following = followPage(life);
  const page = new PanelState(pagePlace(following));
  const desk = new Desk();
  const front = signal<PanelName>('page');
  // The titles of the rules depend on the language.
  effect(() => {
    if (language.value) void Promise.all([page.learn(), desk.state.learn()]);
  });
  render(<App page={page} view={following.view} desk={desk} front={front} />, root);
  onDeskText((text) => {
    front.value = 'desk';
    desk.take(text);
  }, life);
}
