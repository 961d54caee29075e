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

describe('another place in the speaker’s own role', () => {
  it.each([
    ['云溪县', '青山县委、县政府决定，在全县开展百日攻坚。青山县委号召全县党员带头。', '青山县'],
    ['云溪县', '在青山县人民政府的支持下，企业发展更有底气。', '青山县'],
    ['云溪县', '当前，青山县各级各部门正在抓紧落实。', '青山县'],
    ['云溪县', '奋战一年，青山县上下信心更足了。', '青山县'],
    ['云溪县', '这是青山县53万人民共同的期盼。', '青山县'],
    ['云溪县', '向奋战在一线的青山县广大干部群众致以崇高敬意！', '青山县'],
    ['云溪县', '同志们，让我们为谱写青山县高质量发展新篇章而努力！', '青山县'],
    ['云溪县', '青山县各级党组织要扛起责任。\n建设平安青山，人人都是参与者。', '平安青山'],
    ['云溪县', '青山县人民热情好客。\n一个新青山正在崛起。', '新青山'],
    ['云溪县', '青山县委已经明确了目标。\n要加快建设富裕美丽新青山。', '青山县'],
    ['东湖区', '中共西陵区委、西陵区人民政府高度重视民生工作。', '西陵区'],
    ['东湖区', '云溪县各级各部门要把好关口。', '云溪县'],
    ['临江市', '下一步，江北市上下要拧成一股绳。', '江北市'],
  ])('is found for %s: %s', (place, text, marked) => {
    expect(found(text, place).map(({ start, end }) => text.slice(start, end))).toContain(marked);
  });

  it.each([
    // 别人的：学习、考察、协作、帮扶、来宾
    ['云溪县', '要学习青山县经验，把“一件事一次办”落到实处。'],
    ['云溪县', '青山县委、县政府抓营商环境的做法，值得我们借鉴。'],
    ['云溪县', '感谢青山县人民长期以来的无私支援。'],
    ['云溪县', '青山县各级干部的作风给考察团留下深刻印象。\n青山县上下的精气神，我们要对标。'],
    ['云溪县', '青山县委书记李明同志也来到了现场。'],
    ['云溪县', '救护车把伤员送到了青山县人民医院。'],
    // 自己的、上级的、下级的
    ['云溪县', '江州市云溪县各级各部门要抓紧落实。'],
    ['云溪县', '中共云溪县委号召全县党员干部行动起来，建设平安云溪。'],
    ['云溪县', '临江市上下都在大抓项目，我们不能落后。'],
    ['临江市', '云溪县委、青山县委要各负其责。'],
    // 不是地名
    ['东湖区', '老区人民、社区各级组织、园区各部门都要参与。'],
    ['云溪县', '贫困县人民、农业大县各级干部、邻县上下，无不如此。'],
    ['云溪县', '建设平安中国、平安校园，展现新时代新气象。'],
    ['云溪县', '自治区各级各部门、开发区上下都要联动。'],
    ['云溪县', '他说：“青山县上下一条心，我很感动。”'],
    ['云溪县', '全县各级各部门要压实责任，我县人民是有福气的。'],
    [
      '云溪县',
      '当好县委的参谋，落实县委决定，服从县委安排，围绕县委中心工作，紧跟县委步伐，经县委研究，受县委委托。',
    ],
    ['云溪县', '我谨代表县委、县政府，向大家问好。新一届县委班子和2022年的县委一号文件都讲了这件事。'],
    ['东湖区', '明天，特区政府旅游局的客人到访，湖区各级组织、库区人民都很期待。'],
    ['云溪县', '听取县政府汇报，召开县委全会，成立县委专班，谱写县域发展新篇章，支持县政府依法履职。'],
    ['云溪县', '把县委、县政府的部署落到实处，让县人民医院改扩建早日完工。'],
  ])('is not found for %s: %s', (place, text) => {
    expect(found(text, place)).toEqual([]);
  });

  it('is replaced where its first character is certain, and only marked otherwise', () => {
    const certain = '代表青山县委、县政府，向大家问好。';
    const [finding] = found(certain, '云溪县');
    expect(applyEdits(certain, finding?.fixes[0]?.edits ?? [])).toBe('代表云溪县委、县政府，向大家问好。');
    const uncertain = '昨晚通往青山县各级公路全部恢复。';
    expect(found(uncertain, '云溪县').flatMap(({ fixes }) => fixes)).toEqual([]);
    const slogan = '青山县各级党组织要行动。\n建设平安青山，人人有责。';
    const edits = found(slogan, '云溪县').flatMap(({ fixes }) => fixes[0]?.edits ?? []);
    expect(applyEdits(slogan, edits)).toBe('云溪县各级党组织要行动。\n建设平安云溪，人人有责。');
  });
});

describe('one place against the majority of a draft, with no place set', () => {
  const own = '云溪县委、县政府高度重视。\n云溪县上下要动员起来。\n云溪县人民期盼着好消息。\n';

  it('is found', () => {
    const text = `${own}青山县各级干部要下沉一线。`;
    expect(found(text).map(({ start, end }) => text.slice(start, end))).toEqual(['青山县']);
    expect(applyEdits(text, found(text)[0]?.fixes[0]?.edits ?? [])).toBe(`${own}云溪县各级干部要下沉一线。`);
  });

  it('is found where the draft’s own is named without a role, too', () => {
    const text = '云溪县经济稳步增长。云溪县产业不断优化。云溪县委高度重视。\n在青山县委的领导下再接再厉。';
    expect(found(text).map(({ start, end }) => text.slice(start, end))).toEqual(['青山县']);
  });

  it.each([
    ['has no majority', '云溪县上下要动员起来。\n青山县各级干部要下沉一线。'],
    ['has two of the other', `${own}青山县各级干部要下沉一线。\n青山县人民期盼着好消息。`],
    ['has a third', `${own}青山县各级干部要下沉一线。\n白水县上下要跟上。`],
    ['is a city’s', `全市一盘棋。\n${own}青山县各级干部要下沉一线。`],
    ['learns from the other', `${own}青山县各级干部的作风值得学习。`],
    ['names the other twice', `${own}青山县委来信祝贺。\n在青山县委的支持下，项目落地了。`],
    ['is of another level', `${own}江州市各级干部要下沉一线。`],
  ])('is not found where the draft %s', (_title, text) => {
    expect(found(text)).toEqual([]);
  });
});
