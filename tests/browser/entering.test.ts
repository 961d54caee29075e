import { describe, expect, it } from 'vitest';
import { ShadowView } from './card-view.ts';
import { useSurfaces, wait } from './fixture.ts';
import { waitForMarks } from './marks-view.ts';

const surfaces = useSurfaces();
const fault = '我们要深入学习贯彻党的十九大精神。';
const other = '要认真落实党的十八大精神。';

/** A page of the test site with other elements in its body. */
async function pageWith(html: string) {
  const page = await surfaces.openTest('no-editor.html');
  await page.evaluate((markup) => {
    document.body.insertAdjacentHTML('afterbegin', markup);
  }, html);
  return page;
}

/** Two editors, each in its own element, within one open shadow root, so many levels deep. */
async function twoInShadow(levels: number) {
  const page = await surfaces.openTest('no-editor.html');
  await page.evaluate(
    ([depth, first, second]) => {
      let root: ParentNode & Node = document.body;
      for (let level = 0; level < depth; level++) {
        const host = root.appendChild(document.createElement('div'));
        root = host.attachShadow({ mode: 'open' });
      }
      const box = document.createElement('div');
      box.contentEditable = 'true';
      box.id = 'first';
      box.textContent = first;
      const area = document.createElement('textarea');
      area.id = 'second';
      area.value = second;
      area.style.cssText = 'width: 600px; height: 80px';
      root.append(box, area);
    },
    [levels, fault, other] as const,
  );
  return page;
}

describe('an input that is empty when it gets the focus', () => {
  it('is checked while its first words are typed, and not before they are Chinese', async () => {
    const page = await pageWith('<input id="title" type="text" style="width: 600px">');
    await page.locator('#title').click();
    await page.keyboard.type('2026');
    await page.waitForTimeout(600);
    await waitForMarks(page, []);
    await page.keyboard.insertText(fault);
    await waitForMarks(page, ['党的十九大']);
  });

  it('is checked after a composition', async () => {
    const page = await pageWith('<input id="title" type="text" style="width: 600px">');
    await page.locator('#title').click();
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Input.imeSetComposition', { text: 'dang de', selectionStart: 7, selectionEnd: 7 });
    await devtools.send('Input.insertText', { text: fault });
    await waitForMarks(page, ['党的十九大']);
    expect(await page.locator('#title').inputValue()).toBe(fault);
  });

  it('is left alone where it is a search box', async () => {
    const page = await pageWith('<input id="title" type="text" placeholder="搜索">');
    await page.locator('#title').click();
    await page.keyboard.insertText(fault);
    await page.waitForTimeout(800);
    await waitForMarks(page, []);
  });
});

describe.each([1, 2, 3])('focus that moves within a shadow root, %i deep', (levels) => {
  it('by a click and by Tab is noticed, and the panel follows', async () => {
    const page = await twoInShadow(levels);
    const panel = surfaces.closeLater(await surfaces.open('sidepanel', { width: 400, height: 700 }));
    await page.bringToFront();
    await page.locator('#first').click();
    await waitForMarks(page, ['党的十九大']);
    await panel.locator('#page-panel .finding .mark').getByText('党的十九大').waitFor(wait);
    await page.locator('#second').click();
    await panel.locator('#page-panel .finding .mark').getByText('党的十八大').waitFor(wait);
    await page.keyboard.press('Shift+Tab');
    await panel.locator('#page-panel .finding .mark').getByText('党的十九大').waitFor(wait);
  });
});

describe('a fix that is longer than its field takes', () => {
  it('is refused before anything is written', async () => {
    const words = '会后，市工商局要牵头抓好落实。';
    const page = await pageWith(`<textarea id="box" maxlength="${words.length}"></textarea>`);
    await page.locator('#box').fill(words);
    await page.locator('#box').click();
    await waitForMarks(page, ['工商局']);
    const panel = surfaces.closeLater(await surfaces.open('sidepanel', { width: 400, height: 700 }));
    await page.bringToFront();
    await page.locator('#box').click();
    await panel.locator('#page-panel .finding .fix').first().click();
    await panel.locator('.outcome').getByText('没有改成').waitFor(wait);
    expect(await page.locator('#box').inputValue()).toBe(words);
  });
});

describe('Escape', () => {
  it('closes the card alone: the dialog around its editor stays open, and hears nothing', async () => {
    const page = await pageWith(
      `<dialog id="dialog"><div id="box" contenteditable="true">${fault}</div></dialog>`,
    );
    const view = await ShadowView.of(page);
    await page.evaluate(() => {
      (document.querySelector('#dialog') as HTMLDialogElement).showModal();
      const heard: string[] = [];
      Object.assign(window, { heard });
      for (const type of ['keydown', 'keyup'])
        document.addEventListener(type, (event) => heard.push((event as KeyboardEvent).key), true);
    });
    await page.locator('#box').click();
    const [mark] = await waitForMarks(page, ['党的十九大']);
    await page.mouse.click(mark?.x ?? 0, mark?.y ?? 0);
    await view.waitForText('党的二十大');
    await page.keyboard.press('Escape');
    await view.waitForNone();
    expect(await page.evaluate(() => (window as unknown as { heard: string[] }).heard)).toEqual([]);
    expect(await page.locator('#dialog').evaluate((one) => (one as HTMLDialogElement).open)).toBe(true);
    // The caret is where it was, and the next Escape is the page's again.
    await page.keyboard.type('x');
    expect(await page.locator('#box').textContent()).toContain('x');
    await page.keyboard.press('Escape');
    expect(await page.locator('#dialog').evaluate((one) => (one as HTMLDialogElement).open)).toBe(false);
  });
});

describe('a fix that its editor refuses', () => {
  const selected = () => {
    const { activeElement } = document;
    if (activeElement instanceof HTMLTextAreaElement)
      return activeElement.value.slice(activeElement.selectionStart, activeElement.selectionEnd);
    return String(getSelection());
  };

  it.each([
    ['a text box', '<textarea id="box" rows="2" cols="60"></textarea>'],
    ['a rich editor', '<div id="box" contenteditable="true"></div>'],
  ])('leaves the selection in %s as it was, so that the next key eats nothing of it', async (_, html) => {
    const page = await pageWith(html);
    await page.locator('#box').click();
    await page.keyboard.insertText(`${fault}请抓好落实。`);
    await waitForMarks(page, ['党的十九大']);
    await page.evaluate(() => {
      const box = document.querySelector('#box');
      // It keeps its own copy of the text, as a page that controls its field does.
      const kept = box instanceof HTMLTextAreaElement ? box.value : (box?.textContent ?? '');
      box?.addEventListener('beforeinput', (event) => event.preventDefault());
      box?.addEventListener('input', () => {
        if (box instanceof HTMLTextAreaElement) box.value = kept;
        else box.textContent = kept;
      });
      if (box instanceof HTMLTextAreaElement) box.setSelectionRange(2, 5);
      else if (box?.firstChild) getSelection()?.setBaseAndExtent(box.firstChild, 2, box.firstChild, 5);
    });
    const panel = surfaces.closeLater(await surfaces.open('sidepanel', { width: 400, height: 700 }));
    await page.bringToFront();
    expect(await page.evaluate(selected)).toBe('要深入');
    await panel.locator('#page-panel .finding .fix').first().click();
    await panel.locator('#page-panel .outcome').getByText('没有改成').waitFor(wait);
    expect(await page.evaluate(selected)).toBe('要深入');
  });
});
