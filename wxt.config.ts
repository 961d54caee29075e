import { defineConfig } from 'wxt';
import { wellKnownEditors } from './lib/sites.ts';

export default defineConfig({
  manifestVersion: 3,
  publicDir: 'assets/public',
  imports: false,
  modules: [],
  hooks: {
    // The compiled phrase index, its packs and jieba's .wasm are made (or copied) into the build as files.
    'build:publicAssets': async (_wxt, assets) => {
      const { packAssets } = await import('./scripts/pack-assets.ts');
      assets.push(...(await packAssets()));
    },
  },
  manifest: ({ browser }) => ({
    name: '稿准',
    description: '写讲话稿时的本机校对：过时提法、规范表述、序号层次。文字不离开浏览器。',
    permissions: [
      'storage',
      'scripting',
      'activeTab',
      'contextMenus',
      ...(browser === 'firefox' ? [] : ['sidePanel']),
    ],
    host_permissions: [...wellKnownEditors],
    optional_host_permissions: ['*://*/*'],
    content_security_policy: {
      // https: only for the update address of an organisation's pack, which somebody has to set up and allow first.
      extension_pages: "script-src 'self' 'wasm-unsafe-eval'; object-src 'none'; connect-src 'self' https:",
    },
    // An office's administrators may hand out packs by policy; Firefox has its own way for that.
    ...(browser === 'firefox' ? {} : { storage: { managed_schema: 'managed_schema.json' } }),
    minimum_chrome_version: '119',
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'gaozhun@gaozhun.invalid',
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : {}),
    commands: {
      'open-card': { suggested_key: { default: 'Alt+Shift+K' }, description: '打开光标处的提示' },
      'next-finding': { suggested_key: { default: 'Alt+Shift+J' }, description: '下一处提示' },
      'hide-tab': {
        suggested_key: { default: 'Alt+Shift+H' },
        description: '隐藏或显示此标签页的全部标记',
      },
      _execute_action: { suggested_key: { default: 'Alt+Shift+G' }, description: '打开稿准（检索提法）' },
    },
  }),
});
