import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readPack } from '../../lib/phrases/pack.ts';
import type { Entry, Form, SetPhraseEntry, TermEntry, WrongForm } from '../../lib/phrases/types.ts';
import { knowledgeOf } from './phrase-packs.ts';

/** The dates, orders and wordings that a wrong edit of formulation.yaml or set-phrase.yaml would break. */

function read(file: string) {
  const url = new URL(`../../assets/phrases/${file}.yaml`, import.meta.url);
  const { pack, problems } = readPack(file, parse(readFileSync(url, 'utf8')));
  if (pack === null) throw new Error(`${file} could not be read: ${problems[0]?.message.zh}`);
  return { pack, problems };
}

const formulation = read('formulation');
const setPhrase = read('set-phrase');
const terms = formulation.pack.entries.filter((entry): entry is TermEntry => entry.kind === 'formulation');
const phrases = setPhrase.pack.entries.filter(
  (entry): entry is SetPhraseEntry => entry.kind === 'set-phrase',
);
const entries: readonly Entry[] = [...terms, ...phrases];
const knowledge = knowledgeOf([formulation.pack, setPhrase.pack]);

const forms: { entry: TermEntry; form: Form }[] = terms.flatMap((entry) =>
  entry.forms.map((form) => ({ entry, form })),
);
const wrongs: { entry: Entry; wrong: WrongForm }[] = entries.flatMap((entry) =>
  entry.wrong.map((wrong) => ({ entry, wrong })),
);

function repeated(words: readonly string[]): string[] {
  return words.filter((word, i) => words.indexOf(word) !== i);
}

function words(text: string, role: 'form' | 'wrong'): string[] {
  return knowledge
    .scan(text)
    .filter((hit) => hit.pattern.role === role)
    .map((hit) => text.slice(hit.start, hit.end));
}

function phrase(name: string): SetPhraseEntry {
  const found = phrases.find((entry) => entry.name === name);
  if (found === undefined) throw new Error(`${name} is missing`);
  return found;
}

function formOf(text: string): { entry: TermEntry; form: Form } {
  const found = forms.find(({ form }) => form.text === text);
  if (found === undefined) throw new Error(`${text} is missing`);
  return found;
}

describe('both packs', () => {
  it('have no fault that the schema finds', () => {
    expect([...formulation.problems, ...setPhrase.problems]).toEqual([]);
  });

  it('are as large as they were', () => {
    expect(terms.filter(({ attestation }) => attestation !== 'none').length).toBeGreaterThanOrEqual(140);
    const withMembers = phrases.filter(
      ({ attestation, members }) => attestation !== 'none' && members.length > 0,
    );
    expect(withMembers.length).toBeGreaterThanOrEqual(225);
    expect(wrongs.length).toBeGreaterThanOrEqual(250);
    expect(forms.length).toBeGreaterThanOrEqual(80);
  });

  it('name nothing twice', () => {
    expect(repeated(entries.map(({ name }) => name.replace(/[“”]/gu, '')))).toEqual([]);
    expect(repeated(wrongs.map(({ wrong }) => wrong.text))).toEqual([]);
    expect(repeated(forms.map(({ form }) => form.text))).toEqual([]);
  });

  it('keep notes short, and put an end after a beginning', () => {
    expect(entries.filter(({ note }) => (note ?? '').length > 80).map(({ id }) => id)).toEqual([]);
    const backward = entries.filter(
      ({ validFrom, validTo }) => validFrom !== undefined && validTo !== undefined && validTo <= validFrom,
    );
    expect(backward.map(({ id }) => id)).toEqual([]);
  });

  it('except only wordings that are longer than what they are excepted from', () => {
    const idle = [...forms.map(({ form }) => form), ...wrongs.map(({ wrong }) => wrong)].flatMap(
      ({ text, except = [] }) => except.filter((longer) => longer !== text && !longer.includes(text)),
    );
    expect(idle).toEqual([]);
  });

  it('have no wrong form inside a right wording of their own', () => {
    const right = entries.flatMap((entry) => [
      entry.name,
      entry.successor ?? '',
      ...entry.wrong.map((wrong) => wrong.right),
      ...('members' in entry ? [...entry.members, ...entry.aliases, entry.members.join('、')] : []),
      ...('forms' in entry ? entry.forms.map((form) => form.replace ?? '') : []),
    ]);
    expect(right.flatMap((text) => words(text, 'wrong').map((word) => `${word} in ${text}`))).toEqual([]);
  });

  it('have no old form inside a wording that is right today, nor in what they put in its place', () => {
    const today = [
      ...entries.filter(({ validTo }) => validTo === undefined).map(({ name }) => name),
      ...forms.map(({ form }) => form.replace ?? ''),
      ...terms.map(({ successor }) => successor ?? ''),
    ];
    const isOver = (word: string) => (formOf(word).entry.validTo ?? '') < formulation.pack.trueUntil;
    expect(
      today.flatMap((text) =>
        words(text, 'form')
          .filter(isOver)
          .map((word) => `${word} in ${text}`),
      ),
    ).toEqual([]);
  });
});

