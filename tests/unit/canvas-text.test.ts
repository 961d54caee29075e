import { describe, expect, it } from 'vitest';
import { cameOut } from '../../lib/fields/canvas/came-out.ts';
import { parseDrawn } from '../../lib/fields/canvas/drawn.ts';
import { type Glyph, glyphsOf, type Measure, tintsOf } from '../../lib/fields/canvas/glyphs.ts';
import { Recorder } from '../../lib/fields/canvas/recorder.ts';
import { newTints, showsSelected } from '../../lib/fields/canvas/selected.ts';
import { boxesOf, glyphsAt, type SheetText, sheetTextOf } from '../../lib/fields/canvas/sheet-text.ts';
import { recordEnd } from '../../lib/fields/canvas/wire.ts';

/** In these tests a Chinese character is 20 wide and high, any other 10 wide. */
const measure: Measure = (text) => {
  const edges = [0];
  for (const character of text) {
    const wide = /[\u3000-\u9fff\uff00-\uff60]/u.test(character) ? 20 : /[\u200b]/u.test(character) ? 0 : 10;
    edges.push((edges.at(-1) ?? 0) + wide);
  }
  return { edges, drop: 0, size: 20 };
};
const plain = { left: 0, top: 0, across: 1, down: 1 };

/** A canvas as the recorder sees it: what a page draws on it is told to the recorder alone. */
class Sheet {
  readonly canvas: HTMLCanvasElement;
  private readonly context: CanvasRenderingContext2D;
  private readonly matrix = { a: 1, b: 0, c: 0, d: 1, e: 0, f: 0 };
  private readonly state = {
    globalAlpha: 1,
    fillStyle: '#000000',
    globalCompositeOperation: 'source-over',
    font: '20px serif',
    textAlign: 'start',
    textBaseline: 'alphabetic',
    direction: 'ltr',
  };

  constructor(
    readonly recorder: Recorder,
    width = 600,
    height = 400,
  ) {
    this.canvas = { width, height } as HTMLCanvasElement;
    this.context = Object.assign(this.state, {
      canvas: this.canvas,
      getTransform: () => this.matrix,
    }) as unknown as CanvasRenderingContext2D;
  }
  set(state: Partial<Sheet['state']>): this {
    Object.assign(this.state, state);
    this.recorder.set();
    return this;
  }
  transform(matrix: Partial<Sheet['matrix']>): this {
    Object.assign(this.matrix, matrix);
    this.recorder.set();
    return this;
  }
  write(text: string, x: number, y: number): this {
    this.recorder.wrote(this.context, [text, x, y]);
    return this;
  }
  fill(x: number, y: number, width: number, height: number, clears = false): this {
    this.recorder.filled(this.context, [x, y, width, height], clears);
    return this;
  }
  clip(x: number, y: number, width: number, height: number): this {
    this.recorder.pathBegun(this.context);
    this.recorder.boxAdded(this.context, [x, y, width, height]);
    this.recorder.clipped(this.context);
    return this;
  }
  save(): this {
    this.recorder.saved(this.context);
    return this;
  }
  restore(): this {
    this.recorder.restored(this.context);
    return this;
  }
  draw(other: Sheet, ...place: number[]): this {
    this.recorder.drew(this.context, [other.canvas, ...place]);
    return this;
  }
  turn(): string {
    return (this.recorder.answer(this.canvas, '') ?? '').split(recordEnd)[0] ?? '';
  }
  drawn() {
    const answer = this.recorder.answer(this.canvas, '') ?? '';
    return parseDrawn(answer.slice(answer.indexOf(recordEnd) + 1));
  }
  glyphs(): Glyph[] {
    return glyphsOf(this.drawn(), plain, measure);
  }
  text(): string {
    return sheetTextOf(this.glyphs()).text;
  }
}

const sheet = (width?: number, height?: number) => new Sheet(new Recorder(() => undefined), width, height);
/** A text set in lines of so many characters, 40 apart. */
function set(lines: readonly string[], left = 100, into = sheet(800, 1000)): Sheet {
  for (const [at, line] of lines.entries()) into.write(line, left, 100 + 40 * at);
  return into;
}

