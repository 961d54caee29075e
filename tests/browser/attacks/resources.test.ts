import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { built } from '../build.ts';
import { useSurfaces } from '../fixture.ts';
import { addressOf } from './stage.ts';

/** Every file of the build, from its root. */
const files = readdirSync(built, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => relative(built, join(entry.parentPath, entry.name)));

const surfaces = useSurfaces();
let page: Page;
let base = '';
beforeAll(async () => {
  base = new URL('/', surfaces.welcome.url()).href;
  page = await surfaces.harness.context.newPage();
  await page.goto(addressOf(surfaces));
});

/** How a page asks for a file; each says whether it came. */
const ways: Readonly<Record<string, string>> = {
  fetch: `fetch(url).then(() => true, () => false)`,
  XMLHttpRequest: `new Promise((done) => { const asked = new XMLHttpRequest(); asked.open('GET', url); asked.onload = () => done(true); asked.onerror = () => done(false); asked.send(); })`,
  image: `new Promise((done) => { const made = new Image(); made.onload = () => done(true); made.onerror = () => done(false); made.src = url; })`,
  script: `new Promise((done) => { const made = document.createElement('script'); made.onload = () => done(true); made.onerror = () => done(false); made.src = url; document.head.append(made); })`,
  'style sheet': `new Promise((done) => { const made = document.createElement('link'); made.rel = 'stylesheet'; made.onload = () => done(true); made.onerror = () => done(false); made.href = url; document.head.append(made); })`,
  import: `import(url).then(() => true, () => false)`,
  worker: `new Promise((done) => { try { const made = new Worker(url); made.onerror = () => done(false); made.onmessage = () => done(true); } catch { done(false); } })`,
};

describe.each(Object.entries(ways))('no file of the extension is given to a page by %s:', (_, script) => {
  it.each(files.filter((file) => !file.endsWith('.DS_Store')))('%s', async (file) => {
    expect(
      await page.evaluate(
        `(async () => { const url = ${JSON.stringify(base + file)}; return await ${script}; })()`,
      ),
    ).toBe(false);
  });
});

describe('no page of the extension is shown in a frame, or opened by a script:', () => {
  it.each(files.filter((file) => file.endsWith('.html')))('%s', async (file) => {
    await page.evaluate(
      `new Promise((done) => { const made = document.createElement('iframe'); made.onload = done; made.onerror = done; made.src = ${JSON.stringify(base + file)}; document.body.append(made); })`,
    );
    // The browser shows its own page of an error there.
    for (const frame of page.frames()) expect(frame.url().startsWith(base)).toBe(false);
    await page.evaluate(`document.querySelector('iframe').remove()`);
  });
});
