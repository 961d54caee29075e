import { Emphasised } from '../../components/emphasised.tsx';
import { RowAbout } from '../../components/row-about.tsx';
import { say } from '../../components/say.ts';
import { standingNames } from '../../components/screen-words.ts';
import type { Span } from '../../lib/draft/types.ts';
import type { Field } from '../../lib/fields/types.ts';
import type { PhraseResult } from '../../lib/phrases/types.ts';
import { anchorOf, followPlace, swallow } from '../writing/card-place.ts';
import { openShell } from '../writing/card-shell.ts';
import { topView } from '../writing/top-window.ts';
import css from './phrase-window.css?inline';

/** The results at the caret, from the first query to the choice. */
export interface PhraseWindow {
  /** Shows results below the words that were typed (a span of the field's text). */
  show(results: readonly PhraseResult[], typed: { readonly start: number; readonly caret: number }): void;
  /** Takes a key of the editor, if it chooses. */
  onKey(event: KeyboardEvent): void;
  remove(): void;
}

interface Options {
  readonly signal: AbortSignal;
  readonly onPick: (result: PhraseResult) => void;
  /** The author does not want it here: by Escape, a press elsewhere, or a key that moves the caret. */
  readonly dismiss: () => void;
}

/** What a key does while the window is open: it leaves, moves the choice by so many rows, or takes what is chosen. */
type KeyAct = 'leaves' | 'picks' | number;
const acts: Readonly<Record<string, KeyAct>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  Enter: 'picks',
  Tab: 'picks',
  // Keys that take the caret away from what was typed.
  ArrowLeft: 'leaves',
  ArrowRight: 'leaves',
  Home: 'leaves',
  End: 'leaves',
  PageUp: 'leaves',
  PageDown: 'leaves',
};

/** What a key of the author does; undefined for any other. Keys during a composition belong to the input method. */
function actOf(event: KeyboardEvent): KeyAct | undefined {
  const { key, isTrusted, isComposing, keyCode, shiftKey, ctrlKey, altKey, metaKey } = event;
  // Older input methods tell of it by the code alone.
  const isOthers = !isTrusted || isComposing || keyCode === 229;
  return isOthers || shiftKey || ctrlKey || altKey || metaKey ? undefined : acts[key];
}

/**
 * Opens the window beside a field, in the shell of the card: a closed shadow tree in the top layer, which acts only while
 * it is seen. The focus stays in the editor.
 */
export function openPhraseWindow(field: Field, { signal, onPick, dismiss }: Options): PhraseWindow {
  const view = field.element.ownerDocument.defaultView ?? window;
  const life = new AbortController();
  const until = AbortSignal.any([signal, life.signal]);
  let results: readonly PhraseResult[] = [];
  let chosen = 0;
  let span: Span = { start: 0, end: 0 };

  const nothing = () => undefined;
  const shell = openShell(field.element, {
    byKeys: false,
    escape: dismiss,
    enter: nothing,
    leave: nothing,
    refused: nothing,
  });
  const { host, root } = shell;
  const Sheet = (host.ownerDocument.defaultView ?? window).CSSStyleSheet;
  const sheet = new Sheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets.push(sheet);
  const anchor = () => anchorOf(field, span, undefined, view);
  const draw = () => {
    const at = anchor();
    if (at === null) return dismiss();
    shell.draw(<List results={results} chosen={chosen} onPick={onPick} />, at);
    root.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  };
  const follow = () => {
    const at = anchor();
    if (at === null || at.bottom < 0 || at.top > topView(view).view.innerHeight) dismiss();
    else shell.place(at);
  };
  followPlace(view, until, { host, close: dismiss, follow });

  return {
    show(found, { start, caret }) {
      results = found;
      chosen = 0;
      span = { start, end: caret };
      draw();
    },
    onKey(event) {
      const act = actOf(event);
      if (act === undefined) return;
      // A page that hides it gets its key, and no phrase.
      if (act === 'leaves' || !shell.isSeen()) return dismiss();
      swallow(view, event);
      const result = results[chosen];
      if (act === 'picks') return result && onPick(result);
      chosen = (chosen + act + results.length) % results.length;
      draw();
    },
    remove() {
      life.abort();
      shell.remove();
    },
  };
}

interface ListProps {
  readonly results: readonly PhraseResult[];
  readonly chosen: number;
  readonly onPick: (result: PhraseResult) => void;
}

function List({ results, chosen, onPick }: ListProps) {
  return (
    <div class="card phrases">
      <div class="list" role="listbox" tabIndex={-1} aria-label={say('提法', 'Phrases')}>
        {results.map((result, index) => (
          <div
            key={result.id}
            class="phrase"
            role="option"
            tabIndex={-1}
            aria-selected={index === chosen}
            onClick={(event) => event.isTrusted && onPick(result)}
            onKeyDown={() => undefined}
          >
            <span class="head">
              <span class="name" lang="zh-CN">
                <Emphasised name={result.name} matched={result.matched} />
              </span>
              {result.standing !== 'current' && <span class="tag">{standingNames[result.standing]}</span>}
            </span>
            <span class="about">
              <RowAbout result={result} />
            </span>
          </div>
        ))}
      </div>
      {/* Within a line that is seen: the guard takes a part that cannot be seen for one that is covered. */}
      <p class="keys">
        {say('↑↓ 选择　Enter 插入　Esc 关闭', '↑↓ choose, Enter inserts, Esc closes')}
        <span class="unseen" role="status">
          {results[chosen]?.name}
        </span>
      </p>
    </div>
  );
}
