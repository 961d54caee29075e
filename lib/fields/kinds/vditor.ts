import { type Adapter, richAdapter } from './adapter.ts';
import { textControl } from './textarea.ts';

/**
 * Vditor, seen as it will be read or as it is written (`ir`). It renders its lines anew at every key, and has a history of
 * its own.
 */
export const vditor = richAdapter({
  kind: 'vditor',
  is: '.vditor pre.vditor-reset',
  path: 'exec',
  apart: true,
});

/** Vditor's source mode: a textarea, for which Vditor sets `spellcheck=false`, not the page. */
export const vditorSource: Adapter = {
  ...textControl,
  is: (element) => element.matches('textarea.vditor-sv'),
  marksItself: true,
};
