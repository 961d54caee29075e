import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { ShadowView } from './card-view.ts';
import { useHarness, wait } from './fixture.ts';
import { type PaintedMark, waitForMarks } from './marks-view.ts';

const harness = useHarness();
const faults = ['党的十九大', '工商局', '四、'];
const fix = '改为“党的二十大”';
const refusal = '没有执行';

let page: Page;
let view: ShadowView;
let marks: PaintedMark[];

const model = () => page.evaluate(() => window.editorPage.model());
const isFixed = async () => (await model()).includes('党的二十大精神');
const storage = async (expression: string) =>
  await (await harness.worker()).evaluate(`chrome.storage.local.${expression}`);
async function command(name: string): Promise<void> {
  await (await harness.worker()).evaluate(`(async () => {
    const [tab] = await chrome.tabs.query({ url: ${JSON.stringify(`${page.url()}*`)} });
    await chrome.tabs.sendMessage(tab.id, { type: 'page-command', command: '${name}' }, { frameId: 0 });
  })()`);
}

beforeEach(async () => {
  page = await harness.openTest('plain.html');
  view = await ShadowView.of(page);
  marks = await waitForMarks(page, faults);
  return () => storage('clear()');
});

/** Opens the card on the first mark: the pointer rests there. */
async function hover(): Promise<void> {
  const [mark] = marks;
  await page.mouse.move(mark?.x ?? 0, mark?.y ?? 0, { steps: 3 });
  await view.waitForText(fix);
}

/** Works on our host as a script of the page sees it. */
type Attack = (host: HTMLElement) => void;
/** Lets a script of the page work on the host that was added last. */
const attackBy = (work: Attack) =>
  page.evaluate((code) => {
    const host = [...document.documentElement.children].findLast(({ tagName }) => tagName === 'DIV');
    new Function('host', `(${code})(host)`)(host);
  }, work.toString());
/** Makes the host transparent in every frame, until it is told to stop. */
const fade: Attack = (host) => {
  const again = () => {
    if ('seen' in window) host.style.removeProperty('opacity');
    else {
      host.style.setProperty('opacity', '0.001', 'important');
      requestAnimationFrame(again);
    }
  };
  Reflect.deleteProperty(window, 'seen');
  again();
};
const unfade = async () => {
  await page.evaluate(() => Object.assign(window, { seen: true }));
  await page.waitForTimeout(700);
};

const attacks: readonly [what: string, attack: Attack][] = [
  [
    'makes it transparent and moves it under its own button',
    (host) => {
      const again = () => {
        host.style.setProperty('opacity', '0.001', 'important');
        host.style.setProperty('transform', 'translate(40px, 20px)', 'important');
        requestAnimationFrame(again);
      };
      again();
    },
  ],
  [
    'lays a picture over it again and again that lets the pointer through',
    () => {
      const bait = document.createElement('div');
      bait.popover = 'manual';
      bait.textContent = '抽奖';
      bait.style.cssText = 'inset: 0; width: 100%; height: 100%; background: #fff; pointer-events: none';
      document.body.append(bait);
      const again = () => {
        bait.hidePopover();
        bait.showPopover();
        requestAnimationFrame(again);
      };
      bait.showPopover();
      again();
    },
  ],
  [
    'takes it out of the top layer again and again and covers it',
    (host) => {
      const bait = document.createElement('div');
      bait.style.cssText =
        'position: fixed; inset: 0; background: #fff; pointer-events: none; z-index: 2147483647';
      const again = () => {
        host.after(bait);
        if (host.matches(':popover-open')) host.hidePopover();
        requestAnimationFrame(again);
      };
      again();
    },
  ],
  [
    'lets nothing of ours into the top layer',
    (host) => {
      addEventListener('beforetoggle', (event) => event.preventDefault(), true);
      host.hidePopover();
      document.documentElement.style.opacity = '0.001';
    },
  ],
  [
    'zooms it away under its own button',
    (host) => {
      const again = () => {
        host.style.setProperty('zoom', '0.02', 'important');
        requestAnimationFrame(again);
      };
      again();
    },
  ],
];

