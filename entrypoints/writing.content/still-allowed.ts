import { isWithin } from '../../lib/sites.ts';
import { addressOf } from './top-window.ts';

/** True when a message says which sites may be read from now on, and this window is of none of them. */
export function endsHere(view: Window, message: object): boolean {
  if (!('type' in message) || message.type !== 'page-sites') return false;
  const { allowed, off } = message as { allowed?: unknown; off?: unknown };
  const address = addressOf(view);
  const within = (patterns: unknown) =>
    Array.isArray(patterns) && patterns.some((one) => isWithin(address, String(one)));
  // The extension's own pages need no permission.
  return /^https?:/u.test(address) && (!within(allowed) || within(off));
}
