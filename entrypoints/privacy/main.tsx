import { render } from 'preact';
import '../../components/base.css';
import { followLanguage } from '../surface/language.ts';
import { App } from './app.tsx';

const root = document.getElementById('app');
if (root) {
  await followLanguage();
  render(<App />, root);
}
