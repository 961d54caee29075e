import { overlaps } from '../draft/overlaps.ts';
import { bilingual, type Words } from '../language/language.ts';
import type { Hit, WrongForm } from '../phrases/types.ts';
import { standsBeside } from './confusable/beside.ts';
import { dateFindings } from './confusable/date-characters.ts';
import { doubledWords } from './confusable/doubled-words.ts';
import { lookalikeFindings } from './confusable/lookalikes.ts';
import { inTitle, isSpokenOf } from './confusable/mentioned.ts';
import { isPerson } from './confusable/proper-names.ts';
import { spellingFindings } from './confusable/spelling.ts';
import { strayFindings } from './confusable/stray.ts';
import { changeTo } from './quoted-words.ts';
import type { Level, ParagraphContext, ParagraphRule, RuleFinding } from './types.ts';
import { isAcrossWords, isWholeWords } from './whole-words.ts';

/** Words with a wrong character of like sound or shape, and look-alike characters. */
export const confusableCharacters: ParagraphRule = {
  id: 'confusable-characters',
  title: bilingual('易错字词', 'Confusable characters'),
  about: bilingual(
    '音近、形近而写错的字词，识别或粘贴时混入的形近字符。',
    'Words written with a like-sounding or like-looking character, and look-alikes from scanning or pasting.',
  ),
  example: { before: '要建立建全长效机制。', after: '要建立健全长效机制。', date: '2026-11-20' },
  basis: bilingual('《现代汉语词典》通行写法，Unicode 标准', 'Dictionary spelling, and Unicode'),
  scope: 'paragraph',
  check(paragraph, context): RuleFinding[] {
    const { text } = paragraph;
    const findings = [...lookalikeFindings(paragraph), ...dateFindings(paragraph)];
    for (const hit of paragraph.hits) {
      const finding = wordFinding(hit, text, context);
      if (finding !== null) findings.push(finding);
    }
    const slips = [spellingFindings, strayFindings, doubledWords].flatMap((find) => find(paragraph, context));
    for (const finding of slips) {
      const isReported = findings.some((other) => overlaps(finding, other));
      if (!isReported && !inTitle(text, finding.start) && !isSpokenOf(text, finding.start, finding.end))
        findings.push(finding);
    }
    return findings;
  },
};

/** Longest sequence that two words form by chance: 其严厉程度. Code units. */
const longestByChance = 3;

function wordFinding(hit: Hit, text: string, context: ParagraphContext): RuleFinding | null {
  if (hit.pattern.role !== 'wrong') return null;
  const entry = context.knowledge.entries[hit.pattern.entry];
  const wrong = entry?.wrong[hit.pattern.item];
  if (entry?.kind !== 'confusable' || wrong === undefined) return null;
  const level: Level = entry.attestation === 'none' ? 'hint' : wrong.level;
  if ('beside' in wrong && !standsBeside(text, hit.start, wrong)) return null;
  // A document's title keeps its spelling, old or not.
  if (level !== 'error' && inTitle(text, hit.start)) return null;
  if (isSpokenOf(text, hit.start, hit.end)) return null;
  if (wrong.segment === true && !isWholeWords(hit, text, context)) return null;
  const { start, end } = hit;
  if (
    !('beside' in wrong) &&
    end - start <= longestByChance &&
    isAcrossWords(hit, wrong.right, text, context)
  )
    return null;
  if (end - start === 2 && isPerson(text, start)) return null;
  return {
    rule: 'confusable-characters',
    level,
    start,
    end,
    message: messageOf(wrong, level),
    source: entry.source,
    fixes: [{ label: changeTo(wrong.right), edits: [{ start, end, text: wrong.right }] }],
  };
}

function messageOf({ right, why }: WrongForm, level: Level): Words {
  const what = {
    error: `此处有错字，应为“${right}”`,
    warning: `此处疑有错字，通常写作“${right}”`,
    hint: `通常写作“${right}”`,
  }[level];
  const english = {
    error: `Wrong character here: “${right}” is meant.`,
    warning: `Probably a wrong character: usually written “${right}”.`,
    hint: `Usually written “${right}”.`,
  }[level];
  return bilingual(why === undefined ? `${what}。` : `${what}：${why.replace(/。$/u, '')}。`, english);
}
