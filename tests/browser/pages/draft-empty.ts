import type { Draft } from './draft.ts';

/** An empty draft, in which the editor shows its placeholder. */
export const empty: Draft = { html: '<p></p>', text: '', line: '', faults: [] };

/** Shown by editors that support a placeholder; never part of the text. */
export const placeholder = '请在这里写：深入学习贯彻党的十九大精神，市工商局要牵头落实。';
