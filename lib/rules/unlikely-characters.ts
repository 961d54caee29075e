import { overlaps } from '../draft/overlaps.ts';
import { bilingual } from '../language/language.ts';
import { isSpokenOf } from './confusable/mentioned.ts';
import { rightOf } from './confusable/spelling.ts';
import { type Slip, slipsIn } from './prose/slips.ts';
import { changeTo } from './quoted-words.ts';
import type { ParagraphRule, RuleFinding, RuleParagraph } from './types.ts';

/** Characters that official prose does not have at their place, where one of like sound or shape is common. */
export const unlikelyCharacters: ParagraphRule = {
  id: 'unlikely-characters',
  title: bilingual('疑似错字', 'Unlikely characters'),
  about: bilingual(
    '按公文用字的统计，此处少见而音近、形近的字常见的字。',
    'Characters that are rare at their place in official prose, where one of like sound or shape is common.',
  ),
  example: {
    before: '要严格落实安全生产责任志。',
    after: '要严格落实安全生产责任制。',
    date: '2026-11-20',
  },
  basis: bilingual('公开公文的用字统计', 'Counts of characters in published official prose'),
  scope: 'paragraph',
  check(paragraph, { prose, wantProse, knowledge, segmenter, wantSegmenter }): RuleFinding[] {
    if (prose === undefined) {
      wantProse?.();
      return [];
    }
    const { text, units } = paragraph;
    const slips = slipsIn(text, units, prose, segmenter);
    if (slips === null) wantSegmenter();
    return (slips ?? [])
      .filter(
        (slip) => !isSpokenOf(text, slip.start, slip.end) && !isKnown(paragraph, slip, rightOf(knowledge)),
      )
      .map((slip) => findingOf(text, slip));
  },
};

/** Code units of the words that the packs call right. */
const knownLengths = [2, 4];

/** Whether a slip lies within a wording of the packs, or in a word that they call right. */
function isKnown({ hits, text }: RuleParagraph, slip: Slip, right: ReadonlySet<string>): boolean {
  if (hits.some((hit) => hit.pattern.role !== 'wrong' && overlaps(hit, slip))) return true;
  for (const length of knownLengths)
    for (let at = slip.end - length; at <= slip.start; at++)
      if (right.has(text.slice(Math.max(0, at), at + length))) return true;
  return false;
}

function findingOf(text: string, slip: Slip): RuleFinding {
  const { start, end, word, meant } = wordOf(text, slip);
  return {
    rule: 'unlikely-characters',
    level: 'warning',
    start,
    end,
    message: bilingual(
      `“${word}”在公文里少见，疑为“${meant}”之误。`,
      `“${word}” is rare in official prose; probably “${meant}” is meant.`,
    ),
    fixes: [{ label: changeTo(meant), edits: [{ start, end, text: meant }] }],
  };
}

/** A slip with the word that it is in once put right, or else with the character that it stands with oftenest. */
function wordOf(text: string, { start, end, meant, word, leansBack }: Slip) {
  const isHan = (at: number) => /^\p{Script=Han}$/u.test(text.charAt(at));
  const isAlone = end - start === 1 && word.end - word.start === 1;
  const takesBefore = isAlone && isHan(start - 1) && (leansBack || !isHan(end));
  const takesAfter = isAlone && !takesBefore && isHan(end);
  const from = Math.min(word.start, takesBefore ? start - 1 : start);
  const to = Math.max(word.end, takesAfter ? end + 1 : end);
  return {
    start: from,
    end: to,
    word: text.slice(from, to),
    meant: text.slice(from, start) + meant + text.slice(end, to),
  };
}
