import type { VNode } from 'preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CardActions } from '../../entrypoints/writing/card.tsx';
import { createCardController } from '../../entrypoints/writing/card-controller.tsx';
import type { CardKeysProps } from '../../entrypoints/writing/card-keys.tsx';
import type { CardPage } from '../../entrypoints/writing/card-state.ts';
import type { Told } from '../../entrypoints/writing/notice.tsx';
import type { Session } from '../../entrypoints/writing/session.ts';
import type { ApplyOutcome } from '../../lib/fields/types.ts';
import type { PageKeys } from '../../lib/messaging/commands.ts';
import type { Finding } from '../../lib/rules/types.ts';

/** What the card was last drawn with, and whether it is on the page and has the focus. */
const shell = vi.hoisted(() => ({
  drawn: null as {
    page: CardPage;
    busy: boolean;
    actions: CardActions;
    keys: CardKeysProps | null;
  } | null,
  open: false,
  focused: false,
  focusTaken: 0,
}));
vi.mock('../../entrypoints/writing/card-shell.ts', () => ({
  openShell() {
    shell.open = true;
    return {
      host: {},
      get focused() {
        return shell.focused;
      },
      draw: (content: VNode<NonNullable<typeof shell.drawn>>) => {
        shell.drawn = content.props;
      },
      place: () => undefined,
      takeFocus: () => {
        shell.focusTaken++;
      },
      remove: () => {
        shell.open = false;
      },
    };
  },
}));

const text = '学习贯彻党的十九大精神。';
const wanted = '学习贯彻党的二十大精神。';
const finding = findingAt(4, 9);

function findingAt(start: number, end: number): Finding {
  const edits = [{ start: start + 2, end: start + 4, text: '二十' }];
  return {
    rule: 'outdated-reference',
    level: 'error',
    start,
    end,
    message: '往届提法。',
    fixes: [{ label: '改为“党的二十大”', edits }],
  };
}

/** A session whose field answers as the test says; `now` is its text. */
function sessionOf(apply: (session: { now: string }) => Promise<ApplyOutcome>) {
  const field = { element: { matches: () => false }, rects: () => [new Rect()], listItems: () => [] };
  const session = {
    now: text,
    field,
    draftKey: 'draft',
    get text() {
      return this.now;
    },
    marked: [finding],
    reply: null,
    catchUp: () => undefined,
    check: async () => undefined,
    emphasise: vi.fn(),
    apply: () => apply(session),
  };
  return session;
}

class Rect {
  readonly left = 10;
  readonly right = 60;
  readonly top = 10;
  readonly bottom = 30;
}

let life = new AbortController();
const ask = vi.fn(async (): Promise<unknown> => ({ ok: true }));
const recheckAll = vi.fn();
const keyHint = { take: vi.fn((): PageKeys | null => null), known: vi.fn() };
const tell = vi.fn<(told: Told) => void>();

function controller() {
  const view = Object.assign(new EventTarget(), {
    frameElement: null,
    innerHeight: 800,
    cancelAnimationFrame: () => undefined,
  });
  return createCardController({
    view: view as unknown as Window,
    ask: ask as never,
    signal: life.signal,
    aboutRule: () => ({ title: '提法', basis: '', version: '1' }),
    keyHint,
    recheckAll,
    ruleTitle: () => '过时提法',
    tell,
  });
}

/** Opens a card and presses its first fix; resolves when the outcome is there. */
async function pressFix(session: object, card = controller()) {
  card.open(session as Session, finding, 'click');
  const [fix] = finding.fixes;
  if (fix !== undefined) shell.drawn?.actions.fix(fix);
  await vi.waitFor(() => expect(shell.drawn?.busy === true && shell.open).toBe(false));
  return card;
}

const page = () => shell.drawn?.page;
const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
beforeEach(() => {
  Object.assign(shell, { drawn: null, open: false, focused: false, focusTaken: 0 });
});
afterEach(() => {
  life.abort();
  life = new AbortController();
  vi.clearAllMocks();
});

