import { mayHoldEditor } from '../../lib/sites/sites.ts';

/** True if the page around this frame is one where the author may write; see `mayHoldEditor`. */
export function isEditorPage(): boolean {
  return mayHoldEditor(pageAddress());
}

/** The address of the page around this frame; of the frame itself where another site is around it. */
function pageAddress(): string {
  try {
    return window.top?.location.href ?? location.href;
  } catch {
    return location.href;
  }
}
