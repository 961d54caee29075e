import { signal } from '@preact/signals';

/** From this width on, the desk has two columns; desk.css has it, too. */
const query = matchMedia('(min-width: 900px)');

/** True while the window has room for two columns. */
export const wide = signal(query.matches);
query.addEventListener('change', ({ matches }) => {
  wide.value = matches;
});
