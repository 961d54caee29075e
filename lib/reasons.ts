import type { Edit } from './draft/types.ts';
import type { Finding } from './rules/types.ts';

/** An edit with the reason why it is made, for the comment in the author's document. */
export interface ReasonedEdit extends Edit {
  readonly reason: string;
}

/** Why a finding was fixed, as a comment in the author's document says it: its sentence, and on what ground. */
export function reasonOf({ message, source }: Pick<Finding, 'message' | 'source'>): string {
  if (source === undefined) return message;
  return `${message}依据：${source.title}${source.date === undefined ? '' : `（${source.date}）`}。`;
}

/** Why a numbering repair changes an ordinal. */
export const reasonOfRepair = '序号按层次顺排。';
/** Why ordinals are written in one form. */
export const reasonOfStyle = '按所选样式统一序号写法。';
