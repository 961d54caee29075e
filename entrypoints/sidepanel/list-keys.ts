/** The index that each key moves to, from the current and last index. */
const moves: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowDown: (at, last) => Math.min(at + 1, last),
  j: (at, last) => Math.min(at + 1, last),
  ArrowUp: (at) => Math.max(at - 1, 0),
  k: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_, last) => last,
};

/**
 * Moves the focus between findings: with arrows, J, K, Home and End within the list; with J and K also if
 * nothing has the focus. Returns a function that stops it.
 */
export function listKeys(listNow: () => HTMLElement | null): () => void {
  const onKeyDown = (event: KeyboardEvent): void => {
    const list = listNow();
    const { target, key } = event;
    if (list === null || !(target instanceof HTMLElement)) return;
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    if (target.matches('input, select, textarea')) return;
    const name = key.length === 1 ? key.toLowerCase() : key;
    const move = moves[name];
    const isUnfocused = target === document.body && name.length === 1;
    if (move === undefined || !(isUnfocused || list.contains(target))) return;
    const places = [...list.querySelectorAll<HTMLElement>('.finding .place')];
    const current = list.querySelector('.finding.current');
    const at = places.findIndex((place) => (target.closest('.finding') ?? current)?.contains(place));
    const next = places[move(at, places.length - 1)];
    if (next === undefined) return;
    event.preventDefault();
    next.focus();
  };
  document.addEventListener('keydown', onKeyDown);
  return () => document.removeEventListener('keydown', onKeyDown);
}
