import { focusField } from '../../lib/fields/selection.ts';
import { Card, type CardActions } from './card.tsx';
import { anchorOf, followPlace } from './card-place.ts';
import { openShell } from './card-shell.ts';
import type { OpenCard, Subject } from './card-state.ts';
import { groundsOf, type RuleAbout } from './card-why.tsx';
import type { KeyHint } from './key-hint.ts';
import { topView } from './top-window.ts';

/** One card on the page, from opening to closing. */
export interface CardScreen {
  /** True while the card has the focus. */
  readonly focused: boolean;
  /** Draws the card at its mark; closes it if the mark is gone. */
  draw(card: OpenCard): void;
  /** Moves the focus into the card after it was drawn. `hadFocus`: the pressed button had it. */
  moveFocus(card: OpenCard, hadFocus: boolean): void;
  takeFocus(): void;
  /** Removes the card from the page. If it had the focus, this returns to the field. */
  remove(): void;
}

interface Options {
  readonly view: Window;
  /** Once aborted, the focus is not moved. */
  readonly signal: AbortSignal;
  readonly aboutRule: (rule: string) => RuleAbout;
  readonly keyHint: Pick<KeyHint, 'take' | 'known'>;
  readonly actions: CardActions;
  /** The pointer entered or left the card. */
  readonly onEnter: () => void;
  readonly onLeave: () => void;
}

/** Puts an empty card on the page, beside the field of its subject. */
export function openScreen(
  subject: Subject,
  { view, signal, aboutRule, keyHint, actions, onEnter, onLeave }: Options,
): CardScreen {
  const { session, finding, point } = subject;
  const { close } = actions;
  const life = new AbortController();
  const shell = openShell(session.field.element, {
    // A shortcut knows of no point.
    byKeys: point === undefined,
    escape: close,
    enter: onEnter,
    leave: onLeave,
    refused() {
      if (last !== null) show(last, true);
    },
  });
  const anchor = () => anchorOf(session, finding, point, view);
  const follow = () => {
    const at = anchor();
    const height = topView(view).view.innerHeight;
    if (at === null || at.bottom < 0 || at.top > height) close();
    else shell.place(at);
  };
  followPlace(view, life.signal, { host: shell.host, close, follow });
  session.emphasise(finding);
  let keys = keyHint.take();
  let last: OpenCard | null = null;
  const show = (card: OpenCard, refused: boolean) => {
    last = card;
    const { kind, page } = card;
    const at = anchor();
    if (at === null) return close();
    const grounds = groundsOf(subject, aboutRule(finding.rule));
    const onKeysKnown = () => {
      const hadFocus = shell.focused;
      keys = null;
      keyHint.known();
      show(card, false);
      // The pressed button is gone.
      if (hadFocus) shell.takeFocus();
    };
    shell.draw(
      <Card
        finding={finding}
        grounds={grounds}
        page={page}
        busy={kind === 'applying'}
        actions={actions}
        refused={refused}
        keys={keys === null ? null : { keys, onKnown: onKeysKnown }}
      />,
      at,
    );
  };

  return {
    get focused() {
      return shell.focused;
    },
    draw: (card) => show(card, false),
    moveFocus({ page }, hadFocus) {
      // A refused entry keeps the focus, to be corrected.
      if (page.kind === 'own' && page.fault !== '' && shell.focused) return;
      // The pressed button is gone. Back on the finding, the button that opened the last page gets the focus.
      if (hadFocus || page.kind === 'own' || page.kind === 'report')
        shell.takeFocus(page.kind === 'finding' ? page.from : undefined);
    },
    takeFocus: () => shell.takeFocus(),
    remove() {
      const hadFocus = shell.focused;
      life.abort();
      shell.remove();
      session.emphasise(null);
      if (hadFocus && !signal.aborted) focusField(session.field.element);
    },
  };
}
