import { describe, expect, test } from 'vitest';
import { loadKnowledge } from '../../lib/phrases/knowledge.ts';
import { findPhrases, searchPhrases } from '../../lib/phrases/search.ts';
import { matchMixed } from '../../lib/phrases/search-match.ts';
import { pinyinOf } from '../../scripts/pinyin.ts';
import { seededRandom, syntheticIndex, syntheticPhrases } from '../bench/synthetic.ts';
import { attested, knowledgeOf, packOf, samplePacks } from './phrase-packs.ts';

const knowledge = knowledgeOf(
  [
    ...samplePacks(),
    packOf('formulation', [
      { id: 'rate', name: '率先垂范', ...attested },
      { id: 'old', name: '发展观', validTo: '2020-01-01', ...attested },
      { id: 'older', name: '发展新论', validTo: '2020-01-01', successor: '新发展理念', ...attested },
      { id: 'new', name: '发展理念', validFrom: '2020-01-02', ...attested },
      { id: 'inside', name: '高质量发展', ...attested },
      { id: 'exact', name: '发展', ...attested },
      { id: 'alias', name: '科学的道路', forms: [{ text: '发展' }], ...attested },
      { id: 'long-row', name: '长征精神', ...attested },
      { id: 'plane', name: 'C919大型客机', ...attested },
      { id: 'bank', name: '重大任务 AI+ 行动', ...attested },
    ]),
  ],
  pinyinOf,
);

const search = (query: string, date = '2026-06-01', limit = 20) =>
  searchPhrases(knowledge.searchIndex, query, { limit, date });
const names = (query: string, date?: string) => search(query, date).map(({ name }) => name);

describe('phrase search', () => {
  test.each([
    '四个意识',
    '“四个意识”',
    'sigeyishi',
    'sgys',
    'si ge yi shi',
    'SGYS',
    'sigeyis',
    '四个ys',
    'sigeys',
    'sgyishi',
    '四geyi识',
  ])('finds 四个意识 by %s', (query) => {
    expect(names(query)[0]).toBe('“四个意识”');
  });

  test.each(['c919dxkj', 'c919daxkj', '919dxkeji', 'dxkeji'])('finds C919大型客机 by %s', (query) => {
    expect(names(query)[0]).toBe('C919大型客机');
  });

  test('forgets the matches of one query before the next', () => {
    const [first, second] = [names('发展'), names('四个意识')];
    expect(names('发展')).toEqual(first);
    expect(names('四个意识')).toEqual(second);
    expect(names('zzqqxx')).toEqual([]);
  });

  test('gives members, standing, source and what to insert', () => {
    expect(search('sgys')[0]).toEqual({
      id: 'set-phrase/four-consciousnesses',
      name: '“四个意识”',
      kind: 'set-phrase',
      standing: 'current',
      successor: undefined,
      members: ['政治意识', '大局意识', '核心意识', '看齐意识'],
      note: undefined,
      source: { title: '测试文件', date: '2026-01-01' },
      attestation: 'A',
      everyday: false,
      insert: '“四个意识”',
      matched: [{ start: 1, end: 5 }],
    });
  });

  test('ranks exact name, other wording, beginning, middle; what is over after all that is current, the short before the long', () => {
    expect(names('发展')).toEqual(['发展', '科学的道路', '发展理念', '高质量发展', '发展观', '发展新论']);
  });

  test('gives what is over first only by its own full name', () => {
    expect(names('发展观')[0]).toBe('发展观');
    expect(names('发展', '2020-06-01').indexOf('发展观')).toBeGreaterThan(
      names('发展', '2020-06-01').indexOf('高质量发展'),
    );
  });

  test('judges standing on the day', () => {
    const standing = (query: string, date: string) => search(query, date)[0]?.standing;
    expect(standing('发展新论', '2020-01-01')).toBe('current');
    expect(standing('发展新论', '2020-01-02')).toBe('superseded');
    expect(standing('发展观', '2020-01-02')).toBe('historical');
    expect(standing('党的十九大', '2022-10-21')).toBe('current');
    expect(standing('党的十九大', '2022-10-22')).toBe('historical');
  });

  test('finds members of series, old institutions with what replaced them, and members of set phrases', () => {
    expect(search('esd')[0]).toMatchObject({
      name: '党的二十大',
      kind: 'series',
      id: 'series/party-congress/2',
    });
    expect(search('市工商局')[0]).toMatchObject({
      name: '工商局',
      successor: '市场监督管理局',
      standing: 'superseded',
    });
    expect(names('看齐意识')).toEqual(['“四个意识”']);
  });

  test('gives the newest members of a series first', () => {
    expect(names('党的')).toEqual(['党的二十大', '党的十九大']);
    expect(names('大', '2017-11-01').slice(0, 2)).toEqual(['党的二十大', '党的十九大']);
  });

  test('knows readings of 重 行 长 率, and that ü is typed as v', () => {
    for (const query of ['lvxian', 'lüxian', 'lxcf']) expect(names(query), query).toContain('率先垂范');
    expect(names('changzheng')).toContain('长征精神');
    expect(names('zhongda')).toContain('重大任务 AI+ 行动');
    expect(names('zdrw')).toContain('重大任务 AI+ 行动');
    expect(names('aixingdong')).toContain('重大任务 AI+ 行动');
  });

  test('matches pinyin from the beginning of a syllable only', () => {
    expect(names('igeyishi')).toEqual([]);
    expect(names('geyishi')).toEqual(['“四个意识”']);
  });

  test('marks what matched, past quotation marks', () => {
    expect(search('wwytztbj')[0]?.matched).toEqual([
      { start: 1, end: 5 },
      { start: 6, end: 10 },
    ]);
    expect(search('yishi')[0]?.matched).toEqual([{ start: 3, end: 5 }]);
  });

  test.each([
    '四个意思',
    '四个意',
    '四个意识到',
    '四各意识',
    '五位一体总布局',
    '五位一体的总体布局',
    '五位一休总体布局',
    '位一本总体',
  ])('forgives one wrong character: %s', (query) => {
    expect(names(query)[0]).toMatch(/^“(四个意识|五位一体)”/);
  });

  test.each(['sigeyisi', 'sigeyishu', 'sigyishi', 'sigeyisshi', 'wuweiyitizongtibuju', 'wuweyitizongtibuju'])(
    'forgives one wrong letter of pinyin: %s',
    (query) => {
      const [first] = search(query);
      expect(first?.name).toMatch(/^“(四个意识|五位一体)”/);
      expect(first?.matched).not.toEqual([]);
    },
  );

  test('forgives no letter of short pinyin, and no two of any', () => {
    for (const query of ['fazhap', 'fuzhan', 'sigayishu', 'xigeyisu'])
      expect(names(query), query).toEqual([]);
  });

  test('forgives neither two wrong characters nor one of a short word', () => {
    const options = { limit: 5, date: '2026-06-01', whole: true };
    for (const query of ['四各意思', '四人意', '五味一替总体部局', '发栈'])
      expect(searchPhrases(knowledge.searchIndex, query, options), query).toEqual([]);
  });

  test('gives no more than asked for, and nothing for nothing', () => {
    expect(search('发展', '2026-06-01', 2)).toHaveLength(2);
    expect(search('发展', '2026-06-01', 0)).toEqual([]);
    for (const query of ['', '  ', '“”', '查无此语', 'qqqq', '\n', '\ud800'])
      expect(names(query), query).toEqual([]);
  });

  test('works by characters where no pinyin is known', () => {
    const { searchIndex } = knowledgeOf(samplePacks());
    const options = { limit: 5, date: '2026-06-01' };
    expect(searchPhrases(searchIndex, '四个', options).map(({ name }) => name)).toEqual(['“四个意识”']);
    expect(searchPhrases(searchIndex, 'sgys', options)).toEqual([]);
  });
});

