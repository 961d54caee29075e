/** A host without a dot, as an office names its own machines: `oa`. A mere number is none, nor a scheme mistyped. */
const nameInOffice = /^(?!https?$)(?=.*[a-z])[\w-]+$/u;

/**
 * The addresses that somebody means who types or pastes this where a web page is asked for: the one that it is, or with
 * http and with https where no scheme was typed (`oa`, `oa:8080/x`). Empty where it is no address of a web page.
 */
export function typedAddresses(typed: string): string[] {
  // Full-width signs come from an input method; the stop among them is read by URL.
  const words = typed.trim().replaceAll('：', ':').replaceAll('／', '/');
  if (words === '' || /\s/u.test(words)) return [];
  const scheme = /^[a-z][a-z\d+.-]*(?=:\/\/)/iu.exec(words)?.[0].toLowerCase();
  const rest = words.replace(/^(?:[a-z][a-z\d+.-]*:)?\/\//iu, '');
  const schemes = scheme === undefined ? ['https', 'http'] : [scheme];
  return schemes.map((one) => `${one}://${rest}`).filter(isWebPage);
}

function isWebPage(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, username } = new URL(address);
  if (!/^https?:$/u.test(protocol) || username !== '' || hostname.includes('*')) return false;
  // The host as typed: URL makes an address of four numbers of one number, and letters of a Chinese word.
  const [host = ''] = address.replace(/^\w+:\/\//u, '').split(/[/?#]/u);
  const bare = host.replace(/:\d*$/u, '').toLowerCase();
  return hostname.includes('.') || hostname.startsWith('[') ? !/^\d+$/u.test(bare) : nameInOffice.test(bare);
}
