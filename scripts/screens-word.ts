import type { Page } from 'playwright-core';
import { computedItem, makeDocx, paragraph, run, speechLists } from '../tests/docx/make.ts';

const body = paragraph(run('我们要抓好落实，推动各项工作取得新成效。'));
const speech = Buffer.from(
  makeDocx(
    [
      paragraph(run('在全县重点工作推进会上的讲话')),
      paragraph(run('下面，我讲四点意见：')),
      paragraph(run('一、提高认识')),
      body,
      computedItem('突出重点', 1),
      body,
      computedItem('三、加强领导', 1),
      body,
    ].join(''),
    { numbering: speechLists },
  ),
);

/**
 * Pictures of the desk with a Word file whose numbers are partly computed. The desk is in front in `panel`, and empty
 * before and afterwards.
 */
export async function wordScreens(
  panel: Page,
  take: (page: Page, name: string) => Promise<void>,
): Promise<void> {
  await panel
    .locator('#desk-panel input[type=file]')
    .setInputFiles({ name: '讲话稿.docx', mimeType: '', buffer: speech });
  await panel.locator('#desk-panel .finding').first().waitFor();
  await panel.locator('#desk-panel details.outline > summary').click();
  await panel.locator('#desk-panel .tree').waitFor();
  for (const width of [400, 320]) {
    await panel.setViewportSize({ width, height: 1300 });
    await take(panel, width === 320 ? 'desk-computed-narrow' : 'desk-computed');
  }
  await panel.setViewportSize({ width: 360, height: 588 });
  await panel.locator('#desk-panel details.outline > summary').click();
  await panel.locator('.desk-top .quiet').last().click();
}
