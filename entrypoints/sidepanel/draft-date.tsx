import { useEffect, useRef, useState } from 'preact/hooks';
import { DayAnswers } from '../../components/day-answers.tsx';
import { useFocusHere } from '../../components/focus-here.ts';
import { say } from '../../components/say.ts';
import { dateInWords, reasonOfDate } from '../../components/screen-words.ts';
import { isWithin } from '../../lib/draft/date.ts';
import { writtenForInWords } from '../../lib/draft/date-words.ts';
import type { AsOf, IsoDate } from '../../lib/draft/types.ts';
import { answerNames, type JudgedOn } from '../surface/question.ts';

interface ChangeProps {
  date: IsoDate;
  onDone: (date: IsoDate | null) => void;
}

/** A form for a date, submitted as a whole, as a partly typed year is a valid date in the first century. */
function ChangeDate({ date, onDone }: ChangeProps) {
  const input = useRef<HTMLInputElement>(null);
  const form = useFocusHere<HTMLFormElement>('date');
  useEffect(() => input.current?.focus(), []);
  return (
    <form
      ref={form}
      class="row wrap"
      onSubmit={(event) => {
        event.preventDefault();
        onDone(input.current?.value || null);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onDone(null);
      }}
    >
      <input
        ref={input}
        type="date"
        aria-label={say('稿件日期', 'Date of the draft')}
        min="1949-10-01"
        max="2099-12-31"
        required
        defaultValue={date}
      />
      <button type="submit" class="button">
        {say('确定', 'Set')}
      </button>
      <button type="button" class="quiet" onClick={() => onDone(null)}>
        {say('取消', 'Cancel')}
      </button>
    </form>
  );
}

/** The day that an old draft gives, if it is judged on another. */
function ownDayBeside({ from, old, writtenFor, date }: AsOf): string {
  if (from !== 'option' || !old || writtenFor === undefined || isWithin(date, writtenFor)) return '';
  const { zh, en } = writtenForInWords(writtenFor);
  return say(`（稿中是${zh}）`, ` (it says ${en})`);
}

interface Props {
  asOf: AsOf;
  /** The question about an old draft until the author answers; null if there is none. */
  question: string | null;
  busy: boolean;
  onAnswer: (answer: JudgedOn) => void;
  /** Null: read the date from the draft again. */
  onSet: (date: IsoDate | null) => void;
}

/** The day on which the draft is judged, how it was found, and a form to change it. */
export function DraftDate({ asOf, question, busy, onAnswer, onSet }: Props) {
  const [changing, setChanging] = useState(false);
  return (
    <header class="date">
      <p>
        {say('稿件日期', 'Date of the draft')} <strong>{dateInWords(asOf.date)}</strong>
        <span class="soft small unbroken">{ownDayBeside(asOf)}</span>
      </p>
      {question !== null && (
        <div class="notice question">
          <p>{question}</p>
          <div class="row wrap">
            <DayAnswers names={answerNames} busy={busy} onAnswer={onAnswer} first />
          </div>
        </div>
      )}
      {changing ? (
        <ChangeDate
          date={asOf.date}
          onDone={(date) => {
            setChanging(false);
            if (date !== null) onSet(date);
          }}
        />
      ) : (
        <div class="row wrap">
          <span class="soft small reason">{reasonOfDate(asOf)}</span>
          <button type="button" class="quiet" data-opens="date" onClick={() => setChanging(true)}>
            {say('更改', 'Change')}
          </button>
          {asOf.from === 'option' && (
            <button type="button" class="quiet" data-back onClick={() => onSet(null)}>
              {say('恢复自动', 'Read from the draft')}
            </button>
          )}
        </div>
      )}
    </header>
  );
}
