/** A field that asks not to be checked, and nothing else. */
document.body.innerHTML = '<textarea spellcheck="false" rows="6" cols="60"></textarea>';

window.editorPage = {
  model: () => document.querySelector('textarea')?.value ?? '',
  saved: () => document.body.innerHTML,
  bold: () => [],
  strangers: () => [],
};
