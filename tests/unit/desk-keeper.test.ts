import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { KeptDesk } from '../../entrypoints/sidepanel/desk/kept-record.ts';
import type { Source } from '../../entrypoints/sidepanel/desk/read-file.ts';
import { emptySheet, newSheet, retyped } from '../../entrypoints/sidepanel/desk/sheet.ts';

type Items = Record<string, unknown>;
type Listener = (changes: Record<string, { newValue?: unknown }>) => void;

const fake = vi.hoisted(() => {
  /** A storage area of the browser: it copies what it holds, and tells of changes a moment later. */
  const area = () => {
    const items = new Map<string, string>();
    const listeners = new Set<Listener>();
    const tell = (changes: Record<string, { newValue?: unknown }>): void => {
      for (const listener of listeners) queueMicrotask(() => listener(changes));
    };
    const one = {
      items,
      /** In characters. */
      quota: Number.POSITIVE_INFINITY,
      writes: [] as string[],
      get: async (key: string) => {
        const item = items.get(key);
        return item === undefined ? {} : { [key]: JSON.parse(item) };
      },
      set: async (given: Items) => {
        const all = new Map([
          ...items,
          ...Object.entries(given).map(([key, item]) => [key, JSON.stringify(item)] as const),
        ]);
        if ([...all.values()].join('').length > one.quota) throw new Error('QUOTA_BYTES quota exceeded');
        for (const [key, item] of all) items.set(key, item);
        one.writes.push(...Object.keys(given));
        tell(
          Object.fromEntries(
            Object.entries(given).map(([key, item]) => [key, { newValue: JSON.parse(JSON.stringify(item)) }]),
          ),
        );
      },
      remove: async (keys: string | string[]) => {
        const gone = [keys].flat().filter((key) => items.delete(key));
        if (gone.length > 0) tell(Object.fromEntries(gone.map((key) => [key, {}])));
      },
      onChanged: {
        addListener: (listener: Listener) => listeners.add(listener),
        removeListener: (listener: Listener) => listeners.delete(listener),
      },
    };
    return one;
  };
  return { session: area(), local: area(), incognito: false, area };
});
vi.mock('wxt/browser', () => ({
  browser: {
    storage: { session: fake.session, local: fake.local },
    windows: { getCurrent: async () => ({ incognito: fake.incognito }) },
  },
}));

const { DeskKeeper } = await import('../../entrypoints/sidepanel/desk/keeper.ts');

let life: AbortController;
let leaving: EventTarget;

/** A view of the desk: what the keeper has told it, and how it is changed. */
async function openView() {
  let now: KeptDesk = { sheet: emptySheet(), made: [], manner: 'tracked', remarks: false };
  const taken: { readonly text: string; readonly unseen: boolean }[] = [];
  const view = {
    busy: false,
    taken,
    get now() {
      return now;
    },
    type(text: string) {
      now = { ...now, sheet: retyped(now.sheet, text) };
      keeper.change('soon');
    },
    lay(text: string, source: Source = { kind: 'typed' }) {
      now = { ...now, sheet: newSheet(text, 'a', source) };
      keeper.change('now');
    },
    close: () => leaving.dispatchEvent(new Event('pagehide')),
  };
  const keeper = new DeskKeeper({
    read: () => now,
    busy: () => view.busy,
    take: (kept, unseen) => {
      now = kept ?? { ...now, sheet: emptySheet() };
      taken.push({ text: now.sheet.text, unseen });
      const { source } = now.sheet;
      if (source.kind === 'docx') void keeper.fetchFile(source.id);
    },
    takeFile: (id, bytes) => {
      const { source } = now.sheet;
      if (source.kind === 'docx' && source.id === id) {
        now = { ...now, sheet: { ...now.sheet, source: { ...source, bytes } } };
      }
    },
  });
  const kept = await keeper.open(life.signal);
  if (kept !== null) now = kept;
  return Object.assign(view, { keeper });
}

