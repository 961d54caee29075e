import { render } from 'preact';
import '../../components/base.css';
import { bilingual } from '../../lib/language/language.ts';
import { followLanguage } from '../surface/follow-language.ts';
import { App } from './app.tsx';

const root = document.getElementById('app');
if (root) {
  await followLanguage(bilingual('稿准 · 隐私', 'Gaozhun · Privacy'));
  render(<App />, root);
}
