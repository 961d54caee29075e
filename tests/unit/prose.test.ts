import { beforeAll, describe, expect, it } from 'vitest';
import { alike, listAlternatives } from '../../lib/phrases/prose/alternatives.ts';
import {
  beforeTwo,
  levelOfThree,
  levelOfTwo,
  nearWord,
  packCells,
  unpackCells,
} from '../../lib/phrases/prose/level-table.ts';
import { ProseModel, writeCounts, writeProse } from '../../lib/phrases/prose/prose-model.ts';
import { digitId, markId, readPlaces } from '../../lib/phrases/prose/reading.ts';
import { listWords } from '../../lib/phrases/prose/words-by-sound.ts';
import type { Segmenter } from '../../lib/phrases/types.ts';
import { codeUnitsOf } from '../../lib/rules/code-units.ts';
import { fitsOf } from '../../lib/rules/prose/company.ts';
import { isPreferred } from '../../lib/rules/prose/preferred.ts';
import { slipsIn } from '../../lib/rules/prose/slips.ts';
import { traitCount } from '../../lib/rules/prose/traits.ts';
import { loadSegmenter } from '../../scripts/load-segmenter.ts';
import { buildLevelTable } from '../../scripts/prose/build-table.ts';
import { countRuns, levelOf, readTexts } from '../../scripts/prose/count.ts';
import { readJudge } from '../../scripts/prose/judge-file.ts';
import { likenessesOf } from '../../scripts/prose/likenesses.ts';
import { loadProse } from '../../scripts/prose/load-prose.ts';
import { randomBy } from '../../scripts/prose/slips.ts';

let prose: ProseModel;
let segmenter: Segmenter;
beforeAll(async () => {
  [prose, segmenter] = await Promise.all([loadProse(), loadSegmenter()]);
}, 30_000);

/** What is reported in a text: as written, an arrow, as meant. */
function said(text: string): string[] {
  const slips = slipsIn(text, codeUnitsOf(text), prose, segmenter) ?? [];
  return slips.map(({ start, end, meant }) => `${text.slice(start, end)}→${meant}`);
}

describe('the table of levels', () => {
  const random = randomBy(3);
  const drawn = new Set(Array.from({ length: 5_000 }, () => Math.floor(random() * 4_000 ** 2)));
  const keys = [...drawn];
  const runs = {
    a: Uint32Array.from(keys, (_, at) => (at % 3 === 0 ? beforeTwo : at % 4_000)),
    b: Uint16Array.from(keys, (key) => Math.floor(key / 4_000)),
    c: Uint16Array.from(keys, (key) => key % 4_000),
    level: Uint8Array.from(keys, (_, at) => (at % 8) + 1),
  };
  const table = buildLevelTable(runs);

  it('has the level of each run', () => {
    for (let at = 0; at < keys.length; at++)
      expect(levelOfThree(table, runs.a[at] ?? 0, runs.b[at] ?? 0, runs.c[at] ?? 0)).toBe(runs.level[at]);
    expect(levelOfTwo(table, runs.b[0] ?? 0, runs.c[0] ?? 0)).toBe(runs.level[0]);
  });

  it('takes few others for counted', () => {
    let taken = 0;
    for (let at = 0; at < 10_000; at++)
      if (levelOfThree(table, 4_001 + (at % 90), at % 3_000, 7) > 0) taken++;
    expect(taken).toBeGreaterThan(10);
    expect(taken).toBeLessThan(200);
  });

  it('is packed into ten bits a cell and back', () => {
    const [low, high] = packCells(table.cells);
    expect(low.length + high.length).toBeLessThan(table.cells.length * 1.26);
    expect(unpackCells(low, high)).toEqual(table.cells);
  });

  it('refuses runs that are twice the same', () => {
    const twice = {
      a: Uint32Array.of(1, 1),
      b: Uint16Array.of(2, 2),
      c: Uint16Array.of(3, 3),
      level: Uint8Array.of(1, 2),
    };
    expect(() => buildLevelTable(twice)).toThrow(RangeError);
  });
});

