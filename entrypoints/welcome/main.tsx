import { render } from 'preact';
import * as v from 'valibot';
import { browser } from 'wxt/browser';
import '../../components/base.css';
import { say } from '../../components/say.ts';
import { both } from '../../lib/language/language.ts';
import { pageRequest } from '../../lib/messaging/messages.ts';
import { lifeOfPage } from '../surface/follow.ts';
import { followLanguage } from '../surface/language.ts';
import { startWriting } from '../writing.content/start.ts';
import { App } from './app.tsx';
import { tried } from './steps.tsx';

const root = document.getElementById('app');
if (root) {
  await followLanguage(both('稿准 · 欢迎', 'Gaozhun · Welcome'));
  render(<App />, root);
  const signal = lifeOfPage();
  const writing = startWriting({
    signal,
    send: (request) => browser.runtime.sendMessage(request),
    onFixed: () => {
      tried.value = true;
    },
  });

  // Popup and side panel work on this page as on any other: it answers them as a content script would.
  const onMessage = (message: unknown, sender: { id?: string }, respond: (reply: unknown) => void) => {
    if (sender.id !== browser.runtime.id) return;
    const request = v.safeParse(pageRequest, message);
    if (!request.success) return;
    writing.answer(request.output).then(respond, (error: unknown) => {
      console.error('稿准：请求没有完成。', error);
      respond({ fault: say('这一步没有完成，请再试一次。', 'This was not done. Please try again.') });
    });
    return true;
  };
  browser.runtime.onMessage.addListener(onMessage);
  signal.addEventListener('abort', () => browser.runtime.onMessage.removeListener(onMessage));
}
