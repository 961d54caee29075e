import { describe, expect, test } from 'vitest';
import { topicNames } from '../../components/topic-names.ts';
import { createChecker } from '../../lib/checking/checker.ts';
import type { Pack } from '../../lib/phrases/pack.ts';
import { searchPhrases } from '../../lib/phrases/search.ts';
import { standings } from '../../lib/phrases/standing.ts';
import { searchKey } from '../../lib/phrases/wording.ts';
import { checkLibrary } from '../../scripts/check-library.ts';
import { crossCheck } from '../../scripts/cross-check.ts';
import { pinyinOf } from '../../scripts/pinyin.ts';
import { builtInPackFiles, readPackFiles } from '../../scripts/read-packs.ts';
import { attested, knowledgeOf, packOf, source } from './phrase-packs.ts';

const { packs } = await readPackFiles(await builtInPackFiles());
const isLibrary = ({ kind }: Pack) => kind === 'phrase';
const knowledge = knowledgeOf(packs, pinyinOf);
const phrases = knowledge.entries.filter((entry) => entry.kind === 'phrase');
const today = '2026-10-15';

describe('the phrase library', () => {
  test('holds phrases enough, in every topic', () => {
    expect(phrases.length).toBeGreaterThanOrEqual(1500);
    const library = new Map<string, number>();
    for (const { topic } of phrases) library.set(topic, (library.get(topic) ?? 0) + 1);
    expect(library.size).toBeGreaterThanOrEqual(17);
    for (const [topic, count] of library) expect(count, topic).toBeGreaterThanOrEqual(30);
  });

  test('says nothing twice, neither in itself nor beside other packs', () => {
    expect(new Set(phrases.map(({ name }) => searchKey(name))).size).toBe(phrases.length);
    expect(checkLibrary(packs).faults).toEqual([]);
  });

  test('holds no wording that another pack calls wrong', () => {
    expect(crossCheck(packs)).toEqual([]);
  });

  test('marks everyday wording as such, and dates what is attested', () => {
    for (const { name, source, attestation } of phrases) {
      if (source.title === '讲话稿常用语') expect(attestation, name).toBe('none');
      else expect(source.date ?? source.address, name).toBeDefined();
    }
  });

  test('gives a successor for every old wording, and the successor is current', () => {
    const old = phrases.filter(({ validTo }) => validTo !== undefined);
    expect(old.length).toBeGreaterThan(0);
    for (const { name, successor } of old) {
      expect(successor, name).toBeDefined();
      const [first] = searchPhrases(knowledge.searchIndex, successor ?? '', { limit: 1, date: today });
      if (first?.name === successor) expect(first?.standing, name).toBe('current');
    }
  });

  test('is never alarmed on: its current wordings pass every rule', () => {
    const checker = createChecker(knowledge);
    for (const { name, text, validTo } of phrases) {
      if (validTo !== undefined) continue;
      for (const words of [`会议强调，${name}。`, text ?? '']) {
        const filled = words.replaceAll('____', '工作');
        const { findings } = checker.check(filled, { today, date: today, complete: true });
        expect(
          findings.filter(({ level }) => level !== 'hint').map(({ message }) => message),
          name,
        ).toEqual([]);
      }
    }
  });

  test('marks every slot of what is inserted in one way', () => {
    const slotted = phrases.filter(({ name, text = '' }) => `${name}${text}`.includes('_'));
    expect(slotted.length).toBeGreaterThan(100);
    for (const { name, text = '' } of slotted) {
      for (const [slot] of `${name}\n${text}`.matchAll(/_+/g)) expect(slot, name).toBe('____');
    }
  });

  test('names book, chapter and the text compared with for each quotation of the classics', () => {
    const quotations = phrases.filter(({ topic }) => topic === '用典');
    const compared = quotations.filter(({ attestation }) => attestation === 'B');
    expect(compared.length).toBeGreaterThanOrEqual(100);
    expect(compared).toEqual(quotations);
    for (const { name, source } of compared) {
      expect(source.title, name).toMatch(/^\p{Script=Han}*《[^》]+》$/u);
      expect(source.address, name).toMatch(/^github:/);
    }
  });

  test('is not scanned for', () => {
    const without = knowledgeOf(packs.filter((pack) => !isLibrary(pack)));
    const text = phrases.map(({ name }) => name).join('。');
    const names = (hits: ReturnType<typeof without.scan>) =>
      hits.map(({ start, pattern }) => `${start} ${pattern.text}`);
    expect(names(knowledge.scan(text))).toEqual(names(without.scan(text)));
  });

  test.each([
    ['党政军民学', '党政军民学，东西南北中，党是领导一切的'],
    ['dangzhengjunmin', '党政军民学，东西南北中，党是领导一切的'],
    ['dzjmx', '党政军民学，东西南北中，党是领导一切的'],
    ['zuihouyigongli', '打通服务群众“最后一公里”'],
    ['qybbhyzb', '前有标兵、后有追兵'],
    ['把方向谋大局', '提高党把方向、谋大局、定政策、促改革能力'],
    ['扑下身子干实是', '扑下身子干实事、谋实招、求实效'],
  ])('finds by %s', (query, name) => {
    const names = searchPhrases(knowledge.searchIndex, query, { limit: 20, date: today }).map(
      (one) => one.name,
    );
    expect(names).toContain(name);
  });

  test('says of a result what it is: topic, source, and what is said now', () => {
    const [result] = searchPhrases(knowledge.searchIndex, '打通服务群众', { limit: 1, date: today });
    expect(result).toMatchObject({
      kind: 'phrase',
      topic: '基层治理',
      standing: 'current',
      source: { title: '讲话稿常用语' },
      attestation: 'none',
    });
    const [old] = searchPhrases(knowledge.searchIndex, '高质量完成“十四五”规划', { limit: 1, date: today });
    expect(old).toMatchObject({ standing: 'superseded', successor: '努力实现“十五五”良好开局' });
    const [then] = searchPhrases(knowledge.searchIndex, '高质量完成“十四五”规划', {
      limit: 1,
      date: '2025-06-01',
    });
    expect(then?.standing).toBe('current');
  });

  test('searches within a topic, and lists a whole one', () => {
    const search = (query: string, topic?: string) =>
      searchPhrases(knowledge.searchIndex, query, {
        limit: 100,
        date: today,
        ...(topic === undefined ? {} : { topic }),
      });
    const within = search('群众', '民生');
    expect(within.length).toBeGreaterThan(3);
    for (const { topic } of within) expect(topic).toBe('民生');
    expect(search('群众').length).toBeGreaterThan(within.length);
    const all = search('', '基层治理');
    expect(all.length).toBeGreaterThanOrEqual(30);
    for (const { topic, matched } of all) {
      expect(topic).toBe('基层治理');
      expect(matched).toEqual([]);
    }
    const order = all.map(({ standing }) => Math.min(standings.indexOf(standing), 1));
    expect(order).toEqual([...order].sort());
    expect(search('', '没有的主题')).toEqual([]);
    expect(search('“”', '基层治理')).toEqual([]);
    expect(search('')).toEqual([]);
  });

  test('lists the speech parts in the order of a speech, then a county’s year, then the other topics, the largest first', () => {
    const names = knowledge.topics.map(({ name }) => name);
    const parts = [
      '讲话开头',
      '总结成绩',
      '分析形势',
      '讲话过渡',
      '工作要求',
      '号召结尾',
      '标题句式',
      '用典',
    ];
    expect(names.slice(0, 8)).toEqual(parts);
    const ofCounty = names.slice(8, names.indexOf('经济'));
    expect(ofCounty.slice(0, 3)).toEqual(['招商引资', '项目建设', '开门红']);
    expect(ofCounty).toEqual(expect.arrayContaining(['防汛抗旱', '换届', '任职表态', '主持词', '节日致辞']));
    const counts = knowledge.topics.slice(names.indexOf('经济')).map(({ count }) => count);
    expect(counts).toEqual([...counts].sort((a, b) => b - a));
    expect(counts.length).toBeGreaterThan(15);
  });
});

