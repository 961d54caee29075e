import { beforeEach, describe, expect, it, vi } from 'vitest';

const fake = vi.hoisted(() => ({ action: {} as object }));
vi.mock('wxt/browser', () => ({
  browser: {
    get action() {
      return fake.action;
    },
  },
}));
const { isOnToolbar, onToolbarChanged } = await import('../../entrypoints/surface/toolbar.ts');

beforeEach(() => {
  vi.stubGlobal('document', new EventTarget());
  const page = new EventTarget();
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
  vi.stubGlobal('dispatchEvent', page.dispatchEvent.bind(page));
  return () => vi.unstubAllGlobals();
});

describe('the icon on the toolbar', () => {
  it.each([
    ['is there', async () => ({ isOnToolbar: true }), true],
    ['is not', async () => ({ isOnToolbar: false }), false],
    ['is anywhere: the browser does not say', async () => ({}), null],
    ['is anywhere: the browser fails', () => Promise.reject(new Error('not implemented')), null],
    ['is anywhere: the browser cannot be asked', undefined, null],
  ])('%s', async (_, getUserSettings, expected) => {
    fake.action = { getUserSettings };
    expect(await isOnToolbar()).toBe(expected);
  });

  it('is looked at again when the browser tells, or the author is back, until the signal', () => {
    const told = new Set<() => void>();
    fake.action = {
      onUserSettingsChanged: {
        addListener: (listener: () => void) => told.add(listener),
        removeListener: (listener: () => void) => told.delete(listener),
      },
    };
    const look = vi.fn();
    const life = new AbortController();
    onToolbarChanged(look, life.signal);
    for (const listener of told) listener();
    dispatchEvent(new Event('focus'));
    document.dispatchEvent(new Event('visibilitychange'));
    expect(look).toHaveBeenCalledTimes(3);
    life.abort();
    dispatchEvent(new Event('focus'));
    expect([look.mock.calls.length, told.size]).toEqual([3, 0]);
  });

  it('is looked at when the author is back where the browser tells nothing', () => {
    fake.action = {};
    const look = vi.fn();
    onToolbarChanged(look, new AbortController().signal);
    dispatchEvent(new Event('focus'));
    expect(look).toHaveBeenCalledOnce();
  });
});