describe('a card that is not seen', () => {
  it.each(attacks)('does nothing if a page %s', async (_, attack) => {
    await hover();
    const at = await view.place(fix);
    await attackBy(attack);
    await page.waitForTimeout(300);
    for (let tries = 0; tries < 3; tries++) {
      const now = await view.place(fix).catch(() => at);
      await page.mouse.click(now.x, now.y);
    }
    await page.waitForTimeout(300);
    expect(await isFixed()).toBe(false);
  });

  it('does nothing if a page moves it under the pointer in the moment of the press', async () => {
    await hover();
    const { x, y } = await view.place(fix);
    await page.evaluate(() => {
      addEventListener('mousemove', () => {
        const host = document.documentElement.lastElementChild as HTMLElement;
        host.style.setProperty('translate', '0 60px', 'important');
      });
    });
    await page.mouse.move(x, y + 60);
    await page.mouse.down();
    await page.mouse.up();
    await page.waitForTimeout(300);
    expect(await isFixed()).toBe(false);
  });

  it('says that it did nothing, and works once it is seen again', async () => {
    await hover();
    await attackBy(fade);
    await view.click(fix);
    await view.waitForText(refusal);
    expect(await isFixed()).toBe(false);
    await unfade();
    await view.click(fix);
    await expect.poll(isFixed, wait).toBe(true);
  });

  it('switches no rule off, and its notice takes nothing back', async () => {
    await hover();
    await view.click('更多');
    await view.waitForText('关闭此规则');
    await attackBy(fade);
    await view.click('关闭此规则');
    await view.waitForText(refusal);
    expect(await storage("get('settings')")).toEqual({});
    await unfade();
    await view.click('关闭此规则');
    await view.waitForText('已关闭', 'notice');
    await attackBy(fade);
    await view.click('撤销', 'notice');
    await view.waitForText(refusal, 'notice');
    expect(await storage("get('settings')")).toMatchObject({
      settings: { rulesOff: ['outdated-reference'] },
    });
  });

  it('is worked by no key if the page has put the focus there', async () => {
    await hover();
    await page.evaluate(() => {
      const host = document.documentElement.lastElementChild as HTMLElement;
      host.tabIndex = 0;
      host.focus();
    });
    for (const key of ['Tab', 'Tab', 'Enter', 'Space', 'Tab', 'Enter']) await page.keyboard.press(key);
    await page.waitForTimeout(300);
    expect(await isFixed()).toBe(false);
    expect(await storage("get('settings')")).toEqual({});
  });
});

/** What an honest page does before the card opens, and while it is open. */
const honest: readonly [what: string, before: () => void, meanwhile?: () => void][] = [
  ['that is zoomed', () => document.documentElement.style.setProperty('zoom', '1.25')],
  ['that is made small', () => document.documentElement.style.setProperty('zoom', '0.8')],
  [
    'that a dark reader inverts',
    () => {
      document.documentElement.style.filter =
        'invert(100%) hue-rotate(180deg) brightness(110%) contrast(90%)';
      document.documentElement.style.background = '#000';
    },
  ],
  [
    'that a dark reader recolours, inline and again',
    () => {
      new MutationObserver(() => {
        for (const each of document.querySelectorAll<HTMLElement>('[style]')) {
          if (each.style.getPropertyValue('--darkreader-inline-color') !== '') continue;
          each.style.setProperty('--darkreader-inline-color', '#e8e6e3');
          each.setAttribute('data-darkreader-inline-color', '');
        }
      }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['style'] });
    },
  ],
  [
    'with a pointer of its own',
    () => {
      const dot = document.createElement('div');
      dot.style.cssText =
        'position: fixed; width: 32px; height: 32px; border-radius: 50%; background: #00f8; pointer-events: none; z-index: 2147483647';
      document.body.append(dot);
      addEventListener('mousemove', ({ clientX, clientY }) => {
        document.documentElement.append(dot);
        dot.style.left = `${clientX - 16}px`;
        dot.style.top = `${clientY - 16}px`;
      });
    },
  ],
  [
    'with a watermark over everything',
    () => {
      const mark = document.createElement('div');
      mark.textContent = '内部资料 '.repeat(400);
      mark.style.cssText =
        'position: fixed; inset: 0; opacity: 0.1; pointer-events: none; z-index: 2147483647; overflow: hidden';
      document.body.append(mark);
    },
  ],
  [
    'that moves behind it',
    () => {
      const box = document.createElement('div');
      box.textContent = '通知';
      box.style.cssText =
        'position: absolute; left: 0; top: 200px; width: 300px; height: 300px; background: #eee';
      document.body.prepend(box);
      box.animate(
        { transform: ['none', 'translateX(300px)'] },
        { duration: 300, iterations: Number.POSITIVE_INFINITY },
      );
    },
  ],
  [
    'that stops pointer events',
    () => {
      for (const type of ['pointerdown', 'pointerup', 'pointermove', 'pointerover'])
        addEventListener(type, (event) => event.stopImmediatePropagation(), true);
    },
  ],
  [
    'with a message of its own in the top layer',
    () => {
      const toast = document.createElement('div');
      toast.popover = 'manual';
      toast.textContent = '已自动保存';
      toast.style.cssText = 'inset: auto 0 0 auto';
      document.body.append(toast);
      toast.showPopover();
    },
  ],
  [
    'with its editor in a dialog that is shifted',
    () => {
      const dialog = document.createElement('dialog');
      dialog.style.cssText = 'margin: 0; left: 50%; top: 50%; transform: translate(-50%, -50%); width: 700px';
      document.body.append(dialog);
      const editor = document.getElementById('editor');
      if (editor !== null) dialog.append(editor);
      dialog.showModal();
      window.editorPage.redraw?.();
    },
  ],
  [
    'that is zoomed while the card is open',
    () => undefined,
    () => document.documentElement.style.setProperty('zoom', '1.1'),
  ],
];