describe('formulation.yaml', () => {
  it.each([
    ['全面建设小康社会', '2012-11-07'],
    ['全面建成小康社会', '2021-06-30'],
    ['以习近平同志为总书记的党中央', '2016-10-26'],
    ['党要管党、从严治党', '2017-10-23'],
    ['坚决打赢脱贫攻坚战', '2021-02-24'],
    ['新冠肺炎', '2022-12-25'],
    ['积极的财政政策和稳健的货币政策', '2024-12-08'],
    ['坚决打赢反腐败斗争攻坚战持久战', '2025-01-05'],
    ['三大全球倡议', '2025-08-31'],
    ['习近平总书记关于党的建设的重要思想', '2026-06-14'],
  ])('lets “%s” end on %s, verified', (text, validTo) => {
    const { entry } = formOf(text);
    expect([entry.validTo, entry.datesVerified]).toEqual([validTo, true]);
  });

  it('gives an end and a source to every entry with old forms', () => {
    const open = forms.filter(({ entry }) => entry.validTo === undefined || entry.attestation === 'none');
    expect(open.map(({ entry }) => entry.id)).toEqual([]);
  });

  it.each(['决胜全面建成小康社会', '为全面建成小康社会而奋斗', '坚决打赢脱贫攻坚战', '外防输入、内防反弹'])(
    'takes “%s” by itself as a thing of today',
    (text) => {
      expect(formOf(text).form.presumes).toBe('current');
    },
  );

  it.each([
    '全面建成小康社会',
    '党要管党、从严治党',
    '从严治党',
    '精准扶贫',
    '贫困户',
    '市场主体',
    '新冠肺炎',
    '法制宣传教育',
  ])('leaves “%s” to the sentence', (text) => {
    expect(formOf(text).form.presumes).toBe('none');
  });

  it('does not judge what is still in use', () => {
    for (const text of [
      '依法治国',
      '供给侧结构性改革',
      '全面推进乡村振兴',
      '全面深化改革',
      '动态清零',
      '新常态',
    ])
      expect(words(`继续坚持${text}。`, 'form'), text).toEqual([]);
  });

  it.each([
    '我国历史性地全面建成小康社会，踏上新的征程。',
    '全面建成小康社会后，工作重心随之转移。',
    '要坚定不移推进全面从严治党向纵深发展。',
    '依照《市场主体登记管理条例》办理。',
    '统筹推进山水林田湖草沙系统治理。',
    '坚决打赢反腐败斗争攻坚战持久战总体战。',
    '推动能耗双控逐步转向碳排放双控。',
  ])('sees no old form in “%s”', (sentence) => {
    expect(words(sentence, 'form')).toEqual([]);
  });

  it.each([
    ['为全面建成小康社会营造良好环境。', '全面建成小康社会'],
    ['坚持党要管党、从严治党。', '党要管党、从严治党'],
    ['要坚持从严治党不放松。', '从严治党'],
    ['我们要决胜全面建成小康社会。', '决胜全面建成小康社会'],
    ['深入开展法制宣传教育。', '法制宣传教育'],
  ])('finds the old form in “%s”', (sentence, old) => {
    expect(words(sentence, 'form')).toEqual([old]);
  });

  it('replaces in place only by what fits there', () => {
    expect(formOf('党要管党、从严治党').form.replace).toBe('党要管党、全面从严治党');
    expect(formOf('以习近平同志为总书记的党中央').form.replace).toBe('以习近平同志为核心的党中央');
    expect(formOf('新冠肺炎疫情').form.replace).toBe('新冠疫情');
    expect(formOf('全面建成小康社会').form.replace).toBeUndefined();
    expect(formOf('贫困户').form.replace).toBeUndefined();
  });
});

