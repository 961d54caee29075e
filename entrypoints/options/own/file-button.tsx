import { useRef } from 'preact/hooks';
import { accepted } from './files.ts';

interface Props {
  words: string;
  disabled: boolean;
  /** Endings that the chooser offers; those of phrase tables unless told. */
  accept?: string;
  onFile: (file: File) => Promise<void>;
}

/** A button that lets the author choose a file. The same file can be chosen again after it was put right. */
export function FileButton({ words, disabled, accept = accepted, onFile }: Props) {
  const chooser = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" class="button" disabled={disabled} onClick={() => chooser.current?.click()}>
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
