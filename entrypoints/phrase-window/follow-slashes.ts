import { language, say } from '../../components/say.ts';
import { codeEditors } from '../../lib/fields/editable-elements.ts';
import { type SlashQuery, slashQuery } from '../../lib/fields/slash.ts';
import type { PhraseResult } from '../../lib/phrases/types.ts';
import { fillSlots } from '../phrase-slots/slots.ts';
import type { CanvasHost } from '../writing/canvas-host.ts';
import { showTold } from '../writing/notice.tsx';
import type { Session } from '../writing/session.ts';
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
export function followSlashes(options: Options): void {
  const { window: view, signal } = options;
  const search = new SlashSearch(options);
  let frame = 0;
  const soon = (event: Event) => {
    if (frame !== 0) return;
    const path = event.composedPath();
    // An editor may show what was typed a moment after the key.
    frame = view.requestAnimationFrame(() => {
      frame = view.requestAnimationFrame(() => {
        frame = 0;
        void search.look(path);
      });
    });
  };
  const onTyped = (event: Event) => {
    // Chrome does not mark its own `compositionend` as trusted.
    if (!event.isTrusted && event.type !== 'compositionend') return;
    if (event.isTrusted && isSlash(event)) search.isArmed = true;
    const isComposing = 'isComposing' in event && event.isComposing === true;
    if (search.isArmed && !isComposing) soon(event);
  };
  const passive = { signal, capture: true, passive: true };
  for (const type of ['keydown', 'keyup', 'input', 'compositionend', 'pointerup'])
    view.addEventListener(type, onTyped, passive);
  view.addEventListener('keydown', (event) => search.onKey(event), { signal, capture: true });
  view.addEventListener('focusout', () => search.close(), passive);
  signal.addEventListener('abort', () => {
    view.cancelAnimationFrame(frame);
    search.close();
  });
}

/** The search in a frame: what is typed, and the window while there are results. */
class SlashSearch {
  /** True from a slash until what is typed is no query any more: all other typing costs nothing. */
  isArmed = false;
  private shown: PhraseWindow | null = null;
  private typed: Typed | null = null;
  /** Where Escape has closed the window; it stays so until the slashes there are gone. */
  private muted: number | null = null;
  private latest = 0;
  private readonly options: Options;

  constructor(options: Options) {
    this.options = options;
  }

  onKey(event: KeyboardEvent): void {
    this.shown?.onKey(event);
  }

  close(): void {
    this.latest++;
    this.shown?.remove();
    this.shown = null;
  }

  /** Reads what stands before the caret of the field that an event came from, and searches for it. */
  async look(path: readonly EventTarget[]): Promise<void> {
    const host = this.options.host();
    if (!this.isArmed || this.options.signal.aborted || host === null) return;
    const session = sessionIn(host, path);
    // What is being composed is looked at when it ends.
    if (session?.field.composing === true) return;
    const before = this.typed;
    const typed = session === null ? null : typedIn(session);
    this.typed = typed;
    if (typed?.start !== this.muted) this.muted = null;
    this.isArmed = typed !== null;
    if (typed === null || typed.query === '') return this.close();
    const isShown = this.shown !== null && before?.session === session && before?.text === typed.text;
    if (!isShown && this.muted === null) await this.ask(host, typed);
  }

  private async ask(
    { options: { ask } }: CanvasHost,
    { query, session, start, caret }: Typed,
  ): Promise<void> {
    const { signal, onOff } = this.options;
    const mine = ++this.latest;
    const date = session.reply?.asOf.date;
    const reply = await ask({ type: 'search-here', query, limit: most, date });
    if (mine !== this.latest || signal.aborted || reply === null || !('results' in reply)) return;
    if (!reply.on) return onOff();
    language.value = reply.language;
    if (reply.results.length === 0) return this.close();
    this.shown ??= openPhraseWindow(session.field, {
      signal,
      onPick: (result) => void this.insert(result),
      dismiss: () => {
        this.muted = this.typed?.start ?? null;
        this.close();
      },
    });
    this.shown.show(reply.results, { start, caret });
  }

  /** Puts a phrase in place of what was typed, as one edit. */
  private async insert({ id, insert: text }: PhraseResult): Promise<void> {
    const { window: view, host } = this.options;
    const { typed } = this;
    // What was typed stands there until the editor has taken the phrase.
    this.isArmed = false;
    this.close();
    const now = typed === null ? null : typedIn(typed.session);
    if (now === null || now.start !== typed?.start) return;
    const { field } = now.session;
    const { ok } = await field.apply([{ start: now.start, end: now.caret, text }], now.text);
    if (ok) {
      fillSlots(field, text);
      void host()?.options.ask({ type: 'phrase-used', id });
      return;
    }
    const words = say(
      '没有插入：编辑器未接受。可在侧边栏的“提法”里复制。',
      'Not inserted: the editor did not take it. Copy it from “Phrases” in the side panel.',
    );
    showTold(view, { words, undo: null, focusFrom: null });
  }
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
