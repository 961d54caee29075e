/** A page without an editor: a search box, a form with a name, a text, a chart. */
document.body.innerHTML = `
  <h1>深入学习贯彻党的十九大精神</h1>
  <div role="search"><input type="text" value="党的十九大"><input type="search" placeholder="搜索"></div>
  <label>Name <input type="text" id="name"></label>
  <label>Word <input type="password" value="党的十九大"></label>
  <textarea readonly>要深入学习贯彻党的十九大精神。</textarea>
  <canvas width="400" height="200"></canvas>
`;
for (let i = 0; i < 400; i++) {
  const line = document.createElement('p');
  line.textContent = `第${i}段：要深入学习贯彻党的十九大精神。`;
  document.body.append(line);
}

window.editorPage = {
  model: () => '',
  saved: () => document.body.innerHTML,
  bold: () => [],
  strangers: () => [],
};
