import { readTextMap, type TextMap } from './text-map.ts';

/** The text of an editor, read again only after its DOM has changed. */
export interface RichReader {
  /** The current text, with the position of each part in the DOM. */
  map(): TextMap;
  readonly readings: number;
}

interface Options {
  /** See `readTextMap`. */
  readonly gap: string | undefined;
  readonly onChange: () => void;
  /** Called after each reading, with the text of the previous one. */
  readonly onRead: (before: string, after: string) => void;
}

/** Observes an editor's element until the signal aborts. */
export function createRichReader(
  element: HTMLElement,
  { gap, onChange, onRead }: Options,
  signal: AbortSignal,
): RichReader {
  let map: TextMap | null = null;
  let lastText = '';
  let readings = 0;

  const onMutations = (records: readonly MutationRecord[]) => {
    if (records.length === 0) return;
    map = null;
    onChange();
  };
  const observer = new MutationObserver(onMutations);
  observer.observe(element, { childList: true, characterData: true, subtree: true });
  signal.addEventListener('abort', () => observer.disconnect());

  return {
    map() {
      onMutations(observer.takeRecords());
      if (map === null) {
        map = readTextMap(element, gap);
        readings++;
        onRead(lastText, map.text);
        lastText = map.text;
      }
      return map;
    },
    get readings() {
      return readings;
    },
  };
}
