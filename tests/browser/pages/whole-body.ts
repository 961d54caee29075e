import { addFrame } from './draft-frame.ts';

const words = '<p>市工商局要牵头。</p>';
const off = 'spellcheck="false" data-gramm="false"';

/** Frames whose body is edited as a whole and says spellcheck=false, then parts of a page that say so and are edited. */
for (const srcdoc of [
  `<body contenteditable="true" ${off}>${words}</body>`,
  `<body contenteditable="true" ${off} data-some-editor="1">${words}</body>`,
  `<body ${off}>${words}<script>document.designMode = 'on'</script></body>`,
  `<body><div contenteditable="true" ${off}>${words}</div></body>`,
  `<body><textarea ${off}>市工商局要牵头。</textarea></body>`,
]) {
  const frame = await addFrame({ srcdoc });
  frame.style.height = '100px';
}
document.body.insertAdjacentHTML('beforeend', `<div contenteditable="true" ${off}>${words}</div>`);

window.editorPage = {
  model: () => document.body.textContent ?? '',
  saved: () => document.body.innerHTML,
  bold: () => [],
  strangers: () => [],
};
