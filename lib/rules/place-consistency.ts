import { matchesOf } from '../draft/matches.ts';
import { overlaps } from '../draft/overlaps.ts';
import { bilingual } from '../language/language.ts';
import { moved } from './moved.ts';
import { placesInDraft } from './place/in-draft.ts';
import { unitFindings } from './place/own-unit.ts';
import { changeTo, inMarks } from './quoted-words.ts';
import type { DraftRule, RuleFinding } from './types.ts';

/** The levels of places, with the pronouns that a leader of that level does not use. */
const strangers: Readonly<Record<string, readonly string[]>> = {
  省: ['我市', '我县', '我区', '我州', '我旗'],
  市: ['我县', '我旗', '我州'],
  州: ['我县', '我旗', '我区'],
  盟: ['我县', '我旗', '我区'],
  县: ['我区', '我旗', '我州'],
  旗: ['我县', '我区'],
  区: ['我县', '我旗'],
};

/** Organs that a speaker names as leading the draft's work. */
const organs =
  /在([\p{Script=Han}]{2,5}?[省市县区州旗盟])(?:委|委、[^，。]{1,6}|委[市县区州旗盟]政府|党委)?的?(?:坚强|正确|统一)?领导下/gu;

/**
 * Another place's words in a reused draft: 我县 in a draft of a 区, another place of the same level that is led, or that
 * the speaker stands for. 我市 in a draft of a 县 means its superior 市 and is right. Offsets of the draft. Basis: habit of
 * the field; without a place or a unit only one name against a majority of the draft is judged.
 */
export const placeConsistency: DraftRule = {
  id: 'place-consistency',
  title: bilingual('地方称谓', 'Names of places'),
  about: bilingual(
    '看稿中有没有留下别处的地名，或“我县”“我委”这类对不上的自称；设定了“我的地方”“我的单位”的，看得更全。',
    'Other places and forms of address left over from another draft; more of them are found once “my place” and “my unit” are set.',
  ),
  example: { before: '我区要抓好落实。', after: '我县要抓好落实。', date: '2026-11-20', place: '云溪县' },
  basis: bilingual('讲话稿通行写法', 'Common usage in speech drafts'),
  scope: 'draft',
  check({ draft, knowledge, place = '', unit = '' }): RuleFinding[] {
    const level = place.at(-1) ?? '';
    const ofParagraphs =
      place === '' && unit === ''
        ? []
        : draft.paragraphs.flatMap(({ text, start }) =>
            [
              ...(place === '' ? [] : [...pronouns(text, place, level), ...otherLeaders(text, place, level)]),
              ...(unit === '' ? [] : unitFindings(text, unit, (at) => isQuoted(text, at))),
            ].map((finding) => moved(finding, start)),
          );
    const ofDraft = placesInDraft(draft, place, knowledge, isQuoted).filter(
      (finding) => !ofParagraphs.some((other) => overlaps(finding, other)),
    );
    return [...ofParagraphs, ...ofDraft];
  },
};

function pronouns(text: string, place: string, level: string): RuleFinding[] {
  const findings: RuleFinding[] = [];
  for (const stranger of strangers[level] ?? []) {
    for (let start = text.indexOf(stranger); start >= 0; start = text.indexOf(stranger, start + 1)) {
      // 自我区分, 我区别对待: the characters are adjacent by chance. Quotations are skipped.
      if (
        /[自忘]/u.test(text.charAt(start - 1)) ||
        /^(?:别|分|域)/u.test(text.slice(start + 2)) ||
        isQuoted(text, start)
      )
        continue;
      const pronoun = `我${level}`;
      findings.push({
        rule: 'place-consistency',
        level: 'warning',
        start,
        end: start + 2,
        message: bilingual(
          `“我的地方”是${place}，此处自称${inMarks(stranger)}，像是别处稿件留下的。`,
          `“My place” is ${place}; ${inMarks(stranger)} seems to be left over from another draft.`,
        ),
        fixes: [{ label: changeTo(pronoun), edits: [{ start, end: start + 2, text: pronoun }] }],
      });
    }
  }
  return findings;
}

function otherLeaders(text: string, place: string, level: string): RuleFinding[] {
  const findings: RuleFinding[] = [];
  for (const match of matchesOf(text, organs)) {
    const named = match[1] ?? '';
    const start = match.index + 1;
    // Another level is a superior; the same name behind its superior's is the same place.
    if (!named.endsWith(level) || named.endsWith(place) || place.endsWith(named) || /^[全我本]/u.test(named))
      continue;
    if (isQuoted(text, start)) continue;
    const end = start + named.length;
    findings.push({
      rule: 'place-consistency',
      level: 'warning',
      start,
      end,
      message: bilingual(
        `“我的地方”是${place}，此处写的是${named}，像是别处稿件留下的。`,
        `“My place” is ${place}; ${named} seems to be left over from another draft.`,
      ),
      fixes: [{ label: changeTo(place), edits: [{ start, end, text: place }] }],
    });
  }
  return findings;
}

function isQuoted(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 1_000), at);
  return before.lastIndexOf('“') > before.lastIndexOf('”');
}