describe('the turn of a canvas', () => {
  const page = (into: Sheet, change: (sheet: Sheet) => void = () => undefined): Sheet => {
    into.fill(0, 0, 600, 400, true).fill(20, 20, 8, 8);
    for (const [at, character] of [...'做好今年的工作'].entries()) into.write(character, 20 + at * 20, 60);
    change(into);
    return into;
  };

  it('is the same where the same is drawn anew, and its records are not told again', () => {
    // What is drawn before the first text of a page is not recorded.
    const drawn = page(page(sheet()));
    const turn = drawn.turn();
    expect(page(drawn).turn()).toBe(turn);
    expect(drawn.recorder.answer(drawn.canvas, turn)).toBe(turn);
  });

  it.each<[string, (sheet: Sheet) => void]>([
    ['a character more', (one) => one.write('会', 160, 60)],
    ['another character', (one) => one.fill(0, 0, 600, 400, true).write('会', 160, 60)],
    ['a box that covers', (one) => one.fill(20, 40, 40, 40)],
    ['a box of another colour', (one) => one.set({ fillStyle: '#ff0000' }).fill(0, 80, 40, 40)],
    ['another font', (one) => one.set({ font: '24px serif' }).write('会', 160, 60)],
    ['another place', (one) => one.transform({ e: 3 }).write('会', 160, 60)],
    ['another clip', (one) => one.clip(0, 0, 40, 40).write('会', 160, 60)],
  ])('is another with %s', (_, change) => {
    const turns = new Set([page(sheet()).turn(), page(sheet(), change).turn()]);
    expect(turns.size).toBe(2);
  });

  it('is another for a place less than a hundredth of a pixel away', () => {
    const one = page(sheet(), (drawn) => drawn.write('会', 160, 60));
    const other = page(sheet(), (drawn) => drawn.transform({ e: 0.004 }).write('会', 160, 60));
    expect(one.turn()).not.toBe(other.turn());
  });

  it('tells two changes apart that differ in order alone', () => {
    const one = page(sheet(), (drawn) => drawn.write('甲', 20, 90).write('乙', 20, 90));
    const other = page(sheet(), (drawn) => drawn.write('乙', 20, 90).write('甲', 20, 90));
    expect(one.turn()).not.toBe(other.turn());
  });
});

