import { describe, expect, test } from 'vitest';
import { createChecker } from '../../lib/checking/checker.ts';
import { compilePacks } from '../../lib/phrases/compile.ts';
import { loadKnowledge } from '../../lib/phrases/knowledge.ts';
import { besideBuiltIn, extraPacks, noExtraPacks } from '../../lib/phrases/own/beside.ts';
import {
  filterPhrases,
  mergeDrafts,
  readCollection,
  sentenceOf,
  writeCollection,
} from '../../lib/phrases/own/collection.ts';
import { ownOrigin, packDataOf } from '../../lib/phrases/own/pack.ts';
import {
  draftOf,
  isOwnFault,
  type OwnDraft,
  type OwnPhrase,
  readDraft,
} from '../../lib/phrases/own/phrase.ts';
import { pinyinByCharacters, writeCharacters } from '../../lib/phrases/own/pinyin.ts';
import { readPack } from '../../lib/phrases/pack.ts';
import { searchPhrases } from '../../lib/phrases/search.ts';
import { characterReadings } from '../../scripts/pinyin.ts';
import { packOf, samplePacks, source } from './phrase-packs.ts';

let count = 0;
const newId = () => `own-${++count}`;
const draft = (fields: Partial<OwnDraft> = {}): OwnDraft => ({
  name: '“一核两翼”发展布局',
  wrong: '“一核双翼”发展布局',
  level: '',
  note: '',
  source: '',
  ...fields,
});
const phrase = (fields: Partial<OwnDraft> = {}): OwnPhrase => {
  const read = readDraft(draft(fields), newId);
  if (isOwnFault(read)) throw new Error(sentenceOf(read).zh);
  return read;
};
const faultOf = (fields: Partial<OwnDraft>, row?: number) => {
  const read = readDraft(draft(fields), newId);
  return isOwnFault(read) ? sentenceOf(read, row).zh : null;
};

describe('a phrase of one’s own', () => {
  test('is read from a form: trimmed, wrong forms parted by semicolons, each once', () => {
    const read = phrase({
      name: ' 市民服务中心\u200b ',
      wrong: '市民中心； 便民服务大厅;市民中心；；',
      level: '应改',
      note: '2025年\n更名',
    });
    expect(read).toMatchObject({
      name: '市民服务中心',
      wrong: ['市民中心', '便民服务大厅'],
      level: 'error',
      note: '2025年 更名',
    });
    expect('source' in read).toBe(false);
  });

  test('is a warning unless its author says otherwise', () => {
    expect(phrase().level).toBe('warning');
    expect(phrase({ level: '可斟酌' }).level).toBe('hint');
    expect(phrase({ level: 'ERROR' }).level).toBe('error');
  });

  test('says in one sentence what is wrong, and where', () => {
    expect(faultOf({ name: ' ' })).toBe('“规范表述”：没有填写。');
    expect(faultOf({ name: '市' }, 3)).toBe('第 3 行“规范表述”一列：至少两个字。');
    expect(faultOf({ name: '市'.repeat(101) })).toBe('“规范表述”：超过 100 个字。');
    expect(faultOf({ wrong: '我市；的' }, 7)).toBe('第 7 行“误写”一列：“的”太短，至少两个字，否则会误报。');
    expect(faultOf({ wrong: '“一核两翼”发展布局' })).toBe('“误写”：“一核两翼”发展布局与规范表述相同。');
    expect(faultOf({ level: '严重' }, 2)).toBe(
      '第 2 行“级别”一列：“严重”不是可用的级别，请填“应改”“建议改”“可斟酌”之一。',
    );
    expect(faultOf({ note: '说'.repeat(201) })).toBe('“说明”：超过 200 个字。');
  });

  test('comes back from its form as it was', () => {
    const before = phrase({ wrong: '一核双翼；一体两翼', level: '应改', note: '按方案', source: '市委文件' });
    expect(readDraft(draftOf(before), newId)).toEqual(before);
  });
});