const storedText = (): unknown => JSON.parse(fake.session.items.get('desk') ?? '{}').text;
const bytesOf = ({ now: { sheet } }: { now: KeptDesk }) =>
  sheet.source.kind === 'docx' ? sheet.source.bytes : undefined;
const docx = (length: number): Source => ({
  kind: 'docx',
  id: crypto.randomUUID(),
  bytes: new Uint8Array(length).fill(7),
});

beforeEach(() => {
  for (const area of [fake.session, fake.local]) {
    area.items.clear();
    area.quota = Number.POSITIVE_INFINITY;
    area.writes.length = 0;
  }
  fake.incognito = false;
  life = new AbortController();
  leaving = new EventTarget();
  vi.stubGlobal('addEventListener', leaving.addEventListener.bind(leaving));
  vi.stubGlobal('document', new EventTarget());
  vi.stubGlobal('requestAnimationFrame', (callback: () => void) => queueMicrotask(callback));
});
afterEach(() => {
  life.abort();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('the keeper of the desk', () => {
  it('stores a pause after the last key, once', async () => {
    vi.useFakeTimers();
    const view = await openView();
    view.type('甲');
    vi.advanceTimersByTime(299);
    view.type('甲乙');
    vi.advanceTimersByTime(299);
    expect(fake.session.writes).toEqual([]);
    vi.advanceTimersByTime(1);
    await view.keeper.flush();
    expect(fake.session.writes).toEqual(['desk']);
    expect(storedText()).toBe('甲乙');
  });

  it('stores the last keys when the page is left, although an earlier write is not done', async () => {
    const view = await openView();
    view.lay('甲');
    view.type('甲乙');
    view.close();
    await view.keeper.flush();
    expect(storedText()).toBe('甲乙');
    expect((await openView()).now.sheet.text).toBe('甲乙');
  });

  it('brings back the text, its file and the choices', async () => {
    const view = await openView();
    view.lay('深入学习', docx(5));
    await view.keeper.flush();
    expect(fake.session.writes).toEqual(['desk', 'desk-file']);
    const again = await openView();
    expect(again.now).toEqual(view.now);
    expect(again.keeper.stays.value).toBe('all');
    again.type('深入学习贯彻');
    await again.keeper.flush();
    expect(fake.session.writes.filter((key) => key === 'desk-file')).toHaveLength(1);
  });

  it('forgets all that was cleared, and says nothing of it later', async () => {
    const view = await openView();
    view.lay('深入学习', docx(5));
    await view.keeper.flush();
    expect(fake.local.items.get('desk-in-use')).toBe('true');
    view.lay('');
    await view.keeper.flush();
    expect(fake.session.items.size + fake.local.items.size).toBe(0);
    expect((await openView()).keeper.lost.value).toBe(false);
  });

  it('writes nothing of the text to the disk', async () => {
    const view = await openView();
    view.lay('深入学习', docx(5));
    await view.keeper.flush();
    expect([...fake.local.items]).toEqual([['desk-in-use', 'true']]);
  });

  it('says once that a text went with the browser', async () => {
    const view = await openView();
    view.lay('深入学习');
    await view.keeper.flush();
    fake.session.items.clear();
    const after = await openView();
    expect(after.keeper.lost.value).toBe(true);
    await after.keeper.lossSeen();
    expect((await openView()).keeper.lost.value).toBe(false);
  });

  it('keeps text and file where the disk has no room for the mark, which it sets later', async () => {
    fake.local.quota = 0;
    const view = await openView();
    view.lay('甲', docx(100));
    await view.keeper.flush();
    expect(view.keeper.stays.value).toBe('all');
    const again = await openView();
    expect(again.now.sheet.text).toBe('甲');
    expect(bytesOf(again)).toHaveLength(100);

    fake.local.quota = Number.POSITIVE_INFINITY;
    again.type('甲乙');
    await again.keeper.flush();
    expect([...fake.local.items.keys()]).toEqual(['desk-in-use']);
  });

  it('keeps nothing of a private window', async () => {
    fake.incognito = true;
    const view = await openView();
    view.lay('深入学习', docx(5));
    await view.keeper.flush();
    expect(fake.session.items.size + fake.local.items.size).toBe(0);
    expect(view.keeper.keeps.value).toBe(false);
  });

  it('keeps the text where there is no room for the file, and drops the file where the text needs its room', async () => {
    fake.session.quota = 2_000;
    const view = await openView();
    view.lay('甲'.repeat(100), docx(1_800));
    await view.keeper.flush();
    expect(view.keeper.stays.value).toBe('text');
    const again = await openView();
    expect(again.now.sheet.text).toBe('甲'.repeat(100));

    again.lay('乙', docx(900));
    await again.keeper.flush();
    expect(again.keeper.stays.value).toBe('all');
    again.type('乙'.repeat(500));
    await again.keeper.flush();
    expect(again.keeper.stays.value).toBe('text');
    expect(storedText()).toBe('乙'.repeat(500));
    again.type('乙'.repeat(2_000));
    await again.keeper.flush();
    expect(again.keeper.stays.value).toBe('nothing');
    again.type('乙');
    await again.keeper.flush();
    expect(storedText()).toBe('乙');
  });

  it('leaves room to other keys: a file of more than 6 MB is not stored', async () => {
    const view = await openView();
    view.lay('甲', docx(6 * 1024 * 1024 + 1));
    await view.keeper.flush();
    expect(view.keeper.stays.value).toBe('text');
    expect(fake.session.writes).toEqual(['desk']);
  });
});

describe('two views of the desk', () => {
  it('show the same, and answer a change with none of their own', async () => {
    const [one, two] = [await openView(), await openView()];
    one.lay('甲');
    await vi.waitFor(() => expect(two.now.sheet.text).toBe('甲'));
    two.type('甲乙');
    await two.keeper.flush();
    await vi.waitFor(() => expect(one.now.sheet.text).toBe('甲乙'));
    one.lay('');
    await vi.waitFor(() => expect(two.now.sheet.text).toBe(''));
    await Promise.all([one.keeper.flush(), two.keeper.flush()]);
    expect(fake.session.writes).toEqual(['desk', 'desk']);
    expect([...one.taken, ...two.taken].map(({ unseen }) => unseen)).toEqual([false, false, false]);
  });

  it('end up with the same where both changed at once, and the one overruled is told', async () => {
    const [one, two] = [await openView(), await openView()];
    one.lay('甲');
    await vi.waitFor(() => expect(two.now.sheet.text).toBe('甲'));
    one.type('甲一');
    two.type('甲二');
    await Promise.all([one.keeper.flush(), two.keeper.flush()]);
    await vi.waitFor(() => expect(one.now.sheet.text).toBe('甲二'));
    expect(two.now.sheet.text).toBe('甲二');
    expect(storedText()).toBe('甲二');
    expect(one.taken).toEqual([{ text: '甲二', unseen: true }]);
  });

  it('do not take a text over while an input method composes, but afterwards', async () => {
    const [one, two] = [await openView(), await openView()];
    two.busy = true;
    one.lay('甲');
    await one.keeper.flush();
    expect(two.now.sheet.text).toBe('');
    two.busy = false;
    document.dispatchEvent(new Event('compositionend'));
    await vi.waitFor(() => expect(two.now.sheet.text).toBe('甲'));
  });

  it('hand over a file that is too large to be stored', async () => {
    const one = await openView();
    const two = await openView();
    one.lay('甲', docx(7 * 1024 * 1024));
    await vi.waitFor(() => expect(bytesOf(two)?.length).toBe(7 * 1024 * 1024));
    const three = await openView();
    await vi.waitFor(() => expect(bytesOf(three)?.length).toBe(7 * 1024 * 1024));
    expect(three.keeper.stays.value).toBe('text');
  });
});
