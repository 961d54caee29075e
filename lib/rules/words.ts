import { both, type Words } from '../language/language.ts';
/** A wording in quotation marks for a message or a button; one that begins with marks of its own keeps just
 * those, marks within become inner ones. */
export function inMarks(wording: string): string {
  if (wording.startsWith('“') || wording.startsWith('《')) return wording;
  const inner = /[“”]/u.test(wording) ? wording.replaceAll('“', '‘').replaceAll('”', '’') : wording;
  return `“${inner}”`;
}

/** The words of a fix's button. */
export function changeTo(wording: string): Words {
  return both(`改为${inMarks(wording)}`, `Change to ${inMarks(wording)}`);
}