describe('what is drawn', () => {
  it('is read line by line, whatever the order and the pieces', () => {
    const one = sheet().write('精神，', 180, 100).write('第二行', 100, 180).write('学习党的', 100, 100);
    expect(one.text()).toBe('学习党的精神，\n第二行');
  });

  it('is read character by character, justified', () => {
    const one = sheet();
    for (const [at, character] of [...'学习党的十九大精神'].entries())
      one.write(character, 100 + at * 26, 100);
    expect(one.text()).toBe('学习党的十九大精神');
  });

  it('is gone when it was cleared, covered or clipped, and stays under a tint', () => {
    const one = sheet().write('一二三四五', 100, 100);
    one.fill(100, 80, 40, 30, true);
    expect(one.text()).toBe('三四五');
    one.set({ fillStyle: '#ffffff' }).fill(180, 80, 20, 30);
    expect(one.text()).toBe('三四');
    one.set({ fillStyle: 'rgba(0, 0, 255, 0.3)' }).fill(0, 0, 600, 400);
    expect(one.text()).toBe('三四');
    one.set({ fillStyle: '#ffffff' }).fill(0, 0, 600, 400);
    expect(one.text()).toBe('');
    one.save().clip(100, 0, 40, 400).write('甲乙丙丁', 100, 100).restore().write('戊', 300, 200);
    expect(one.text()).toBe('甲乙\n戊');
  });

  it('is what was drawn anew in a part of the sheet', () => {
    const one = set(['第一行的文字', '第二行的文字', '第三行的文字'], 100, sheet());
    one.save().clip(0, 120, 600, 40).fill(0, 120, 600, 40, true);
    set(['第一行的文字', '新二行的文字', '第三行的文字'], 100, one).restore();
    expect(one.text()).toBe('第一行的文字\n新二行的文字\n第三行的文字');
  });

  it('keeps no watermark: turned or faint words', () => {
    const one = sheet().write('正文', 100, 100);
    one.transform({ b: 0.5, c: -0.5 }).write('机密', 100, 110).transform({ b: 0, c: 0 });
    one.set({ globalAlpha: 0.1 }).write('机密', 100, 105);
    expect(one.text()).toBe('正文');
  });

  it('counts once what is drawn twice for bold', () => {
    const one = sheet().write('要闻要闻', 100, 100).write('要闻要闻', 101, 100);
    expect(one.text()).toBe('要闻要闻');
  });

  it('comes along with a picture of another canvas, and moves with a part of its own', () => {
    const recorder = new Recorder(() => undefined);
    const buffer = new Sheet(recorder).write('党的十九大', 100, 100);
    const one = new Sheet(recorder).draw(buffer, 50, 40);
    expect(one.glyphs()[0]).toMatchObject({ character: '党', left: 150, baseline: 140 });
    const zoomed = new Sheet(recorder).draw(buffer, 100, 80, 60, 30, 0, 0, 120, 60);
    expect(zoomed.text()).toBe('党的十');
    const scrolled = set(['第一行', '第二行', '第三行'], 100, new Sheet(recorder));
    scrolled.draw(scrolled, 0, 110, 600, 290, 0, 0, 600, 290).fill(0, 290, 600, 110, true);
    expect(scrolled.text()).toBe('第二行\n第三行');
  });

  it('is forgotten when the size of its canvas is set', () => {
    const one = sheet().write('正文', 100, 100);
    one.recorder.emptied(one.canvas);
    expect(one.recorder.answer(one.canvas, '')).toBeNull();
  });

  it('is placed in its own pixels for each pixel of the screen', () => {
    const one = sheet().transform({ a: 2, d: 2 }).write('学习', 50, 50);
    const [first, second] = glyphsOf(one.drawn(), { left: 10, top: 20, across: 0.5, down: 0.5 }, measure);
    expect(first).toMatchObject({ left: 60, right: 80, baseline: 70, size: 20 });
    expect(second).toMatchObject({ left: 80, right: 100 });
  });

  it('is told once, and by its turn alone while nothing has changed', () => {
    const one = sheet().write('正文', 100, 100);
    const answer = one.recorder.answer(one.canvas, '') ?? '';
    const turn = answer.slice(0, answer.indexOf(recordEnd));
    expect(one.recorder.answer(one.canvas, turn)).toBe(turn);
    one.write('又一行', 100, 140);
    expect(one.recorder.answer(one.canvas, turn)).not.toBe(turn);
  });
});

describe('the word of a page', () => {
  it.each([
    '',
    't',
    'x\u001f1\u001f2\u001f3\u001f4\u001f#fff',
    't\u001f0\u001f0\u001f9\u001f9\u001fNaN\u001f1\u001f1\u001f1\u001f\u001f\u001f\u001f\u001f\u001f\u001f\u001f\u001f字',
    't\u001f0\u001f0\u001f9\u001f9\u001f1\u001f1\u001f-1\u001f1\u001f\u001f\u001f\u001f\u001f\u001f\u001f\u001f\u001f字',
    't\u001f0\u001f0\u001f9e99\u001f9\u001f1\u001f1\u001f1\u001f1\u001f\u001f\u001f\u001f\u001f\u001f\u001f\u001f\u001f字',
    `t\u001f0\u001f0\u001f9\u001f9\u001f1\u001f1\u001f1\u001f1\u001f\u001f\u001f\u001f\u001f\u001f\u001f\u001f\u001f${'字'.repeat(2_001)}`,
    'c\u001f0\u001f0\u001fInfinity\u001f9\u001f',
  ])('is left out where its form is another: %j', (record) => {
    expect(parseDrawn(record)).toEqual([]);
  });

  it('is read where it has the form', () => {
    const record =
      't\u001f0\u001f0\u001f9\u001f9\u001f1\u001f2\u001f1\u001f1\u001f20px serif\u001fstart\u001ftop\u001fltr\u001f\u001f\u001f\u001f\u001f字';
    expect(parseDrawn(record)).toMatchObject([
      { text: '字', x: 1, y: 2, style: { most: null, baseline: 'top' } },
    ]);
  });
});

