import { isTextControl } from '../text-control.ts';
import { createTextField } from '../text-field.ts';
import type { Adapter } from './adapter.ts';

/** Textarea and single-line input: their text is a value, not DOM nodes. */
export const textControl: Adapter = {
  kind: 'textarea',
  is: isTextControl,
  marksItself: false,
  create(element, signal) {
    if (!isTextControl(element)) throw new TypeError('Neither a textarea nor an input.');
    return createTextField(element, signal);
  },
};
