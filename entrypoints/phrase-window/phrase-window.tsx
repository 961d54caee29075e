import { Emphasised } from '../../components/emphasised.tsx';
import { RowAbout } from '../../components/row-about.tsx';
import { say } from '../../components/say.ts';
import { standingNames } from '../../components/screen-words.ts';
import type { Span } from '../../lib/draft/types.ts';
import type { Field } from '../../lib/fields/types.ts';
import type { PhraseResult } from '../../lib/phrases/types.ts';
import { anchorOf, followPlace, swallow } from '../writing.content/card-place.ts';
import { openShell } from '../writing.content/card-shell.ts';
import { topView } from '../writing.content/top-window.ts';
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

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };
/** Keys that take the caret away from what was typed. */
const leaving = ['ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageUp', 'PageDown'];

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
      const { key, isTrusted, isComposing, keyCode, shiftKey, ctrlKey, altKey, metaKey } = event;
      // Keys during a composition belong to the input method, which older ones tell by their code alone.
      if (!isTrusted || isComposing || keyCode === 229 || ctrlKey || altKey || metaKey) return;
      if (leaving.includes(key)) return dismiss();
      const step = steps[key];
      const picks = key === 'Enter' || key === 'Tab';
      if (shiftKey || (step === undefined && !picks)) return;
      // A page that hides it gets its key, and no phrase.
      if (!shell.isSeen()) return dismiss();
      swallow(view, event);
      if (step !== undefined) {
        chosen = (chosen + step + results.length) % results.length;
        return draw();
      }
      const result = results[chosen];
      if (result !== undefined) onPick(result);
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
      <p class="keys">{say('↑↓ 选择　Enter 插入　Esc 关闭', '↑↓ choose, Enter inserts, Esc closes')}</p>
      <p class="unseen" role="status">
        {results[chosen]?.name}
      </p>
    </div>
  );
}
