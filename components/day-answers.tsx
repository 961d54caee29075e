type Answer = 'today' | 'ownDay';

interface Props {
  readonly names: Readonly<Record<Answer, string>>;
  readonly busy: boolean;
  /** True to show the first answer as the main button. */
  readonly first?: boolean;
  /** Called on trusted events only. */
  readonly onAnswer: (answer: Answer) => void;
}

const answers: readonly Answer[] = ['today', 'ownDay'];

/** The two answers about an old draft: judge it as of today, or as of its own day. */
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
