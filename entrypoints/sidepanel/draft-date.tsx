import { useState } from 'preact/hooks';
import { dateInWords, reasonOfDate } from '../../components/words.ts';
import type { AsOf, IsoDate } from '../../lib/draft/types.ts';

interface Props {
  asOf: AsOf;
  /** Null: read the date from the draft again. */
  onSet: (date: IsoDate | null) => void;
}

/** The day on which the draft is judged, how it was found, and a way to change it. */
export function DraftDate({ asOf, onSet }: Props) {
  const [changing, setChanging] = useState(false);
  return (
    <header class="date">
      <p>
        稿件日期 <strong>{dateInWords(asOf.date)}</strong>
      </p>
      <div class="row wrap">
        <span class="soft small">{reasonOfDate(asOf)}</span>
        {changing ? (
          <input
            type="date"
            aria-label="稿件日期"
            value={asOf.date}
            onChange={(event) => {
              // A date that is being typed is empty until it is one.
              if (event.currentTarget.value === '') return;
              onSet(event.currentTarget.value);
            }}
            onBlur={() => setChanging(false)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' || event.key === 'Escape') setChanging(false);
            }}
            ref={(input) => input?.focus()}
          />
        ) : (
          <button type="button" class="quiet" onClick={() => setChanging(true)}>
            更改
          </button>
        )}
        {asOf.from === 'option' && (
          <button type="button" class="quiet" onClick={() => onSet(null)}>
            恢复自动
          </button>
        )}
      </div>
    </header>
  );
}
