import { distanceInWords, writtenForInWords } from '../../draft/date-words.ts';
import { addMonths } from '../../draft/dates.ts';
import type { IsoDate, WrittenFor } from '../../draft/types.ts';
import { both, type Words } from '../../language/language.ts';
import { inMarks } from '../words.ts';

/** What an author can answer to a finding that `asks` for the day judged on: 按今天核对, 就按当时. */
export const judgedOnAnswers: Readonly<Record<'today' | 'ownDay', Words>> = {
  today: both('按今天核对', 'Check as of today'),
  ownDay: both('就按当时', 'Keep its day'),
};

/** What is asked of an old draft. Takes what it says of its day, and today (ISO date). */
export function askJudgedOn(own: WrittenFor, today: IsoDate): Words {
  const written = writtenForInWords(own);
  const ago = distanceInWords(own, today);
  const other = disagreement(own);
  // One of last spring is this year's already.
  const anew =
    own.to.slice(0, 4) === today.slice(0, 4)
      ? both('改作现在的稿子？', "Is it to be today's?")
      : both('改作今年的稿子？', "Is it to be this year's?");
  return both(
    `稿中日期是${written.zh}，距今${ago.zh}。${other.zh}${anew.zh}`,
    [`The draft is dated ${written.en}, ${ago.en} ago.`, other.en, anew.en]
      .filter((sentence) => sentence !== '')
      .join(' '),
  );
}

/** The sentence that follows once it is known how many more findings today would give: 按今天核对另有34处。 */
export function moreOnToday(count: number): Words {
  if (count === 0) return both('按今天核对没有别的提示。', 'As of today there would be no others.');
  return both(
    `按今天核对另有${count}处。`,
    count === 1 ? 'As of today there would be one more.' : `As of today there would be ${count} more.`,
  );
}

/** A draft is printed or published some days after it was given: no disagreement worth a word. Months. */
const printedWithin = 1;

/** What tells of another day than the rest of the draft: 稿中另写着“2023年”。 Empty where nothing does. */
export function disagreement({ from, to, disagreeing = [] }: WrittenFor): Words {
  const apart = disagreeing.filter(
    (one) => addMonths(to, printedWithin) < one.from || addMonths(one.to, printedWithin) < from,
  );
  const quoted = apart.map(({ text }) => inMarks(text.replace(/^[（(]\s*|\s*[）)]$/gu, '')));
  if (quoted.length === 0) return both('', '');
  return both(
    `稿中另写着${quoted.join('、')}，与此不一。`,
    `It also says ${quoted.join(', ')}, which does not agree.`,
  );
}
