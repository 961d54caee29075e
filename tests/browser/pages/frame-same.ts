import { addFrame } from './draft-frame.ts';

/** An editor in a frame of the same origin. */
const frame = await addFrame({ src: `plain.html${location.search}` });
const inner = frame.contentWindow;
if (inner === null) throw new Error('The frame has no window.');
while (!('editorPage' in inner)) await new Promise((resolve) => setTimeout(resolve, 20));

window.editorPage = inner.editorPage;
