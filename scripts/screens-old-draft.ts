import type { Given } from './screens-silenced.ts';

/** A speech of 2018, opened by its author for reuse. */
const oldSpeech = [
  '在全县脱贫攻坚推进会上的讲话',
  '（2018年3月20日）',
  '同志们：',
  '今天这次会议，主要任务是深入学习贯彻党的十九大精神，安排部署全县脱贫攻坚工作。',
  '一、认清形势，增强打赢的信心',
  '近年来，全县上下用心用力，贫困村的路通了、水通了，群众的日子一天比一天好。我们要坚决打赢脱贫攻坚战，确保2020年如期全面建成小康社会。',
  '二、压实责任，把任务落到实处',
  '各乡镇要对照“十三五”规划，逐项倒排工期。县扶贫办要加强督查，确保今年6月底前全部开工。',
].join('\n');

/** Pictures of an old draft's question, and of its findings once it is judged as of today. */
export async function oldDraft({ welcome, panel, popup, whole, forced }: Given): Promise<void> {
  await welcome.bringToFront();
  await welcome.locator('#plain').click();
  await welcome.keyboard.press('Control+a');
  await welcome.keyboard.insertText(oldSpeech);
  const question = panel.locator('#page-panel .question');
  await question.getByText(/\d/u).first().waitFor();
  // The findings of today are counted after the marks are painted.
  await panel.waitForTimeout(600);
  await whole(panel, 'panel-old', 400, 320);
  await whole(popup, 'popup-old', 360, 320);
  await question.locator('[data-answer=today]').click();
  const renew = panel.locator('#page-panel .renew');
  await renew.locator('.bulk').waitFor();
  await panel.waitForTimeout(300);
  await whole(panel, 'panel-renew', 400, 320, 1000);
  await forced(panel, 'panel-renew');
  await renew.locator('.arrangement button').last().click();
  await renew.locator('.folded summary').last().click();
  await renew.locator('.finding[data-verdict=keep]').first().waitFor();
  await whole(panel, 'panel-renew-by-place', 400);
  await renew.locator('[data-bulk=chosen]').click();
  await renew.locator('.fix-preview').waitFor();
  await whole(panel, 'panel-renew-preview', 400, 320);
  await panel.locator('#page-panel [role=tab]').first().click();
  await panel.locator('#page-panel .list .finding').nth(1).waitFor();
  await whole(panel, 'panel-old-today', 400, 320);
  await panel.locator('#page-panel [data-back]').click();
}
