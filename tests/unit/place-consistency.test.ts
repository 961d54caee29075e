import { beforeAll, describe, expect, it } from 'vitest';
import { type Checker, createChecker } from '../../lib/checking/checker.ts';
import { applyEdits } from '../../lib/draft/text-edits.ts';
import { loadBuiltInKnowledge } from '../../scripts/load-knowledge.ts';

let checker: Checker;
beforeAll(async () => {
  checker = createChecker((await loadBuiltInKnowledge()).knowledge);
});

function found(text: string, place?: string) {
  const options = { today: '2026-11-20', ...(place === undefined ? {} : { place }) };
  return checker.check(text, options).findings.filter(({ rule }) => rule === 'place-consistency');
}

describe('place-consistency', () => {
  it.each([
    [undefined, '我县和我区都要抓紧，在青山县委的坚强领导下再立新功。'],
    ['云溪县', '近年来，我县经济稳步增长，我市对我县寄予厚望。'],
    ['云溪县', '在市委、市政府的坚强领导下，全县上下团结奋斗。'],
    ['云溪县', '在云溪县委的坚强领导下，各项工作有序推进。'],
    ['云溪县', '在临江市委的坚强领导下，各项工作有序推进。'],
    ['云溪县', '要把握好自我区分的尺度，我区别对待不同情形。'],
    ['云溪县', '他在信中写道：“我区的做法值得借鉴。”'],
    ['云溪县', '青山县的经验值得我们学习。'],
    ['临江市', '在省委、省政府的坚强领导下，我市发展势头良好。'],
    ['东湖区', '我市今年的目标已经明确，我区要走在前列。'],
    ['宣传部', '我县宣传工作取得新进展。'],
  ])('is silent for %s on %s', (place, text) => {
    expect(found(text, place)).toEqual([]);
  });

  it.each([
    ['东湖区', '近年来，我县经济稳步增长。', '我县', '近年来，我区经济稳步增长。'],
    ['临江市', '今年以来，我县大力招商引资。', '我县', '今年以来，我市大力招商引资。'],
    ['云溪县', '我区各级各部门要压实责任。', '我区', '我县各级各部门要压实责任。'],
    ['云溪县', '在青山县委的坚强领导下，我们迎难而上。', '青山县', '在云溪县委的坚强领导下，我们迎难而上。'],
  ])('for %s marks what is left in %s', (place, text, marked, fixed) => {
    const [finding] = found(text, place);
    expect(finding && text.slice(finding.start, finding.end)).toBe(marked);
    expect(applyEdits(text, finding?.fixes[0]?.edits ?? [])).toBe(fixed);
  });
});

describe('the author’s own unit', () => {
  const marked = (text: string, unit: string) =>
    checker
      .check(text, { today: '2026-11-20', unit })
      .findings.filter(({ rule }) => rule === 'place-consistency');

  it.each([
    ['云溪县市场监管局', '近年来，我局扎实推进各项工作，我县营商环境持续改善。'],
    ['云溪县市场监管局', '受组织委托，我委托王同志代为宣读。请我校对一遍文稿。'],
    ['云溪县市场监管局', '他在信中说：“我委的做法值得借鉴。”'],
    ['云溪县卫生健康委员会', '今年以来，我委牵头开展专项行动，县局要密切配合。'],
    ['云溪县委宣传部', '我局、我委都要抓紧落实。'],
    ['青石镇', '我镇定地回答了群众的提问，我乡音未改。'],
    ['', '我局、我委、我院都要抓紧落实。'],
  ])('of %s leaves %s alone', (unit, text) => {
    expect(marked(text, unit)).toEqual([]);
  });

  it.each([
    ['云溪县市场监管局', '今年以来，我委牢牢把握工作重点。', '今年以来，我局牢牢把握工作重点。'],
    ['云溪县卫生健康委员会', '我局党组始终把安全放在首位。', '我委党组始终把安全放在首位。'],
    ['云溪县人民医院', '我校全体干部职工要统一思想。', '我院全体干部职工要统一思想。'],
    ['青石镇', '我乡各村要抓好春耕。', '我镇各村要抓好春耕。'],
  ])('of %s marks what is left of another', (unit, text, fixed) => {
    const [finding, ...others] = marked(text, unit);
    expect(others).toEqual([]);
    expect(applyEdits(text, finding?.fixes[0]?.edits ?? [])).toBe(fixed);
  });
});
