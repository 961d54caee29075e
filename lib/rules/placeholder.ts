import { fillingOf } from '../draft/filling.ts';
import { hasSign, signsOfAll } from '../draft/signs.ts';
import { bilingual } from '../language/language.ts';
import { markBlanks, markSign } from './blanks/mark-blanks.ts';
import { nameBlanks, noteBlanks } from './blanks/notes.ts';
import type { Blank } from './blanks/types.ts';
import type { DraftContext, DraftRule, RuleFinding } from './types.ts';

/** More blanks of a family than this get one warning; the rest are listed as hints. */
const fewest = 5;
/** From this number of certain blanks on, the doubtful ones of the family count too. */
const convincing = 2;
/** ×月×日, X届X次: one blank. */
const joint = /^[年月日届次]$/u;

/** Blanks of a template: ××, XX, **, ____, 某某, （此处补充……）. Only the author knows what belongs there. */
export const placeholder: DraftRule = {
  id: 'placeholder',
  title: bilingual('占位文字', 'Placeholders'),
  about: bilingual(
    '套用模板后没有填写的地方，如××、XX、____、某某和“此处补充”。',
    'Places of a template that were never filled in, such as ××, XX, ____ and “此处补充”.',
  ),
  example: {
    before: '今年以来，全市新增企业××家。',
    after: '今年以来，全市新增企业××家。',
    date: '2026-11-20',
  },
  basis: bilingual('讲话稿通行写法', 'Common usage in speech drafts'),
  scope: 'draft',
  check({ draft: { text, paragraphs } }: DraftContext): RuleFinding[] {
    const signs = signsOfAll(paragraphs);
    const notes = noteBlanks(text, signs);
    const noteEnd = new Map<number, number>();
    for (const { start, end } of notes) for (let at = start; at < end; at++) noteEnd.set(at, end);
    const marks = convinced(!hasSign(signs, markSign) ? [] : markBlanks(text)).filter(
      (mark) => mark.end > (noteEnd.get(mark.start) ?? mark.start),
    );
    const all = [...notes, ...marks, ...nameBlanks(text)].sort((a, b) => a.start - b.start);
    return findingsOf(joined(all, text), text);
  },
};

function convinced(blanks: readonly Blank[]): Blank[] {
  const sure = new Map<Blank['family'], number>();
  for (const { family, weak } of blanks) if (weak !== true) sure.set(family, (sure.get(family) ?? 0) + 1);
  return blanks.filter(({ family, weak }) => weak !== true || (sure.get(family) ?? 0) >= convincing);
}

function joined(blanks: readonly Blank[], text: string): Blank[] {
  const result: Blank[] = [];
  for (const blank of blanks) {
    const last = result.at(-1);
    const gap = last === undefined ? '' : text.slice(last.end, blank.start);
    if (last !== undefined && last.family === blank.family && (gap === '' || joint.test(gap))) {
      const unit = joint.test(text.charAt(blank.end)) ? 1 : 0;
      result[result.length - 1] = { ...last, end: blank.end + unit };
    } else {
      result.push(blank);
    }
  }
  return result;
}

function findingsOf(blanks: readonly Blank[], text: string): RuleFinding[] {
  const counts = new Map<Blank['family'], number>();
  for (const { family } of blanks) counts.set(family, (counts.get(family) ?? 0) + 1);
  const begun = new Set<Blank['family']>();
  return blanks.map((blank) => {
    const { start, end, family } = blank;
    const count = counts.get(family) ?? 0;
    const first = !begun.has(family);
    begun.add(family);
    const written = text.slice(start, end);
    const short = written.length > 12 ? `${written.slice(0, 12)}…` : written;
    const many = count > fewest;
    const message =
      many && first
        ? bilingual(
            `全稿有${count}处这样的占位文字，像是套用的模板或隐去了名称，其余列为“可斟酌”，请逐处补全。`,
            `${count} such placeholders in this draft: a template, or names left out. The rest are listed under “Consider”.`,
          )
        : bilingual(
            `“${short}”像是没有填写的占位文字，请补上${fill(blank, text)}。`,
            `“${short}” looks like a placeholder that was never filled in.`,
          );
    return {
      rule: 'placeholder',
      level: many && !first ? 'hint' : 'warning',
      start,
      end,
      message,
      fixes: [],
    };
  });
}

function fill(blank: Blank, text: string): string {
  const written = text.slice(blank.start, blank.end);
  const inside = /[年月日届次]/u.exec(written);
  if (blank.family === 'note') return '内容';
  return fillingOf(inside === null ? text.slice(blank.end, blank.end + 4) : inside[0]);
}
