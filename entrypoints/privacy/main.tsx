import { render } from 'preact';
import '../../components/base.css';
import { both } from '../../lib/language/language.ts';
import { followLanguage } from '../surface/follow-language.ts';
import { App } from './app.tsx';

const root = document.getElementById('app');
if (root) {
  await followLanguage(both('稿准 · 隐私', 'Gaozhun · Privacy'));
  render(<App />, root);
}
