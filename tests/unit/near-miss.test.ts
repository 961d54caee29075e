import { beforeAll, describe, expect, it } from 'vitest';
import { applyEdits } from '../../lib/draft/text-edits.ts';
import type { Knowledge } from '../../lib/phrases/types.ts';
import { BareText } from '../../lib/rules/phrasing/bare-text.ts';
import { begunIn } from '../../lib/rules/phrasing/begun.ts';
import { nearMissFindings } from '../../lib/rules/phrasing/near-miss.ts';
import { standingWordings } from '../../lib/rules/phrasing/standing-wordings.ts';
import { loadBuiltInKnowledge } from '../../scripts/load-knowledge.ts';

let knowledge: Knowledge;
beforeAll(async () => {
  ({ knowledge } = await loadBuiltInKnowledge());
});

const found = (text: string) => {
  const bare = new BareText(text);
  return nearMissFindings(text, bare, begunIn(bare, knowledge).halves, knowledge, '2026-11-20');
};

describe('near misses', () => {
  it('know some thirty phrases', () => {
    expect(knowledge.fixedWordings.length).toBeGreaterThanOrEqual(30);
  });

  it('are none of a phrase that nothing attests', () => {
    const wrong = '我们要坚持一个无人查正的固定提法。';
    const [first] = knowledge.fixedWordings;
    if (first === undefined) throw new Error('The packs have no fixed wording.');
    const own = { ...first, text: '坚持一个无人查证的固定提法', variants: [], close: false };
    delete (own as { validFrom?: string }).validFrom;
    const foundBy = (attestation: 'A' | 'none') => {
      const packs = { ...knowledge, fixedWordings: [{ ...own, attestation }] };
      const written = new BareText(wrong);
      return nearMissFindings(wrong, written, begunIn(written, packs).halves, packs, '2026-11-20');
    };
    expect(foundBy('A')).toHaveLength(1);
    expect(foundBy('none')).toEqual([]);
  });

  it('are none in the phrases themselves, nor in their variants', () => {
    for (const { text, variants } of knowledge.fixedWordings) {
      for (const right of [text, ...variants])
        expect(found(`我们要牢记${right}，抓好落实。`), right).toEqual([]);
    }
  });

  it.each([
    '完整准确全面贯彻新发展理念',
    '社会主义核心价值体系',
    '坚持走中国特色社会主义道路',
    '全面建成社会主义现代化国家',
    '为实现第一个百年奋斗目标而奋斗',
    '中国共产党领导的多党合作与政治协商制度',
    '把权力关进制度笼子',
    '发展社会主义市场经济',
    '更加紧密团结在一起',
    '推动科技自立自强',
  ])('are none in %s', (right) => {
    expect(found(right)).toEqual([]);
  });

  it.each([
    [
      '深入学习习近平新时代特色社会主义思想',
      '习近平新时代特色社会主义思想',
      '习近平新时代中国特色社会主义思想',
    ],
    ['习近平新时代中国特色社主义思想', '习近平新时代中国特色社主义思想', '习近平新时代中国特色社会主义思想'],
    [
      '习近平新时代中国特特色社会主义思想',
      '习近平新时代中国特特色社会主义思想',
      '习近平新时代中国特色社会主义思想',
    ],
    [
      '习近平新时代中国特色会社主义思想',
      '习近平新时代中国特色会社主义思想',
      '习近平新时代中国特色社会主义思想',
    ],
    ['铸牢中华民族共同休意识', '铸牢中华民族共同休意识', '铸牢中华民族共同体意识'],
    ['推动构建人类命远共同体', '推动构建人类命远共同体', '推动构建人类命运共同体'],
    ['全心全意为人名服务', '全心全意为人名服务', '全心全意为人民服务'],
    [
      '提高国家治理体系和治理能力现代现代化水平',
      '国家治理体系和治理能力现代现代化',
      '国家治理体系和治理能力现代化',
    ],
    ['绿水青山就金山银山', '绿水青山就金山银山', '绿水青山就是金山银山'],
  ])('find the slip in %s', (text, marked, right) => {
    const [finding] = found(text);
    expect(finding && text.slice(finding.start, finding.end)).toBe(marked);
    expect(finding?.fixes[0]?.edits[0]?.text).toBe(right);
  });

  it('find every single slip inside every phrase, and mark no more than the phrase', () => {
    // Short ones are recognised only with a character of like sound or shape.
    const long = knowledge.fixedWordings.filter(({ close, text }) => !close && text.length >= 8);
    for (const { text: marked, variants } of long) {
      const text = marked.replace(/[“”、]/gu, '');
      for (let i = 1; i < text.length - 1; i++) {
        const slips = [`${text.slice(0, i)}错${text.slice(i + 1)}`, `${text.slice(0, i)}错${text.slice(i)}`];
        for (const slip of slips) {
          if (
            /[的地得和与及同了着之其到好更]/u.test(text.charAt(i)) ||
            variants.some((one) => one.includes(slip))
          )
            continue;
          const [finding] = found(`要牢记${slip}。`);
          expect(finding, slip).toBeDefined();
          expect(finding?.fixes[0]?.edits[0]?.text.length, slip).toBeGreaterThanOrEqual(8);
        }
      }
    }
  });

  it('find a like character in a short phrase, and no other', () => {
    const fixed = (sentence: string) => found(sentence).map(({ fixes }) => fixes[0]?.edits[0]?.text);
    expect(fixed('要守好责任甜。')).toEqual(['守好责任田']);
    expect(fixed('要守好责任区。')).toEqual([]);
    expect(fixed('要一张蓝图画到底，一年一年接着干。')).toEqual([]);
  });

  it('find a word that is put for another by the closed table', () => {
    const fixed = (sentence: string) => found(sentence).map(({ fixes }) => fixes[0]?.edits[0]?.text);
    expect(fixed('要完整准确全面贯彻新发展思想。')).toEqual(['完整准确全面贯彻新发展理念']);
    expect(fixed('要完整准确全面贯彻新发展要求。')).toEqual([]);
  });

  it('find every particle that is written twice within a phrase, though one more or less is none', () => {
    const phrases = knowledge.fixedWordings.filter(
      ({ text, validFrom = '' }) => !/[“”、]/u.test(text) && validFrom < '2026',
    );
    const doubled = phrases.flatMap(({ text }) =>
      [...text.matchAll(/(?<=..)[的地得了之](?=..)/gu)].map(({ index, 0: particle }) => ({
        right: text,
        slip: text.slice(0, index) + particle + text.slice(index),
      })),
    );
    expect(doubled.length).toBeGreaterThan(30);
    for (const { slip, right } of doubled) {
      const text = `要牢记${slip}。`;
      const [finding] = found(text);
      expect(applyEdits(text, finding?.fixes[0]?.edits ?? []), slip).toContain(right);
    }
  });

  it('are none where a verb joins the members of a list in place of a mark', () => {
    for (const { members } of standingWordings(knowledge)) {
      if (members.length < 3) continue;
      for (const verb of ['是', '为', '靠', '促']) {
        const [first = '', ...others] = members;
        if (others[0]?.startsWith(verb)) continue;
        const text = `${first}${verb}${others.join('、')}的前提。`;
        expect(found(text), text).toEqual([]);
      }
    }
  });

  it('put right leave everything around the list as it was, wherever in it the slip is', () => {
    const slips: Record<string, (list: string) => string> = {
      'first character wrong': (list) => `啊${list.slice(1)}`,
      'first character missing': (list) => list.slice(1),
      'second character doubled': (list) => list.slice(0, 2) + list.slice(1),
      'a character behind the first': (list) => `${list[0]}啊${list.slice(1)}`,
      'last character wrong': (list) => `${list.slice(0, -1)}啊`,
      'last character missing': (list) => list.slice(0, -1),
      'a character before the last': (list) => `${list.slice(0, -1)}啊${list.slice(-1)}`,
    };
    const lists = standingWordings(knowledge).filter(({ members, bare }) => {
      return members.length > 2 && bare.length >= 12;
    });
    expect(lists.length).toBeGreaterThan(50);
    const spoilt: string[] = [];
    for (const { text: list } of lists)
      for (const [kind, slip] of Object.entries(slips)) {
        const text = `会议强调，${slip(list)}，抓好落实。`;
        const [finding] = found(text);
        const [fix] = finding?.fixes ?? [];
        if (fix === undefined) continue;
        const fixed = applyEdits(text, fix.edits);
        if (!/^会议强调，[^，]/u.test(fixed) || !/[^，]，抓好落实。$/u.test(fixed))
          spoilt.push(`${kind}: ${fixed}`);
      }
    expect(spoilt).toEqual([]);
  });

  it.each([
    ['积极稳妥推进碳达锋碳中和工作。', '积极稳妥推进碳达峰碳中和工作。'],
    [
      '坚持长期共存、互相监督、肝胆相照、荣辱于共的方针。',
      '坚持长期共存、互相监督、肝胆相照、荣辱与共的方针。',
    ],
    ['坚持发现问题、形成震摄，推动改革、促进发展。', '坚持发现问题、形成震慑，推动改革、促进发展。'],
  ])('%s becomes %s', (text, right) => {
    const [finding] = found(text);
    expect(applyEdits(text, finding?.fixes[0]?.edits ?? [])).toBe(right);
  });
});
