import type { ComponentChildren } from 'preact';
import type { PhraseResult } from '../lib/phrases/types.ts';

/** A name with its matched spans emphasised; spans are sorted UTF-16 offsets of the name. */
export function Emphasised({ name, matched }: Pick<PhraseResult, 'name' | 'matched'>) {
  const parts: ComponentChildren[] = [];
  let from = 0;
  for (const { start, end } of matched) {
    if (start < from || end > name.length) continue;
    parts.push(name.slice(from, start), <em>{name.slice(start, end)}</em>);
    from = end;
  }
  parts.push(name.slice(from));
  return <>{parts}</>;
}
