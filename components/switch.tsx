import './switch.css';

interface Props {
  label: string;
  on: boolean;
  disabled?: boolean;
  about?: string;
  onChange: (on: boolean) => void;
}

/** A switch with its label, built on a checkbox. */
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
          // Controlled: stays as it is until the owner sets `on`.
          event.currentTarget.checked = on;
          onChange(wanted);
        }}
      />
    </label>
  );
}
