import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDraft } from '../../lib/draft/draft.ts';
import { formatNumeral } from '../../lib/draft/numerals.ts';
import { parseOutline } from '../../lib/draft/outline.ts';
import { type NumberingChange, planRepair } from '../../lib/draft/repair.ts';
import { announcedCount } from '../../lib/rules/announced-count.ts';
import { headingNumbering } from '../../lib/rules/heading-numbering.ts';
import { judgeContext } from './numbering-context.ts';

const plan = (text: string, target?: { at: number }) => planRepair(parseOutline(parseDraft(text)), target);

function apply(text: string, changes: readonly NumberingChange[]): string {
  return [...changes]
    .reverse()
    .reduce((whole, change) => whole.slice(0, change.start) + change.text + whole.slice(change.end), text);
}

describe('a plan', () => {
  it('changes the smallest spans, with what stood there and its line', () => {
    expect(plan('一、甲\n三、抓好第二件事。\n四，丙')).toEqual([
      { start: 4, end: 5, text: '二', old: '三', line: '三、抓好第二件事' },
      { start: 14, end: 15, text: '三', old: '四', line: '四，丙' },
      { start: 15, end: 16, text: '、', old: '，', line: '四，丙' },
    ]);
  });

  it('is of one series when an offset in it is given', () => {
    const text = '一、甲\n（一）乙\n（三）丙\n三、丁';
    expect(plan(text, { at: text.indexOf('（三）') }).map((change) => change.line)).toEqual(['（三）丙']);
    expect(plan(text, { at: text.indexOf('三、') }).map((change) => change.line)).toEqual(['三、丁']);
    expect(plan(text).map((change) => change.text)).toEqual(['二', '二']);
    expect(plan('同志们：\n一、甲', { at: 0 })).toEqual([]);
  });

  it('makes the announced count follow', () => {
    expect(apply('讲二点意见：\n一、甲\n三、乙\n四、丙', plan('讲二点意见：\n一、甲\n三、乙\n四、丙'))).toBe(
      '讲三点意见：\n一、甲\n二、乙\n三、丙',
    );
  });

  it('keeps numerals that are right in an old form', () => {
    const text = Array.from(
      { length: 22 },
      (_, i) => `${i === 20 ? '廿一' : formatNumeral(i + 1)}、事${i}`,
    ).join('\n');
    expect(plan(text)).toEqual([]);
  });
});

/** A level of an outline: how its ordinals are written, and how their lines go on. */
interface Style {
  readonly write: (value: number) => string;
  readonly inline: boolean;
}
const styles: Record<string, Style> = {
  chinese: { write: (value) => `${formatNumeral(value)}、`, inline: false },
  bracketed: { write: (value) => `（${formatNumeral(value)}）`, inline: false },
  arabic: { write: (value) => `${value}.`, inline: false },
  arabicBracketed: { write: (value) => `（${value}）`, inline: false },
  ordinal: { write: (value) => `第${formatNumeral(value)}，`, inline: false },
  is: { write: (value) => `${formatNumeral(value)}是`, inline: false },
  isInline: { write: (value) => `${formatNumeral(value)}是`, inline: true },
  mustInline: { write: (value) => `${formatNumeral(value)}要`, inline: true },
};
/** Ways in which drafts nest, highest first. */
const nestings = [
  ['chinese', 'bracketed', 'arabic', 'arabicBracketed'],
  ['chinese', 'bracketed', 'isInline'],
  ['chinese', 'arabic', 'mustInline'],
  ['chinese', 'is', 'mustInline'],
  ['ordinal', 'isInline'],
  ['chinese', 'ordinal', 'isInline'],
];

/** Pieces of a draft: words that stay, and ordinals by series and place. */
type Piece = string | { readonly series: number; readonly index: number; readonly style: Style };

const heading = fc.constantFrom(
  '抓好责任落实',
  '提高思想认识',
  '守牢安全底线',
  '做实民生保障',
  '严明工作纪律',
);
const sentence = fc.constantFrom(
  '要结合实际，抓好落实。',
  '各级各部门要各司其职，形成合力。',
  '去年，我们办了1.5亿元的项目，二三产业一起发力。',
  '三、四季度是关键期，这一点大家都清楚。',
  '“一是学、二是干”，老百姓看得最清楚。',
);

