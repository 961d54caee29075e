import { defineConfig } from 'wxt';
import { shortcuts } from './lib/messaging/commands.ts';
import { wellKnownEditors } from './lib/sites/sites.ts';
import { recordPackages, writeNotices } from './scripts/licences/bundle.ts';
import type { Installed } from './scripts/licences/notices.ts';

/** The packages whose code is in the build, by their folders. */
const bundled = new Map<string, Installed>();

export default defineConfig({
  manifestVersion: 3,
  publicDir: 'assets/public',
  imports: false,
  // Terser makes the scripts of pages some 4 % smaller than esbuild does.
  vite: () => ({
    plugins: [recordPackages(bundled)],
    worker: { plugins: () => [recordPackages(bundled)] },
    build: {
      minify: 'terser',
      terserOptions: {
        ecma: 2020,
        compress: { passes: 5 },
      },
    },
  }),
  modules: [],
  hooks: {
    // The compiled phrase index, its packs and jieba's .wasm are made (or copied) into the build as files.
    'build:publicAssets': async (_wxt, assets) => {
      const { packAssets } = await import('./scripts/pack-assets.ts');
      assets.push(...(await packAssets()));
    },
    'build:done': (wxt) => writeNotices(wxt.config.outDir, bundled.values()),
  },
  manifest: ({ browser }) => ({
    default_locale: 'zh_CN',
    name: '__MSG_name__',
    description: '__MSG_description__',
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
      extension_pages: [
        "default-src 'none'",
        "script-src 'self' 'wasm-unsafe-eval'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "worker-src 'self'",
        // https: only for the update address of an organisation's pack, which somebody has to set up and allow first.
        "connect-src 'self' https:",
        "object-src 'none'",
        "frame-src 'none'",
        "form-action 'none'",
        "base-uri 'none'",
      ].join('; '),
    },
    // An office's administrators may hand out packs by policy; Firefox has its own way for that.
    ...(browser === 'firefox' ? {} : { storage: { managed_schema: 'managed_schema.json' } }),
    // URL.canParse came with 120, matchOriginAsFallback of registered scripts with 119.
    minimum_chrome_version: '120',
    ...(browser === 'firefox'
      ? {
          // On the bar, not behind the puzzle.
          action: { default_area: 'navbar' },
          browser_specific_settings: {
            gecko: {
              // Never to be changed: Firefox keeps settings, policies and signatures by it.
              id: '{640a7dc7-6919-4dca-a624-255470c89f1d}',
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : {}),
    // gz and a blank in the address bar, then a phrase.
    omnibox: { keyword: 'gz' },
    commands: Object.fromEntries(
      shortcuts.map(({ id, keys }) => [
        id,
        {
          description: `__MSG_${id.replace(/^_/u, '').replaceAll('-', '_')}__`,
          ...(keys === undefined ? {} : { suggested_key: { default: keys } }),
        },
      ]),
    ),
  }),
});
