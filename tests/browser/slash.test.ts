import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { useSurfaces, wait } from './fixture.ts';

const surfaces = useSurfaces();

/** What our window shows in a page: the names of its rows and the chosen one; null while it is closed. */
async function shownIn(page: Page): Promise<{ names: string[]; chosen: string } | null> {
  const session = await page.context().newCDPSession(page);
  try {
    const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
    const rows: { name: string; chosen: boolean }[] = [];
    type Node = typeof root;
    const inside = (node: Node): Node[] => [...(node.shadowRoots ?? []), ...(node.children ?? [])];
    const textOf = (node: Node): string => node.nodeValue + inside(node).map(textOf).join('');
    const is = ({ attributes = [] }: Node, name: string, value: string) =>
      attributes.some((at, i) => i % 2 === 0 && at === name && attributes[i + 1] === value);
    const look = (node: Node): void => {
      if (is(node, 'class', 'phrase')) {
        const name = inside(node)
          .flatMap(inside)
          .find((one) => is(one, 'class', 'name'));
        rows.push({
          name: name === undefined ? '' : textOf(name),
          chosen: is(node, 'aria-selected', 'true'),
        });
      }
      for (const child of inside(node)) look(child);
    };
    look(root);
    if (rows.length === 0) return null;
    return { names: rows.map(({ name }) => name), chosen: rows.find(({ chosen }) => chosen)?.name ?? '' };
  } finally {
    await session.detach();
  }
}

const chosen = async (page: Page) => (await shownIn(page))?.chosen ?? null;
/** Long enough for a window to come that should not. */
const settle = (page: Page) => page.waitForTimeout(700);
const textOf = (page: Page) =>
  page.evaluate(() => {
    const editor = document.querySelector<HTMLTextAreaElement>('#editor');
    return editor?.value ?? document.querySelector<HTMLElement>('[contenteditable=true]')?.textContent ?? '';
  });

