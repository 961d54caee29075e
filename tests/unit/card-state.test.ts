import { describe, expect, it } from 'vitest';
import {
  type CardEvent,
  type CardPage,
  type CardState,
  closed,
  nextState,
  type OpenCard,
  type OpenedBy,
  type Subject,
} from '../../entrypoints/writing/card-state.ts';
import type { Finding } from '../../lib/rules/types.ts';

const finding: Finding = {
  rule: 'outdated-reference',
  level: 'error',
  start: 0,
  end: 2,
  message: '往届提法。',
  fixes: [],
};
const about = (given: Partial<Subject> = {}): Subject => ({
  session: {} as Subject['session'],
  finding,
  text: '党的十九大',
  point: undefined,
  ...given,
});
const subject = about();
const shown = (page: CardPage, kind: OpenCard['kind'] = 'open', by: OpenedBy = 'click'): OpenCard => ({
  kind,
  subject,
  by,
  page,
});
const pages: readonly CardPage[] = [
  { kind: 'finding' },
  { kind: 'preview', changes: [] },
  { kind: 'report' },
  { kind: 'own', fault: '' },
  { kind: 'said', message: '已复制。', words: '' },
];
const stateAfter = (state: CardState, ...events: CardEvent[]): CardState => events.reduce(nextState, state);

describe('a closed card', () => {
  it('opens on the finding', () => {
    expect(stateAfter(closed, { type: 'open', subject, by: 'hover' })).toEqual(
      shown({ kind: 'finding' }, 'open', 'hover'),
    );
  });

  it('stays closed at everything else', () => {
    const events: readonly CardEvent[] = [
      { type: 'apply' },
      { type: 'applied', page: { kind: 'said', message: '', words: '' } },
      { type: 'show', page: { kind: 'report' } },
      { type: 'back' },
      { type: 'text-changed' },
      { type: 'pointer-left' },
      { type: 'close' },
    ];
    for (const event of events) expect(stateAfter(closed, event), event.type).toBe(closed);
  });
});

describe.each(pages)('an open card on its page $kind', (page) => {
  it('closes at a change of the text', () => {
    expect(stateAfter(shown(page), { type: 'text-changed' })).toBe(closed);
  });

  it('keeps the page while applying, and outlives the change of the text that it makes', () => {
    const applying = stateAfter(shown(page), { type: 'apply' });
    expect(applying).toEqual(shown(page, 'applying'));
    expect(stateAfter(applying, { type: 'text-changed' })).toBe(applying);
  });

  it('is no longer applying when the outcome is there', () => {
    const said: CardPage = { kind: 'said', message: '没有改成。', words: '党的二十大' };
    expect(stateAfter(shown(page, 'applying'), { type: 'applied', page: said })).toEqual(shown(said));
    expect(stateAfter(shown(page, 'applying'), { type: 'applied', page: null })).toBe(closed);
  });

  it('goes on applying when another page is shown meanwhile', () => {
    const report: CardPage = { kind: 'report' };
    expect(stateAfter(shown(page, 'applying'), { type: 'show', page: report })).toEqual(
      shown(report, 'applying'),
    );
    expect(stateAfter(shown(page, 'applying'), { type: 'show', page: null })).toBe(closed);
  });

  it('goes back to the finding, and knows from where', () => {
    const back = stateAfter(shown(page), { type: 'back' });
    expect(back).toEqual(shown(page.kind === 'finding' ? page : { kind: 'finding', from: page.kind }));
  });

  it('goes with the pointer only if it opened by hover and shows the finding', () => {
    for (const by of ['hover', 'click', 'keyboard'] as const) {
      const goes = by === 'hover' && page.kind === 'finding';
      const state = shown(page, 'open', by);
      expect(stateAfter(state, { type: 'pointer-left' }), by).toBe(goes ? closed : state);
    }
    const applying = shown(page, 'applying', 'hover');
    expect(stateAfter(applying, { type: 'pointer-left' })).toBe(applying);
  });

  it('stays as it is when the same mark is met again, but no longer goes with the pointer after a click', () => {
    const state = shown(page, 'open', 'hover');
    const again = about({ session: subject.session, point: { x: 1, y: 2 } });
    expect(stateAfter(state, { type: 'open', subject: again, by: 'hover' })).toBe(state);
    expect(stateAfter(state, { type: 'open', subject: again, by: 'click' })).toEqual({
      ...state,
      by: 'click',
    });
    const clicked = shown(page);
    expect(stateAfter(clicked, { type: 'open', subject: again, by: 'hover' })).toBe(clicked);
  });

  it('gives way to the card of another finding, or of another field', () => {
    for (const other of [about({ session: subject.session, finding: { ...finding } }), about()]) {
      const next = stateAfter(shown(page, 'applying'), { type: 'open', subject: other, by: 'keyboard' });
      expect(next).toEqual({ kind: 'open', subject: other, by: 'keyboard', page: { kind: 'finding' } });
    }
  });

  it('closes', () => {
    expect(stateAfter(shown(page), { type: 'close' })).toBe(closed);
  });
});