describe('paragraphs', () => {
  const long = '今天我们在这里召开全区工作会议主要任务';
  it('go on over full lines, and end with a short one', () => {
    expect(set([long, '是学习精神。', long, '第二段。']).text()).toBe(`${long}是学习精神。\n${long}第二段。`);
  });

  it('begin with an indent, also behind a full line', () => {
    const one = sheet(800, 1000)
      .write(long, 140, 100)
      .write(`${long}年会`, 100, 140)
      .write('新的一段', 140, 180);
    expect(one.text()).toBe(`${long}${long}年会\n新的一段`);
  });

  it('begin with a character without width', () => {
    expect(set([`\u200b${long}`, `\u200b${long}`]).text()).toBe(`${long}\n${long}`);
  });

  it('go on where a mark of punctuation hangs out of a line', () => {
    const one = set([long, `${long}，`, long, '末行。']);
    expect(one.text()).toBe(`${long}${long}，${long}末行。`);
  });

  it('end where the next word had had room', () => {
    expect(set([long, `${long.slice(0, 16)}。`, long]).text()).toBe(`${long}${long.slice(0, 16)}。\n${long}`);
  });

  it('are the cells of a table, and no cell goes on in another', () => {
    const one = sheet(800, 400);
    for (const [row, cells] of [
      ['单位', '职责'],
      ['国家测绘', '负责'],
      ['环保局', '监督'],
    ].entries())
      for (const [column, cell] of cells.entries()) one.write(cell, 100 + 200 * column, 100 + 40 * row);
    expect(one.text().split('\n').sort()).toEqual(
      ['单位', '国家测绘', '环保局', '监督', '职责', '负责'].sort(),
    );
  });

  it('stand apart from line numbers and from the lines of another size', () => {
    const one = set([long, '末行。'], 100);
    one.write('1', 60, 100).write('2', 60, 140);
    expect(one.text().split('\n')).toContain(`${long}末行。`);
  });

  it('have a blank between words of Latin letters that are drawn apart', () => {
    const one = sheet().write('open', 100, 100).write('data', 150, 100).write('平台', 194, 100);
    expect(one.text()).toBe('open data平台');
  });
});

describe('the boxes of a span', () => {
  it('are one for each line, over the pieces of runs', () => {
    const long = '今天我们在这里召开全区工作会议学习党的';
    const text = sheetTextOf(set([long, '十九大精神']).glyphs());
    const start = text.text.indexOf('党的十九大');
    expect(boxesOf(text, { start, end: start + 5 })).toMatchObject([
      { left: 100 + 17 * 20, right: 100 + 19 * 20 },
      { left: 100, right: 160 },
    ]);
  });

  it('cannot be pointed at over a break of paragraphs', () => {
    const text = sheetTextOf(set(['一行', '二行']).glyphs());
    expect(glyphsAt(text, { start: 1, end: 4 })).toBeNull();
    expect(glyphsAt(text, { start: 0, end: 2 })).toHaveLength(2);
  });
});