const outlines = fc
  .record({
    nesting: fc.constantFrom(...nestings),
    sizes: fc.array(fc.integer({ min: 2, max: 7 }), { minLength: 12, maxLength: 12 }),
    headings: fc.array(heading, { minLength: 9, maxLength: 9 }),
    sentences: fc.array(sentence, { minLength: 9, maxLength: 9 }),
    runIn: fc.array(fc.boolean(), { minLength: 7, maxLength: 7 }),
    deep: fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
    indent: fc.constantFrom('', '　　', '    '),
    announced: fc.boolean(),
  })
  .map(build);

type Built = ReturnType<typeof build>;

function build(plan: {
  nesting: string[];
  sizes: number[];
  headings: string[];
  sentences: string[];
  runIn: boolean[];
  deep: boolean[];
  indent: string;
  announced: boolean;
}) {
  const pieces: Piece[] = [`同志们：\n${plan.sentences[0]}\n`];
  const lengths: number[] = [];
  let turn = 0;
  const take = <T>(from: readonly T[], fallback: T): T => from[turn++ % from.length] ?? fallback;
  const addSeries = (depth: number, size: number): void => {
    const style = styles[plan.nesting[depth] ?? ''];
    if (style === undefined) return;
    const series = lengths.push(size) - 1;
    for (let index = 0; index < size; index++) {
      if (!style.inline) pieces.push(plan.indent);
      pieces.push({ series, index, style });
      // Each heading has words of its own, so that none is the one before, pasted twice.
      const title = `${take(plan.headings, '抓落实')}甲乙丙丁戊己庚辛`.slice(0, 7 + (index % 7));
      if (style.inline) {
        pieces.push(`要${title}${index === size - 1 ? '。' : '；'}`);
        continue;
      }
      const below = styles[plan.nesting[depth + 1] ?? ''];
      const goesDown = below !== undefined && take(plan.deep, false) && lengths.length < 12;
      if (take(plan.runIn, false) || below?.inline === true)
        pieces.push(`${title}。${take(plan.sentences, '。')}`);
      else pieces.push(goesDown ? title : `${title}\n${plan.indent}${take(plan.sentences, '。')}`);
      if (goesDown && below.inline) addSeries(depth + 1, take(plan.sizes, 3));
      pieces.push('\n');
      if (goesDown && !below.inline) addSeries(depth + 1, take(plan.sizes, 3));
    }
  };
  const size = take(plan.sizes, 3);
  if (plan.announced) pieces.push(`下面，我讲${size === 2 ? '两' : formatNumeral(size)}点意见：\n`);
  addSeries(0, size);
  return { pieces, lengths, announced: plan.announced };
}

/** The text of a draft whose ordinals carry these numbers. */
function write(built: Built, number: (series: number, index: number) => number): string {
  return built.pieces
    .map((piece) =>
      typeof piece === 'string' ? piece : piece.style.write(number(piece.series, piece.index)),
    )
    .join('');
}

const right = (_: number, index: number) => index + 1;

/** What else a text holds when ordinals, their marks and counts are taken out. */
function rest(built: Built): string {
  return built.pieces.filter((piece) => typeof piece === 'string').join('');
}

function findings(text: string): string[] {
  const context = judgeContext(text);
  return [...headingNumbering.check(context), ...announcedCount.check(context)].map(
    (finding) => `${finding.level} ${text.slice(finding.start, finding.end)} ${finding.message}`,
  );
}

const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);
const runs = { seed, numRuns: 1000 };