describe('a fix that throws', () => {
  const fault = new DOMException('The node was replaced.', 'InvalidStateError');

  it('leaves no card busy: it says that nothing was changed, and hands out the words', async () => {
    const card = await pressFix(sessionOf(() => Promise.reject(fault)));
    expect(page()).toMatchObject({ kind: 'said', words: '党的二十大' });
    expect(page()).toHaveProperty('message', expect.stringContaining('没有改成'));
    expect(log).toHaveBeenCalledWith(expect.any(String), fault);
    card.textChanged();
    expect(shell.open).toBe(false);
  });

  it('is caught when it throws at once, too', async () => {
    await pressFix(
      sessionOf(() => {
        throw fault;
      }),
    );
    expect(page()).toHaveProperty('message', expect.stringContaining('没有改成'));
  });

  it('tells the author to undo what it left half done', async () => {
    const session = sessionOf(async (field) => {
      field.now = '学习贯彻党的大精神。';
      throw fault;
    });
    await pressFix(session);
    expect(page()).toHaveProperty('message', expect.stringContaining('Ctrl+Z'));
  });

  it('closes the card where the words are in all the same', async () => {
    const session = sessionOf(async (field) => {
      field.now = wanted;
      throw fault;
    });
    await pressFix(session);
    expect(shell.open).toBe(false);
    expect(log).toHaveBeenCalledOnce();
  });

  it('gives the focus back to an author who came by keys', async () => {
    shell.focused = true;
    const session = sessionOf(async () => {
      // Applying takes the focus to the editor.
      shell.focused = false;
      throw fault;
    });
    await pressFix(session);
    expect(shell.focusTaken).toBe(1);
  });
});

describe('the card', () => {
  /** A promise that the test settles. */
  function later<T>() {
    let settle: (value: T) => void = () => undefined;
    const promise = new Promise<T>((resolve) => {
      settle = resolve;
    });
    return { promise, settle };
  }

  it('stays while its own fix changes the text, refuses a second one, and then closes', async () => {
    const outcome = later<ApplyOutcome>();
    const apply = vi.fn(() => outcome.promise);
    const card = controller();
    card.open(sessionOf(apply) as never, finding, 'click');
    for (const fix of [...finding.fixes, ...finding.fixes]) shell.drawn?.actions.fix(fix);
    expect(shell.drawn?.busy).toBe(true);
    card.textChanged();
    expect(shell.open).toBe(true);
    outcome.settle({ ok: true });
    await vi.waitFor(() => expect(shell.open).toBe(false));
    expect(apply).toHaveBeenCalledOnce();
  });

  it('is not touched by the outcome of one before it, even for the same finding', async () => {
    const outcome = later<ApplyOutcome>();
    const session = sessionOf(() => outcome.promise);
    const card = controller();
    card.open(session as never, finding, 'click');
    for (const fix of finding.fixes) shell.drawn?.actions.fix(fix);
    card.close();
    card.open(session as never, finding, 'click');
    outcome.settle({ ok: false, reason: 'refused', undone: true });
    await outcome.promise;
    await new Promise((resolve) => setTimeout(resolve));
    expect(page()).toEqual({ kind: 'finding' });
    expect(shell.drawn?.busy).toBe(false);
  });

  it('says so when the background gives no answer, for each request', async () => {
    ask.mockResolvedValue(null);
    const card = controller();
    const session = { ...sessionOf(async () => ({ ok: true })), reply: { asOf: { date: '2026-01-02' } } };
    const presses: ((actions: CardActions) => void)[] = [
      (actions) => actions.preview(),
      (actions) => actions.ignore('draft'),
      (actions) => actions.switchOff(),
      (actions) => actions.judgeOn('today'),
      (actions) => actions.undoDay(),
    ];
    for (const press of presses) {
      card.open(session as never, finding, 'click');
      if (shell.drawn !== null) press(shell.drawn.actions);
      await vi.waitFor(() => expect(page()?.kind).toBe('said'));
      expect(page()).toHaveProperty('message', expect.stringContaining('没有应答'));
      expect(shell.drawn?.busy).toBe(false);
      card.close();
    }
    expect(recheckAll).not.toHaveBeenCalled();
  });

  it('keeps the words of a phrase that was refused, and says why', async () => {
    ask.mockResolvedValue({ refused: ['至少两个字。'] });
    controller().open(sessionOf(async () => ({ ok: true })) as never, finding, 'click');
    shell.drawn?.actions.own();
    shell.drawn?.actions.saveOwn({ name: '党', wrong: '', level: '', note: '', source: '' });
    await vi.waitFor(() => expect(page()).toEqual({ kind: 'own', fault: '至少两个字。' }));
    expect(shell.drawn?.busy).toBe(false);
  });

  it('asks again which day is meant when the chosen one is undone', async () => {
    ask.mockResolvedValue({ ok: true });
    const question: Finding = { ...finding, rule: 'draft-date', asks: 'judged-on' };
    const asOf = { date: '2020-01-02', from: 'option', old: true };
    const session = { ...sessionOf(async () => ({ ok: true })), marked: [question], reply: { asOf } };
    controller().open(session as never, question, 'click');
    shell.drawn?.actions.judgeOn('today');
    await vi.waitFor(() => expect(page()).toMatchObject({ kind: 'said', chosen: true }));
    shell.drawn?.actions.undoDay();
    await vi.waitFor(() => expect(page()).toEqual({ kind: 'finding' }));
    expect(ask).toHaveBeenLastCalledWith({ type: 'set-date', draftKey: 'draft', date: null });
  });

  it('closes when its mark is gone', () => {
    const session = sessionOf(async () => ({ ok: true }));
    const card = controller();
    card.open(session as never, finding, 'click');
    session.field.rects = () => [];
    card.redraw();
    expect(shell.open).toBe(false);
    expect(card.session).toBeNull();
    expect(session.emphasise).toHaveBeenLastCalledWith(null);
  });

  it('tells a newcomer the shortcuts until they are acknowledged, and keeps the focus', () => {
    keyHint.take.mockReturnValueOnce({ next: 'Alt+Shift+J', open: 'Alt+Shift+K' });
    controller().open(sessionOf(async () => ({ ok: true })) as never, finding, 'click');
    expect(shell.drawn?.keys?.keys.next).toBe('Alt+Shift+J');
    shell.focused = true;
    shell.drawn?.keys?.onKnown();
    expect(shell.drawn?.keys).toBeNull();
    expect(keyHint.known).toHaveBeenCalledOnce();
    expect(shell.focusTaken).toBe(1);
  });
});

