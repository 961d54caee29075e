import { distanceInWords, writtenForInWords } from '../../draft/date-words.ts';
import { addMonths } from '../../draft/dates.ts';
import type { IsoDate, WrittenFor } from '../../draft/types.ts';
import { bilingual, type Words } from '../../language/language.ts';
import { inMarks } from '../quoted-words.ts';

/** The author's answers to a finding that `asks` for the day judged on: 按今天核对, 就按当时. */
export const judgedOnAnswers: Readonly<Record<'today' | 'ownDay', Words>> = {
  today: bilingual('按今天核对', 'Check as of today'),
  ownDay: bilingual('就按当时', 'Check as of then'),
};

/** The question about an old draft. Takes what it states of its day, and today (ISO date). */
export function askJudgedOn(writtenFor: WrittenFor, today: IsoDate): Words {
  const written = writtenForInWords(writtenFor);
  const ago = distanceInWords(writtenFor, today);
  const other = disagreement(writtenFor);
  // An old draft of this year.
  const anew =
    writtenFor.to.slice(0, 4) === today.slice(0, 4)
      ? bilingual('改作现在的稿子？', 'Reuse it now?')
      : bilingual('改作今年的稿子？', 'Reuse it this year?');
  return bilingual(
    `稿中日期是${written.zh}，距今${ago.zh}。${other.zh}${anew.zh}`,
    [`The draft is dated ${written.en}, ${ago.en} ago.`, other.en, anew.en]
      .filter((sentence) => sentence !== '')
      .join(' '),
  );
}

/** The additional sentence once the number of further findings for today is known: 按今天核对另有34处提示。 */
export function moreOnToday(count: number): Words {
  if (count === 0) return bilingual('按今天核对没有别的提示。', 'As of today there are no more findings.');
  return bilingual(
    `按今天核对另有${count}处提示。`,
    count === 1 ? 'As of today there is one more finding.' : `As of today there are ${count} more findings.`,
  );
}

/** A draft may be printed or published some months after the speech: no disagreement. Months. */
const printedWithin = 1;

/** Evidence for another day than the rest of the draft: 稿中另写着“2023年”。 Empty if there is none. */
export function disagreement({ from, to, disagreeing = [] }: WrittenFor): Words {
  const apart = disagreeing.filter(
    (one) => addMonths(to, printedWithin) < one.from || addMonths(one.to, printedWithin) < from,
  );
  const quoted = apart.map(({ text }) => inMarks(text.replace(/^[（(]\s*|\s*[）)]$/gu, '')));
  if (quoted.length === 0) return bilingual('', '');
  return bilingual(
    `稿中另写着${quoted.join('、')}，与此不一。`,
    `It also says ${quoted.join(', ')}, which does not agree.`,
  );
}