async function switchTo(on: boolean): Promise<void> {
  const options = await surfaces.open('options');
  const button = options.getByRole('switch', { name: /键入 \/\// });
  await button.waitFor(wait);
  if ((await button.isChecked()) !== on) await button.click();
  await expect.poll(() => button.isChecked(), wait).toBe(on);
  await options.close();
}

/** Opens a page with its editor empty and the caret in it. */
async function emptyEditor(name: string): Promise<Page> {
  const page = await surfaces.openTest(`${name}.html`);
  const editor = page.locator('#editor, [contenteditable=true]').first();
  await editor.click();
  // The content script must have read the field before.
  await page.waitForFunction(
    () => CSS.highlights.size > 0 || document.querySelector('html > div') !== null,
    undefined,
    wait,
  );
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  return page;
}

describe('two slashes in the page', () => {
  it('do nothing until they are switched on', async () => {
    const page = await emptyEditor('plain');
    await page.keyboard.type('要增强//sgys');
    await settle(page);
    expect(await shownIn(page)).toBeNull();
    await page.keyboard.press('Enter');
    expect(await textOf(page)).toContain('//sgys');
  });

  describe('switched on', () => {
    beforeEach(() => switchTo(true));

    it.each(['plain', 'textarea', 'tiptap', 'quill', 'ckeditor5', 'lexical', 'slate'])(
      'search at the caret of %s, and one undo brings back what was typed',
      async (name) => {
        const page = await emptyEditor(name);
        await page.keyboard.type('要增强//sgys');
        await expect.poll(() => chosen(page), wait).toBe('“四个意识”');
        // Editors take what follows within half a second, Quill within one, for the same step.
        await page.waitForTimeout(1200);
        await page.keyboard.press('Enter');
        await expect.poll(() => textOf(page), wait).toMatch(/^要增强“四个意识”\s*$/);
        expect(await shownIn(page)).toBeNull();
        await page.keyboard.press('Control+z');
        await expect.poll(() => textOf(page), wait).toMatch(/^要增强\/\/sgys\s*$/);
      },
    );

    it('choose by the arrows and Tab, by a click, and keep the focus in the editor', async () => {
      const page = await emptyEditor('plain');
      await page.keyboard.type('//fazhan');
      await expect.poll(() => chosen(page), wait).toContain('发展');
      const first = await shownIn(page);
      expect(first?.names.length).toBe(9);
      await page.keyboard.press('ArrowDown');
      await expect.poll(() => chosen(page), wait).toBe(first?.names[1]);
      await page.keyboard.press('ArrowUp');
      await page.keyboard.press('ArrowUp');
      await expect.poll(() => chosen(page), wait).toBe(first?.names[8]);
      await page.keyboard.press('Tab');
      await expect.poll(() => textOf(page), wait).toContain(first?.names[8]);
      expect(await page.locator('[contenteditable=true]:focus').count()).toBe(1);
      await page.keyboard.press('Enter');
      await page.keyboard.type('//sgys');
      await expect.poll(() => chosen(page), wait).toBe('“四个意识”');
      // Below the slashes, where the first row is.
      const caret = await page.evaluate(() => {
        const box = getSelection()?.getRangeAt(0).getBoundingClientRect();
        return { x: box?.left ?? 0, y: box?.bottom ?? 0 };
      });
      await page.waitForTimeout(500);
      await page.mouse.click(caret.x + 10, caret.y + 40);
      await expect.poll(() => textOf(page), wait).toContain('“四个意识”');
      expect(await textOf(page)).not.toContain('//');
    });

    it('leave what was typed at Escape, and stay away there', async () => {
      const page = await emptyEditor('plain');
      await page.keyboard.type('要//sgys');
      await expect.poll(() => chosen(page), wait).toBe('“四个意识”');
      await page.keyboard.press('Escape');
      await expect.poll(() => shownIn(page), wait).toBeNull();
      await page.keyboard.type('x');
      await page.keyboard.press('Backspace');
      await settle(page);
      expect(await shownIn(page)).toBeNull();
      expect(await textOf(page)).toContain('要//sgys');
      await page.keyboard.press('Tab');
      expect(await textOf(page)).toContain('要//sgys');
    });

    it('close where nothing is found, and where the caret goes away', async () => {
      const page = await emptyEditor('plain');
      await page.keyboard.type('要//sgys');
      await expect.poll(() => chosen(page), wait).toBe('“四个意识”');
      await page.keyboard.type('zzqqxx');
      await expect.poll(() => shownIn(page), wait).toBeNull();
      for (let i = 0; i < 6; i++) await page.keyboard.press('Backspace');
      await expect.poll(() => chosen(page), wait).toBe('“四个意识”');
      await page.keyboard.press('ArrowLeft');
      await expect.poll(() => shownIn(page), wait).toBeNull();
    });

    it.each(['https://gov', '12//34', '网址：//sgys', 'www.x.cn//sgys', '要//sgys '])(
      'are silent in %s',
      async (typed) => {
        const page = await emptyEditor('textarea');
        await page.keyboard.type(typed);
        await settle(page);
        expect(await shownIn(page)).toBeNull();
        await page.keyboard.press('Enter');
        expect(await textOf(page)).toBe(`${typed}\n`);
      },
    );

    it('are silent in code, in single lines, and in code editors', async () => {
      const page = await emptyEditor('plain');
      await page.evaluate(() => {
        const editor = document.querySelector<HTMLElement>('[contenteditable=true]');
        if (editor === null) return;
        editor.innerHTML = '<p>说明：</p><pre><code>let a = 1;</code></pre>';
        getSelection()?.selectAllChildren(editor.querySelector('code') ?? editor);
        getSelection()?.collapseToEnd();
      });
      await page.keyboard.type(' //sgys');
      await settle(page);
      expect(await shownIn(page)).toBeNull();
      const line = await surfaces.openTest('input.html');
      await line.locator('input').first().click();
      await line.keyboard.press('End');
      await line.keyboard.type('要//sgys');
      await settle(line);
      expect(await shownIn(line)).toBeNull();
      const code = await surfaces.openTest('codemirror6.html');
      await code.locator('.cm-content').click();
      await code.keyboard.type('要//sgys');
      await settle(code);
      expect(await shownIn(code)).toBeNull();
    });

    it('leave the keys to the input method while it composes', async () => {
      const page = await emptyEditor('plain');
      const ime = await page.context().newCDPSession(page);
      await page.keyboard.type('要//');
      await ime.send('Input.imeSetComposition', { text: 'sige', selectionStart: 4, selectionEnd: 4 });
      await settle(page);
      expect(await shownIn(page)).toBeNull();
      await page.keyboard.press('Escape');
      expect(await textOf(page)).toContain('//');
    });

    it('search for what an input method has committed', async () => {
      const page = await emptyEditor('plain');
      const ime = await page.context().newCDPSession(page);
      await page.keyboard.type('要//');
      await ime.send('Input.imeSetComposition', { text: 'sige', selectionStart: 4, selectionEnd: 4 });
      await settle(page);
      expect(await shownIn(page)).toBeNull();
      await ime.send('Input.insertText', { text: '四个意识' });
      await expect.poll(() => chosen(page), wait).toBe('“四个意识”');
    });

    it('give a page that covers the window no phrase', async () => {
      const page = await emptyEditor('plain');
      await page.keyboard.type('要//sgys');
      await expect.poll(() => chosen(page), wait).toBe('“四个意识”');
      await page.evaluate(() => {
        const host = [...document.documentElement.children].at(-1) as HTMLElement;
        setInterval(() => host.style.setProperty('opacity', '0', 'important'), 1);
      });
      await page.waitForTimeout(700);
      await page.keyboard.press('Enter');
      await settle(page);
      expect(await textOf(page)).not.toContain('四个意识');
    });

    it('end where they are switched off', async () => {
      const page = await emptyEditor('plain');
      await switchTo(false);
      await page.bringToFront();
      await page.keyboard.type('要//sgys');
      await settle(page);
      expect(await shownIn(page)).toBeNull();
    });

    it('begin in pages that are open already', async () => {
      await switchTo(false);
      const page = await emptyEditor('textarea');
      await switchTo(true);
      await page.bringToFront();
      await page.keyboard.type('要//sgys');
      await expect.poll(() => chosen(page), wait).toBe('“四个意识”');
    });
  });
});

describe('the slots of a pattern', () => {
  const pattern = '以____的____，____';

  it.each(['plain', 'textarea', 'tiptap', 'quill', 'ckeditor5'])('are filled by Tab in %s', async (name) => {
    const page = await emptyEditor(name);
    await page.keyboard.type('要');
    const popup = await surfaces.popupOver(page);
    await popup.getByRole('combobox').fill('以的');
    await popup.getByRole('option').filter({ hasText: pattern }).first().click();
    await expect.poll(() => popup.locator('.foot [role=status]').textContent(), wait).toMatch(/^已插入/);
    await page.bringToFront();
    await expect.poll(() => textOf(page), wait).toContain(pattern);
    await page.keyboard.type('更大');
    await page.keyboard.press('Tab');
    await page.keyboard.type('决心');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.type('抓落实');
    await expect.poll(() => textOf(page), wait).toMatch(/^要以更大的决心，抓落实\s*$/);
  });

  it('leave Tab alone after Escape, after the author has gone elsewhere, and where there is none', async () => {
    const page = await emptyEditor('textarea');
    const insert = async () => {
      const popup = await surfaces.popupOver(page);
      await popup.getByRole('combobox').fill('以的');
      await popup.getByRole('option').filter({ hasText: pattern }).first().click();
      await expect.poll(() => popup.locator('.foot [role=status]').textContent(), wait).toMatch(/^已插入/);
      await popup.close();
      await page.bringToFront();
    };
    const isInEditor = () => page.evaluate(() => document.activeElement?.id === 'editor');
    await page.keyboard.press('Tab');
    expect(await isInEditor()).toBe(false);
    await page.locator('#editor').click();
    await insert();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    expect(await isInEditor()).toBe(false);
    await page.locator('#editor').fill('开头。\n');
    await page.locator('#editor').click();
    await page.keyboard.press('Control+End');
    await insert();
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('Tab');
    expect(await isInEditor()).toBe(false);
  });
});
