import { matchesOf } from '../../draft/matches.ts';
import { bilingual } from '../../language/language.ts';
import type { Fault } from '../style/fault.ts';
import { quotationDepth } from '../style/text.ts';

const plan =
  /(?<![“‘"'「一二三四五六七八九十百廿第])(十[一二三四五六七八]五)(?![”’"'」])(?=规划|时期|期间|以来|末(?!日)|初期|中期|开局|收官|良好开局|国民经济|发展(?:规划|目标|纲要|改革|蓝图)|纲要|蓝图|目标任务|重点任务|重大(?:工程|项目|任务)|(?:[、和与及]|以及)[“‘]?十[一二三四五六七八]五)/gu;

/** A five-year plan without its quotation marks: 十四五规划 (rule 28; 1 of 207 in published texts). Takes the paragraph. */
export function unmarkedPlans(text: string): Fault[] {
  const faults: Fault[] = [];
  for (const match of matchesOf(text, plan)) {
    const name = match[1] ?? '';
    const start = match.index;
    const end = start + name.length;
    const inner = quotationDepth(text, start) === 1;
    const right = inner ? `‘${name}’` : `“${name}”`;
    faults.push({
      level: 'warning',
      start,
      end,
      message: bilingual(
        `五年规划的简称通常加引号，写作${right}。`,
        `The short name of a five-year plan usually has quotation marks: ${right}.`,
      ),
      fixes: [{ label: bilingual('加引号', 'Add quotation marks'), edits: [{ start, end, text: right }] }],
    });
  }
  return faults;
}
