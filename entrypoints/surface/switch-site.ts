import { say } from '../../components/say.ts';
import { cannotAllow } from './cannot-allow.ts';
import { allow, disallow, type Site } from './site-permissions.ts';

/**
 * Allows or disallows a site. Must be called synchronously in a click, as the browser requires for its dialog. Resolves
 * to a sentence about the outcome.
 */
export async function switchSite(site: Site, on: boolean): Promise<string> {
  let done: boolean;
  try {
    done = await (on ? allow(site) : disallow(site.pattern));
  } catch (fault) {
    console.info('稿准：浏览器没有改动网站。', fault);
    return cannotAllow();
  }
  if (on)
    return done
      ? say('已允许。若页面没有反应，请刷新一次。', 'Allowed. If nothing happens, reload the page.')
      : say('没有改动：浏览器未予允许。', 'Nothing changed: the browser did not allow it.');
  return done
    ? say('已停用，此网站的文字不再读取。', 'Off. Text on this site is no longer read.')
    : say('没有改动：浏览器没有收回许可。', 'Nothing changed: the browser kept its permission.');
}
