import { bilingual, type Words } from '../language/language.ts';
/**
 * A wording in quotation marks for a message or a label; one that begins with its own marks keeps only those, and
 * inner marks become single ones.
 */
export function inMarks(wording: string): string {
  if (wording.startsWith('“') || wording.startsWith('《')) return wording;
  const inner = /[“”]/u.test(wording) ? wording.replaceAll('“', '‘').replaceAll('”', '’') : wording;
  return `“${inner}”`;
}

/** The label of a fix that replaces words. */
export function changeTo(wording: string): Words {
  return bilingual(`改为${inMarks(wording)}`, `Change to ${inMarks(wording)}`);
}
