/** A frame of a page in which an editor stands, as high as the view allows. */
export function addFrame(source: { src?: string; srcdoc?: string }): Promise<HTMLIFrameElement> {
  const frame = document.createElement('iframe');
  frame.style.cssText = 'width: 700px; height: 680px; border: 2px solid #999';
  Object.assign(frame, source);
  document.body.append(frame);
  return new Promise((resolve) => {
    frame.addEventListener('load', () => resolve(frame), { once: true });
  });
}
