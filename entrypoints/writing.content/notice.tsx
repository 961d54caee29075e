import { render } from 'preact';
import { say } from '../../components/say.ts';
import { ownHost } from '../../lib/fields/own-host.ts';
import { Button } from './card-button.tsx';
import { attach } from './card-shell.ts';
import { topView } from './top-window.ts';

/** Key of a page's notice on the window: the content scripts of all frames share it, and the page cannot see it. */
const noticeOf = Symbol.for('gaozhun-notice');

/** Shows a line at the corner of the page, with a close button. One per page, whichever frame calls. */
export function showNotice(view: Window, words: string): void {
  const outer: Window & { [noticeOf]?: Element } = topView(view).view;
  const { document } = outer;
  if (outer[noticeOf]?.isConnected === true) return;
  const host = ownHost(document);
  outer[noticeOf] = host;
  const root = attach(host, document);
  let before: EventTarget | null = null;
  root.addEventListener('focusin', (event) => {
    before = (event as FocusEvent).relatedTarget;
  });
  // A press must not take the focus from the editor.
  root.addEventListener('mousedown', (event) => event.preventDefault());
  const close = () => {
    const hadFocus = root.activeElement !== null;
    host.remove();
    // Returns the focus for keyboard users.
    if (hadFocus && before !== null && 'focus' in before) (before as HTMLElement).focus();
  };
  render(
    <div class="notice" role="status">
      {words}
      <Button class="close" label={say('关闭', 'Close')} onPress={close}>
        ×
      </Button>
    </div>,
    root,
  );
  document.documentElement.append(host);
}
