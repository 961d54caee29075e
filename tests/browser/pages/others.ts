const fault = '要深入学习贯彻党的十九大精神。';

/** Fields that Gaozhun must ignore, and one that it must not. */
document.body.innerHTML = `
  <input type="password" value="${fault}">
  <input type="search" value="${fault}">
  <input type="text" name="search" value="${fault}">
  <input type="text" value="draft">
  <div role="search"><textarea>${fault}</textarea></div>
  <textarea readonly>${fault}</textarea>
  <textarea disabled>${fault}</textarea>
  <textarea spellcheck="false">${fault}</textarea>
  <textarea data-gramm="false">${fault}</textarea>
  <div data-gaozhun="false"><textarea>${fault}</textarea></div>
  <div contenteditable="false"><p>${fault}</p></div>
  <div class="cm-editor"><div contenteditable="true">${fault}</div></div>
  <div contenteditable="true" role="textbox" aria-readonly="true"><p>${fault}</p></div>
  <div contenteditable="true" role="searchbox"><p>${fault}</p></div>
  <div role="search"><div contenteditable="true"><p>${fault}</p></div></div>
  <textarea placeholder="搜索全文">${fault}</textarea>
  <input type="text" role="combobox" value="${fault}">
  <p>${fault}</p>
  <div contenteditable="true"><p>要把<span contenteditable="false">党的十九</span>大事抓好。</p><p>${fault}</p></div>
`;

window.editorPage = {
  model: () => document.body.textContent ?? '',
  saved: () => document.body.innerHTML,
  bold: () => [],
  strangers: () => [],
};
