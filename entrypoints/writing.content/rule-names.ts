import { language } from '../../components/say.ts';
import type { Language } from '../../lib/language/language.ts';
import type { Ask } from './ask.ts';
import type { RuleAbout } from './card-why.tsx';

/** What the rules are called in the language of the screen. */
export interface RuleNames {
  /** What is known of a rule; empty words until known. */
  about(rule: string): RuleAbout;
  /** Asks for the names unless they are known in the present language. */
  learn(): Promise<void>;
}

/** Asks the background for the names of the rules; `onKnown` is called when they have come. */
export function createRuleNames(ask: Ask, onKnown: () => void): RuleNames {
  let known: { readonly language: Language; readonly rules: ReadonlyMap<string, RuleAbout> } | null = null;
  return {
    about: (rule) => known?.rules.get(rule) ?? { title: '', basis: '', version: '' },
    async learn() {
      if (known?.language === language.peek()) return;
      // Set before the answer, so that one request is made at a time.
      known = { language: language.peek(), rules: new Map() };
      const status = await ask({ type: 'status' });
      if (status === null || 'fault' in status) {
        known = null;
        return;
      }
      const { version, rules } = status;
      const named = rules.map(({ id, title, basis }) => [id, { title, basis, version }] as const);
      known = { language: status.language, rules: new Map(named) };
      onKnown();
    },
  };
}