describe('counting', () => {
  it('reads one place per character and per run of marks or digits', () => {
    const idOf = new Uint16Array(0x1_0000);
    idOf['县'.charCodeAt(0)] = 5;
    const { ids, at, count } = readPlaces(codeUnitsOf('全县，。2026年'), idOf);
    expect([...ids.subarray(0, count)]).toEqual([markId, 0, 5, markId, digitId, 0, markId]);
    expect([...at.subarray(1, count)]).toEqual([0, 1, 2, 4, 8, 9]);
  });

  it('counts runs without marks within them', () => {
    const { ids, units, times } = readTexts(Array.from({ length: 6 }, () => codeUnitsOf('防汛，抗旱')));
    expect(times[[...units].indexOf('汛'.charCodeAt(0))]).toBe(6);
    const id = (character: string) => [...units].indexOf(character.charCodeAt(0));
    const { keys, counts } = countRuns(ids, 3, 3);
    const runs = [...keys].map((key) => [
      Math.floor(key / 4096 ** 2),
      Math.floor(key / 4096) % 4096,
      key % 4096,
    ]);
    expect(runs).toContainEqual([markId, id('防'), id('汛')]);
    expect(runs).toContainEqual([id('防'), id('汛'), markId]);
    expect(runs.every(([, middle]) => middle !== markId)).toBe(true);
    expect(new Set(counts)).toEqual(new Set([6]));
  });

  it('has eight levels', () => {
    expect([2, 3, 5, 6, 100, 1_999, 2_000, 1e6].map(levelOf)).toEqual([0, 1, 1, 2, 5, 7, 8, 8]);
  });

  it('knows what is alike in sound and shape', () => {
    const units = Uint16Array.from([0, 0, 0, ...codeUnitsOf('理里李林末未')]);
    const { starts, meant, kinds } = listAlternatives(likenessesOf(units, '# head\n末 未'));
    const of = (id: number) =>
      [...meant.subarray(starts[id], starts[id + 1])].map((other, at) => [
        other,
        kinds[(starts[id] ?? 0) + at],
      ]);
    expect(of(3)).toEqual([
      [4, alike.sameSound],
      [5, alike.sameSound],
    ]);
    expect(of(6)).toEqual([]);
    expect(of(7)).toEqual([[8, alike.shape]]);
    expect(of(8)).toEqual([[7, alike.shape]]);
  });
});

describe('words by sound', () => {
  const characters = '公示共识式务';
  const units = Uint16Array.from([0, 0, 0, ...codeUnitsOf(characters)]);
  const id = (character: string) => characters.indexOf(character) + 3;
  const words = listWords(Uint16Array.from([...'公示共识公式公务'], id), likenessesOf(units, ''));

  it('are those whose characters sound the same or nearly so, but not the word itself', () => {
    const found: string[] = [];
    words.like(id('公'), id('式'), (a, b, ...kinds) =>
      found.push(`${characters[a - 3]}${characters[b - 3]} ${kinds.join()}`),
    );
    expect(found).toEqual([
      `公示 ${alike.sameSound},${alike.sameSound}`,
      `共识 ${alike.sameSound},${alike.sameSound}`,
    ]);
  });

  it('tell a word from two characters that are none', () => {
    expect(words.has(id('公'), id('务'))).toBe(true);
    expect(words.has(id('务'), id('公'))).toBe(false);
  });
});

describe('company', () => {
  const fits = (text: string, at: number, length: number) => {
    const places = prose.read(codeUnitsOf(text));
    return fitsOf(places, at + 1, length, prose);
  };
  const ids = (word: string) => [...word].map((one) => prose.units.indexOf(one.charCodeAt(0)));

  it('tells a word from another of the same sounds by the words near it', () => {
    const text = '制定防汛应急议案，组织实战演练。';
    const { written, with: put } = fits(text, 6, 2);
    expect(put(ids('预案'))).toBeGreaterThan(written);
  });

  it('is that of either word that one character is in', () => {
    const text = '整改要见到时效，不能走过场。';
    const { written, with: put } = fits(text, 5, 1);
    expect(put(ids('实'))).toBeGreaterThanOrEqual(0);
    expect(written).toBeGreaterThanOrEqual(0);
  });

  it('is none where no word stands near', () => {
    expect(fits('预案。', 0, 2).written).toBe(0);
  });
});

