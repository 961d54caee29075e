import type { Entry } from './types.ts';

/** Wordings of an entry beside its name, for searching and showing. The stems of offices are no wordings by themselves. */
export function otherWordings(entry: Entry): readonly string[] {
  if ('aliases' in entry) return entry.aliases;
  return 'forms' in entry ? entry.forms.filter(({ unit }) => unit !== true).map(({ text }) => text) : [];
}
