import './plain.ts';
import type { Answer, Question } from './draft-frame.ts';

/** The part of `frame-cross` that stands on the other site: it answers the page around it. */
window.addEventListener('message', ({ data, source }: MessageEvent<Question>) => {
  const { ask, argument } = data;
  const { editorPage } = window;
  const answers: Record<Question['ask'], () => unknown> = {
    model: () => editorPage.model(),
    saved: () => editorPage.saved(),
    bold: () => editorPage.bold(),
    strangers: () => editorPage.strangers(argument === true),
    box: () => editorPage.box?.(String(argument)),
    redraw: () => editorPage.redraw?.(),
  };
  const answer: Answer = { nth: data.nth, value: answers[ask]() };
  source?.postMessage(answer, { targetOrigin: '*' });
});
