import type { AsOf } from '../lib/draft/types.ts';
import { say } from './say.ts';
import { dateInWords, isPastKnowledge } from './screen-words.ts';

/** Until which day the packs are true, with a warning for a later draft. */
export function KnownUntil({ trueUntil, asOf }: { trueUntil: string; asOf?: AsOf }) {
  return (
    <>
      <p class="soft small">
        {say(
          `提法依据更新至${dateInWords(trueUntil)}。`,
          `Wordings are up to date as of ${dateInWords(trueUntil)}.`,
        )}
      </p>
      {asOf && isPastKnowledge(asOf.date, trueUntil) && (
        <p class="notice small">
          {say(
            '稿件日期晚于依据的更新日期，其后的会议和文件尚未收录，请留意。',
            'The draft is dated later: meetings and documents since then are not yet known.',
          )}
        </p>
      )}
    </>
  );
}
