import { draftLine } from './draft.ts';
import { boxInControl } from './draft-box.ts';

/** The draft in one line, in an input for a title or a summary. */
const field = document.createElement('input');
field.type = 'text';
field.id = 'editor';
field.style.cssText = 'width: 840px; font: 13px/1.8 sans-serif; padding: 8px';
field.defaultValue = draftLine;
document.body.append(field);

window.editorPage = {
  model: () => field.value,
  saved: () => field.value,
  bold: () => [],
  strangers: () => [],
  box: (words) => boxInControl(field, words),
  redraw() {
    const { value } = field;
    field.value = '';
    field.value = value;
  },
};
