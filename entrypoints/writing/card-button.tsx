import type { ComponentChildren } from 'preact';

interface Props {
  /** CSS classes; by default a button that looks like quiet text. */
  readonly class?: string;
  readonly label?: string;
  /** The page of the card that it opens. */
  readonly opens?: string;
  /** Set for a button that shows and hides more buttons: whether they are shown. */
  readonly expanded?: boolean;
  readonly disabled?: boolean;
  readonly onPress: () => void;
  readonly children: ComponentChildren;
}

/** A button of the card. It handles trusted events only, so that a page's scripts cannot press it. */
export function Button({
  class: look = 'quiet',
  label,
  opens,
  expanded,
  disabled,
  onPress,
  children,
}: Props) {
  return (
    <button
      type="button"
      class={look}
      aria-label={label}
      aria-expanded={expanded}
      data-opens={opens}
      disabled={disabled}
      onClick={(event) => {
        if (event.isTrusted) onPress();
      }}
      onKeyDown={(event) => {
        // A page that stops every click stops the one that the key would make, too.
        if (!event.isTrusted || event.key !== 'Enter' || event.repeat) return;
        event.preventDefault();
        onPress();
      }}
    >
      {children}
    </button>
  );
}
