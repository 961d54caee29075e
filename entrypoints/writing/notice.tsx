import { render } from 'preact';
import { Fading } from '../../components/fading.ts';
import { say } from '../../components/say.ts';
import { ownHost } from '../../lib/fields/own-host.ts';
import { focusField } from '../../lib/fields/selection.ts';
import { Button } from './card-button.tsx';
import { attach, keepEventsInside } from './card-shell.ts';
import { cardWords } from './card-words.ts';
import { guardPresses } from './guard.ts';
import { topView } from './top-window.ts';

/** What the author did, as a notice tells it. */
export interface Told {
  /** One sentence. */
  readonly words: string;
  /** Takes it back; null if that cannot be done here. */
  readonly undo: (() => void) | null;
  /** Set if the author works by keys: the notice takes the focus, and gives it back to this field. */
  readonly focusFrom: HTMLElement | null;
}

/** Key of a page's notice on the window: the content scripts of all frames share it, and the page cannot see it. */
const noticeOf = Symbol.for('gaozhun-notice');

interface Notice {
  readonly host: Element;
  /** A lasting notice is not replaced by what was done. */
  readonly lasts: boolean;
  close(): void;
}

/** Delay before a new live region gets its words, in ms: a screen reader announces only what changes in it. */
const settling = 100;

/** Shows a line at the corner of the page until it is closed. One per page, whichever frame calls. */
export function showNotice(view: Window, words: string): void {
  open(view, { words, undo: null, focusFrom: null }, true);
}

/** Tells at the corner of the page what was done, for some seconds, and offers to undo it. */
export function showTold(view: Window, told: Told): void {
  open(view, told, false);
}

function open(view: Window, { words, undo, focusFrom }: Told, lasts: boolean): void {
  const outer: Window & { [noticeOf]?: Notice } = topView(view).view;
  const { document } = outer;
  const before = outer[noticeOf];
  if (before?.host.isConnected === true) {
    if (before.lasts) return;
    before.close();
  }
  const host = ownHost(document);
  const root = attach(host, document);
  const close = () => {
    const hadFocus = root.activeElement !== null;
    fading.stop();
    guard.end();
    host.remove();
    if (hadFocus) returnFocus();
  };
  const fading = new Fading(close);
  let focusedBefore: EventTarget | null = focusFrom;
  const returnFocus = () => {
    if (focusFrom !== null) focusField(focusFrom);
    else if (focusedBefore !== null && 'focus' in focusedBefore) (focusedBefore as HTMLElement).focus();
  };
  outer[noticeOf] = { host, lasts, close };
  keepEventsInside(host, root, close);
  root.addEventListener('focusin', (event) => {
    const { relatedTarget } = event as FocusEvent;
    if (relatedTarget !== null && !root.contains(relatedTarget as Node)) focusedBefore = relatedTarget;
    fading.hold('focus');
  });
  root.addEventListener('focusout', () => fading.release('focus'));
  host.addEventListener('pointerenter', () => fading.hold('pointer'));
  host.addEventListener('pointerleave', () => fading.release('pointer'));
  root.addEventListener('keydown', (event) => {
    // Who goes on writing writes into the draft.
    if (focusFrom !== null && isWriting(event as KeyboardEvent)) close();
  });
  const draw = (shown: string) => {
    render(
      <div class={shown === '' ? 'notice coming' : 'notice'}>
        <span role="status">{shown}</span>
        {undo !== null && (
          <Button
            class="button"
            onPress={() => {
              close();
              undo();
            }}
          >
            {say('撤销', 'Undo')}
          </Button>
        )}
        <Button class="close" label={say('关闭', 'Close')} onPress={close}>
          ×
        </Button>
      </div>,
      root,
    );
    guard.placed();
  };
  document.documentElement.append(host);
  const guard = guardPresses(host, root, { onRefused: () => draw(cardWords.refused()) });
  // Who works by keys may have to go there by Tab.
  guard.entered();
  draw('');
  if (focusFrom !== null) root.querySelector('button')?.focus({ preventScroll: true });
  setTimeout(() => draw(words), settling);
  if (!lasts) fading.begin(undo !== null);
}

/** True for a key that writes: not one that works on a button or moves between them. */
function isWriting({ key, ctrlKey, altKey, metaKey }: KeyboardEvent): boolean {
  return (key.length === 1 || key === 'Process') && key !== ' ' && !ctrlKey && !altKey && !metaKey;
}
