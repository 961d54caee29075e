import { matchesOf } from '../../draft/matches.ts';
import { bilingual } from '../../language/language.ts';
import type { RuleFinding } from '../types.ts';
import { type Dated, dateFinding, isQuoted, relativeYear } from './dated-draft.ts';

/** 今年（2026年）, 今年即2026年, 今年是2026年， Groups: word, then the year. */
const wordThenYear =
  /(前年|去年|今年|明年|后年)(?:[（(]((?:19|20)\d{2})年?[）)]|，?即((?:19|20)\d{2})年|是((?:19|20)\d{2})年(?=[，。；！]|$))/gu;

/** 去年, 今年, 明年 beside a year that is not theirs by the draft's date. Offsets of the draft. */
export function relativeYearFindings(dated: Dated): RuleFinding[] {
  // If the date is a guess, the draft may be old and right.
  if (!dated.sure) return [];
  const findings: RuleFinding[] = [];
  for (const match of matchesOf(dated.text, wordThenYear)) {
    const [whole, word = '', bracketed, equated, stated] = match;
    const written = bracketed ?? equated ?? stated ?? '';
    const right = relativeYear(word, dated.year);
    if (right === null || right === Number(written) || isQuoted(dated.text, match.index)) continue;
    const at = match.index + whole.indexOf(written);
    const label = whole.replace(written, String(right));
    // Around New Year a draft may be older than its date.
    const turning = right - Number(written) === 1 && dated.asOf.date.slice(5, 7) <= '02';
    findings.push(
      dateFinding(
        { start: match.index, end: match.index + whole.length },
        turning ? 'warning' : 'error',
        bilingual(
          `稿件日期在${dated.year}年，${word}是${right}年，此处写作${written}年。`,
          `The draft is dated in ${dated.year}: ${word} is ${right}, not ${written}.`,
        ),
        { label, edits: [{ start: at, end: at + 4, text: String(right) }] },
      ),
    );
  }
  return findings;
}
