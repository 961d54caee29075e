import { matchesOf } from '../../draft/matches.ts';
import { hasSign, pairsOf, signOf } from '../../draft/signs.ts';
import { bilingual, type Words } from '../../language/language.ts';
import type { ParagraphText } from '../paragraph-context.ts';
import { changeTo } from '../quoted-words.ts';
import type { Level, RuleFinding } from '../types.ts';

const rule = 'confusable-characters';
const numbers = { title: 'GB/T 15835—2011《出版物上数字用法》' };

interface DateFault {
  /** A sign of all matches, so that few paragraphs are searched. */
  readonly sign: number;
  readonly pattern: RegExp;
  readonly level: Level;
  readonly message: (written: string, right: string) => Words;
  readonly right: (written: string) => string;
}

const faults: readonly DateFault[] = [
  {
    // 二○二六年, 二零二六年: four Chinese digits.
    sign: signOf(...pairsOf('一二', '一二三四五六七八九〇零○◯OoＯ0０')),
    pattern:
      /(?<![一二三四五六七八九十百千万亿两几第○〇零])[一二][一二三四五六七八九〇零○◯OoＯ0０]{3}(?=年)/gu,
    level: 'hint',
    message: (_, right) =>
      bilingual(
        `年份用汉字书写时，“零”通常写作“〇”，即${right}年。`,
        `In a year written in characters the zero is usually “〇”: “${right}年”.`,
      ),
    right: (written) => written.replace(/[零○◯OoＯ0０]/gu, '〇'),
  },
  {
    // 2O26年, with the letter O.
    sign: signOf(...pairsOf('0123456789', 'OoＯ')),
    pattern: /(?<![\dA-Za-z.])[12][\dOoＯ]{3}(?=年)/gu,
    level: 'warning',
    message: (written, right) =>
      bilingual(
        `“${written}”里夹着字母，疑为“${right}”。`,
        `“${written}” has a letter in it; probably “${right}”.`,
      ),
    right: (written) => written.replace(/[OoＯ]/gu, '0'),
  },
  {
    // 3月5曰.
    sign: signOf('曰'),
    pattern: /(?<=月\s?(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s?)曰/gu,
    level: 'error',
    message: () => bilingual('日期里的“曰”应为“日”。', '“曰” in a date should be “日”.'),
    right: () => '日',
  },
];

/** Wrong characters within dates of a paragraph: a wrong form of zero, a letter, 曰 for 日. */
export function dateFindings({ text, signs }: Pick<ParagraphText, 'text' | 'signs'>): RuleFinding[] {
  const possible = faults.filter(({ sign }) => hasSign(signs, sign));
  return possible.flatMap(({ pattern, level, message, right }) =>
    matchesOf(text, pattern).flatMap(({ index: start, 0: written }) => {
      const repaired = right(written);
      if (repaired === written) return [];
      const end = start + written.length;
      return [
        {
          rule,
          level,
          start,
          end,
          message: message(written, repaired),
          source: numbers,
          fixes: [{ label: changeTo(repaired), edits: [{ start, end, text: repaired }] }],
        } satisfies RuleFinding,
      ];
    }),
  );
}
