import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, statSync } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { packAssets } from '../../scripts/pack-assets.ts';
import { tool } from '../../scripts/tools.ts';

const root = join(import.meta.dirname, '../..');
/** Builds the extension, also for Firefox, and the test pages with the real editors. */
export const built = join(root, '.output/chrome-mv3');
export const builtFirefox = join(root, '.output/firefox-mv3');
export const pagesDir = join(root, '.cache/browser-pages');

/** Runs once before the browser tests: builds what is older than its sources. */
export default async function setup(): Promise<void> {
  // Made once for both builds.
  await packAssets();
  await Promise.all([buildExtension(built, 'chrome'), buildExtension(builtFirefox, 'firefox'), buildPages()]);
}

async function buildExtension(folder: string, browser: 'chrome' | 'firefox'): Promise<void> {
  if (!(await isOlder(join(folder, 'manifest.json'), ['entrypoints', 'components', 'lib', 'assets']))) return;
  // Production mode: the test environment would change the build.
  const env = { ...process.env, NODE_ENV: 'production' };
  const [status] = await once(
    spawn(...tool('wxt', 'build', '-b', browser), { cwd: root, stdio: 'inherit', env }),
    'close',
  );
  if (status !== 0) throw new Error(`wxt build -b ${browser} failed.`);
}

async function buildPages(): Promise<void> {
  if (!(await isOlder(join(pagesDir, 'stamp'), ['tests/browser/pages']))) return;
  await mkdir(pagesDir, { recursive: true });
  const names: string[] = [];
  for (const file of await readdir(join(root, 'tests/browser/pages'))) {
    const name = /^([\w-]+)\.ts$/.exec(file)?.[1];
    if (name !== undefined && !/^draft(?!js)/.test(name)) names.push(name);
  }
  await build({
    entryPoints: names.map((name) => join(root, 'tests/browser/pages', `${name}.ts`)),
    outdir: pagesDir,
    bundle: true,
    format: 'esm',
    target: 'es2022',
    define: { global: 'globalThis', 'process.env.NODE_ENV': '"production"' },
    loader: {
      '.svg': 'dataurl',
      '.woff': 'dataurl',
      '.woff2': 'dataurl',
      '.ttf': 'dataurl',
      '.eot': 'dataurl',
    },
    logLevel: 'warning',
  });
  for (const name of names) {
    const style = existsSync(join(pagesDir, `${name}.css`))
      ? `<link rel="stylesheet" href="${name}.css">`
      : '';
    await writeFile(
      join(pagesDir, `${name}.html`),
      `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>${name}</title>${style}` +
        '<style>body { font: 16px/1.8 sans-serif; margin: 24px; max-width: 720px }</style>' +
        `<body><script type="module" src="${name}.js"></script></body></html>`,
    );
  }
  await writeFile(join(pagesDir, 'stamp'), '');
}

/** True if a file is missing, or anything in the folders changed after it was made. */
async function isOlder(file: string, folders: readonly string[]): Promise<boolean> {
  if (!existsSync(file)) return true;
  const { mtimeMs } = statSync(file);
  for (const folder of folders) {
    for (const entry of await readdir(join(root, folder), { recursive: true, withFileTypes: true })) {
      if (entry.isFile() && statSync(join(entry.parentPath, entry.name)).mtimeMs > mtimeMs) return true;
    }
  }
  return false;
}
