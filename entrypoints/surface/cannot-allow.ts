import { say } from '../../components/say.ts';

/** Said where the browser refuses to ask for a site: the address is none of its kind, or it knows no optional sites at all. */
export function cannotAllow(): string {
  return say(
    '浏览器不能允许这个网址。可以换一个，或把文字粘贴到文稿台核对。',
    'The browser cannot allow this address. Try another one, or paste your draft on the desk.',
  );
}
