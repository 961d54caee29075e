import type { Entry, HitRole } from './types.ts';
import { quoteVariants } from './wording.ts';

/** The roles of a key of the automaton; the index stores them by their place in this list. */
export const patternRoles = ['form', 'wrong', 'name', 'alias', 'mask-form', 'mask-wrong'] as const;
export type PatternRole = (typeof patternRoles)[number];

/** A wording to scan for: `item` is an index of the entry's forms, wrong forms or aliases, `variant` of its spellings. */
export interface EntryPattern {
  readonly text: string;
  readonly role: PatternRole;
  readonly item: number;
  readonly variant: number;
}

/** All wordings to scan for an entry: names of set phrases without quotation marks, others as written. */
export function patternsOf(entry: Entry): EntryPattern[] {
  const patterns: EntryPattern[] = [];
  const add = (role: PatternRole, item: number, texts: readonly string[]) => {
    texts.forEach((text, variant) => {
      patterns.push({ text, role, item, variant });
    });
  };
  if (entry.kind === 'set-phrase') {
    add('name', 0, quoteVariants(entry.name));
    entry.aliases.forEach((alias, i) => {
      add('alias', i, quoteVariants(alias));
    });
  } else if ('forms' in entry) {
    entry.forms.forEach((form, i) => {
      add('form', i, [form.text]);
      add('mask-form', i, form.except ?? []);
    });
  }
  entry.wrong.forEach((wrong, i) => {
    add('wrong', i, [wrong.text]);
    add('mask-wrong', i, wrong.except ?? []);
  });
  return patterns;
}

/** The text of a pattern of an entry; undefined if the entry has no such item. */
export function patternText(entry: Entry, role: HitRole, item: number, variant: number): string | undefined {
  switch (role) {
    case 'wrong':
      return entry.wrong[item]?.text;
    case 'form':
      return 'forms' in entry ? entry.forms[item]?.text : undefined;
    case 'name':
      return quoteVariants(entry.name)[variant];
    case 'alias':
      return entry.kind === 'set-phrase' ? quoteVariants(entry.aliases[item] ?? '')[variant] : undefined;
    default:
      return undefined;
  }
}
