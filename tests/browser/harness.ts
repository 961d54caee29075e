import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { type BrowserContext, type CDPSession, chromium, type Page, type Worker } from 'playwright-core';
import { browserArguments, ensureChromium } from '../../scripts/browser.ts';
import { built, pagesDir } from './build.ts';

/** A browser with the built extension, allowed on a server of the test pages. */
export interface Harness {
  readonly context: BrowserContext;
  readonly address: string;
  /** Opens a test page. */
  open(page: string): Promise<Page>;
  worker(): Promise<Worker>;
  /** Stops the service worker, as the browser does when it is idle. */
  stopWorker(): Promise<void>;
  close(): Promise<void>;
}

/** What is other than usual about a browser. */
export interface HarnessOptions {
  /** More sites on which the extension is allowed, as match patterns. */
  readonly allowed?: readonly string[];
  /** More arguments of the browser. */
  readonly browser?: readonly string[];
  /** Arguments that Playwright gives the browser, and that are left out. */
  readonly without?: readonly string[];
  /** Changes the copy of the built extension in a folder before it is loaded. */
  readonly alter?: (folder: string) => Promise<void>;
}

const packages = join(import.meta.dirname, '../../node_modules');
const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

/** Starts server and browser. The extension is the built one with the server added to its sites. */
export async function startHarness({
  allowed = [],
  browser = [],
  without = [],
  alter,
}: HarnessOptions = {}): Promise<Harness> {
  const server = await serve();
  const address = addressOf(server);
  const home = await mkdtemp(join(tmpdir(), 'gaozhun-browser-'));
  const extension = join(home, 'extension');
  await cp(built, extension, { recursive: true });
  const manifestFile = join(extension, 'manifest.json');
  const manifest: { host_permissions: string[] } = JSON.parse(await readFile(manifestFile, 'utf8'));
  // By its other name the server is another site, for cross-site frames.
  manifest.host_permissions.push(
    `${address}/*`,
    `${address.replace('127.0.0.1', 'editor.localhost')}/*`,
    ...allowed,
  );
  await writeFile(manifestFile, JSON.stringify(manifest));
  await alter?.(extension);
  const context = await chromium.launchPersistentContext(join(home, 'profile'), {
    executablePath: ensureChromium(),
    headless: false,
    locale: 'zh-CN',
    viewport: { width: 900, height: 760 },
    ignoreDefaultArgs: [...without],
    args: [...browserArguments(extension, true), ...browser],
  });
  const worker = async () => context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const first = await worker();
  // The content script is registered a moment after the worker starts.
  await first.evaluate(`(async () => {
    while ((await chrome.scripting.getRegisteredContentScripts()).length === 0) {
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
  })()`);
  return {
    context,
    address,
    worker,
    async open(name) {
      const page = await context.newPage();
      await page.goto(`${address}/${name}`);
      await page.waitForFunction(() => 'editorPage' in window);
      await page.bringToFront();
      return page;
    },
    async stopWorker() {
      const { session, targetId } = await workerTarget(context);
      await session.send('Target.closeTarget', { targetId });
      await session.detach();
    },
    async close() {
      await context.close();
      server.close();
      await rm(home, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

/** The service worker, through the session of an open page. Throws if none runs. */
export async function workerTarget(
  context: BrowserContext,
): Promise<{ readonly session: CDPSession; readonly targetId: string }> {
  const [page] = context.pages();
  if (page === undefined) throw new Error('No page is open.');
  const session = await context.newCDPSession(page);
  const { targetInfos } = await session.send('Target.getTargets');
  const worker = targetInfos.find(({ type }) => type === 'service_worker');
  if (worker === undefined) throw new Error('No worker runs.');
  return { session, targetId: worker.targetId };
}

/** The address of the test pages. Throws if the server does not listen. */
export function addressOf(server: Server): string {
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('The test server has no port.');
  return `http://127.0.0.1:${bound.port}`;
}

/** The file of a test page, or of a package (`/npm/vditor/…`) for editors that load their own parts. */
function fileOf(path: string): string | null {
  const name = /^\/([\w-]+\.(?:html|js|css))$/.exec(path)?.[1];
  if (name !== undefined) return join(pagesDir, name);
  // `URL` has taken out every `..`.
  const inPackage = /^\/npm\/((?:vditor|ckeditor4)\/.+)$/.exec(path)?.[1];
  return inPackage === undefined ? null : join(packages, inPackage);
}

/** Serves the test pages on a free port. */
export async function serve(): Promise<Server> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const file = fileOf(path);
    if (file === null) {
      response.writeHead(404).end();
      return;
    }
    readFile(file).then(
      (body) => response.writeHead(200, { 'content-type': types[extname(file)] ?? 'text/plain' }).end(body),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return server;
}
