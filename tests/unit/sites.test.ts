import { describe, expect, it } from 'vitest';
import { isWithin, wellKnownEditors } from '../../lib/sites/sites.ts';

describe('match patterns', () => {
  it.each([
    ['https://docs.qq.com/doc/x', 'https://docs.qq.com/*', true],
    ['http://docs.qq.com/doc/x', 'https://docs.qq.com/*', false],
    ['https://a.feishu.cn/docx', 'https://*.feishu.cn/*', true],
    ['https://feishu.cn/', 'https://*.feishu.cn/*', true],
    ['https://notfeishu.cn/', 'https://*.feishu.cn/*', false],
    ['https://evil.com/?https://docs.qq.com/', 'https://docs.qq.com/*', false],
    ['http://127.0.0.1:8123/x', 'http://127.0.0.1/*', true],
    ['http://127.0.0.1:8123/x', 'http://127.0.0.1:9000/*', false],
    ['https://anything.cn/', '*://*/*', true],
    ['about:blank', '*://*/*', false],
    ['https://a.cn/', 'nonsense', false],
  ])('%s within %s: %s', (address, pattern, expected) => {
    expect(isWithin(address, pattern)).toBe(expected);
  });

  it('every well-known editor is a pattern that can be read', () => {
    for (const pattern of wellKnownEditors) {
      expect(isWithin(pattern.replace('*.', 'x.').slice(0, -1), pattern)).toBe(true);
    }
  });
});
