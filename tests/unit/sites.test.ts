import { describe, expect, it } from 'vitest';
import { isWithin, mayHoldEditor, wellKnownEditors } from '../../lib/sites/sites.ts';
import { typedAddresses } from '../../lib/sites/typed-address.ts';

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

describe('pages that may hold an editor', () => {
  it.each([
    ['https://a.feishu.cn/docx/AbC', true],
    ['https://a.feishu.cn/wiki/AbC?from=x', true],
    ['https://a.feishu.cn/docs/doccn1', true],
    ['https://a.feishu.cn/messenger/', false],
    ['https://www.feishu.cn/approval/admin', false],
    ['https://mail.feishu.cn/', false],
    ['https://a.feishu.cn/docxs', false],
    ['https://mp.weixin.qq.com/cgi-bin/appmsg?t=media/appmsg_edit_v2&action=edit', true],
    ['https://mp.weixin.qq.com/cgi-bin/message?t=message/list', false],
    ['https://mp.weixin.qq.com/s/AbC', false],
    ['https://docs.qq.com/doc/x', true],
    ['https://notfeishu.cn/messenger/', true],
    ['https://feishu.cn.example.com/mail/', true],
    ['http://oa/anything', true],
  ])('%s: %s', (address, expected) => {
    expect(mayHoldEditor(address)).toBe(expected);
  });
});

describe('the address that somebody types', () => {
  it.each([
    ['http://oa/', ['http://oa/']],
    ['http://oa:8080/x', ['http://oa:8080/x']],
    ['HTTPS://OA.example.cn/a?b#c', ['https://OA.example.cn/a?b#c']],
    ['oa', ['https://oa', 'http://oa']],
    ['oa:8080/x', ['https://oa:8080/x', 'http://oa:8080/x']],
    ['//oa/x', ['https://oa/x', 'http://oa/x']],
    ['  docs.qq.com ', ['https://docs.qq.com', 'http://docs.qq.com']],
    ['10.1.2.3:8080', ['https://10.1.2.3:8080', 'http://10.1.2.3:8080']],
    ['http：／／oa：8080／x', ['http://oa:8080/x']],
    ['云溪.中国', ['https://云溪.中国', 'http://云溪.中国']],
    ['oa。yunxi。gov。cn', ['https://oa。yunxi。gov。cn', 'http://oa。yunxi。gov。cn']],
    ['localhost:3000', ['https://localhost:3000', 'http://localhost:3000']],
    ['http://[fd00::1]:8080/', ['http://[fd00::1]:8080/']],
  ])('%s is %j', (typed, addresses) => {
    expect(typedAddresses(typed)).toEqual(addresses);
  });

  it.each([
    '',
    ' ',
    '写稿',
    'http://写稿/',
    '我的 网站',
    '123',
    'http://123/',
    'http',
    'http:/oa',
    'https://',
    'chrome://extensions',
    'file:///c:/x',
    'ftp://oa/',
    'javascript:alert(1)',
    'mailto:a@b.cn',
    'a@b.cn',
    '*.feishu.cn',
    'https://*/',
    'oa:99999',
  ])('%j is none', (typed) => {
    expect(typedAddresses(typed)).toEqual([]);
  });
});
