import './plain.ts';

/** The part of `frame-cross` that stands on the other site: it tells the page around it what its editor holds. */
const tell = () => {
  const { editorPage } = window;
  const told = {
    model: editorPage.model(),
    saved: editorPage.saved(),
    bold: editorPage.bold(),
    strangers: editorPage.strangers(),
  };
  window.parent.postMessage(told, '*');
};
new MutationObserver(tell).observe(document.body, {
  childList: true,
  characterData: true,
  attributes: true,
  subtree: true,
});
tell();
