import { render } from 'preact';
import { browser } from 'wxt/browser';
import '../../components/base.css';
import { lifeOfPage } from '../surface/follow.ts';
import { startWriting } from '../writing.content/start.ts';
import { App } from './app.tsx';

const root = document.getElementById('app');
if (root) {
  render(<App />, root);
  startWriting({ signal: lifeOfPage(), send: (request) => browser.runtime.sendMessage(request) });
}
