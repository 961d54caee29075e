import { render } from 'preact';
import { browser } from 'wxt/browser';
import '../../components/base.css';
import { bilingual } from '../../lib/language/language.ts';
import { lifeOfPage } from '../surface/follow.ts';
import { followLanguage } from '../surface/follow-language.ts';
import { listenToSurfaces } from '../writing/listen.ts';
import { App } from './app.tsx';
import { keyUsed, tried } from './steps/done.ts';

const root = document.getElementById('app');
if (root) {
  await followLanguage(bilingual('稿准 · 欢迎', 'Gaozhun · Welcome'));
  render(<App />, root);
  const signal = lifeOfPage();
  // Loaded once the page shows: it is the larger part of its code.
  const { startWriting } = await import('../writing/start.ts');
  const writing = startWriting({
    signal,
    send: (request) => browser.runtime.sendMessage(request),
    onFixed: () => {
      tried.value = true;
    },
  });
  // Popup and side panel treat this page as any other, so that it answers them as a content script does.
  const answer: typeof writing.answer = (request) => {
    if (request.type === 'page-command') keyUsed.value = true;
    return writing.answer(request);
  };
  listenToSurfaces({ answer }, signal);
}
