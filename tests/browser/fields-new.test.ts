import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { ShadowView } from './card-view.ts';
import { useHarness } from './fixture.ts';
import { type PaintedMark, paintedMarks, waitForMarks } from './marks-view.ts';

const harness = useHarness();
let page: Page;
let view: ShadowView;

/** Opens the textarea's page with another text in it, and waits for its marks. */
async function openWith(text: string, words: readonly string[], query = 'empty'): Promise<PaintedMark[]> {
  page = await harness.openTest(`textarea.html?${query}`);
  view = await ShadowView.of(page);
  await page.locator('#editor').fill(text);
  return await waitForMarks(page, words);
}
const model = () => page.evaluate(() => window.editorPage.model());
const click = async (mark: PaintedMark | undefined) => {
  await page.mouse.click(mark?.x ?? 0, mark?.y ?? 0);
};
const fault = '我们要深入学习贯彻党的十九大精神。';
/** Has every frame check anew. */
const recheck = async () => {
  const worker = await harness.worker();
  await worker.evaluate(`(async () => {
    for (const tab of await chrome.tabs.query({ url: ${JSON.stringify(`${harness.address}/*`)} }))
      await chrome.tabs.sendMessage(tab.id, { type: 'page-recheck' });
  })()`);
  await page.waitForTimeout(300);
};
/** Puts two editors like TinyMCE's into the page, each in a frame of its own whose body has the same id. */
const addFrames = (text: string) =>
  page.evaluate((words) => {
    for (const name of ['first', 'second']) {
      const frame = document.createElement('iframe');
      frame.name = name;
      frame.srcdoc = `<body id="tinymce" class="mce-content-body" contenteditable="true"><p>${words}</p></body>`;
      document.body.append(frame);
    }
  }, text);

describe('a fix', () => {
  it('meets its own words while a check of the text before it is still to be answered', async () => {
    const text = '会后，市工商局要牵头。\n各单位要依据《合同法》办理。';
    const [office, law] = await openWith(text, ['工商局', '《合同法》']);
    await click(office);
    await view.waitForText('市场监督管理局');
    // Nobody answers for some seconds.
    const worker = await harness.worker();
    const busy = worker.evaluate('{ const end = Date.now() + 4000; while (Date.now() < end); }');
    await view.click('改为“市场监管局”');
    await expect.poll(model).toContain('市场监管局');
    await page.keyboard.press('Escape');
    await view.waitForNone();
    await click(law);
    await view.waitForText('民法典');
    await view.click('改为《民法典》');
    await busy;
    await expect.poll(model).toBe('会后，市市场监管局要牵头。\n各单位要依据《民法典》办理。');
  });
});

describe('a value that a script sets without an event', () => {
  const set = (value: string) =>
    page.locator('#editor').evaluate((field: HTMLTextAreaElement, words) => {
      field.value = words;
    }, value);

  it('is read anew, and its marks are on its own words', async () => {
    await openWith(`会后，市工商局要牵头。\n${fault}`, ['工商局', '党的十九大']);
    await set(`同志们：\n会议认为，${fault}`);
    await waitForMarks(page, ['党的十九大']);
  });

  it('has no card of the words before it', async () => {
    const [office] = await openWith('会后，市工商局要牵头。', ['工商局']);
    await set('会后，市有关部门要牵头。');
    await click(office);
    await page.waitForTimeout(500);
    expect(await view.text()).toBeNull();
    await waitForMarks(page, []);
  });
});

describe('what the author chose for one draft', () => {
  const ignoreFirst = async (marks: readonly PaintedMark[]) => {
    await click(marks[0]);
    await view.waitForText('忽略此处');
    await view.click('忽略此处');
    await view.waitForNone();
  };

  it('is not taken for another whose address differs by the query or the route only', async () => {
    await ignoreFirst(await openWith(fault, ['党的十九大'], 'empty&id=1'));
    await waitForMarks(page, []);
    for (const other of ['empty&id=2', 'empty&id=1#/draft/2']) {
      await page.close();
      await openWith(fault, ['党的十九大'], other);
    }
    await page.close();
    await openWith(fault, [], 'empty&id=1#chapter');
    await recheck();
    await waitForMarks(page, []);
    // An application of many views changes the address under the same field.
    await page.evaluate(() => history.pushState(null, '', '?empty&id=3'));
    await recheck();
    await waitForMarks(page, ['党的十九大']);
  });

  it('is not taken for another editor of the same name in the next frame', async () => {
    page = await harness.openTest('textarea.html?empty&frames');
    view = await ShadowView.of(page);
    await addFrames(fault);
    await ignoreFirst(await waitForMarks(page, ['党的十九大', '党的十九大']));
    await waitForMarks(page, ['党的十九大']);
    await recheck();
    await waitForMarks(page, ['党的十九大']);
  });

  it('holds for the same field when others before it have come and gone', async () => {
    const open = async () => {
      page = await harness.openTest('textarea.html?empty&nth');
      view = await ShadowView.of(page);
    };
    const addField = () =>
      page.evaluate((words) => {
        const field = document.createElement('textarea');
        field.value = words;
        document.body.append(field);
        return new Promise((resolve) => setTimeout(resolve, 600));
      }, fault);
    await open();
    await addField();
    await ignoreFirst(await waitForMarks(page, ['党的十九大']));
    await waitForMarks(page, []);
    await page.evaluate(() => document.body.lastElementChild?.remove());
    await page.waitForTimeout(600);
    await addField();
    await page.waitForTimeout(600);
    await waitForMarks(page, []);
  });
});

describe('of several frames', () => {
  /** The frame remembered as used last, and what the icon shows. */
  const remembered = async () => {
    const worker = await harness.worker();
    return await worker.evaluate(`(async () => {
      const [tab] = await chrome.tabs.query({ url: ${JSON.stringify(`${page.url()}*`)} });
      const key = 'frame:' + tab.id;
      const stored = await chrome.storage.session.get(key);
      return { frame: stored[key], badge: await chrome.action.getBadgeText({ tabId: tab.id }) };
    })()`);
  };

  it('the one the author is in is the one used last, and the icon shows the findings of all', async () => {
    await openWith(fault, ['党的十九大'], 'empty&badge');
    await page.locator('#editor').click();
    await addFrames(fault);
    await waitForMarks(page, ['党的十九大', '党的十九大', '党的十九大']);
    await expect.poll(remembered).toEqual({ frame: 0, badge: '3' });
    // A script writes in another frame, where nobody is.
    await page.frame('second')?.evaluate(() => document.body.append(document.body.textContent ?? ''));
    await waitForMarks(page, ['党的十九大', '党的十九大', '党的十九大', '党的十九大']);
    await expect.poll(remembered).toEqual({ frame: 0, badge: '4' });
    await page.frameLocator('[name=second]').locator('p').click();
    await expect.poll(remembered).toEqual({ frame: expect.toSatisfy((id) => id > 0), badge: '4' });
    await page.locator('#editor').click();
    await expect.poll(remembered).toEqual({ frame: 0, badge: '4' });
    await page.evaluate(() => document.querySelector('[name=second]')?.remove());
    await expect.poll(remembered).toEqual({ frame: 0, badge: '2' });
  });
});

describe('the marks of a textarea are on its words', () => {
  /** The words under the middle of each mark, as the browser finds them in the field itself. */
  const underMarks = async (): Promise<string[]> => {
    const found = (await paintedMarks(page)).filter(({ look }) => look !== 'active');
    return await page.evaluate(
      (spots) =>
        spots.map(({ x, y, text }) => {
          const place = document.caretPositionFromPoint(x, y);
          const field = place?.offsetNode;
          if (!(field instanceof HTMLTextAreaElement)) return 'nothing';
          const { offset } = place ?? { offset: 0 };
          // The mirror's text is told from the field's by the offset of the same words.
          const from = field.value.lastIndexOf(text, offset);
          return from >= 0 && offset <= from + text.length ? text : field.value.slice(offset - 3, offset + 3);
        }),
      found,
    );
  };
  const words = ['党的十九大', '工商局', '四、'];
  const changes: [string, () => void][] = [
    ['the page is zoomed', () => document.body.style.setProperty('zoom', '1.5')],
    ['its root is zoomed', () => document.documentElement.style.setProperty('zoom', '1.25')],
    [
      'the page is scaled up',
      () => document.body.style.setProperty('transform', 'translate(30px) scale(1.5)'),
    ],
    ['the page is scaled down', () => document.body.style.setProperty('transform', 'scale(0.8)')],
    [
      'something beside it goes',
      () => {
        const rule = (document.styleSheets[0] as CSSStyleSheet) ?? new CSSStyleSheet();
        rule.insertRule('aside { display: none }', rule.cssRules.length);
      },
    ],
    [
      'something above it grows',
      () => document.querySelector('aside')?.style.setProperty('margin-bottom', '90px'),
    ],
    [
      'the body stands elsewhere',
      () => document.documentElement.style.setProperty('transform', 'translate(40px, 25px)'),
    ],
  ];

  it('while paragraphs of it are split, joined and emptied', async () => {
    page = await harness.openTest('textarea.html?empty');
    const fault = '要深入学习贯彻党的十九大精神，把各项任务一件一件抓到实处。';
    const lines = ['讲话', '', fault.repeat(3), fault, '', '', fault.repeat(2), fault];
    await page.evaluate((text) => {
      const field = document.querySelector<HTMLTextAreaElement>('#editor');
      if (field === null) return;
      field.style.cssText += ';text-indent: 4em; width: 437px; height: 600px';
      field.value = text;
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }, lines.join('\n'));
    const wanted = Array.from({ length: 7 }, () => '党的十九大');
    await waitForMarks(page, wanted);
    expect(await underMarks()).toEqual(wanted);
    const { length } = lines.slice(0, 2).join('\n');
    const edits: [number, string[]][] = [
      // Between two sentences, at the very start, and where a paragraph ends.
      [length + 1 + fault.length, ['Enter']],
      [0, ['Enter', 'Enter']],
      [length + 3 + fault.length * 3 + 1, ['Delete', 'Enter', 'Enter']],
      [2, ['Backspace', 'Backspace']],
      [length + 1 + fault.length, ['Delete']],
    ];
    for (const [at, keys] of edits) {
      await page.locator('#editor').evaluate((field: HTMLTextAreaElement, place) => {
        field.focus();
        field.setSelectionRange(place, place);
      }, at);
      for (const key of keys) await page.keyboard.press(key);
      await page.waitForTimeout(500);
      await waitForMarks(page, wanted);
      expect(await underMarks()).toEqual(wanted);
    }
  });

  it.each(changes)('when %s', async (_, change) => {
    page = await harness.openTest('textarea.html');
    await page.evaluate(() => {
      const aside = document.createElement('aside');
      aside.style.cssText = 'float: left; width: 100px; height: 120px';
      document.body.prepend(aside);
      document.querySelector<HTMLElement>('#editor')?.style.setProperty('height', '300px');
      document.querySelector<HTMLElement>('#editor')?.style.setProperty('width', '440px');
    });
    await waitForMarks(page, words);
    await page.waitForTimeout(100);
    expect((await underMarks()).slice(0, 2)).toEqual(words.slice(0, 2));
    await page.evaluate(change);
    await page.waitForTimeout(200);
    expect((await underMarks()).slice(0, 2)).toEqual(words.slice(0, 2));
  });
});

describe('marks and card are seen, and the card is worked,', () => {
  const fixHere = async (marks: readonly PaintedMark[]) => {
    await click(marks[0]);
    await view.waitForText('往届提法');
    const box = await view.box();
    const spot = { x: (box?.left ?? 0) + 20, y: (box?.top ?? 0) + 20 };
    expect(await page.evaluate(({ x, y }) => document.elementFromPoint(x, y)?.tagName, spot)).toBe('DIV');
    await view.click('改为“党的二十大”');
    await expect.poll(model).toBe(fault.replace('十九', '二十'));
    await view.waitForNone();
  };
  /** Our elements: those with no name, no class and a style that begins like ours. */
  const parents = () =>
    page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('div')]
        .filter(({ style }) => style.getPropertyPriority('color-scheme') === 'important')
        .map(({ parentElement }) => parentElement?.tagName),
    );

  it.each(['', 'scale(1)', 'translate(60px, 40px)'])(
    'in a modal dialog (transform: %s)',
    async (transform) => {
      await openWith(fault, ['党的十九大']);
      await page.evaluate((moved) => {
        const dialog = document.createElement('dialog');
        const field = document.querySelector<HTMLElement>('#editor');
        field?.style.setProperty('height', '200px');
        if (field !== null) dialog.append(field);
        dialog.style.transform = moved;
        document.body.append(dialog);
        dialog.showModal();
      }, transform);
      await page.waitForTimeout(600);
      await page.locator('#editor').press('End');
      expect(await parents()).toEqual(['DIALOG']);
      await fixHere(await waitForMarks(page, ['党的十九大']));
    },
  );

  it.each(['main', 'textarea'])('in full screen (%s)', async (tag) => {
    await openWith(fault, ['党的十九大']);
    await page.evaluate((name) => {
      const main = document.createElement('main');
      const field = document.querySelector('#editor');
      main.style.background = 'white';
      document.body.append(main);
      if (field !== null) main.append(field);
      document.addEventListener('keydown', ({ key }) => {
        if (key === 'F2') void document.querySelector(name)?.requestFullscreen();
      });
    }, tag);
    await page.waitForTimeout(600);
    await page.locator('#editor').press('F2');
    await page.waitForTimeout(600);
    expect(await page.evaluate(() => document.fullscreenElement?.tagName)).toBe(tag.toUpperCase());
    const marks = await waitForMarks(page, ['党的十九大']);
    expect(await parents()).toEqual([tag === 'main' ? 'MAIN' : 'HTML']);
    if (tag === 'main') await fixHere(marks);
    else {
      // Nothing beside it can be pressed there; its card opens when the author is back.
      await click(marks[0]);
      await page.waitForTimeout(500);
      expect(await view.text()).toBeNull();
      await page.evaluate(() => document.exitFullscreen());
      await page.waitForTimeout(500);
      await fixHere(await waitForMarks(page, ['党的十九大']));
    }
  });
});
