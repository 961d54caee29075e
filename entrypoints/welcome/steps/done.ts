import { signal } from '@preact/signals';

/** True once a suggestion was applied in a sample draft. */
export const tried = signal(false);
/** True once a shortcut has reached this page. */
export const keyUsed = signal(false);
/** True once the author has allowed a site, says that they write on a built-in one, or has opened the desk. */
export const placeChosen = signal(false);
