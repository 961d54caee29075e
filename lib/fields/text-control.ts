export type TextControl = HTMLTextAreaElement | HTMLInputElement;

/** True for a textarea or a single-line input of any window. */
export function isTextControl(element: Element): element is TextControl {
  return element.tagName === 'TEXTAREA' || element.tagName === 'INPUT';
}
