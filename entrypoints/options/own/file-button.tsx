import { useRef } from 'preact/hooks';
import { accepted } from './files.ts';

interface Props {
  words: string;
  /** The name by which the preview of the file gives the focus back. */
  opens: string;
  /** It keeps the focus meanwhile, and does nothing. */
  disabled: boolean;
  /** Endings that the chooser offers; those of phrase tables unless told. */
  accept?: string;
  onFile: (file: File) => Promise<void>;
}

/** A button that lets the author choose a file. The same file can be chosen again after it was put right. */
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
