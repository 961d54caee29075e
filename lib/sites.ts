/**
 * Online editors that are allowed from the start; every other site is allowed by its user, one by one.
 * A new one is one line. Match patterns as in the extension manifest.
 */
export const wellKnownEditors: readonly string[] = [
  'https://docs.qq.com/*',
  'https://www.kdocs.cn/*',
  'https://shimo.im/*',
  'https://*.feishu.cn/*',
  'https://*.dingtalk.com/*',
  'https://www.yuque.com/*',
  'https://mp.weixin.qq.com/*',
];
