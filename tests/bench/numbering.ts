import { formatNumeral } from '../../lib/draft/numeral-values.ts';
import { announcedCount } from '../../lib/rules/announced-count.ts';
import { headingNumbering } from '../../lib/rules/heading-numbering.ts';
import { numberingReference } from '../../lib/rules/numbering-reference.ts';
import { numberingStyle } from '../../lib/rules/numbering-style.ts';
import type { DraftRule } from '../../lib/rules/types.ts';
import { judgeContext } from '../unit/numbering-context.ts';
import { inPlainPasses } from './by-turns.ts';
import { syntheticDraft } from './check.ts';
import type { BenchRow } from './scan.ts';
import { median, timed } from './times.ts';

const judged: readonly DraftRule[] = [headingNumbering, announcedCount, numberingReference, numberingStyle];

/** 50,000 characters under 300 headings: 20 一、 of 14 （一） each, with runs inside paragraphs and a few faults. */
export function numberedDraft(): string {
  const body =
    '要坚持问题导向，聚焦群众反映强烈的难点堵点，一项一项抓整改、一件一件抓落实，确保件件有着落、事事有回音。' +
    '一是抓重点，突出关键环节；二是补短板，回应群众期盼；三是强弱项，推动各项工作再上新台阶。' +
    '各级各部门要把责任扛在肩上，密切配合，形成合力，';
  const ends = [
    '主要抓好：①统筹谋划；②压实责任；③跟踪问效，务必抓出成效，给群众一个满意的答复。',
    '前述第二点尤其要紧，请大家认真领会，结合实际抓好落实，以实绩实效取信于民，以优良作风赢得群众信任和支持。',
    '以钉钉子精神一抓到底，把各项任务落到实处，以实绩实效取信于民，以优良作风赢得群众信任和支持。',
  ];
  const lines = ['在全县干部大会上的讲话', '同志们：', '下面，我讲二十点意见：'];
  for (let section = 1; section <= 20; section++) {
    lines.push(`${formatNumeral(section)}、突出重点，抓好第${section}类工作`);
    for (let part = 1; part <= 14; part++) {
      const value = section === 7 && part > 9 ? part + 1 : part;
      lines.push(`（${formatNumeral(value)}）抓好具体事项`, body + (ends[part % ends.length] ?? ''));
    }
  }
  return lines.join('\n');
}

/** Measures reading and judging the numbering of a long draft: a new text each time, warm code, no cache. */
export function benchNumbering(): BenchRow[] {
  const text = numberedDraft();
  let round = 0;
  const run = () => {
    const context = judgeContext(`${text}\n第${round++}稿`);
    for (const rule of judged) rule.check(context);
  };
  for (let i = 0; i < 400; i++) run();
  const times = Array.from({ length: 60 }, () => timed(run));
  const name = `${Math.round(text.length / 1_000)},000 characters, 300 headings: outline and its four rules`;
  return [{ name, value: median(times), bar: 5, unit: 'ms' }, inPlainPasses(syntheticDraft(10_000), run)];
}
