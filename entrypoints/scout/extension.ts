type Extension = typeof import('wxt/browser').browser;

/**
 * The browser's interface for extensions, as `wxt/browser` has it; but touched only where it is asked for. On most pages
 * nothing is, and the first touch costs a page a fifth of all that the scout does there.
 */
export function extension(): Extension {
  const { browser, chrome } = globalThis as unknown as { browser?: Extension; chrome: Extension };
  return browser?.runtime?.id === undefined ? chrome : browser;
}
