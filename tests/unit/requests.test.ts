import { describe, expect, it, vi } from 'vitest';
import { defineRequest, reply } from '../../entrypoints/background/requests/row.ts';
import { isPageRequest, pageRequests } from '../../lib/messaging/page-requests.ts';
import { ruleIds } from '../../lib/rules/types.ts';

const stored = vi.hoisted(() => new Map<string, unknown>());
vi.mock('wxt/browser', () => ({
  browser: {
    storage: {
      local: {
        get: async (key: string) => (stored.has(key) ? { [key]: stored.get(key) } : {}),
        set: async (items: Record<string, unknown>) => {
          for (const [key, value] of Object.entries(items)) stored.set(key, value);
        },
      },
    },
  },
}));
const { requests } = await import('../../entrypoints/background/requests/table.ts');
const { answer } = await import('../../entrypoints/background/requests/dispatch.ts');

const own = { isOwnPage: true, frame: null, address: '' };
const webPage = { isOwnPage: false, frame: { tabId: 1, frameId: 0 }, address: 'https://example.com/' };
const rows = Object.entries(requests);

/** What the script in a web page may ask for: whoever adds to it has to say so here. */
const forWebPages = [
  'canvas-seen',
  'check',
  'count-today',
  'editor-seen',
  'ignore',
  'key-hint',
  'own-take',
  'page-changed',
  'page-gone',
  'page-started',
  'phrase-used',
  'plan-repair',
  'restore-ignored',
  'search-here',
  'set-date',
  'set-numbering-style',
  'set-rule',
  'status',
];

describe('the table of requests', () => {
  it.each(rows)('has a handler for %s, and fields that are checked before it runs', (type, row) => {
    expect(row.handle).toBeTypeOf('function');
    const malformed = {
      type,
      ...Object.fromEntries(Object.keys(row.fields).map((name) => [name, malformedIn(name)])),
    };
    const unchecked = Object.keys(row.fields).length === 0;
    if (!unchecked) expect(answer(malformed, own)).toBeNull();
  });

  it('lets a web page ask for no more than it needs', () => {
    const may = rows.flatMap(([type, { from }]) => (from === 'page' ? [type] : []));
    expect(may.sort()).toEqual(forWebPages);
  });

  it.each(rows.filter(([, { from }]) => from === 'own'))('refuses %s to a web page', async (type) => {
    await expect(answer({ type }, webPage)).rejects.toThrow('not for a web page');
  });

  it.each([undefined, null, 'status', {}, { type: 'other' }, { type: 'toString' }, { type: 7 }])(
    'gives no answer to %j',
    (message) => {
      expect(answer(message, own)).toBeNull();
    },
  );

  it('answers with the reply of the handler, and the name of the request', async () => {
    const message = { type: 'set-rule', rule: ruleIds[0], on: false };
    expect(await answer(message, webPage)).toEqual({ ok: true, replyTo: 'set-rule' });
    const ignored = await answer({ type: 'ignored', draftKey: 'k' }, own);
    expect(ignored).toEqual({ draft: [], always: [], replyTo: 'ignored' });
  });

  it('takes a day in one form only', () => {
    const day = { type: 'set-date', draftKey: 'k', date: '2026-11-29' };
    expect(answer({ ...day, oldDay: 'once' }, own)).toBeNull();
    expect(answer({ ...day, date: '29.11.2026' }, own)).toBeNull();
  });

  it('takes a speed at which people speak', async () => {
    const at = (rate: unknown) => answer({ type: 'set-speaking-rate', rate }, own);
    for (const rate of [0, 59, 601, 220.5, '220']) expect(at(rate)).toBeNull();
    expect(await at(180)).toEqual({ ok: true, replyTo: 'set-speaking-rate' });
    expect(stored.get('settings')).toMatchObject({ speakingRate: 180 });
  });

  it('does not compile where a handler returns another reply than its row states', () => {
    const wrong = defineRequest({
      from: 'own',
      fields: {},
      reply: reply<{ document: string }>(),
      // @ts-expect-error: the row states a document.
      handle: async () => ({ ok: true as const }),
    });
    expect(wrong.from).toBe('own');
  });
});

/** A value that no field of a request takes; the one field that takes anything stands beside another that does not. */
function malformedIn(name: string): unknown {
  return name === 'document' ? undefined : Symbol('malformed');
}

describe('requests to a page', () => {
  const right = [
    { type: 'page-state' },
    { type: 'page-apply', edits: [{ start: 0, end: 2, text: '稿' }], expected: '文稿' },
    { type: 'page-revert' },
    { type: 'page-insert', text: '稿' },
    { type: 'page-reveal', start: 1, end: 2 },
    { type: 'page-recheck' },
    { type: 'page-command', command: 'open-card' },
    { type: 'page-hide', hidden: true },
    { type: 'page-also-read' },
    { type: 'page-sites', allowed: ['*://*/*'], off: [] },
  ];
  it('are these', () => {
    expect(right.map(({ type }) => type)).toEqual(Object.keys(pageRequests));
  });
  it.each(right)('%j is taken, and not with a field that is malformed or missing', (request) => {
    expect(isPageRequest(request)).toBe(true);
    for (const name of Object.keys(request).filter((key) => key !== 'type')) {
      expect(isPageRequest({ ...request, [name]: -1 }), name).toBe(false);
      expect(isPageRequest({ ...request, [name]: [-1] }), name).toBe(false);
      expect(isPageRequest({ ...request, [name]: undefined }), name).toBe(false);
    }
  });
  it('may tell why an edit is made', () => {
    const apply = (reason: unknown) => ({
      type: 'page-apply',
      edits: [{ start: 0, end: 2, text: '稿', reason }],
      expected: '文稿',
    });
    expect(isPageRequest(apply('往届提法。'))).toBe(true);
    expect(isPageRequest(apply(7))).toBe(false);
  });
  it('insert something', () => {
    expect(isPageRequest({ type: 'page-insert', text: '' })).toBe(false);
  });
  it.each([undefined, null, 'page-state', {}, { type: 'page-other' }, { type: 'toString' }])(
    '%j is none',
    (message) => {
      expect(isPageRequest(message)).toBe(false);
    },
  );
});
