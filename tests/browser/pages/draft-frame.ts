/** A frame of a page in which an editor stands, as high as the view allows. */
export function addFrame(source: { src?: string; srcdoc?: string }): Promise<HTMLIFrameElement> {
  const frame = document.createElement('iframe');
  frame.style.cssText = 'width: 700px; height: 680px; border: 0; outline: 1px solid #999';
  Object.assign(frame, source);
  return new Promise((resolve) => {
    // Of a frame without an address some browsers tell at once.
    frame.addEventListener('load', () => resolve(frame), { once: true });
    document.body.append(frame);
  });
}

/** What a page asks of the editor in its frame on another site. */
export interface Question {
  readonly nth: number;
  readonly ask: 'model' | 'saved' | 'bold' | 'strangers' | 'box' | 'redraw';
  readonly argument?: unknown;
}

export interface Answer {
  readonly nth: number;
  readonly value: unknown;
}
