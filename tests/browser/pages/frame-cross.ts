import type { Box, EditorPage } from './draft.ts';
import { type Answer, addFrame, type Question } from './draft-frame.ts';

/** An editor in a cross-site frame, in its own process: accessed by messages. */
const other = `http://editor.localhost:${location.port}`;
const frame = await addFrame({ src: `${other}/frame-inner.html${location.search}` });
const waiting = new Map<number, (value: unknown) => void>();
let count = 0;
window.addEventListener('message', ({ data, origin }: MessageEvent<Answer>) => {
  if (origin === other) waiting.get(data.nth)?.(data.value);
});

function ask<T>(what: Question['ask'], argument?: unknown): Promise<T> {
  const question: Question = { nth: count++, ask: what, argument };
  return new Promise<T>((resolve) => {
    waiting.set(question.nth, (value) => resolve(value as T));
    frame.contentWindow?.postMessage(question, other);
  });
}

const page: EditorPage = {
  model: () => ask('model'),
  saved: () => ask('saved'),
  bold: () => ask('bold'),
  strangers: (every) => ask('strangers', every),
  async box(words) {
    const { left, top, right, bottom } = await ask<Box>('box', words);
    const corner = frame.getBoundingClientRect();
    const [x, y] = [corner.left, corner.top];
    return { left: left + x, top: top + y, right: right + x, bottom: bottom + y };
  },
  redraw: () => ask('redraw'),
};
window.editorPage = page;
