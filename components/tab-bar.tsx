import { useRef } from 'preact/hooks';
import './tab-bar.css';

interface Props<Name extends string> {
  readonly label: string;
  /** Put before the ids where a page holds several bars with tabs of the same names. */
  readonly prefix?: string;
  readonly tabs: readonly { readonly name: Name; readonly words: string }[];
  readonly chosen: Name;
  /** `byPointer`: the focus may go on into the panel; with the arrow keys it stays in the bar. */
  readonly onChoose: (name: Name, byPointer: boolean) => void;
}

/**
 * Tabs with one tab stop; the arrow keys move between them. The panel of a tab has the id
 * `NAME-panel`, with the prefix before it.
 */
export function TabBar<Name extends string>({ label, prefix = '', tabs, chosen, onChoose }: Props<Name>) {
  const bar = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    const at = tabs.findIndex(({ name }) => name === chosen);
    const steps: Readonly<Record<string, number>> = {
      ArrowRight: at + 1,
      ArrowLeft: at - 1 + tabs.length,
      Home: 0,
      End: tabs.length - 1,
    };
    const to = steps[event.key];
    const next = to === undefined ? undefined : tabs[to % tabs.length];
    if (next === undefined) return;
    event.preventDefault();
    onChoose(next.name, false);
    bar.current?.querySelector<HTMLElement>(`[id="${prefix}${next.name}-tab"]`)?.focus();
  };
  return (
    <div ref={bar} class="tabs" role="tablist" aria-label={label} onKeyDown={onKeyDown}>
      {tabs.map(({ name, words }) => (
        <button
          type="button"
          key={name}
          id={`${prefix}${name}-tab`}
          role="tab"
          aria-selected={name === chosen}
          aria-controls={`${prefix}${name}-panel`}
          tabIndex={name === chosen ? 0 : -1}
          onClick={({ detail }) => onChoose(name, detail > 0)}
        >
          {words}
        </button>
      ))}
    </div>
  );
}
