import { join } from 'node:path';
import { createChecker } from '../../lib/checking/checker.ts';
import { codeUnitsOf } from '../../lib/rules/code-units.ts';
import { slipsIn } from '../../lib/rules/prose/slips.ts';
import { readJudgedSet } from '../../scripts/judged-set.ts';
import { loadBuiltInKnowledge } from '../../scripts/load-knowledge.ts';
import { loadSegmenter } from '../../scripts/load-segmenter.ts';
import { loadProse } from '../../scripts/prose/load-prose.ts';
import { inPlainPasses } from './by-turns.ts';
import type { BenchRow } from './scan.ts';
import { seededRandom } from './synthetic.ts';
import { median, timed } from './times.ts';

const today = '2026-11-20';
/** Milliseconds. */
const listBar = 20;
/** Milliseconds of the finder of unlikely characters. */
const finderBar = 1.53;

/** A realistic draft of the given length: headings, run-in headings, long paragraphs, a few faults. */
export function syntheticDraft(length: number): string {
  const numerals = [...'一二三四五六七八九'];
  const sentences = [
    '深入学习贯彻党的二十大和二十届历次全会精神，扎实做好今年各项工作。',
    '“十四五”时期，全县生产总值年均增长百分之六，城乡面貌发生可喜变化。',
    '各级各部门要把责任扛在肩上，把任务落到实处，确保件件有着落、事事有回音。',
    '要坚持问题导向，聚焦群众反映强烈的难点堵点，一项一项抓整改、一件一件抓落实。',
    '市市场监管局、生态环境局等部门要密切配合，形成齐抓共管的工作合力。',
    '增强“四个意识”、坚定“四个自信”、做到“两个维护”，始终保持清醒头脑。',
    '一是抓重点，二是补短板，三是强弱项，推动各项工作再上新台阶。',
    '党的十八大以来，我们办成了一批多年想办而没有办成的实事。',
    '深入学习贯彻党的十九大精神，以更高标准推进作风建设。',
  ];
  const random = seededRandom(7);
  const lines = ['在全县干部大会上的讲话', '同志们：'];
  for (let i = 0, size = 20; size < length; i++) {
    const heading =
      i % 5 === 0
        ? `${numerals[(i / 5) % 9]}、突出重点，抓好第${i}类工作`
        : `（${numerals[(i % 5) - 1]}）抓好具体事项`;
    // No paragraph twice: findings are cached by text.
    const body = sentences
      .map((sentence) => [random(), sentence] as const)
      .sort(([a], [b]) => a - b)
      .slice(0, 6)
      .map(([, sentence]) => sentence)
      .join('');
    lines.push(heading, body);
    size += heading.length + body.length + 2;
  }
  return lines.join('\n').slice(0, length);
}

/** Right sentences of the judged set, five per paragraph: the text with the most mentions to weigh. */
async function variedDraft(length: number): Promise<string> {
  const cases = await readJudgedSet(join(import.meta.dirname, '../drafts'));
  const right = cases.filter(({ text, expected }) => expected.length === 0 && !text.includes('\n'));
  const paragraphs: string[] = [];
  for (let at = 0; at < right.length; at += 5)
    paragraphs.push(
      right
        .slice(at, at + 5)
        .map(({ text }) => text)
        .join(''),
    );
  return paragraphs.join('\n').slice(0, length);
}

/** Measures the full check with the built-in packs: everything anew, and one changed paragraph. */
export async function benchCheck(): Promise<BenchRow[]> {
  const { knowledge } = await loadBuiltInKnowledge();
  // A new checker each time has an empty cache: every paragraph is judged anew, by warm code.
  const whole = (draft: string) => {
    const run = () => createChecker(knowledge).check(draft, { today });
    // The engine needs some hundred runs to optimise all rules.
    for (let i = 0; i < 400; i++) run();
    return median(Array.from({ length: 100 }, () => timed(run)));
  };
  const tenThousand = syntheticDraft(10_000);
  const full = whole(tenThousand);
  const varied = whole(await variedDraft(10_000));

  const long = syntheticDraft(50_000);
  const checker = createChecker(knowledge);
  checker.check(long, { today });
  // A new checker lists each paragraph anew.
  const list = () => createChecker(knowledge).timeline(long, { today });
  for (let i = 0; i < 60; i++) list();
  const listed = median(Array.from({ length: 40 }, () => timed(list)));
  const changes = Array.from({ length: 60 }, (_, i) => {
    const at = Math.floor(long.length / 2);
    const changed = `${long.slice(0, at)}改${i}${long.slice(at)}`;
    return timed(() => checker.check(changed, { today }));
  });
  return [
    { name: '10,000 characters, all rules, nothing cached', value: full, bar: 5, unit: 'ms' },
    inPlainPasses(tenThousand, () => createChecker(knowledge).check(tenThousand, { today })),
    {
      name: 'the same of the judged set: each sentence near to an alarm',
      value: varied,
      bar: null,
      unit: 'ms',
    },
    {
      name: '50,000 characters, one paragraph changed: check alone, median',
      value: median(changes),
      bar: 50,
      unit: 'ms',
    },
    {
      name: '50,000 characters, one paragraph changed: check alone, 95 %',
      value: median(changes, 0.95),
      bar: 50,
      unit: 'ms',
    },
    {
      name: '50,000 characters, the list of its mentions, nothing cached',
      value: listed,
      bar: listBar,
      unit: 'ms',
    },
    inPlainPasses(tenThousand, list, listBar),
    await finderRow(tenThousand),
  ];
}

/** The finder of unlikely characters alone. */
async function finderRow(draft: string): Promise<BenchRow> {
  const [prose, segmenter] = await Promise.all([loadProse(), loadSegmenter()]);
  const paragraphs = draft.split('\n').map((text) => [text, codeUnitsOf(text)] as const);
  const run = () => {
    for (const [text, units] of paragraphs) slipsIn(text, units, prose, segmenter);
  };
  for (let i = 0; i < 100; i++) run();
  const row = inPlainPasses(draft, run, finderBar);
  return { ...row, name: `the finder of unlikely characters alone: ${row.name}` };
}