describe('the collection', () => {
  test('adds at the front, changes by id or by wording, and leaves what is the same', () => {
    const first = mergeDrafts([], [draft(), draft({ name: '市民服务中心', wrong: '市民中心' })], newId);
    expect(first).toMatchObject({ added: 2, changed: 0, unchanged: 0, refused: [] });
    const [one, two] = first.phrases;
    if (one === undefined || two === undefined) throw new Error('Two were added.');
    const second = mergeDrafts(
      first.phrases,
      [
        { ...draftOf(one), name: '“一核三翼”发展布局' },
        draft({ name: '市民服务中心', wrong: '市民中心；市民大厅' }),
        draft({ name: '数字政府' }),
      ],
      newId,
    );
    expect(second).toMatchObject({ added: 1, changed: 2, unchanged: 0 });
    expect(second.phrases.map(({ name }) => name)).toEqual([
      '数字政府',
      '“一核三翼”发展布局',
      '市民服务中心',
    ]);
    expect(second.phrases[1]?.id).toBe(one.id);
    expect(second.phrases[2]).toMatchObject({ id: two.id, wrong: ['市民中心', '市民大厅'] });
    expect(mergeDrafts(second.phrases, second.phrases.map(draftOf), newId)).toMatchObject({
      added: 0,
      changed: 0,
      unchanged: 3,
      phrases: second.phrases,
    });
  });

  test('brings a removed phrase back under its id', () => {
    const gone = phrase();
    expect(mergeDrafts([], [draftOf(gone)], newId).phrases).toEqual([gone]);
  });

  test('refuses what says the opposite of another phrase', () => {
    const { phrases } = mergeDrafts([], [draft({ name: '市民服务中心', wrong: '市民中心' })], newId);
    const { refused, added } = mergeDrafts(
      phrases,
      [draft({ name: '市民中心', wrong: '' }), draft({ name: '便民大厅', wrong: '市民服务中心' })],
      newId,
    );
    expect(added).toBe(0);
    expect(refused.map(({ fault }) => sentenceOf(fault).zh)).toEqual([
      '“规范表述”：“市民中心”已列为“市民服务中心”的误写。',
      '“误写”：“市民服务中心”已是另一条的规范表述。',
    ]);
  });

  test('is read phrase by phrase: what is broken takes nothing else with it', () => {
    const good = phrase();
    const stored = {
      ...writeCollection([good]),
      phrases: [good, good, { id: 7 }, null, { ...good, id: 'x y' }],
    };
    expect(readCollection(stored)).toEqual({ phrases: [good], broken: 4 });
    for (const nothing of [undefined, null, 3, [], { phrases: 'x' }])
      expect(readCollection(nothing)).toEqual({ phrases: [], broken: 0 });
    expect(readCollection(JSON.parse(JSON.stringify(writeCollection([good]))))).toEqual({
      phrases: [good],
      broken: 0,
    });
  });

  test('is filtered by any of its words', () => {
    const all = [phrase({ source: '市委文件' }), phrase({ name: '数字政府', wrong: '电子政府' })];
    expect(filterPhrases(all, ' 双翼 ')).toHaveLength(1);
    expect(filterPhrases(all, '市委')).toHaveLength(1);
    expect(filterPhrases(all, '')).toHaveLength(2);
    expect(filterPhrases(all, '没有的')).toHaveLength(0);
  });
});

