import EditorJS, { type OutputData } from '@editorjs/editorjs';
import Header from '@editorjs/header';
import { draftHtml, fromHtml, watchStrangers } from './draft.ts';
import { blocksOf, type Run } from './draft-blocks.ts';
import { boxOf } from './draft-box.ts';
import { placeholder } from './draft-empty.ts';

const place = document.createElement('div');
place.id = 'holder';
document.body.append(place);
const editor = new EditorJS({
  holder: place,
  data: dataOf(draftHtml),
  placeholder,
  tools: { header: Header },
});
await editor.isReady;
const strangers = watchStrangers(place);

function dataOf(html: string): OutputData {
  const blocks = blocksOf(html).map(({ tag, runs }) => {
    const text = runs.map(htmlOf).join('');
    return tag.startsWith('h')
      ? { type: 'header', data: { text, level: Number(tag.slice(1)) } }
      : { type: 'paragraph', data: { text } };
  });
  return { blocks };
}

function htmlOf({ text, bold, link }: Run): string {
  if (text === '\n') return '<br>';
  const words = bold ? `<b>${text}</b>` : text;
  return link === null ? words : `<a href="${link}">${words}</a>`;
}

async function saved(): Promise<string> {
  const { blocks } = await editor.save();
  return blocks.map(({ data }) => `<p>${data.text}</p>`).join('');
}

window.editorPage = {
  model: async () => fromHtml(await saved()).text,
  saved,
  bold: async () => fromHtml(await saved()).bold,
  strangers,
  box: (words) => boxOf(place, words),
  redraw: async () => editor.blocks.render(await editor.save()),
};
