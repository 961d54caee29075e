import { ownEntryPrefix } from '../phrases/own/pack.ts';
import type { Knowledge } from '../phrases/types.ts';
import { quoteVariants } from '../phrases/wording.ts';
import { byKnowledge } from './by-knowledge.ts';
import type { RuleFinding } from './types.ts';

/** The findings outside of words that the author has entered as right. */
export function withoutOwnRight(
  findings: readonly RuleFinding[],
  text: string,
  knowledge: Knowledge,
): RuleFinding[] {
  if (findings.length === 0) return [];
  const spans = namesOf(knowledge).flatMap((name) => {
    const found: { start: number; end: number }[] = [];
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1))
      found.push({ start: at, end: at + name.length });
    return found;
  });
  return findings.filter(
    (finding) => !spans.some(({ start, end }) => start <= finding.start && finding.end <= end),
  );
}

const namesOf = byKnowledge((knowledge): readonly string[] =>
  knowledge.entries
    .filter(({ id }) => id.startsWith(ownEntryPrefix))
    .flatMap(({ name }) => [...new Set([name, ...quoteVariants(name)])]),
);
