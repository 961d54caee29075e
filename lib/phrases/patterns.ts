import type { Entry, HitRole } from './types.ts';
import { quoteVariants } from './wording.ts';

/** What a key of the automaton stands for; the place in this list is what the index stores. */
export const patternRoles = ['form', 'wrong', 'name', 'alias', 'mask-form', 'mask-wrong'] as const;
export type PatternRole = (typeof patternRoles)[number];

/** A wording that an entry has scanned for: `item` indexes its forms, wrong forms or aliases, `variant` its spellings. */
export interface EntryPattern {
  readonly text: string;
  readonly role: PatternRole;
  readonly item: number;
  readonly variant: number;
}

/** Lists all that is scanned for an entry: a set phrase's names without quotation marks, everything else as written. */
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

/** The words of one pattern, from the entry it belongs to; undefined when the entry has no such item. */
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
