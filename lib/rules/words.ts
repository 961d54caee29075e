/** A wording in quotation marks for a message or a button; one that has marks of its own keeps just those. */
export function inMarks(wording: string): string {
  return /^[“《]/u.test(wording) ? wording : `“${wording}”`;
}

/** The words of a fix's button. */
export function changeTo(wording: string): string {
  return `改为${inMarks(wording)}`;
}