describe('a selection', () => {
  const draft = () => set(['学习党的十九大精神', '贯彻落实党的要求'], 100, sheet());
  const shows = (one: Sheet, before: Sheet | null, start: number, end: number) => {
    const text = sheetTextOf(one.glyphs());
    const tints = newTints(
      before === null ? [] : tintsOf(before.drawn(), plain),
      tintsOf(one.drawn(), plain),
    );
    return showsSelected(tints, glyphsAt(text, { start, end }) ?? [], text.glyphs);
  };

  it('is shown by boxes of one colour over exactly its glyphs', () => {
    const one = draft().set({ fillStyle: 'rgba(0, 0, 255, 0.3)' }).fill(180, 80, 60, 30);
    expect(shows(one, null, 4, 7)).toBe(true);
    expect(shows(one, null, 4, 8)).toBe(false);
    expect(shows(one, null, 4, 6)).toBe(false);
    expect(shows(one, one, 4, 7)).toBe(false);
  });

  it('is not shown by a part of a larger one', () => {
    const one = draft()
      .set({ fillStyle: 'rgba(0, 0, 255, 0.3)' })
      .fill(180, 80, 60, 30)
      .fill(100, 120, 40, 30);
    expect(shows(one, null, 4, 7)).toBe(false);
  });

  it('is told from the line that it stands on, which has another colour', () => {
    const one = draft().set({ fillStyle: 'rgba(0, 0, 0, 0.1)' }).fill(0, 75, 600, 40);
    one.set({ fillStyle: 'rgba(0, 0, 255, 0.3)' }).fill(180, 80, 60, 30);
    expect(shows(one, null, 4, 7)).toBe(true);
  });
});

describe('an edit', () => {
  const read = (lines: readonly string[]): SheetText => sheetTextOf(set(lines).glyphs());
  const before = read(['学习党的十九大精神', '贯彻落实好', '抓住重点。']);
  const edit = { start: 4, end: 7, text: '二十大' };

  it.each([
    [['学习党的二十大精神', '贯彻落实好', '抓住重点。'], 'as-wanted'],
    [['学习党的十九大精神', '贯彻落实好', '抓住重点。'], 'unchanged'],
    [['学习党的二十大精神', '贯彻落实好'], 'as-wanted'],
    [['学习党的二十大精神', '贯彻落实好', '抓住重点。', '新的一行'], 'as-wanted'],
    [['学习党的二十大神', '贯彻落实好', '抓住重点。'], 'otherwise'],
    [['学习党的二十大', '贯彻落实好', '抓住重点。'], 'otherwise'],
    [['学习党的二十大十九大精神', '贯彻落实好', '抓住重点。'], 'otherwise'],
    [['学习党二十大精神', '贯彻落实好', '抓住重点。'], 'otherwise'],
    [['学习党的二十大精神', '贯彻落实', '抓住重点'], 'otherwise'],
    [['学习党的十九大精神', '贯彻落实二十大好', '抓住重点。'], 'otherwise'],
    [[], 'otherwise'],
  ] as const)('that leaves %j is %s', (lines, came) => {
    expect(cameOut(before, edit, read(lines))).toBe(came);
  });
});

describe('an edit at the edge of a paragraph', () => {
  const read = (lines: readonly string[]): SheetText => sheetTextOf(set(lines).glyphs());
  const long = '会议讨论了当前的形势和下一步的工作安排';
  const before = read([long, '抓好落实。', '环保部要牵头', long]);
  const start = before.text.indexOf('环保部');

  it.each([
    [
      'in front',
      { start, end: start + 3, text: '环境部' },
      [long, '抓好落实。', '环境部要牵头', long],
      'as-wanted',
    ],
    [
      'in front, with the break',
      { start, end: start + 3, text: '环境部' },
      [long, '抓好落实。环境部要牵头', long],
      'otherwise',
    ],
    [
      'behind',
      { start: start + 3, end: start + 6, text: '要带头' },
      [long, '抓好落实。', '环保部要带头', long],
      'as-wanted',
    ],
    [
      'behind, with the break',
      { start: start + 3, end: start + 6, text: '要带头' },
      [long, '抓好落实。', `环保部要带头${long.slice(0, 13)}`, long.slice(13)],
      'otherwise',
    ],
    [
      'behind, where the rest has left the sheet',
      { start: start + 3, end: start + 6, text: '要带头' },
      [long, '抓好落实。', '环保部要带头'],
      'as-wanted',
    ],
  ] as const)('%s', (_, edit, lines, came) => {
    expect(before.text.slice(start - 1, start)).toBe('\n');
    expect(cameOut(before, edit, read(lines))).toBe(came);
  });
});
