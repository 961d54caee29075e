type Extension = typeof import('wxt/browser').browser;

/**
 * The extension API, as `wxt/browser` exports it, but read on demand: the first access costs a page a fifth
 * of the scout's time, and most pages need none.
 */
export function extension(): Extension {
  const { browser, chrome } = globalThis as unknown as { browser?: Extension; chrome: Extension };
  return browser?.runtime?.id === undefined ? chrome : browser;
}