describe('own phrases beside the built-in packs', () => {
  const characters = pinyinByCharacters(writeCharacters(characterReadings()));
  const ownPack = (...phrases: OwnPhrase[]) => {
    const { pack, problems } = readPack('我的提法', packDataOf(phrases, ownOrigin, '1970-01-01'));
    expect(problems).toEqual([]);
    return pack === null ? [] : [pack];
  };
  const knowledge = (...phrases: OwnPhrase[]) =>
    loadKnowledge(compilePacks(besideBuiltIn(extraPacks(ownPack(...phrases)), samplePacks()), characters));
  const alarms = (text: string, ...phrases: OwnPhrase[]) =>
    createChecker(knowledge(...phrases))
      .check(text, { today: '2026-03-01' })
      .findings.map(({ start, end, level, message, source: from, fixes }) => ({
        marked: text.slice(start, end),
        level,
        message,
        from: from?.title,
        put: fixes[0]?.edits[0]?.text,
      }));

  test('alarm at the level that their author chose, with the right wording as the fix', () => {
    const own = phrase({ wrong: '一核双翼发展布局', level: '应改', source: '市委全会决定' });
    expect(alarms('我们要加快构建一核双翼发展布局。', own)).toEqual([
      {
        marked: '一核双翼发展布局',
        level: 'error',
        message: '规范表述为“一核两翼”发展布局。',
        from: '市委全会决定',
        put: '“一核两翼”发展布局',
      },
    ]);
    expect(alarms('我们要加快构建“一核两翼”发展布局。', own)).toEqual([]);
  });

  test('keep built-in alarms off the words that their author calls right', () => {
    const own = phrase({ name: '二个维护工作法', wrong: '二个维护法' });
    expect(alarms('做到二个维护。')).toHaveLength(1);
    expect(alarms('推广二个维护工作法。')).toHaveLength(1);
    expect(alarms('推广二个维护工作法。', own)).toEqual([]);
    expect(alarms('推广二个维护工作法，做到二个维护。', own)).toHaveLength(1);
  });

  test('stay silent where the wrong form is a part of the right one', () => {
    const own = phrase({ name: '陕西省西咸新区', wrong: '西咸新区管委' });
    const within = phrase({ name: '“一核两翼”发展布局', wrong: '一核两翼' });
    expect(alarms('推动“一核两翼”发展布局和一核两翼发展布局落地。', own, within)).toEqual([]);
    expect(alarms('推动一核两翼落地。', own, within)).toHaveLength(1);
  });

  test('ask for whole words where the wrong form is short', () => {
    const own = phrase({ name: '健全', wrong: '建全' });
    const checker = createChecker(knowledge(own));
    const asked = checker.check('实现党建全覆盖。', { today: '2026-03-01' });
    expect(asked).toMatchObject({ findings: [], wantsSegmenter: true });
  });

  test('are found before all others, by characters, pinyin and initials', () => {
    const own = phrase({ name: '新时代“四个意识”教育行动', wrong: '' });
    const { searchIndex } = knowledge(own);
    for (const query of ['四个意识', 'sigeyishi', 'sgys', '四个ys']) {
      const [first, second] = searchPhrases(searchIndex, query, { limit: 5, date: '2026-03-01' });
      expect(first, query).toMatchObject({
        name: own.name,
        topic: '我的提法',
        source: { title: '我的提法' },
      });
      expect(second?.name, query).toBe('“四个意识”');
    }
  });

  test('come with their usual readings, also of characters that no pack has', () => {
    expect(characters('重庆女娲3号')).toEqual(['zhong qing nv wa 3 hao', 'chong qing nv wa 3 hao']);
  });

  test('keep their pinyin beside a character whose reading is not known', () => {
    expect(characters('云㐀双百')).toEqual(['yun 〇 shuang bai']);
    const own = phrase({ name: '云㐀“双百工程”', wrong: '' });
    const { searchIndex } = knowledge(own);
    for (const query of ['sbgc', 'shuangbai', '双百gc', 'yun']) {
      const found = searchPhrases(searchIndex, query, { limit: 5, date: '2026-03-01' });
      expect(
        found.map(({ name }) => name),
        query,
      ).toContain(own.name);
    }
  });

  test('an entry of the same id wins over the built-in one; the rest is untouched', () => {
    const theirs = packOf('set-phrase', [
      { id: 'two-upholds', name: '“两个维护”', wrong: [], source, attestation: 'A' },
    ]);
    const { entries, trueUntil } = loadKnowledge(
      compilePacks(besideBuiltIn(extraPacks([theirs]), samplePacks())),
    );
    expect(entries.filter(({ id }) => id === 'set-phrase/two-upholds')).toEqual([
      expect.objectContaining({ wrong: [] }),
    ]);
    expect(entries).toHaveLength(4);
    expect(trueUntil).toBe('2026-10-15');
  });

  test('none are none', () => {
    expect(extraPacks(ownPack())).toBe(noExtraPacks);
    expect(extraPacks(ownPack(phrase())).version).not.toBe(
      extraPacks(ownPack(phrase({ note: '注' }))).version,
    );
  });
});
