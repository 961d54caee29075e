import { dayInWords } from '../draft/date-words.ts';
import type { Edit } from '../draft/types.ts';
import { bilingual, type Say } from '../language/language.ts';
import type { Finding } from '../rules/types.ts';

/** An edit with its reason, for the comment in the author's document. */
export interface ReasonedEdit extends Edit {
  readonly reason: string;
}

/** What stands before the source in a reason. */
const beforeSource = bilingual('依据：', ' Source: ');

/**
 * Why a finding was fixed, as a comment in the author's document says it: its sentence, and its source. Takes the `say`
 * of the language that the finding is in; the titles of sources are Chinese in both.
 */
export function reasonOf({ message, source }: Pick<Finding, 'message' | 'source'>, say: Say): string {
  if (source === undefined) return message;
  const { title, date } = source;
  const on = date === undefined ? '' : say(`（${dayInWords(date).zh}）`, ` (${date})`);
  const { zh, en } = beforeSource;
  return message + say(`${zh}${title}${on}。`, `${en}${title}${on}.`);
}

/** A reason that `reasonOf` made, in either language: its sentence, and its source if it has one. */
export function partsOfReason(reason: string): { readonly message: string; readonly source?: string } {
  for (const mark of Object.values(beforeSource)) {
    const at = reason.lastIndexOf(mark);
    if (at < 0) continue;
    const source = reason.slice(at + mark.length).replace(/[。.]$/u, '');
    return { message: reason.slice(0, at), source };
  }
  return { message: reason };
}

/** Why a numbering repair changes an ordinal. */
export const reasonOfRepair = bilingual('序号按层次顺排。', 'Numbers follow one another by level.');

/** Why ordinals are written in one form. */
export const reasonOfStyle = bilingual('按所选样式统一序号写法。', 'Numbers are written in the form chosen.');
