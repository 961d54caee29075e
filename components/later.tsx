import { signal } from '@preact/signals';
import type { ComponentType, JSX } from 'preact';

/** A component whose code is loaded when it is first shown; until it is there, nothing is drawn. */
export function later<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): (props: Props) => JSX.Element | null {
  const loaded = signal<ComponentType<Props> | null>(null);
  let asked = false;
  const take = async (): Promise<void> => {
    asked = true;
    loaded.value = await load();
  };
  return (props) => {
    const Shown = loaded.value;
    if (Shown !== null) return <Shown {...props} />;
    if (!asked) void take();
    return null;
  };
}
