import { draftText } from './draft.ts';

/** The draft in one line, as a field for a title or a summary holds it. */
const field = document.createElement('input');
field.type = 'text';
field.id = 'editor';
field.style.cssText = 'width: 640px; font: 16px/1.8 sans-serif; padding: 8px';
field.defaultValue = draftText.replaceAll('\n', ' ');
document.body.append(field);

window.editorPage = {
  model: () => field.value,
  saved: () => field.value,
  bold: () => [],
  strangers: () => [],
};
