import type { ComponentChildren } from 'preact';

interface Props {
  /** Classes; a button that reads as quiet text where none are given. */
  readonly class?: string;
  readonly label?: string;
  /** The page of the card that it opens. */
  readonly opens?: string;
  readonly disabled?: boolean;
  readonly onPress: () => void;
  readonly children: ComponentChildren;
}

/** A button of the card. Only a trusted event acts: a page cannot press it by script. */
export function Button({ class: look = 'quiet', label, opens, disabled, onPress, children }: Props) {
  return (
    <button
      type="button"
      class={look}
      aria-label={label}
      data-opens={opens}
      disabled={disabled}
      onClick={(event) => {
        if (event.isTrusted) onPress();
      }}
    >
      {children}
    </button>
  );
}
