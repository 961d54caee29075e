import { addFrame } from './draft-frame.ts';

interface Told {
  readonly model: string;
  readonly saved: string;
  readonly bold: string[];
  readonly strangers: string[];
}

/** An editor in a frame of another site, which the browser keeps in a process of its own. */
let told: Told | null = null;
const other = `http://editor.localhost:${location.port}`;
window.addEventListener('message', ({ data, origin }: MessageEvent<Told>) => {
  if (origin === other) told = data;
});
await addFrame({ src: `${other}/frame-inner.html${location.search}` });
while (told === null) await new Promise((resolve) => setTimeout(resolve, 20));

const last = (): Told => {
  if (told === null) throw new Error('The frame has said nothing.');
  return told;
};
window.editorPage = {
  model: () => last().model,
  saved: () => last().saved,
  bold: () => last().bold,
  strangers: () => last().strangers,
};
