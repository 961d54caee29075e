/**
 * Match patterns of online editors that are allowed from the start; the user allows other sites one by one.
 */
export const wellKnownEditors: readonly string[] = [
  'https://docs.qq.com/*',
  'https://www.kdocs.cn/*',
  'https://shimo.im/*',
  'https://*.feishu.cn/*',
  'https://alidocs.dingtalk.com/*',
  'https://www.yuque.com/*',
  'https://mp.weixin.qq.com/*',
];

/**
 * Of allowed sites that hold more than an editor (messages, mail, articles), the hosts and the paths of the editor. The
 * browser grants whole hosts only. Paths: addresses of documents and of the article editor, as the services give them.
 */
const editorPaths: readonly (readonly [hosts: RegExp, paths: RegExp])[] = [
  [/(?:^|\.)feishu\.cn$/u, /^\/(?:docx?|docs|wiki|mindnotes)\//u],
  [/^mp\.weixin\.qq\.com$/u, /^\/cgi-bin\/(?:appmsg|operate_appmsg)/u],
];

/** False for a page of a well-known site that is none of its editors, such as its mail. Takes an address of http or https. */
export function mayHoldEditor(address: string): boolean {
  const { hostname, pathname } = new URL(address);
  const row = editorPaths.find(([hosts]) => hosts.test(hostname));
  return row === undefined || row[1].test(pathname);
}

/**
 * A match pattern of whole sites: `https://*.feishu.cn/*`. The browser rejects a list with an invalid
 * pattern.
 */
export const sitePattern = /^(\*|https?):\/\/(\*|(?:\*\.)?[^\s/*]+)\/\*$/u;

/**
 * True if a page's address lies within a match pattern (`https://*.feishu.cn/*`). A pattern without a port
 * covers every port of its host.
 */
export function isWithin(address: string, pattern: string): boolean {
  const match = sitePattern.exec(pattern);
  if (match === null || !URL.canParse(address)) return false;
  const [, scheme = '', host = ''] = match;
  const { protocol, host: withPort, hostname } = new URL(address);
  if (protocol !== 'http:' && protocol !== 'https:') return false;
  if (scheme !== '*' && `${scheme}:` !== protocol) return false;
  if (host === '*') return true;
  const bare = host.startsWith('*.') ? host.slice(2) : host;
  return [withPort, hostname].some((own) => own === bare || (host !== bare && own.endsWith(`.${bare}`)));
}

/** The sites that the browser permits and those that the author has switched off, as match patterns. */
export interface SiteLists {
  readonly allowed: readonly string[];
  readonly off: readonly string[];
}

/** True if a page's address lies within a site that may be read. */
export function mayRead(address: string, { allowed, off }: SiteLists): boolean {
  const within = (patterns: readonly string[]) => patterns.some((pattern) => isWithin(address, pattern));
  return within(allowed) && !within(off);
}
