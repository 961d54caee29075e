import { draftText } from './draft.ts';
import { boxInControl } from './draft-box.ts';
import { placeholder } from './draft-empty.ts';

const field = document.createElement('textarea');
field.id = 'editor';
field.placeholder = placeholder;
field.style.cssText = 'width: 620px; height: 520px; font: 16px/1.8 sans-serif; padding: 10px';
field.defaultValue = new URLSearchParams(location.search).has('empty') ? '' : draftText;
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
