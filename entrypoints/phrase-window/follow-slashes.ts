import { language, say } from '../../components/say.ts';
import { codeEditors } from '../../lib/fields/editable-elements.ts';
import { type SlashQuery, slashQuery } from '../../lib/fields/slash.ts';
import type { PhraseResult } from '../../lib/phrases/types.ts';
import { fillSlots } from '../phrase-slots/slots.ts';
import type { CanvasHost } from '../writing.content/canvas-host.ts';
import { showTold } from '../writing.content/notice.tsx';
import type { Session } from '../writing.content/session.ts';
import { openPhraseWindow, type PhraseWindow } from './phrase-window.tsx';

interface Options {
  readonly window: Window;
  readonly signal: AbortSignal;
  /** The content script of the frame; null while there is none. */
  readonly host: () => CanvasHost | null;
  /** Called when the background says that the search is switched off. */
  readonly onOff: () => void;
}

/** What the author is typing: the field, its text, and the query in it. */
interface Typed extends SlashQuery {
  readonly session: Session;
  readonly text: string;
  readonly caret: number;
}

/** Results shown in the window. */
const most = 9;

/** Searches for what is typed behind two slashes in a field of the frame, until the signal. */
export function followSlashes({ window: view, signal, host, onOff }: Options): void {
  let shown: PhraseWindow | null = null;
  let typed: Typed | null = null;
  /** True from a slash until what is typed is no query any more: all other typing costs nothing. */
  let isArmed = false;
  /** Where Escape has closed the window; it stays so until the slashes there are gone. */
  let muted: number | null = null;
  let frame = 0;
  let latest = 0;

  const close = () => {
    latest++;
    shown?.remove();
    shown = null;
  };
  const dismiss = () => {
    muted = typed?.start ?? null;
    close();
  };
  const look = async (path: readonly EventTarget[]) => {
    const now = host();
    const session = now === null ? null : sessionIn(now, path);
    const before = typed;
    typed = session === null ? null : typedIn(session);
    if (typed === null || typed.query === '') {
      isArmed = typed !== null;
      if (typed === null || typed.start !== muted) muted = null;
      return close();
    }
    if (now === null || typed.start === muted) return;
    if (shown !== null && before?.session === typed.session && before.text === typed.text) return;
    await ask(now, typed);
  };
  const ask = async (now: CanvasHost, wanted: Typed) => {
    const mine = ++latest;
    const { query, session } = wanted;
    const date = session.reply?.asOf.date;
    const reply = await now.options.ask({ type: 'search-here', query, limit: most, date });
    if (mine !== latest || signal.aborted || reply === null || !('results' in reply)) return;
    if (!reply.on) return onOff();
    language.value = reply.language;
    if (reply.results.length === 0) return close();
    shown ??= openPhraseWindow(session.field, { signal, onPick: (result) => void insert(result), dismiss });
    shown.show(reply.results, wanted);
  };
  const insert = async (result: PhraseResult) => {
    const now = host();
    const here = typed === null ? null : typedIn(typed.session);
    close();
    if (now === null || here === null || here.start !== typed?.start) return;
    const { session, start, caret, text } = here;
    const { ok } = await session.field.apply([{ start, end: caret, text: result.insert }], text);
    if (ok) {
      fillSlots(session.field, result.insert);
      void now.options.ask({ type: 'phrase-used', id: result.id });
      return;
    }
    const words = say(
      '没有插入：编辑器未接受。可在侧边栏的“提法”里复制。',
      'Not inserted: the editor did not take it. Copy it from “Phrases” in the side panel.',
    );
    showTold(view, { words, undo: null, focusFrom: null });
  };

  const soon = (event: Event) => {
    if (!isArmed || frame !== 0) return;
    const path = event.composedPath();
    // An editor may show what was typed a moment after the key.
    frame = view.requestAnimationFrame(() => {
      frame = view.requestAnimationFrame(() => {
        frame = 0;
        if (isArmed && !signal.aborted) void look(path);
      });
    });
  };
  const onTyped = (event: Event) => {
    if (!event.isTrusted) return;
    isArmed ||= isSlash(event);
    if ('isComposing' in event && event.isComposing === true) return;
    soon(event);
  };
  const passive = { signal, capture: true, passive: true };
  for (const type of ['keydown', 'keyup', 'input', 'compositionend', 'pointerup'])
    view.addEventListener(type, onTyped, passive);
  view.addEventListener('keydown', (event) => shown?.onKey(event), { signal, capture: true });
  view.addEventListener('focusout', close, passive);
  signal.addEventListener('abort', () => {
    view.cancelAnimationFrame(frame);
    close();
  });
}

/** True for an event that may have typed a slash, also by an input method. */
function isSlash(event: Event): boolean {
  if ('code' in event) {
    const { code, key } = event as KeyboardEvent;
    return key === '/' || code === 'Slash' || code === 'NumpadDivide';
  }
  return 'data' in event && typeof event.data === 'string' && event.data.includes('/');
}

/** The session of the field that an event came from. */
function sessionIn({ frame }: CanvasHost, path: readonly EventTarget[]): Session | null {
  for (const at of path) {
    const found = frame.fields.get(at as HTMLElement);
    if (found !== undefined) return found.session;
  }
  return null;
}

/** The query before the caret; null in a line of its own, in code, and while an input method composes. */
function typedIn(session: Session): Typed | null {
  const { field } = session;
  const { element } = field;
  if (field.composing || element.tagName === 'INPUT' || element.closest(codeEditors) !== null) return null;
  const caret = field.caret();
  if (caret === null) return null;
  const text = field.read();
  const found = slashQuery(text, caret);
  if (found === null) return null;
  const node = field.toRange({ start: found.start, end: caret })?.startContainer;
  const around = node?.nodeType === 1 ? (node as Element) : node?.parentElement;
  const code = around?.closest('pre, code, kbd, samp, .ql-code-block-container');
  const isCode = code !== null && code !== undefined && code !== element && element.contains(code);
  return isCode ? null : { session, text, caret, ...found };
}
