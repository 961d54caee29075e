import type { Draft } from './draft.ts';

/** Nothing yet but what the editor shows in its place. */
export const empty: Draft = { html: '<p></p>', text: '', line: '', faults: [] };

/** Shown by the editors that know such words while there are none of the author's; never part of the text. */
export const placeholder = '请在这里写：深入学习贯彻党的十九大精神，市工商局要牵头落实。';
