export type TextControl = HTMLTextAreaElement | HTMLInputElement;

/** True for a textarea or a single-line input, in whichever window it was made. */
export function isTextControl(element: Element): element is TextControl {
  return element.tagName === 'TEXTAREA' || element.tagName === 'INPUT';
}
