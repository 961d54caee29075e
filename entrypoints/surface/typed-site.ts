import type { Signal } from '@preact/signals';
import { say } from '../../components/say.ts';
import { typedAddresses } from '../../lib/sites/typed-address.ts';
import { cannotAllow } from './cannot-allow.ts';
import { allow, siteOf } from './site-permissions.ts';

/**
 * Allows the site that the author has typed, and sets a sentence about the outcome. Must be called synchronously in a
 * click, as the browser requires for its dialog. Resolves to whether it was granted.
 */
export async function allowTyped(typed: string, said: Signal<string>): Promise<boolean> {
  const sites = typedAddresses(typed)
    .map(siteOf)
    .filter((one) => one !== null);
  const [site] = sites;
  if (site === undefined) {
    said.value = say(
      '网址读不懂，请从浏览器地址栏复制写稿网页的地址。',
      'This is no address. Please copy that of the page you write on.',
    );
    return false;
  }
  // What was said of the last address would stand beside the browser's dialog.
  said.value = '';
  try {
    const granted = await allow(...sites);
    said.value = granted
      ? say(`已允许 ${site.name}。`, `${site.name} is allowed.`)
      : say('浏览器未予允许，没有改动。', 'The browser was not allowed to; nothing has changed.');
    return granted;
  } catch {
    said.value = cannotAllow();
    return false;
  }
}
