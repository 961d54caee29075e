import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readPack } from '../../lib/phrases/pack.ts';
import type { Form, TermEntry, WrongForm } from '../../lib/phrases/types.ts';

/** The dates, names and orders that a wrong edit of these three packs would break. */

function read(file: string) {
  const url = new URL(`../../assets/phrases/${file}.yaml`, import.meta.url);
  const { pack, problems } = readPack(file, parse(readFileSync(url, 'utf8')));
  if (pack === null) throw new Error(`${file} could not be read: ${problems[0]?.message.zh}`);
  return { pack, problems };
}

const series = read('series');
const institution = read('institution');
const regulation = read('regulation');

function terms(pack: { entries: readonly unknown[] }): TermEntry[] {
  return pack.entries as TermEntry[];
}

function formOf(
  pack: { entries: readonly unknown[] },
  text: string,
): { entry: TermEntry; form: Form } | undefined {
  for (const entry of terms(pack)) {
    const form = entry.forms.find((one) => one.text === text);
    if (form !== undefined) return { entry, form };
  }
  return undefined;
}

describe.each([
  ['series', series],
  ['institution', institution],
  ['regulation', regulation],
])('%s.yaml', (_name, { pack, problems }) => {
  it('has no fault that the schema finds', () => {
    expect(problems).toEqual([]);
  });

  it('names a source for each item, an address only where it can be looked up', () => {
    const all = [...pack.series.flatMap((one) => one.members), ...pack.entries];
    expect(all.length).toBeGreaterThan(100);
    for (const { source } of all) {
      expect(source.title.length).toBeGreaterThan(2);
      if (source.address !== undefined) expect(source.address).toMatch(/^(?:https?:\/\/|github:)\S+$/u);
    }
  });

  it('keeps notes short', () => {
    const notes = [...pack.series.flatMap((one) => one.members), ...pack.entries].map(
      (one) => one.note ?? '',
    );
    expect(notes.filter((note) => note.length > 80)).toEqual([]);
  });
});

describe.each([
  ['institution', institution.pack, 90, 60],
  ['regulation', regulation.pack, 90, 150],
] as const)('%s entries', (_name, pack, leastJudged, leastCurrent) => {
  const all = terms(pack);
  const attested = all.filter((entry) => entry.attestation !== 'none');
  const judged = attested.filter((entry) => entry.forms.length > 0);

  it('are many enough to be of use', () => {
    expect(judged.length).toBeGreaterThanOrEqual(leastJudged);
    expect(attested.length - judged.length).toBeGreaterThanOrEqual(leastCurrent);
  });

  it('share neither an id nor a wording', () => {
    const ids = all.map((entry) => entry.id);
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
    const wordings = all.flatMap((entry) => [...entry.forms, ...entry.wrong]).map((one) => one.text);
    expect(wordings.filter((text, i) => wordings.indexOf(text) !== i)).toEqual([]);
  });

  it('judge only what is attested and over by the day the pack is true', () => {
    for (const entry of all.filter((one) => one.forms.length > 0)) {
      expect(entry.attestation, entry.id).not.toBe('none');
      expect(entry.validTo, entry.id).toBeDefined();
      expect((entry.validTo ?? '') < pack.trueUntil, entry.id).toBe(true);
      if (entry.validFrom !== undefined) expect(entry.validFrom < (entry.validTo ?? ''), entry.id).toBe(true);
    }
  });

  it('offer no replacement or right wording that is itself to be replaced', () => {
    const old = new Set(all.flatMap((entry) => [...entry.forms, ...entry.wrong]).map((one) => one.text));
    const offered = all.flatMap((entry) => [
      ...entry.forms.flatMap((form) => form.replace ?? []),
      ...entry.wrong.map((wrong) => wrong.right),
    ]);
    expect(offered.filter((text) => old.has(text))).toEqual([]);
  });

  it('mask only wordings that contain the wording they protect from', () => {
    const items: (Form | WrongForm)[] = all.flatMap((entry) => [...entry.forms, ...entry.wrong]);
    for (const { text, except = [] } of items) {
      for (const longer of except)
        expect(longer.includes(text) && longer !== text, `${text} / ${longer}`).toBe(true);
    }
  });
});

