import { describe, expect, it } from 'vitest';
import { parseDraft } from '../../lib/draft/draft.ts';
import {
  type OrdinalKind,
  type ReadOrdinal,
  readHeading,
  readInline,
  writeNumber,
} from '../../lib/draft/ordinals.ts';
import { SHAPE_SAMPLES } from './ordinal-shapes.samples.ts';
import { plainPasses } from './plain-passes.ts';

/** Everything read in a line: its heading's ordinal, then those behind it. */
function readAll(line: string): ReadOrdinal[] {
  const head = readHeading(line);
  const paragraph = parseDraft(line).paragraphs[0];
  if (paragraph === undefined) throw new Error('a draft has a paragraph');
  const inline = readInline(paragraph).filter(({ ordinal }) => ordinal.start >= (head?.ordinal.end ?? 0));
  return head === null ? inline : [head, ...inline];
}

const named = ({ kind, shape, value }: ReadOrdinal) => `${kind}${shape === '' ? '' : `/${shape}`}:${value}`;

describe.each(SHAPE_SAMPLES)('$name', ({ kinds, read, twins }) => {
  it.each(read)('reads %s', (line, found) => {
    expect(
      readAll(line)
        .filter(({ kind }) => kinds.includes(kind))
        .map(named)
        .join(' '),
    ).toBe(found);
    for (const { ordinal, numeral, mark } of readAll(line)) {
      expect(ordinal.start).toBeLessThanOrEqual(numeral.start);
      expect(numeral.start).toBeLessThan(numeral.end);
      expect(numeral.end).toBeLessThanOrEqual(ordinal.end);
      expect(mark.start).toBe(ordinal.end);
    }
  });

  // A number behind a number (8.6) is read as a doubt, which the outline settles by what stands around it.
  it.each(twins)('reads none in %s', (line) => {
    const found = readAll(line).filter(
      ({ kind, certainty }) => kinds.includes(kind) && certainty !== 'number',
    );
    expect(found.map(named)).toEqual([]);
  });
});

describe('where an ordinal stands', () => {
  const cut = (line: string) =>
    readAll(line).map(({ ordinal, numeral, mark }) =>
      [ordinal, numeral, mark].map(({ start, end }) => line.slice(start, end)).join('|'),
    );

  it.each([
    ['　　一百零五、加强治理', ['一百零五|一百零五|、']],
    ['## **（一）抓产业**', ['（一）|一|']],
    ['第一句话，感谢。第二句话是祝愿。', ['第一句话|一|，', '第二句话|二|']],
    ['任务１２：修水渠', ['任务１２|１２|：']],
    ['措施（三），加强巡查', ['措施（三）|三|，']],
    ['IV. 组织领导', ['IV|IV|.']],
    ['D）定期回访', ['D|D|）']],
    ['第1，要快。第2，要准。', ['第1|1|，', '第2|2|，']],
    ['一靠政策，二靠科技。', ['一靠|一|', '二靠|二|']],
    ['首先，甲。最后，乙。', ['首先|首先|，', '最后|最后|，']],
    ['做好：（1）修路；（2）、架桥。三、其他', ['（1）|1|', '（2）|2|、', '三|三|、']],
  ])('is told exactly in %s', (line, spans) => {
    expect(cut(line)).toEqual(spans);
  });

  it('is told by its certainty', () => {
    const certainties = (line: string) => readAll(line).map(({ certainty }) => certainty);
    expect(certainties('重点是：一是快，二是稳。二、关于作风')).toEqual(['sure', 'clause', 'inside']);
    expect(certainties('三、四点要求')).toEqual(['number']);
    expect(certainties('一，加强领导')).toEqual(['mark']);
    expect(certainties('（一）①修路；②架桥')).toEqual(['sure', 'inside', 'inside']);
  });

  it('flags the word that ends a series', () => {
    expect(readAll('其次，要稳。最后，要准。').map(({ value, last }) => [value, last])).toEqual([
      [2, undefined],
      [4, true],
    ]);
  });

  it('counts words for one thing alike', () => {
    const shapes = (line: string) => readAll(line).map(({ shape }) => shape);
    expect(shapes('第一句话，甲。第二句，乙。')).toEqual(['句话', '句话']);
    expect(shapes('第一点意见，甲。第二点，乙。第三点体会是丙。')).toEqual(['点', '点', '点']);
    expect(shapes('第一个启示是甲。第二个问题是乙。')).toEqual(['个启示', '个问题']);
    expect(shapes('第一件事，甲。第二件大事，乙。第一方面，丙。第二个方面，丁。')).toEqual([
      '件事',
      '件事',
      '方面',
      '方面',
    ]);
  });
});

