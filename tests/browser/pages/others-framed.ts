/** A field that opts out of checking, and a cross-site frame with another one. */
document.body.innerHTML = `
  <textarea id="own" spellcheck="false">要深入学习贯彻党的十九大精神。</textarea>
  <iframe src="http://editor.localhost:${location.port}/others.html" style="width: 700px; height: 600px"></iframe>
`;

window.editorPage = {
  model: () => document.body.textContent ?? '',
  saved: () => document.body.innerHTML,
  bold: () => [],
  strangers: () => [],
};