describe(`generated drafts (SEED=${seed})`, () => {
  it('finds nothing in right ones and changes nothing', () => {
    fc.assert(
      fc.property(outlines, (built) => {
        const text = write(built, right);
        expect(findings(text)).toEqual([]);
        expect(plan(text)).toEqual([]);
      }),
      runs,
    );
  });

  it('gives back the right numbers after one ordinal was changed', () => {
    fc.assert(
      fc.property(
        outlines,
        fc.nat(),
        fc.nat(),
        fc.integer({ min: 2, max: 9 }),
        (built, pick, place, wrong) => {
          const { series, length } = longSeries(built, pick);
          fc.pre(length >= 3);
          const at = 1 + (place % (length - 1));
          fc.pre(wrong !== at + 1);
          const text = write(built, (one, index) => (one === series && index === at ? wrong : index + 1));
          repairs(built, text, write(built, right));
        },
      ),
      runs,
    );
  });

  it('gives back the right numbers after two were swapped', () => {
    fc.assert(
      fc.property(outlines, fc.nat(), fc.nat(), (built, pick, place) => {
        const { series, length } = longSeries(built, pick);
        fc.pre(length >= 4);
        const at = 1 + (place % (length - 2));
        const swapped = (one: number, index: number) =>
          one !== series ? index + 1 : index === at ? at + 2 : index === at + 1 ? at + 1 : index + 1;
        repairs(built, write(built, swapped), write(built, right));
      }),
      runs,
    );
  });

  it('closes the gap after ordinals were left out, and makes room after one was doubled', () => {
    fc.assert(
      fc.property(outlines, fc.nat(), fc.nat(), fc.constantFrom(-1, 1, 2), (built, pick, place, by) => {
        const { series, length } = longSeries(built, pick);
        fc.pre(length >= 3);
        const at = 1 + (place % (length - 1));
        const shifted = (one: number, index: number) => index + 1 + (one === series && index >= at ? by : 0);
        // 一是 a second time is where a run begins again.
        fc.pre(at + 1 + by > 1);
        repairs(built, write(built, shifted), write(built, right));
      }),
      runs,
    );
  });

  it('starts （一） again that went on counting under a new 一、', () => {
    const texts = fc.array(fc.integer({ min: 2, max: 6 }), { minLength: 2, maxLength: 5 });
    fc.assert(
      fc.property(texts, fc.nat(), (sizes, pick) => {
        const wrong = 1 + (pick % (sizes.length - 1));
        // Where all go on counting, that is how the draft counts.
        const lines = (offset: number) =>
          sizes
            .flatMap((size, section) => [
              `${formatNumeral(section + 1)}、第${section}章的事`,
              ...Array.from({ length: size }, (_, index) => {
                const value = index + 1 + (section === wrong ? offset : 0);
                return `（${formatNumeral(value)}）第${section}章第${index}件事`;
              }),
            ])
            .join('\n');
        const damaged = lines(sizes[wrong - 1] ?? 0);
        expect(findings(damaged)).toHaveLength(1);
        const repaired = apply(damaged, plan(damaged));
        expect(repaired).toBe(lines(0));
        expect(plan(repaired)).toEqual([]);
      }),
      { seed, numRuns: 300 },
    );
  });

  it('puts marks right and touches nothing else', () => {
    const marks = fc.constantFrom('，', '.', '．', ',');
    fc.assert(
      fc.property(outlines, marks, fc.nat(), (built, mark, place) => {
        fc.pre((built.lengths[0] ?? 0) >= 2 && built.pieces.some((piece) => isChinese(piece)));
        const at = place % (built.lengths[0] ?? 1);
        const text = built.pieces
          .map((piece) => {
            if (typeof piece === 'string') return piece;
            const written = piece.style.write(piece.index + 1);
            return isChinese(piece) && piece.index === at ? written.replace('、', mark) : written;
          })
          .join('');
        repairs(built, text, write(built, right));
      }),
      { seed, numRuns: 300 },
    );
  });
});

function isChinese(piece: Piece): boolean {
  return typeof piece !== 'string' && piece.style === styles.chinese;
}

/** A series of the draft to damage. */
function longSeries(built: Built, pick: number): { series: number; length: number } {
  const series = pick % built.lengths.length;
  return { series, length: built.lengths[series] ?? 0 };
}

/** A damaged text is found faulty and repaired to the right one, once and for all, and nothing else is touched. */
function repairs(built: Built, damaged: string, wanted: string): void {
  expect(findings(damaged)).not.toEqual([]);
  const changes = plan(damaged);
  const repaired = apply(damaged, changes);
  expect(repaired).toBe(wanted);
  expect(plan(repaired)).toEqual([]);
  expect(withoutNumbers(damaged, changes)).toBe(withoutNumbers(repaired, plan(repaired, undefined), changes));
  expect(rest(built).length).toBeLessThanOrEqual(repaired.length);
}

/** The text with the changed spans taken out: before the repair, or after it (`applied`). */
function withoutNumbers(
  text: string,
  changes: readonly NumberingChange[],
  applied: readonly NumberingChange[] = [],
): string {
  const spans = changes.map(({ start, end }) => ({ start, end }));
  let shift = 0;
  for (const change of applied) {
    spans.push({ start: change.start + shift, end: change.start + shift + change.text.length });
    shift += change.text.length - (change.end - change.start);
  }
  return [...spans]
    .reverse()
    .reduce((whole, span) => whole.slice(0, span.start) + whole.slice(span.end), text);
}