describe('numbers that could be something else', () => {
  it.each([
    '上午8:30、下午2:30开会。',
    '比分为3：2、3：1。',
    '依照（一）（二）办理',
    '落实第三条：（一）（二）项规定。',
    '分为：①、②两类。',
    '见附表：（1）和（2）。',
    '他写道：“路在脚下。”①，这话不假。',
    '行动胜过语言。②',
    '电话：119、120。',
    '人数：一、二班各三十人。',
    '一三五、二四六限行。',
    '三保障、四保障都要落实。',
    '三讲教育取得成效。',
    '大家，二比特就是两位。',
    '第一百名，也有奖。',
  ])('reads none in %s', (line) => {
    expect(
      readAll(line)
        .filter(({ ordinal }) => ordinal.start > 0 || !line.startsWith('落实'))
        .map(named),
    ).toEqual([]);
  });
});

describe('numbers written for a kind', () => {
  it.each<[OrdinalKind, number, string, string | null]>([
    ['chinese', 105, '一', '一百零五'],
    ['chinese', 110, '九', '一百一十'],
    ['chinese', 999, '廿一', '九百九十九'],
    ['chinese', 1000, '一', null],
    ['chinese', 0, '一', null],
    ['arabic', 128, '9', '128'],
    ['arabic-bracketed', 128, '９', '１２８'],
    ['circled', 21, '⑳', '㉑'],
    ['circled', 51, '㊿', null],
    ['roman', 4, 'Ⅲ', 'Ⅳ'],
    ['roman', 4, 'III', 'IV'],
    ['roman', 13, 'XII', null],
    ['letter', 3, 'B', 'C'],
    ['letter', 3, 'Ｂ', 'Ｃ'],
    ['letter', 27, 'Z', null],
    ['ordinal', 12, '11', '12'],
    ['ordinal', 12, '十一', '十二'],
    ['counted', 3, '二', '三'],
    ['counted', 3, '2', '3'],
    ['named', 3, '２', '３'],
    ['part', 2, '1', '2'],
    ['grasp', 4, '三', '四'],
    ['verb', 4, '三', '四'],
    ['sequence-word', 3, '其次', '再次'],
    ['sequence-word', 4, '再次', null],
  ])('%s %i like %s', (kind, value, like, written) => {
    expect(writeNumber(kind, value, like)).toBe(written);
  });

  it('are read as what they are', () => {
    for (let value = 1; value <= 999; value++) {
      expect(readHeading(`${writeNumber('chinese', value, '一')}、甲`)?.value).toBe(value);
      expect(readHeading(`（${writeNumber('arabic-bracketed', value, '1')}）甲`)?.value).toBe(value);
      expect(readHeading(`任务${writeNumber('named', value, '１')}：甲`)?.value).toBe(value);
    }
  });
});

it('reads long paragraphs of half an ordinal in linear time', () => {
  const pieces = [
    '。',
    '。 ',
    '，三保',
    '：（一',
    '第一',
    '任务',
    '一百',
    '# ',
    '首先',
    '。①',
    '第一个',
    '一看一',
  ];
  for (const piece of pieces) {
    const text = piece.repeat(200_000 / piece.length);
    const paragraph = parseDraft(text).paragraphs[0];
    const read = () => {
      readHeading(text);
      if (paragraph !== undefined) readInline(paragraph);
    };
    expect(plainPasses(text, read, 4_000), piece).toBeLessThan(4_000);
  }
});