describe('a mixture of letters', () => {
  test('finds every phrase by its first letter, zh, or whole syllable, in any mixture and from any syllable on', () => {
    const random = seededRandom(20_261_128);
    const below = (count: number) => Math.floor(random() * count);
    const phrases = syntheticPhrases(1_500, random);
    const { searchIndex } = loadKnowledge(syntheticIndex(phrases, pinyinOf));
    for (let round = 0; round < 500; round++) {
      const name = phrases[below(phrases.length)] ?? '';
      const syllables = (pinyinOf(name)[0] ?? '').split(' ');
      const some = syllables.slice(below(syllables.length - 1));
      const query = some
        .slice(0, 2 + below(some.length))
        .map(
          (syllable) => [syllable.slice(0, 1), /^[zcs]h/.exec(syllable)?.[0] ?? syllable, syllable][below(3)],
        )
        .join('');
      const found: string[] = [];
      matchMixed(searchIndex, query, (line) => found.push(searchIndex.keys.line(line)));
      expect(found, `${query} for ${name}`).toContain(name);
    }
  });
});

describe('what writers ask for', () => {
  const item = (id: string, topic: string, name: string, more: object = {}) => ({
    id,
    topic,
    name,
    source: { title: '讲话稿常用语' },
    attestation: 'none',
    ...more,
  });
  const { searchIndex, topics } = knowledgeOf(
    [
      packOf('phrase', [
        item('stand', '党的领导', '提高政治站位'),
        item('village', '号召结尾', '让农村更美农民更富', { tags: ['乡村振兴'] }),
        item('vow', '号召结尾', '不达目的决不罢休'),
        item('rural', '农业农村', '全面推进乡村振兴'),
        item('welcome', '讲话开头', '招商会开头', {
          text: '各位来宾：\n感谢大家来到____。',
          tags: ['推介会'],
        }),
        item('ecology', '生态', '守护蓝天碧水净土'),
        item('inside', '经济', '一天一个样'),
        item('start', '民生', '一个都不能掉队'),
        item('flood', '防汛抗旱', '汛情就是命令'),
        item('duty', '防汛抗旱', '压实防汛责任'),
        item('old', '生态', '环保优先的说法', { validTo: '2020-01-01', successor: '生态优先' }),
      ]),
    ],
    pinyinOf,
  );
  const found = (query: string, limit = 20, topic?: string) =>
    searchPhrases(searchIndex, query, { limit, date: '2026-06-01', ...(topic ? { topic } : {}) }).map(
      ({ name }) => name,
    );

  test.each(['结尾', '号召', '结尾号召', '收尾', 'jiewei', 'haozhao'])(
    'finds a speech part by %s',
    (query) => {
      expect(found(query)).toEqual(['让农村更美农民更富', '不达目的决不罢休']);
    },
  );

  test('finds by occasion, and inserts the whole text', () => {
    for (const query of ['推介会', 'tuijiehui', '招商 开头', '来宾']) {
      const [first] = searchPhrases(searchIndex, query, { limit: 5, date: '2026-06-01' });
      expect(first, query).toMatchObject({ everyday: true, insert: '各位来宾：\n感谢大家来到____。' });
    }
  });

  test('takes blanks as “and”, in any order, and emphasises each word', () => {
    expect(found('乡村振兴 号召')).toEqual(['让农村更美农民更富']);
    expect(found('站位 政治')).toEqual(['提高政治站位']);
    const [first] = searchPhrases(searchIndex, '站位 提高', { limit: 1, date: '2026-06-01' });
    expect(first?.matched).toEqual([
      { start: 0, end: 2 },
      { start: 4, end: 6 },
    ]);
    expect(found('站位 号召')).toEqual([]);
    expect(found('结尾 乡村振兴', 20, '农业农村')).toEqual([]);
  });

  test('parts a query without a blank at a word that entries are filed under', () => {
    expect(found('乡村振兴号召')).toEqual(['让农村更美农民更富']);
    expect(found('责任防汛')).toEqual(['压实防汛责任']);
  });

  test('forgives a gap, but a whole match comes first', () => {
    expect(found('提高站位')).toEqual(['提高政治站位']);
    expect(found('位站')).toEqual([]);
    expect(found('提位')).toEqual([]);
  });

  test('takes a run of syllables by its parts, numerals as Chinese ones, and verbs for one another', () => {
    expect(found('tigaozhanwei')).toEqual(['提高政治站位']);
    expect(found('1个都不能掉队')).toEqual(['一个都不能掉队']);
    expect(found('提升政治站位')).toEqual(['提高政治站位']);
  });

  test('gives what has the rarest part where nothing has the whole, and says so', () => {
    const find = (query: string, whole = false) =>
      findPhrases(searchIndex, query, { limit: 5, date: '2026-06-01', whole });
    const names = ({ results }: ReturnType<typeof find>) => results.map(({ name }) => name);
    const loose = find('防汛甲乙');
    expect([names(loose), loose.partly]).toEqual([['压实防汛责任', '汛情就是命令'], true]);
    expect(find('防汛责任').partly).toBe(false);
    expect(names(find('防汛甲乙', true))).toEqual([]);
    expect(names(find('甲乙丙丁'))).toEqual([]);
    expect(names(find('防汛 甲乙'))).toEqual([]);
  });

  test('gives what is filed under the query and has it first, then all that is filed there', () => {
    expect(found('防汛')).toEqual(['压实防汛责任', '汛情就是命令']);
  });

  test('knows other words for the same thing, and keeps what is over for the end', () => {
    expect(found('环保')).toEqual(['守护蓝天碧水净土', '环保优先的说法']);
  });

  test('ranks initials inside a phrase after those at its start', () => {
    expect(found('tg')[0]).toBe('提高政治站位');
    expect(found('yg')).toEqual(['一个都不能掉队', '一天一个样']);
  });

  test('counts all results, and gives more of them in the same order', () => {
    const options = { limit: 1, date: '2026-06-01' };
    const { results, count } = findPhrases(searchIndex, '农村', options);
    expect(results).toHaveLength(1);
    expect(count).toBeGreaterThan(1);
    expect(found('农村', count).slice(0, 1)).toEqual(results.map(({ name }) => name));
    expect(found('农村', count)).toHaveLength(count);
  });

  test('lists the speech parts before other topics', () => {
    expect(topics.slice(0, 2).map(({ name }) => name)).toEqual(['讲话开头', '号召结尾']);
  });
});
