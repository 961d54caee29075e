import { describe, expect, it } from 'vitest';
import { businessClimate, partyWork, type SampleDraft, textOf } from '../../entrypoints/welcome/drafts.ts';
import { shownFindings } from '../../scripts/shown-findings.ts';
import { ShadowView } from './card-view.ts';
import { useSurfaces, wait } from './fixture.ts';
import { caretInRich } from './surfaces.ts';

const surfaces = useSurfaces();

/** The words that are marked in the rich draft, in order of place. */
function markedInRich(): Promise<string[]> {
  return surfaces.welcome.evaluate(() =>
    [...CSS.highlights.values()]
      .flatMap((highlight) => [...highlight] as Range[])
      .filter((range) => document.querySelector('#rich')?.contains(range.startContainer))
      .sort((a, b) => a.compareBoundaryPoints(Range.START_TO_START, b))
      .map(String),
  );
}

/** How many planted faults have no mark, and which marks stand for none. */
function compare(draft: SampleDraft, marked: readonly string[]) {
  const text = textOf(draft);
  const related = (words: string, planted: string): boolean =>
    planted.includes(words) || words.includes(planted) || text.includes(words + planted);
  return {
    missed: draft.planted.filter(({ text: planted }) => !marked.some((words) => related(words, planted))),
    besides: marked.filter((words) => !draft.planted.some(({ text: planted }) => related(words, planted))),
  };
}

describe('the welcome page', () => {
  it('opens by itself, with no site permission, and fits a narrow window', async () => {
    await surfaces.welcome.setViewportSize({ width: 320, height: 700 });
    // The overlay of the plain field follows the new width a frame later.
    const fits = () =>
      surfaces.welcome.evaluate(
        () => document.documentElement.scrollWidth <= document.documentElement.clientWidth,
      );
    await expect.poll(fits, wait).toBe(true);
    await surfaces.welcome.setViewportSize({ width: 1000, height: 800 });
  });

  it('marks every planted fault of the rich draft and nothing else', async () => {
    await expect.poll(async () => (await markedInRich()).length, wait).toBe(partyWork.planted.length);
    expect(compare(partyWork, await markedInRich())).toEqual({ missed: [], besides: [] });
  });

  it('finds every planted fault of the plain draft and nothing else', async () => {
    const panel = await surfaces.open('sidepanel', { width: 400, height: 900 });
    await surfaces.welcome.bringToFront();
    await surfaces.welcome.locator('#plain').click();
    await panel.locator('.finding').filter({ hasText: '三点' }).waitFor(wait);
    const marked = await panel.locator('.finding .mark').allTextContents();
    expect(compare(businessClimate, marked)).toEqual({ missed: [], besides: [] });
    expect(marked.length).toBe(businessClimate.planted.length);
    await panel.close();
  });

  it('is told by npm start as it is painted, each mark with its reason', async () => {
    const shown = await shownFindings(surfaces.welcome);
    const marked = shown.map(({ text }) => text);
    const [rich, plain] = [marked.slice(0, partyWork.planted.length), marked.slice(partyWork.planted.length)];
    expect(compare(partyWork, rich)).toEqual({ missed: [], besides: [] });
    expect(compare(businessClimate, plain)).toEqual({ missed: [], besides: [] });
    expect(shown.filter(({ message }) => message === '')).toEqual([]);
  });

  it('marks what is typed, and takes the mark away with the words', async () => {
    await surfaces.welcome.bringToFront();
    const before = (await markedInRich()).length;
    await caretInRich(surfaces.welcome, '同志们：');
    const typed = '要深入学习贯彻党的十八大精神。';
    await surfaces.welcome.keyboard.type(typed);
    await expect.poll(async () => (await markedInRich()).length, wait).toBe(before + 1);
    for (const _ of typed) await surfaces.welcome.keyboard.press('Backspace');
    await expect.poll(async () => (await markedInRich()).length, wait).toBe(before);
    expect(await surfaces.welcome.locator('#rich p').nth(1).textContent()).toBe('同志们：');
  });

  it('makes words bold and undoes it, and the marks stay with their words', async () => {
    const heading = surfaces.welcome.locator('#rich .heading').first();
    await heading.click();
    await surfaces.welcome.keyboard.press('Home');
    await surfaces.welcome.keyboard.press('Shift+End');
    const before = await heading.innerHTML();
    await surfaces.welcome.getByRole('button', { name: '加粗' }).click();
    await expect.poll(() => heading.innerHTML(), wait).not.toBe(before);
    await surfaces.welcome.getByRole('button', { name: '撤销' }).click();
    await expect.poll(() => heading.textContent(), wait).toBe('一、提高政治站位，把牢机关党建的正确方向');
    expect(compare(partyWork, await markedInRich())).toEqual({ missed: [], besides: [] });
  });

  it('leads through the first minute, each step ticking itself', async () => {
    await surfaces.welcome.reload();
    const done = () => surfaces.welcome.locator('.steps .done h3').allTextContents();
    await expect.poll(async () => (await markedInRich()).length, wait).toBe(partyWork.planted.length);
    expect(await done()).toEqual([]);
    expect(await surfaces.welcome.locator('.steps h3').allTextContents()).toEqual([
      '在示例里试一处',
      '固定图标',
      '选定写稿的地方',
      '我的地方（可以不填）',
      '找提法',
      '快捷键',
    ]);
    const view = await ShadowView.of(surfaces.welcome);
    const [box] = await surfaces.welcome.evaluate(() =>
      [...([...CSS.highlights].find(([name]) => name.endsWith('-error'))?.[1] ?? [])]
        .map((range) => (range as Range).getBoundingClientRect())
        .sort((a, b) => a.top - b.top)
        .map(({ x, y, width, height }) => ({ x: x + width / 2, y: y + height / 2 })),
    );
    await surfaces.welcome.mouse.click(box?.x ?? 0, box?.y ?? 0);
    await view.waitForText('依据与判断');
    await view.click('改为“党的二十大”');
    await expect.poll(done, wait).toEqual(['在示例里试一处　已完成']);
    await surfaces.welcome.getByRole('button', { name: '我用的已在其中' }).click();
    await expect.poll(done, wait).toEqual(['在示例里试一处　已完成', '选定写稿的地方　已完成']);
    await surfaces.welcome.getByText('打开写稿的网页照常写').waitFor(wait);
  });

  it('leads to a page that explains privacy in five sentences', async () => {
    await surfaces.welcome.getByRole('link', { name: '隐私' }).click();
    await surfaces.welcome.waitForURL(/privacy\.html$/u);
    const sentences = await surfaces.welcome.locator('ol li').allTextContents();
    expect(sentences.length).toBe(5);
    for (const one of sentences) expect(one.match(/。/gu)?.length).toBe(1);
  });
});