describe('a card that a page would hide', () => {
  it.each([
    [
      'root',
      'opacity: 0.001; transform: translate(0, 90px); filter: blur(20px); clip-path: inset(0 0 100% 0)',
    ],
    ['root', 'mask-image: linear-gradient(transparent, transparent); contain: strict; width: 0; height: 0'],
  ])('stays above what the page does to its %s: %s', async (_, style) => {
    await hover();
    await page.evaluate((css) => {
      document.documentElement.style.cssText = css;
      const bait = document.createElement('div');
      bait.style.cssText = 'position: fixed; inset: 0; background: #fff; z-index: 2147483647';
      document.documentElement.append(bait);
    }, style);
    const { x, y } = await view.place(fix);
    const picture = await page.screenshot({ clip: { x: x - 20, y: y - 14, width: 40, height: 28 } });
    const blank = await page.screenshot({ clip: { x: 860, y: 700, width: 40, height: 28 } });
    expect(picture.equals(blank)).toBe(false);
    await view.click(fix);
    await expect.poll(isFixed, wait).toBe(true);
  });
});

describe('an honest press', () => {
  it.each(honest)('is never lost on a page %s', async (_, before, meanwhile) => {
    await page.evaluate(before);
    await page.waitForTimeout(200);
    marks = await waitForMarks(page, faults);
    await hover();
    if (meanwhile !== undefined) {
      await page.evaluate(meanwhile);
      await page.waitForTimeout(1_000);
    }
    await view.click(fix);
    await expect.poll(isFixed, wait).toBe(true);
  });

  it('may follow at once: after scrolling, and from button to button', async () => {
    await page.setViewportSize({ width: 900, height: 400 });
    await hover();
    await page.mouse.wheel(0, 40);
    await expect.poll(() => page.evaluate(() => scrollY), wait).toBeGreaterThan(20);
    await view.click('更多');
    await view.click('关闭此规则');
    await view.waitForText('已关闭', 'notice');
    await view.click('撤销', 'notice');
    await waitForMarks(page, faults);
  });

  it('may be a key, also after the focus was elsewhere and came back', async () => {
    await page.locator('#editor h1').click();
    await command('next-finding');
    await command('open-card');
    await view.waitForText(fix);
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(isFixed, wait).toBe(true);
  });

  it('may be a key where a shortcut has opened the card, and Tab leads there', async () => {
    await page.locator('#editor h1').click();
    await command('next-finding');
    await view.waitForText(fix);
    for (const key of ['Tab', 'Tab', 'Space']) await page.keyboard.press(key);
    await expect.poll(isFixed, wait).toBe(true);
  });

  it('is taken in a frame of another site', async () => {
    const framed = await harness.openTest('frame-cross.html');
    const inside = await ShadowView.of(framed);
    const [mark] = await waitForMarks(framed, faults);
    await framed.mouse.move(mark?.x ?? 0, mark?.y ?? 0, { steps: 3 });
    await inside.waitForText(fix);
    await inside.click(fix);
    await expect
      .poll(async () => String(await framed.evaluate(() => window.editorPage.model())), wait)
      .toContain('党的二十大精神');
  });

  it('may follow what an input method has written', async () => {
    await hover();
    await view.click('依据与判断');
    await view.click('记入我的提法…');
    await view.waitForText('这样写不再提示');
    await view.compose('新');
    await view.commit('新提法');
    await view.click('加入');
    await view.waitForNone();
  });
});