describe('the topics of the packs', () => {
  test('have a name in English, all of them, and each its own', () => {
    const named = Object.keys(topicNames);
    expect(knowledge.topics.map(({ name }) => name).filter((name) => !named.includes(name))).toEqual([]);
    expect(new Set(Object.values(topicNames)).size).toBe(named.length);
  });
});

describe('checking the library', () => {
  const phrase = (id: string, name: string, more: object = {}) => ({
    id,
    name,
    topic: '经济',
    ...attested,
    ...more,
  });
  const messages = (...items: object[]) =>
    checkLibrary([
      packOf('formulation', [{ id: 'high-quality', name: '推动高质量发展', ...attested }]),
      packOf('phrase', items),
    ]).faults.map(({ entry, message }) => `${entry}: ${message}`);

  test('finds what stands twice, is over, or has no dated source', () => {
    expect(
      messages(
        phrase('a', '推动“高质量”发展'),
        phrase('b', '稳中求进，提质增效'),
        phrase('c', '稳中求进、提质增效'),
        phrase('d', '已经过去的说法', { validTo: '2025-12-31' }),
        phrase('e', '有了新说法的说法', { validTo: '2025-12-31', successor: '新的说法' }),
        phrase('f', '没有日期的说法', { source: { title: '某文件' } }),
        phrase('g', '没有日期的通用说法', { source: { title: '讲话稿常用语' }, attestation: 'none' }),
      ),
    ).toEqual([
      'a: “推动“高质量”发展”在“formulation/high-quality”里已有，检索时会出现两次。',
      'c: “稳中求进、提质增效”在“phrase/b”里已有，检索时会出现两次。',
      'd: 已经过了适用日期，要写 successor。',
      'f: 核证过的表述要写明出处的日期。',
    ]);
  });

  test('points out a topic with few phrases', () => {
    expect(checkLibrary([packOf('phrase', [phrase('a', '稳中求进工作')])]).gaps).toEqual([
      '主题“经济”只有 1 条，少于 30 条。',
    ]);
  });

  test.each([
    [{ id: 'a', name: '好的', topic: '经济', ...attested }, '四至四十个字'],
    [{ id: 'a', name: '长'.repeat(41), topic: '经济', ...attested }, '四至四十个字'],
    [{ id: 'a', name: '没有主题的表述', source, attestation: 'A' }, 'topic'],
  ])('takes no phrase that is too short, too long or without a topic', (item, what) => {
    expect(() => packOf('phrase', [item])).toThrow(what);
  });
});
