type Answer = 'today' | 'ownDay';

interface Props {
  /** The answers in words. */
  readonly names: Readonly<Record<Answer, string>>;
  readonly busy: boolean;
  /** True where it is the first thing to be done. */
  readonly first?: boolean;
  /** Called by a real hand only. */
  readonly onAnswer: (answer: Answer) => void;
}

const answers: readonly Answer[] = ['today', 'ownDay'];

/** What can be answered to an old draft: to judge it on today, or on its own day. */
export function DayAnswers({ names, busy, first = false, onAnswer }: Props) {
  return (
    <>
      {answers.map((answer) => (
        <button
          type="button"
          class={first && answer === 'today' ? 'button main' : 'button'}
          key={answer}
          data-answer={answer}
          aria-disabled={busy}
          onClick={(event) => {
            if (event.isTrusted && !busy) onAnswer(answer);
          }}
        >
          {names[answer]}
        </button>
      ))}
    </>
  );
}
