/** One draft for all editors: an old congress whose words a bold run splits, a gap in the headings, a list, a table. */
export const draftHtml = [
  '<h1>在全市机关党建工作推进会上的讲话</h1>',
  '<p>同志们：</p>',
  '<p>今天会议的主要任务，是深入学习贯彻党的<strong>十九大精</strong>神，部署下一步工作。下面，我讲四点意见。</p>',
  '<h2>一、提高思想认识</h2>',
  '<p>要把思想统一到会议部署上来，<strong>一件一件</strong>抓好落实。</p>',
  '<h2>二、抓好重点任务</h2>',
  '<p>市工商局要会同有关部门，把营商环境的各项措施落到实处。</p>',
  '<ul><li>压实责任，逐级明确牵头人。</li><li>跟踪问效，按月通报进度。</li></ul>',
  '<h2>四、加强组织领导</h2>',
  '<p>各单位要对照表格所列事项，逐项推进。</p>',
  '<table><tbody><tr><td>事项</td><td>牵头单位</td></tr><tr><td>窗口服务</td><td>政务服务中心</td></tr></tbody></table>',
  '<h2>五、严格督促检查</h2>',
  '<p>同志们，任务已经明确，关键在于落实。</p>',
].join('');

/** The same in plain text, as a textarea holds it and as an editor's field reads. */
export const draftText = [
  '在全市机关党建工作推进会上的讲话',
  '同志们：',
  '今天会议的主要任务，是深入学习贯彻党的十九大精神，部署下一步工作。下面，我讲四点意见。',
  '一、提高思想认识',
  '要把思想统一到会议部署上来，一件一件抓好落实。',
  '二、抓好重点任务',
  '市工商局要会同有关部门，把营商环境的各项措施落到实处。',
  '压实责任，逐级明确牵头人。',
  '跟踪问效，按月通报进度。',
  '四、加强组织领导',
  '各单位要对照表格所列事项，逐项推进。',
  '事项',
  '牵头单位',
  '窗口服务',
  '政务服务中心',
  '五、严格督促检查',
  '同志们，任务已经明确，关键在于落实。',
].join('\n');

/** What each page tells its test. */
export interface EditorPage {
  /** The text as the editor's own model has it, paragraphs parted by line feeds; blank ones left out. */
  model(): string | Promise<string>;
  /** What the editor would save. */
  saved(): string | Promise<string>;
  /** The bold words in the model, in order. */
  bold(): string[] | Promise<string[]>;
  /** Nodes of Gaozhun that ever came up inside the editor. */
  strangers(): string[];
}

declare global {
  interface Window {
    editorPage: EditorPage;
  }
}

/** Keeps record of every node and attribute that comes up inside an editor and is not its own. */
export function watchStrangers(editor: Node): () => string[] {
  const seen: string[] = [];
  const observer = new MutationObserver((records) => {
    for (const { addedNodes, attributeName } of records) {
      if (attributeName?.includes('gaozhun')) seen.push(attributeName);
      for (const node of addedNodes) if (/^gaozhun/i.test(node.nodeName)) seen.push(node.nodeName);
    }
  });
  observer.observe(editor, { childList: true, attributes: true, subtree: true });
  return () => [...seen];
}

/** The text of saved HTML, block by block, and its bold words. */
export function fromHtml(html: string): { text: string; bold: string[] } {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  const blocks = [...parsed.body.querySelectorAll('h1, h2, h3, p, div, li, td, th')].filter(
    (block) => block.querySelector('h1, h2, h3, p, div, li') === null,
  );
  const text = blocks
    .map((block) => (block.textContent ?? '').replaceAll('\u00a0', ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
  const bold = [...parsed.querySelectorAll('strong, b')].map((run) => run.textContent ?? '');
  return { text, bold };
}
