import type { IgnoreScope } from '../lib/checking/ignore.ts';
import { say } from './say.ts';

/** The ways of ignoring a finding, in the same words on every surface. */
export const ignoreNames: Readonly<Record<IgnoreScope, string>> = {
  get here() {
    return say('忽略此处', 'Ignore here');
  },
  get draft() {
    return say('本稿忽略', 'Ignore in this draft');
  },
  get always() {
    return say('每篇忽略', 'Ignore everywhere');
  },
};

/** Words of the draft in quotation marks; those within them become single ones. */
export function quoted(words: string): string {
  return `“${words.replaceAll('“', '‘').replaceAll('”', '’')}”`;
}

/** What was ignored, in a sentence. `words` are those of the draft, shortened. */
export function ignoredInWords(scope: IgnoreScope, words: string): string {
  switch (scope) {
    case 'here':
      return say('已忽略此处。', 'Ignored here.');
    case 'draft':
      return say(`本稿不再提示${quoted(words)}。`, `${quoted(words)} is ignored in this draft.`);
    case 'always':
      return say(`各篇都不再提示${quoted(words)}。`, `${quoted(words)} is ignored everywhere.`);
  }
}
