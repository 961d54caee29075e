import { language } from '../../components/say.ts';
import type { Language } from '../../lib/language/language.ts';
import type { Ask } from './ask.ts';
import type { RuleAbout } from './card-why.tsx';

/** The rules' names in the language of the screen. */
export interface RuleNames {
  /** The description of a rule; empty words until known. */
  about(rule: string): RuleAbout;
  /** Requests the names unless known in the present language. */
  learn(): Promise<void>;
}

/** Requests the rules' names from the background; calls `onKnown` when they arrive. */
export function createRuleNames(ask: Ask, onKnown: () => void): RuleNames {
  let cache: { readonly language: Language; readonly rules: ReadonlyMap<string, RuleAbout> } | null = null;
  return {
    about: (rule) => cache?.rules.get(rule) ?? { title: '', basis: '', version: '' },
    async learn() {
      if (cache?.language === language.value) return;
      // Set before the answer, so that only one request is made at a time.
      cache = { language: language.value, rules: new Map() };
      const status = await ask({ type: 'status' });
      if (status === null || 'fault' in status) {
        cache = null;
        return;
      }
      const { version, rules } = status;
      const named = rules.map(({ id, title, basis }) => [id, { title, basis, version }] as const);
      cache = { language: status.language, rules: new Map(named) };
      onKnown();
    },
  };
}
