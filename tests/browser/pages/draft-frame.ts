/** Adds a frame for an editor, as high as the view allows. */
export function addFrame(source: { src?: string; srcdoc?: string }): Promise<HTMLIFrameElement> {
  const frame = document.createElement('iframe');
  frame.style.cssText = 'width: 700px; height: 680px; border: 0; outline: 1px solid #999';
  Object.assign(frame, source);
  return new Promise((resolve) => {
    // Some browsers dispatch the load event of a frame without an address synchronously.
    frame.addEventListener('load', () => resolve(frame), { once: true });
    document.body.append(frame);
  });
}

/** A page's request to the editor in its cross-site frame. */
export interface Question {
  readonly nth: number;
  readonly ask: 'model' | 'saved' | 'bold' | 'strangers' | 'box' | 'redraw';
  readonly argument?: unknown;
}

export interface Answer {
  readonly nth: number;
  readonly value: unknown;
}
