import { beforeAll, describe, expect, it } from 'vitest';
import { createChecker } from '../../lib/checking/checker.ts';
import { applyEdits } from '../../lib/draft/text-edits.ts';
import { createCheckSession } from '../../scripts/check-session.ts';
import { loadBuiltInKnowledge } from '../../scripts/load-knowledge.ts';

let check: Awaited<ReturnType<typeof createCheckSession>>['check'];
beforeAll(async () => {
  ({ check } = await createCheckSession());
});

/** What confusable-characters and standard-phrasing make of a sentence; its own words where they say nothing. */
async function mended(text: string): Promise<string> {
  const { findings } = await check(text, '2026-11-20');
  const ours = findings.filter(
    ({ rule }) => rule === 'confusable-characters' || rule === 'standard-phrasing',
  );
  return applyEdits(
    text,
    ours.flatMap(({ fixes }) => fixes[0]?.edits ?? []),
  );
}

describe('frequent words with a letter of like sound or shape', () => {
  it.each([
    '李壬辰、罗正奎、覃慧珍、费宏图、阎振邦五位同志受到表彰。',
    '华瑞达电子、盛邦新材、金鼎石材产业园建成投产。',
    '麻柳溪茶叶、折耳根、羊肚菌等特色产业蓬勃发展。',
    '权利监督渠道要畅通，权力运行要公开。',
    '干部要沉下去、跑起来、干到位，不做太平官、撞钟僧。',
    '老乡们把工作队迎进家门。',
    '数智赋能、量质齐升，链主带动、链群配套。',
  ])('are not seen where there are none: %s', async (text) => {
    expect(await mended(text)).toBe(text);
  });

  it.each([
    ['要统愁推进各项工作。', '要统筹推进各项工作。'],
    ['要压实属地责壬，守牢底线。', '要压实属地责任，守牢底线。'],
  ])('are found: %s', async (text, right) => {
    expect(await mended(text)).toBe(right);
  });

  it('are not told of while the segmenter is still on its way', async () => {
    const { knowledge } = await loadBuiltInKnowledge();
    const checker = createChecker(knowledge);
    const { findings } = checker.check('要统愁推进各项工作，压实属地责壬。', { today: '2026-11-20' });
    expect(findings).toEqual([]);
  });
});

describe('a list of five or more that lacks a member', () => {
  it.each([
    '统筹推进经济建设、政治建设、文化建设、社会建设、生态文明建设。',
    '经济建设、政治建设、社会建设、生态文明建设等各项事业全面进步。',
    '产业、人才、文化、生态、组织五个方面一起抓。',
    '推进经济建设、文化建设，两手都要硬。',
  ])('is none in %s', async (text) => {
    expect(await mended(text)).toBe(text);
  });

  it('is completed in its own marks', async () => {
    expect(await mended('统筹推进经济建设、政治建设、社会建设、生态文明建设。')).toBe(
      '统筹推进经济建设、政治建设、文化建设、社会建设、生态文明建设。',
    );
  });
});
