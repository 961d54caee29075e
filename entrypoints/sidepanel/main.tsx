import { render } from 'preact';
import '../../components/base.css';
import { followPage, lifeOfPage } from '../surface/follow.ts';
import { followLanguage } from '../surface/language.ts';
import { App } from './app.tsx';
import { Desk } from './desk.ts';

const root = document.getElementById('app');
if (root) {
  await followLanguage();
  const desk = new Desk(followPage(lifeOfPage()));
  void desk.learn();
  render(<App desk={desk} />, root);
}