describe('institutions', () => {
  it.each([
    ['国土资源部', '自然资源部', '2018-03-16'],
    ['农业部', '农业农村部', '2018-03-16'],
    ['国家卫计委', '国家卫生健康委', '2018-03-16'],
    ['工商总局', '市场监管总局', '2018-03-16'],
    ['中央深改组', '中央深改委', '2018-03-20'],
    ['银保监会', '金融监管总局', '2023-05-17'],
    ['中国铁路总公司', '中国国家铁路集团有限公司', '2019-06-17'],
  ])('%s became %s after %s', (text, replace, validTo) => {
    const found = formOf(institution.pack, text);
    expect(found?.form).toMatchObject({ replace, presumes: 'none', local: false });
    expect(found?.entry.validTo).toBe(validTo);
  });

  it.each([
    ['工商局', '市场监管局'],
    ['环保局', '生态环境局'],
    ['国土局', '自然资源局'],
    ['卫计委', '卫生健康委'],
    ['安监局', '应急管理局'],
  ])('%s is local: %s is only suggested', (text, replace) => {
    expect(formOf(institution.pack, text)?.form).toMatchObject({ replace, local: true });
  });

  it.each([
    '规划局',
    '建设局',
    '林业局',
    '粮食局',
    '城管执法局',
    '行政审批局',
    '金融办',
    '侨办',
    '宗教局',
    '中央电视台',
  ])('%s is a name still in use somewhere and is not judged', (text) => {
    expect(formOf(institution.pack, text)).toBeUndefined();
  });

  it.each(['国家药品监督管理局', '国家市场监督管理总局', '国家乡村振兴局', '国家外国专家局', '农业农村部'])(
    '%s exists today',
    (name) => {
      expect(formOf(institution.pack, name)).toBeUndefined();
      expect(terms(institution.pack).find((entry) => entry.name === name)?.validTo).toBeUndefined();
    },
  );

  it.each([
    ['农业部', ['农业部门', '农业部署', '国农业部']],
    ['卫生部', ['卫生部门', '卫生部署']],
    ['文化部', ['文化部门', '文化部分', '企业文化部']],
    ['环保局', ['环保局部', '国环保局']],
    ['工商局', ['工商局势', '工商局部']],
    ['扶贫办', ['扶贫办法']],
  ])('%s is not seen in %j', (text, longer) => {
    expect(formOf(institution.pack, text)?.form.except).toEqual(expect.arrayContaining(longer));
  });
});

describe('regulations', () => {
  it.each([
    ['《合同法》', '《民法典》', '2020-12-31'],
    ['《中华人民共和国合同法》', '《中华人民共和国民法典》', '2020-12-31'],
    ['《信访条例》', '《信访工作条例》', '2022-04-30'],
    ['《行政监察法》', '《监察法》', '2018-03-19'],
    ['《增值税暂行条例》', '《增值税法》', '2025-12-31'],
    ['《中华人民共和国档案法实施办法》', '《中华人民共和国档案法实施条例》', '2024-02-29'],
    ['《中央生态环境保护督察工作规定》', '《生态环境保护督察工作条例》', '2025-05-11'],
    ['《环境保护法》', '《生态环境法典》', '2026-08-14'],
  ])('%s gave way to %s after %s', (text, replace, validTo) => {
    const found = formOf(regulation.pack, text);
    expect(found?.form.replace).toBe(replace);
    expect(found?.entry.validTo).toBe(validTo);
  });

  /** Laws that were part of daily speech, and are named without marks. */
  const spoken = ['民法通则', '侵权责任法', '担保法', '物权法', '婚姻法', '继承法', '合同法', '执业医师法'];

  it('looks for titles with their marks, but for the best known laws', () => {
    const bare = terms(regulation.pack)
      .flatMap((entry) => [...entry.forms, ...entry.wrong])
      .map((one) => one.text)
      .filter((text) => !/^《[^《》]+》$/u.test(text));
    expect(bare.sort()).toEqual([...spoken, '七五普法', '八五普法', '“七五”普法', '“八五”普法'].sort());
  });

  it.each([
    '《劳动合同法》',
    '劳动合同法',
    '经济合同法',
    '合同法律关系',
    '物权法定',
    '反担保法律意见',
    '继承法定份额',
    '婚姻法律咨询',
    '《合同法》',
    '《执业医师法》',
    '执业医师法律知识',
  ])('reads no law named without marks in %s', (text) => {
    const inside = terms(regulation.pack)
      .flatMap(({ forms }) => forms)
      .filter((form) => spoken.includes(form.text) && text.includes(form.text));
    expect(inside.length).toBeGreaterThan(0);
    for (const { except = [] } of inside) expect(except.some((longer) => text.includes(longer))).toBe(true);
  });

  it('replaces a full title by a full one and a short title by a short one', () => {
    const state = '中华人民共和国';
    for (const { forms } of terms(regulation.pack)) {
      for (const { text, replace } of forms) {
        if (replace === undefined) continue;
        if (spoken.includes(text)) expect(replace).toBe(text === '执业医师法' ? '医师法' : '民法典');
        else expect(replace).toMatch(/^(?:《[^《》]+》|“[^“”]+”普法)$/u);
        expect(replace.includes(state), text).toBe(text.includes(state));
      }
    }
  });

  it.each(['《国家安全法》', '《中国共产党纪律处分条例》', '《公司法》', '《排污许可管理条例》'])(
    '%s is not called outdated',
    (text) => {
      expect(formOf(regulation.pack, text)).toBeUndefined();
    },
  );

  it('gives a plan no validity beyond the years in its title', () => {
    const dated = terms(regulation.pack).filter(
      (entry) => entry.forms.length > 0 && /—\d{4}年/u.test(entry.name),
    );
    expect(dated.length).toBeGreaterThan(10);
    for (const entry of dated) {
      const last = entry.name.match(/—(\d{4})年/u)?.[1];
      expect(entry.validTo, entry.name).toBe(`${last}-12-31`);
    }
  });
});