describe('set-phrase.yaml', () => {
  it.each([
    ['“四个意识”', '政治意识 大局意识 核心意识 看齐意识'],
    ['“四个自信”', '道路自信 理论自信 制度自信 文化自信'],
    ['“五位一体”总体布局', '经济建设 政治建设 文化建设 社会建设 生态文明建设'],
    ['“四个全面”战略布局', '全面建设社会主义现代化国家 全面深化改革 全面依法治国 全面从严治党'],
    ['新发展理念', '创新 协调 绿色 开放 共享'],
    ['“四风”', '形式主义 官僚主义 享乐主义 奢靡之风'],
    ['党的六项纪律', '政治纪律 组织纪律 廉洁纪律 群众纪律 工作纪律 生活纪律'],
    ['“三严三实”', '严以修身 严以用权 严以律己 谋事要实 创业要实 做人要实'],
    ['社会主义核心价值观', '富强 民主 文明 和谐 自由 平等 公正 法治 爱国 敬业 诚信 友善'],
    ['好干部标准', '信念坚定 为民服务 勤政务实 敢于担当 清正廉洁'],
    [
      '“六个必须坚持”',
      ['人民至上', '自信自立', '守正创新', '问题导向', '系统观念', '胸怀天下']
        .map((one) => `必须坚持${one}`)
        .join(' '),
    ],
    ['伟大建党精神', '坚持真理、坚守理想 践行初心、担当使命 不怕牺牲、英勇斗争 对党忠诚、不负人民'],
    ['“四个不摘”', '摘帽不摘责任 摘帽不摘政策 摘帽不摘帮扶 摘帽不摘监管'],
    ['“三管三必须”', '管行业必须管安全 管业务必须管安全 管生产经营必须管安全'],
    ['“五通”', '政策沟通 设施联通 贸易畅通 资金融通 民心相通'],
  ])('lists the members of %s in order', (name, members) => {
    const entry = phrase(name);
    expect(entry.members.join(' ')).toBe(members);
    expect([entry.fixedOrder, entry.ambiguous]).toEqual([true, false]);
  });

  it('never judges by a short name that stands for several things', () => {
    const bearers = new Map<string, SetPhraseEntry[]>();
    for (const entry of phrases) {
      for (const name of new Set([entry.name, ...entry.aliases].map((one) => one.replace(/[“”]/gu, ''))))
        bearers.set(name, [...(bearers.get(name) ?? []), entry]);
    }
    for (const [name, several] of bearers)
      if (several.length > 1)
        expect(
          several.every(({ ambiguous }) => ambiguous),
          name,
        ).toBe(true);
    for (const name of [
      '五个必须',
      '十四个坚持',
      '六个坚持',
      '五个统筹',
      '八个坚持',
      '七个着力',
      '五个坚持',
    ]) {
      const found = bearers.get(name) ?? [];
      expect(found.length, name).toBeGreaterThan(0);
      expect(
        found.every(({ ambiguous }) => ambiguous),
        name,
      ).toBe(true);
    }
  });

  it('holds as many members as the name says', () => {
    const digits = '零一二三四五六七八九十';
    const counted = phrases
      .filter(({ members }) => members.length > 0)
      .flatMap((entry) => {
        const count = /^“([二两三四五六七八九十])个[^”、]+”$/u.exec(entry.name)?.[1];
        const number = count === '两' ? 2 : digits.indexOf(count ?? '');
        return number > 0 ? [{ name: entry.name, number, members: entry.members.length }] : [];
      });
    expect(counted.length).toBeGreaterThan(20);
    expect(counted.filter(({ number, members }) => number !== members)).toEqual([]);
  });

  it.each([
    '增强“四个意识”、坚定“四个自信”、做到“两个维护”。',
    '统筹推进“五位一体”总体布局和“四个全面”战略布局。',
    '筑牢中华民族共同体意识的思想根基。',
    '我们要学习总书记的回信精神。',
    '一体推进不敢腐、不能腐、不想腐。',
    '坚持共商共建共享，打造共建共治共享的社会治理格局。',
    '建设“一带一路”战略支点城市。',
    '不忘初心，牢记使命，走好新的路。',
    '向全市人民致上最诚挚的问候。',
    '提醒全社会注意道路结冰。',
    '学习笔记不是用来抄的，会议也不是用来吵的。',
    '要坚定钉子精神，一锤接着一锤敲。',
    '全面从严治理党内存在的突出问题。',
    '班子成员逐一作自我批评和批评发言。',
    '学习毛泽东理论联系实际的优良作风。',
    '围绕“三大一重点”任务抓落实。',
    '严格执行水资源利用红线。',
    '论坛聚焦人工智能与社会主议题。',
    '以法治国际化视野培养涉外法治人才。',
    '完善严格规范公正文明执法的法制审核机制。',
  ])('sees nothing wrong in “%s”', (sentence) => {
    expect(words(sentence, 'wrong')).toEqual([]);
  });

  it.each([
    ['坚定“四个意识”', '增强“四个意识”', 'error'],
    ['增强两个维护', '做到“两个维护”', 'error'],
    ['“五位一体”战略布局', '“五位一体”总体布局', 'error'],
    ['“四个全面”总体布局', '“四个全面”战略布局', 'error'],
    ['以习近平总书记为核心的党中央', '以习近平同志为核心的党中央', 'error'],
    ['筑牢中华民族共同体意识', '铸牢中华民族共同体意识', 'warning'],
    ['“一带一路”战略', '“一带一路”倡议', 'warning'],
    ['历史周期律', '历史周期率', 'warning'],
    ['打铁还须自身硬', '打铁必须自身硬', 'hint'],
    ['不敢腐、不想腐、不能腐', '不敢腐、不能腐、不想腐', 'error'],
    ['绰厉奋发', '踔厉奋发', 'error'],
    ['形势主义', '形式主义', 'error'],
  ])('turns %s into %s, at level %s', (text, right, level) => {
    const found = wrongs.find(({ wrong }) => wrong.text === text);
    expect([found?.wrong.right, found?.wrong.level]).toEqual([right, level]);
    expect(words(`我们要${text}。`, 'wrong')).toEqual([text]);
  });
});
