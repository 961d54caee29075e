import type { Edit } from '../draft/types.ts';
import { spoken } from '../language/language.ts';
import type { Finding } from '../rules/types.ts';

/** An edit with the reason why it is made, for the comment in the author's document. */
export interface ReasonedEdit extends Edit {
  readonly reason: string;
}

/**
 * Why a finding was fixed, as a comment in the author's document says it: its sentence, and on what ground. Comments are
 * in the language of the screen, as the sentences are; the titles of sources are Chinese.
 */
export function reasonOf({ message, source }: Pick<Finding, 'message' | 'source'>): string {
  if (source === undefined) return message;
  const { title, date } = source;
  const on = date === undefined ? '' : spoken(`（${date}）`, ` (${date})`);
  return message + spoken(`依据：${title}${on}。`, ` Source: ${title}${on}.`);
}

/** Why a numbering repair changes an ordinal. */
export function reasonOfRepair(): string {
  return spoken('序号按层次顺排。', 'Numbers follow one another by level.');
}

/** Why ordinals are written in one form. */
export function reasonOfStyle(): string {
  return spoken('按所选样式统一序号写法。', 'Numbers are written in the form chosen.');
}
