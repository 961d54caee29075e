import './switch.css';

interface Props {
  label: string;
  on: boolean;
  disabled?: boolean;
  /** One quiet line below the label. */
  about?: string;
  onChange: (on: boolean) => void;
}

/** A switch with its label; keyboard and screen readers see a checkbox. */
export function Switch({ label, on, disabled, about, onChange }: Props) {
  return (
    <label class="switch">
      <span class="text">
        <span>{label}</span>
        {about && <span class="soft small">{about}</span>}
      </span>
      <input
        type="checkbox"
        role="switch"
        checked={on}
        aria-checked={on}
        disabled={disabled}
        onChange={(event) => {
          const wanted = event.currentTarget.checked;
          // The switch shows what is so, not what was asked for: the owner sets `on` when it has come about.
          event.currentTarget.checked = on;
          onChange(wanted);
        }}
      />
    </label>
  );
}