describe('what silences more than one place', () => {
  const element = {
    matches: () => false,
    getRootNode: () => ({}),
    ownerDocument: { getSelection: () => null, designMode: 'off' },
    querySelector: () => null,
    focus: () => undefined,
  };
  const ignored = { rule: 'outdated-reference', text: '党的十九大' };

  /** Opens a card and presses a button; resolves when the outcome is told. */
  async function press(act: (actions: CardActions) => void): Promise<Told> {
    const session = sessionOf(async () => ({ ok: true }));
    Object.assign(session.field.element, element);
    tell.mockClear();
    controller().open(session as never, finding, 'click');
    if (shell.drawn !== null) act(shell.drawn.actions);
    await vi.waitFor(() => expect(tell).toHaveBeenCalled());
    const [told] = tell.mock.lastCall ?? [];
    if (told === undefined) throw new Error('Nothing was told.');
    return told;
  }

  beforeEach(() => {
    ask.mockResolvedValue({ ok: true });
  });

  it('is told once the card is closed, and taken back: a rule', async () => {
    const told = await press((actions) => actions.switchOff());
    expect(shell.open).toBe(false);
    expect(told.words).toContain('已关闭“过时提法”');
    expect(ask).toHaveBeenLastCalledWith({ type: 'set-rule', rule: finding.rule, on: false });
    told.undo?.();
    await vi.waitFor(() => expect(recheckAll).toHaveBeenCalledTimes(2));
    expect(ask).toHaveBeenLastCalledWith({ type: 'set-rule', rule: finding.rule, on: true });
  });

  it.each([
    ['draft', false],
    ['always', true],
  ] as const)('is told and taken back: words ignored (%s)', async (scope, always) => {
    const told = await press((actions) => actions.ignore(scope));
    const request = { draftKey: 'draft', finding: ignored, always };
    expect(told.words).toContain('党的十九大');
    expect(ask).toHaveBeenLastCalledWith({ type: 'ignore', ...request });
    told.undo?.();
    await vi.waitFor(() => expect(ask).toHaveBeenLastCalledWith({ type: 'restore-ignored', ...request }));
  });

  it('gives the focus to the way back where the author works by keys, but not for one place', async () => {
    expect((await press((actions) => actions.switchOff())).focusFrom).toBeNull();
    shell.focused = true;
    expect((await press((actions) => actions.switchOff())).focusFrom).not.toBeNull();
    expect((await press((actions) => actions.ignore('here'))).focusFrom).toBeNull();
  });

  it('is not told where it was refused: the card gives the reason', async () => {
    ask.mockResolvedValue({ fault: '存储空间已满。' });
    controller().open(sessionOf(async () => ({ ok: true })) as never, finding, 'click');
    shell.drawn?.actions.switchOff();
    await vi.waitFor(() => expect(page()).toMatchObject({ kind: 'said', message: '存储空间已满。' }));
    expect(tell).not.toHaveBeenCalled();
  });

  it('says so when it could not be taken back', async () => {
    const told = await press((actions) => actions.switchOff());
    ask.mockResolvedValue(null);
    told.undo?.();
    await vi.waitFor(() => expect(tell).toHaveBeenCalledTimes(2));
    expect(tell.mock.lastCall?.[0]).toMatchObject({
      words: expect.stringContaining('没有应答'),
      undo: null,
    });
  });
});