describe('the file', () => {
  it('has the weights of one and of two characters, and the levels of common runs', () => {
    expect(prose.weights.length).toBe(2 * traitCount);
    expect(prose.two(idOf('发'), idOf('展'))).toBeGreaterThan(5);
    expect(prose.three(idOf('高'), idOf('质'), idOf('量'))).toBeGreaterThan(5);
    expect(prose.three(idOf('质'), idOf('高'), idOf('汛'))).toBe(0);
  });

  it('is refused when it is cut short or of another kind', () => {
    const units = Uint16Array.from([0, 0, 0, ...codeUnitsOf('防汛')]);
    const runs = {
      a: Uint32Array.of(1, nearWord(3, 4)),
      b: Uint16Array.of(3, 4),
      c: Uint16Array.of(4, 3),
      level: Uint8Array.of(2, 5),
    };
    const counts = writeCounts({
      units,
      rarity: new Uint8Array(units.length),
      table: buildLevelTable(runs),
      likenesses: likenessesOf(units, ''),
      words: Uint16Array.of(3, 4),
    });
    const bytes = writeProse(counts, Float32Array.of(1, 2));
    expect(new ProseModel(bytes).three(1, 3, 4)).toBe(2);
    expect(new ProseModel(bytes).near(3, 4, 4, 3)).toBe(5);
    expect(new ProseModel(bytes).words.has(3, 4)).toBe(true);
    expect(new ProseModel(bytes).words.has(4, 3)).toBe(false);
    expect([...new ProseModel(bytes).weights]).toEqual([1, 2]);
    expect(() => new ProseModel(bytes.slice(0, 60))).toThrow();
    const other = bytes.slice();
    other[8] = 9;
    expect(() => new ProseModel(other)).toThrow('版本不符');
  });

  it('refuses a judge without all its weights', () => {
    expect(() => readJudge('single:\n  bias: [1]\n')).toThrow(RangeError);
  });

  function idOf(character: string): number {
    return [...prose.units].indexOf(character.charCodeAt(0));
  }
});

describe('unlikely characters', () => {
  it.each([
    ['要严格落实安全生产责任志。', '志→制'],
    ['要加强对重点领域的监督管里。', '里→理'],
    ['要持续改善农村人居环镜。', '镜→境'],
  ])('are found in %s', (text, slip) => {
    expect(said(text)).toContain(slip);
  });

  it.each([
    '要严格落实安全生产责任制。',
    '学习《安全生产责任志》一书。',
    '叫响“责任志”品牌。',
    '责任志要写清。各村的责任志要存档。',
    '重点实施了六二六小河沿河景观建设。',
    '要扶优、扶大、扶强，保证培训质量。',
    '项目以节药、节水为目标，示范面积扩大到六万亩。',
    '东西排列的杏子坪、水坪、后湾三个山间岩体。',
  ])('are not reported in %s', (text) => {
    expect(said(text)).toEqual([]);
  });

  it('are left undecided without a segmenter only where there may be some', () => {
    const text = '要严格落实安全生产责任志。';
    expect(slipsIn(text, codeUnitsOf(text), prose, undefined)).toBeNull();
    const right = '要严格落实安全生产责任制。';
    expect(slipsIn(right, codeUnitsOf(right), prose, undefined)).toEqual([]);
  });
});

describe('what official prose prefers', () => {
  it('is what its runs of three say', () => {
    expect(isPreferred('会议作出全面布署。', 6, 8, '部署', prose)).toBe(true);
    expect(isPreferred('会议作出全面部署。', 6, 8, '布署', prose)).toBe(false);
  });

  it('is anything where there is no model, or another length', () => {
    expect(isPreferred('会议作出全面部署。', 6, 8, '布署', undefined)).toBe(true);
    expect(isPreferred('会议作出全面部署。', 6, 8, '部', prose)).toBe(true);
  });
});
