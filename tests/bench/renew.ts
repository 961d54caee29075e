import type { Page } from 'playwright-core';
import buildExtension from '../browser/build.ts';
import { startSurfaces } from '../browser/surfaces.ts';
import type { BenchRow } from './scan.ts';
import { median } from './times.ts';

const rounds = 12;
/** Mentions put into the draft. */
const planted = 300;

/** A line that names no time. */
const timeless =
  '要把责任扛在肩上，把任务落到实处，一户一户地问，一块一块地看，做到件件有着落、事事有回音；要坚持问题导向，聚焦群众反映强烈的难点堵点，一项一项抓整改、一件一件抓落实，切实增强工作合力，以更高标准把作风立起来。';

/** An old draft of 50,000 characters with 300 mentions. */
function oldDraft(): string {
  const lines = Array.from({ length: Math.floor(50_000 / (timeless.length + 10)) }, () => timeless);
  for (let at = 0; at < planted; at++) {
    const line = at % lines.length;
    lines[line] += at % 3 === 0 ? '要贯彻党的十九大精神。' : `${2015 + (at % 9)}年，要抓好各项工作。`;
  }
  return ['在全县农业农村工作会议上的讲话', '（2022年2月16日）', ...lines].join('\n');
}

/**
 * Measures the view 翻新 of the built extension in a real browser: from the press of its tab to the drawn frame, with
 * the mentions read already, beside one plain pass over the same text in the same page.
 */
export async function benchRenew(): Promise<BenchRow[]> {
  await buildExtension();
  const surfaces = await startSurfaces();
  try {
    const panel = await surfaces.open('sidepanel', { width: 400, height: 800 });
    await panel.bringToFront();
    await panel.locator('#desk-tab').click();
    await panel.locator('#desk-text').fill(oldDraft());
    await panel.locator('#desk-panel [data-answer=today]').first().click({ timeout: 60_000 });
    await panel
      .locator('#desk-panel .renew .dot')
      .nth(planted - 1)
      .waitFor({ timeout: 60_000 });
    const drawn: number[] = [];
    const passes: number[] = [];
    for (let round = 0; round < rounds; round++) {
      drawn.push(await draw(panel));
      passes.push(await plainPass(panel));
    }
    const dots = await panel.locator('#desk-panel .renew .dot').count();
    return [
      {
        name: `timeline and list of ${dots} mentions in 50,000 characters, drawn, median`,
        value: median(drawn),
        bar: 100,
        unit: 'ms',
      },
      {
        name: 'the same beside a plain pass',
        value: median(drawn) / median(passes),
        bar: null,
        unit: '× plain',
      },
    ];
  } finally {
    await surfaces.close();
  }
}

/** Shows the other view, then this one. Returns milliseconds from the press to the frame after it. */
async function draw(panel: Page): Promise<number> {
  // As text: the names that tsx gives to functions are unknown in the page.
  return await panel.evaluate(`(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    const [findings, renew] = document.querySelectorAll('#desk-panel .view [role=tab]');
    findings.click();
    await frame();
    await new Promise((resolve) => setTimeout(resolve, 700));
    const start = performance.now();
    renew.click();
    while (document.querySelectorAll('#desk-panel .renew .dot').length < ${planted}) await frame();
    await frame();
    return performance.now() - start;
  })()`);
}

/** Milliseconds of one pass over the text, unit by unit. */
async function plainPass(panel: Page): Promise<number> {
  return await panel.evaluate(() => {
    const { value } = document.querySelector('#desk-text') as HTMLTextAreaElement;
    const times = 50;
    const start = performance.now();
    let sum = 0;
    for (let time = 0; time < times; time++)
      for (let at = 0; at < value.length; at++) sum += value.charCodeAt(at);
    return sum < 0 ? 0 : (performance.now() - start) / times;
  });
}
