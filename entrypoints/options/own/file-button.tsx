import { useRef } from 'preact/hooks';
import { accepted } from './files.ts';

interface Props {
  words: string;
  /** The `data-opens` name by which the file's preview returns the focus. */
  opens: string;
  /** True to ignore clicks; the button keeps the focus. */
  disabled: boolean;
  /** Extensions that the chooser offers; those of phrase tables by default. */
  accept?: string;
  onFile: (file: File) => Promise<void>;
}

/** A button that opens a file chooser. The same file can be chosen again after it was corrected. */
export function FileButton({ words, opens, disabled, accept = accepted, onFile }: Props) {
  const chooser = useRef<HTMLInputElement>(null);
  return (
    <>
      <button
        type="button"
        class="button"
        data-opens={opens}
        aria-disabled={disabled}
        onClick={() => {
          if (!disabled) chooser.current?.click();
        }}
      >
        {words}
      </button>
      <input
        ref={chooser}
        type="file"
        hidden
        aria-label={words}
        accept={accept}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          event.currentTarget.value = '';
          if (file) void onFile(file);
        }}
      />
    </>
  );
}
