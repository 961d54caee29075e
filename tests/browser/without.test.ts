import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ShadowView } from './card-view.ts';
import { useSurfaces, wait } from './fixture.ts';
import { type Line, linesIn } from './marks-view.ts';

/** Older browsers and forks of Chromium lack some of what the extension uses: each is taken away, and the rest has to work. */
type Manifest = Record<string, unknown> & { permissions: string[] };

/** Changes the manifest of a copy of the extension. */
async function changeManifest(folder: string, change: (manifest: Manifest) => object): Promise<void> {
  const file = join(folder, 'manifest.json');
  await writeFile(file, JSON.stringify(change(JSON.parse(await readFile(file, 'utf8')))));
}

describe('in a browser without a side panel', () => {
  const surfaces = useSurfaces({
    alter: (folder) =>
      changeManifest(folder, ({ side_panel: _, permissions, ...rest }) => ({
        ...rest,
        permissions: permissions.filter((name) => name !== 'sidePanel'),
      })),
  });

  it('findings open in a small window, and the desk in a tab', async () => {
    const page = await surfaces.openTest('plain.html');
    expect(await (await surfaces.harness.worker()).evaluate('typeof chrome.sidePanel')).toBe('undefined');
    let popup = await surfaces.popupOver(page);
    let opened = surfaces.harness.context.waitForEvent('page', wait);
    await popup.getByRole('button', { name: '打开侧边栏' }).click(wait);
    const panel = surfaces.closeLater(await opened);
    await panel.locator('#page-panel .finding').filter({ hasText: '工商局' }).waitFor(wait);
    await panel.locator('.finding').filter({ hasText: '工商局' }).locator('.fix').click(wait);
    await expect.poll(() => page.evaluate(() => window.editorPage.model()), wait).toContain('市场监管局');
    popup = await surfaces.popupOver(page);
    opened = surfaces.harness.context.waitForEvent('page', wait);
    await popup.getByRole('button', { name: '文稿台' }).click(wait);
    const desk = surfaces.closeLater(await opened);
    await desk.locator('#desk-text').fill('会后，市工商局要牵头。');
    await desk.locator('#desk-panel .finding').filter({ hasText: '工商局' }).waitFor(wait);
  });
});

describe('in a browser without CSS highlights', () => {
  /** Takes them away before any script of the extension, in pages and on its own. */
  const script =
    "delete CSS.highlights; for (const name of ['highlights']) Object.defineProperty(CSS, name, { value: undefined }); delete globalThis.Highlight;\n";
  const surfaces = useSurfaces({
    async alter(folder) {
      const writing = join(folder, 'writing.js');
      await writeFile(writing, script + (await readFile(writing, 'utf8')));
      await writeFile(join(folder, 'without.js'), script);
      for (const name of (await readdir(folder)).filter((one) => one.endsWith('.html'))) {
        const html = await readFile(join(folder, name), 'utf8');
        await writeFile(
          join(folder, name),
          html.replace('<head>', '<head><script src="/without.js"></script>'),
        );
      }
    },
  });
  const marks = (lines: readonly Line[]) => lines.filter(({ look }) => look !== 'active');

  it.each(['plain.html', 'textarea.html'])(
    'marks in %s are lines, a click on them opens the card, and a fix is made',
    async (name) => {
      const page = await surfaces.openTest(name);
      const view = await ShadowView.of(page);
      await expect.poll(async () => marks(await linesIn(page)).length, wait).toBeGreaterThanOrEqual(3);
      expect(await page.evaluate(() => CSS.highlights.size)).toBe(0);
      const lines = marks(await linesIn(page));
      const [first] = [...lines].sort((one, other) => one.bottom - other.bottom || one.left - other.left);
      if (first === undefined) throw new Error('No line is drawn.');
      expect(first.look).toMatch(/^(?:error|warning)$/u);
      await page.mouse.click(first.left + first.width / 2, first.bottom - 10);
      await view.waitForText('往届提法');
      await view.click('改为“党的二十大”');
      await expect.poll(() => page.evaluate(() => window.editorPage.model()), wait).toContain('党的二十大');
      await expect.poll(async () => marks(await linesIn(page)).length, wait).toBeLessThan(lines.length);
    },
  );

  it('the welcome page’s own drafts are marked, too', async () => {
    const { welcome } = surfaces;
    await welcome.bringToFront();
    expect(await welcome.evaluate('CSS.highlights')).toBeUndefined();
    const hosts = () => welcome.evaluate(() => document.querySelectorAll(':root > div').length);
    await expect.poll(hosts, wait).toBeGreaterThan(0);
  });
});

describe('in a browser without optional sites', () => {
  const surfaces = useSurfaces({
    alter: (folder) => changeManifest(folder, ({ optional_host_permissions: _, ...rest }) => rest),
  });

  it('sites that came with the extension are read, and for others the desk is named', async () => {
    const page = await surfaces.openTest('plain.html');
    await page.waitForFunction(() => CSS.highlights.size > 0);
    const options = surfaces.closeLater(await surfaces.open('options', { width: 900, height: 800 }));
    await options.locator('#sites input').fill('https://oa.example.cn/');
    await options.locator('#sites button[type=submit]').click(wait);
    await options.locator('#sites').getByText('把文字粘贴到文稿台核对').waitFor(wait);
  });
});
