import { render } from 'preact';
import '../../components/base.css';
import { followPage, lifeOfPage } from '../surface/follow.ts';
import { followLanguage } from '../surface/language.ts';
import { App } from './app.tsx';
import { learnRules } from './page-actions.ts';

const root = document.getElementById('app');
if (root) {
  await followLanguage();
  render(<App following={followPage(lifeOfPage())} />, root);
  void learnRules();
}
