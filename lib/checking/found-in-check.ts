import { commonEnds } from '../common/common-ends.ts';
import type { Language } from '../language/language.ts';
import type { Finding, RuleFinding } from '../rules/types.ts';
import type { Found, FoundChange } from './found.ts';
import { packFindings } from './packed-findings.ts';
import { inLanguage, type PlacedFinding } from './placed-finding.ts';

const none: readonly Finding[] = [];

/** The findings of a check by paragraph, in one language. `count` is the number of paragraphs of the text. */
export function foundIn(shown: readonly PlacedFinding[], count: number, language: Language): Found {
  const paragraphs: (readonly Finding[])[] = new Array(count).fill(none);
  const ofDraft: Finding[] = [];
  let last: { paragraph: number; findings: Finding[] } | undefined;
  for (const { finding, paragraph } of shown) {
    if (paragraph === null) {
      ofDraft.push(inLanguage(finding, language));
      continue;
    }
    if (last?.paragraph !== paragraph) {
      last = { paragraph, findings: [] };
      paragraphs[paragraph] = last.findings;
    }
    last.findings.push(worded(finding, language));
  }
  return { paragraphs, ofDraft };
}

const wordings: Readonly<Record<Language, WeakMap<RuleFinding, Finding>>> = {
  zh: new WeakMap(),
  en: new WeakMap(),
};

/** Returns the same object for the same finding: identity tells which paragraphs have changed. */
function worded(finding: RuleFinding, language: Language): Finding {
  const known = wordings[language];
  let one = known.get(finding);
  if (one === undefined) {
    one = inLanguage(finding, language);
    known.set(finding, one);
  }
  return one;
}

/** The change from the findings of one check to the next; `before` is null for the first. */
export function changeOf(before: Found | null, now: Found): FoundChange {
  const old = before?.paragraphs ?? [];
  const { paragraphs } = now;
  const { head, tail } = commonEnds(old, paragraphs, areSame);
  return {
    from: head,
    count: old.length - head - tail,
    packed: packFindings([now.ofDraft, ...paragraphs.slice(head, paragraphs.length - tail)]),
  };
}

function areSame(one: readonly Finding[], other: readonly Finding[]): boolean {
  return one === other || (one.length === other.length && one.every((finding, i) => finding === other[i]));
}
