import { describe, expect, test } from 'vitest';
import { readPack } from '../../lib/phrases/pack.ts';
import { readPacksFile, writePacksFile } from '../../lib/phrases/packs-file.ts';
import { parsePack, readPackFiles } from '../../scripts/read-packs.ts';
import { attested, samplePacks } from './phrase-packs.ts';

const head = { kind: 'formulation', trueUntil: '2026-10-15' };
const good = { id: 'good', name: '高质量发展', ...attested };

/** The sentences about one broken item that stands between two good ones. */
function faultsOf(item: unknown): string[] {
  const { pack, problems } = readPack('formulation.yaml', {
    ...head,
    entries: [good, item, { ...good, id: 'last' }],
  });
  expect(pack?.entries.map(({ id }) => id)).toEqual(['formulation/good', 'formulation/last']);
  return problems.map(({ message }) => message.zh);
}

describe('reading a pack', () => {
  test('leaves a broken entry out, says what is wrong in Chinese, and keeps the others', () => {
    const rest = '；该条目已略去，其余照常使用。';
    const place = 'formulation.yaml，条目“bad”：';
    expect(faultsOf({ id: 'bad', ...attested })).toEqual([`${place}name 没有填写${rest}`]);
    expect(faultsOf({ ...good, id: 'bad', attestation: 'Z' })).toEqual([
      `${place}attestation 应为 A | B | C | none 之一${rest}`,
    ]);
    expect(faultsOf({ ...good, id: 'bad', validTo: '2018年' })).toEqual([
      `${place}validTo 填写有误（日期写作 2026-03-12）${rest}`,
    ]);
    expect(faultsOf({ ...good, id: 'bad', nmae: '高' })).toEqual([
      `${place}nmae 不是可用的项目，请检查拼写${rest}`,
    ]);
    expect(faultsOf({ ...good, id: 'bad', name: 7 })).toEqual([`${place}name 应为一段文字${rest}`]);
    expect(faultsOf({ ...good, id: 'bad', wrong: [{ text: '错' }] })).toEqual([
      `${place}wrong › 第 1 项 › right 没有填写${rest}`,
    ]);
  });

  test('names an entry without id by its name or its place', () => {
    expect(faultsOf({ name: '无编号' })[0]).toContain('条目“无编号”');
    expect(faultsOf('只有文字')[0]).toContain('条目“第 2 条”');
    expect(faultsOf(null)[0]).toContain('条目“第 2 条”');
  });

  test('keeps the first of two entries with one id', () => {
    expect(faultsOf({ ...good, name: '另一条' })[0]).toContain('编号 good 重复');
  });

  test('refuses a series whose members are out of order', () => {
    const member = (from: string, to: string) => ({ name: from, from, to, ...attested });
    const series = (...members: unknown[]) => ({
      kind: 'series',
      trueUntil: '2026-10-15',
      series: [{ id: 's', name: '系列', numbering: 'campaign', members }],
    });
    const problems = (data: unknown) => readPack('series.yaml', data).problems.length;
    expect(problems(series(member('2020-01-01', '2020-02-01'), member('2021-01-01', '2021-02-01')))).toBe(0);
    expect(problems(series(member('2021-01-01', '2021-02-01'), member('2020-01-01', '2020-02-01')))).toBe(1);
    expect(problems(series(member('2020-02-01', '2020-01-01')))).toBe(1);
  });

  test.each([
    null,
    [],
    'text',
    7,
    {},
    { kind: 'unknown', trueUntil: '2026-01-01' },
    { ...head, trueUntil: 'soon' },
    head,
  ])('says so when the head cannot be used: %j', (data) => {
    const { pack, problems } = readPack('formulation.yaml', data);
    expect(pack).toBeNull();
    expect(problems).toHaveLength(1);
    expect(problems[0]?.message.zh).toMatch(/^formulation\.yaml：.*本文件未载入/);
  });
});

const yaml = `kind: formulation
trueUntil: "2026-10-15"
entries:
  - id: first
    name: 高质量发展
    source: { title: 测试文件 }
    attestation: A
  - id: second
    name: 新质生产力
    source: { title: 测试文件 }
    attestation: Q
  - { id: third, name: 全面深化改革, source: { title: 测试文件 }, attestation: A }
`;

describe('reading a pack from YAML', () => {
  test('names the line of the fault', () => {
    const { pack, problems } = parsePack('formulation.yaml', yaml);
    expect(pack?.entries.map(({ id }) => id)).toEqual(['formulation/first', 'formulation/third']);
    expect(problems).toMatchObject([{ file: 'formulation.yaml', line: 11, entry: 'second' }]);
    expect(problems[0]?.message.zh).toContain('formulation.yaml 第 11 行，条目“second”：attestation');
  });

  test('names the line of the entry when something is missing from it', () => {
    const { problems } = parsePack('formulation.yaml', yaml.replace('    name: 新质生产力\n', ''));
    expect(problems).toMatchObject([{ line: 8, entry: 'second' }]);
  });

  test('loses only the entry whose YAML is broken', () => {
    const broken = yaml
      .replace('attestation: Q', 'attestation: A')
      .replace('name: 新质生产力', 'name: "新质生产力');
    const { pack, problems } = parsePack('formulation.yaml', broken);
    expect(pack?.entries.map(({ id }) => id)).toEqual(['formulation/first', 'formulation/third']);
    expect(problems).toMatchObject([{ file: 'formulation.yaml', entry: 'second' }]);
    expect(problems[0]?.line).toBeGreaterThanOrEqual(8);
    expect(problems[0]?.line).toBeLessThanOrEqual(12);
  });

  test('names the right line of another fault in a file whose YAML is broken elsewhere', () => {
    const broken = yaml.replace('name: 高质量发展', 'name: "高质量发展');
    const { pack, problems } = parsePack('formulation.yaml', broken);
    expect(pack?.entries.map(({ id }) => id)).toEqual(['formulation/third']);
    expect(problems.map(({ entry, line }) => [entry, line])).toContainEqual(['second', 11]);
  });

  test('reports a head that is not YAML, and a file that is missing', async () => {
    expect(parsePack('formulation.yaml', 'kind: [formulation\ntrueUntil: x\n').pack).toBeNull();
    const { packs, problems } = await readPackFiles(['/nowhere/own.yaml']);
    expect(packs).toEqual([]);
    expect(problems[0]?.message.zh).toContain('own.yaml：文件读不出来');
  });
});

describe('the packs as one file', () => {
  test('come back as they were, with their pinyin', () => {
    const packs = samplePacks();
    const asked: string[] = [];
    const json = writePacksFile(packs, (key) => {
      asked.push(key);
      return ['a'];
    });
    const read = readPacksFile(JSON.parse(json));
    expect(read.packs).toEqual(packs);
    expect(read.problems).toEqual([]);
    expect(asked).toContain('四个意识');
    expect(read.pinyinOf('四个意识')).toEqual(['a']);
    expect(read.pinyinOf('未收')).toEqual([]);
  });

  test('say so when they are no such file', () => {
    expect(readPacksFile({ packs: 'x' }).problems).toHaveLength(1);
  });
});
