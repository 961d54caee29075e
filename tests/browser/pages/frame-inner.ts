import './plain.ts';
import type { Answer, Question } from './draft-frame.ts';

/** The part of `frame-cross` on the other site: it answers the page around it. */
window.addEventListener('message', ({ data, source }: MessageEvent<Partial<Question>>) => {
  const { ask, argument } = data;
  // The frame receives other messages too.
  if (ask === undefined) return;
  const { editorPage } = window;
  const answers: Record<Question['ask'], () => unknown> = {
    model: () => editorPage.model(),
    saved: () => editorPage.saved(),
    bold: () => editorPage.bold(),
    strangers: () => editorPage.strangers(argument === true),
    box: () => editorPage.box?.(String(argument)),
    redraw: () => editorPage.redraw?.(),
  };
  const answer: Answer = { nth: data.nth ?? -1, value: answers[ask]() };
  source?.postMessage(answer, { targetOrigin: '*' });
});
