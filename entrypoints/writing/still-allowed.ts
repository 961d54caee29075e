import { mayRead, type SiteLists } from '../../lib/sites/sites.ts';
import { addressOf } from './top-window.ts';

/** True if this window no longer belongs to an allowed site. */
export function endsHere(view: Window, sites: SiteLists): boolean {
  const address = addressOf(view);
  // The extension's own pages need no permission.
  return /^https?:/u.test(address) && !mayRead(address, sites);
}
