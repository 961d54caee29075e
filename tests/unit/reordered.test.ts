import { beforeAll, describe, expect, it } from 'vitest';
import { applyEdits } from '../../lib/draft/text-edits.ts';
import type { Knowledge } from '../../lib/phrases/types.ts';
import { BareText } from '../../lib/rules/phrasing/bare-text.ts';
import { reorderedFindings } from '../../lib/rules/phrasing/reordered.ts';
import { standingWordings } from '../../lib/rules/phrasing/standing-wordings.ts';
import { loadBuiltInKnowledge } from '../../scripts/load-knowledge.ts';

let knowledge: Knowledge;
beforeAll(async () => {
  ({ knowledge } = await loadBuiltInKnowledge());
});

const found = (text: string, date = '2026-11-20') =>
  reorderedFindings(text, new BareText(text), knowledge, date);

describe('wordings of the same characters in another order', () => {
  it('are none where the wording is right', () => {
    for (const { text } of standingWordings(knowledge))
      expect(found(`我们要坚持${text}，抓好${text}的落实。`), text).toEqual([]);
  });

  it.each([
    '不敢腐、不能腐、不想腐，不敢腐、不能腐、不想腐',
    '推进国家治理体系与治理能力现代化',
    '提升治理能力，完善治理体系，推进现代化',
    '为推动构建人类命运共同体作贡献，构建人类命运共同体，推动合作',
    '在实现中华民族伟大复兴中国梦的征程上',
    '抓好人才振兴、产业振兴和组织振兴',
    '企业敢干、地方敢闯',
    '让获得感更足、安全感更强、幸福感更可持续',
    '推进新型城镇化、农业现代化和新型工业化、信息化协同发展',
    '我国的根本政治制度是人民代表大会制度',
    '金山银山就是绿水青山',
    '把巡视监督与纪律监督、监察监督、派驻监督贯通起来',
  ])('are none in %s', (right) => {
    expect(found(right)).toEqual([]);
  });

  it.each([
    ['全面推进科学立法、公正司法、严格执法、全民守法。', '全面推进科学立法、严格执法、公正司法、全民守法。'],
    ['学习党史、新中国史、社会主义发展史和改革开放史。', '学习党史、新中国史、改革开放史和社会主义发展史。'],
    [
      '推动乡村振兴，文化振兴、人才振兴、产业振兴、生态振兴、组织振兴齐抓。',
      '推动乡村振兴，产业振兴、人才振兴、文化振兴、生态振兴、组织振兴齐抓。',
    ],
    ['要守大德、明公德、严私德。', '要明大德、守公德、严私德。'],
    ['地方敢干、干部敢为、企业敢闯、群众敢首创。', '干部敢为、地方敢闯、企业敢干、群众敢首创。'],
    ['推进国家治理能力和治理体系现代化。', '推进国家治理体系和治理能力现代化。'],
    ['建设富强民主和谐文明美丽的强国。', '建设富强民主文明和谐美丽的强国。'],
    ['反对官僚主义、形式主义、享乐主义和奢靡之风。', '反对形式主义、官僚主义、享乐主义和奢靡之风。'],
  ])('are put right in %s', (text, right) => {
    const [finding, ...others] = found(text);
    expect(others).toEqual([]);
    expect(applyEdits(text, finding?.fixes[0]?.edits ?? [])).toBe(right);
  });

  it('are not told before the wording was laid down', () => {
    const text = '不断增强群众的幸福感、获得感、安全感。';
    expect(found(text)).toHaveLength(1);
    expect(found(text, '2016-05-01')).toEqual([]);
  });
});
