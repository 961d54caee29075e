import { overlaps } from '../draft/overlaps.ts';
import { bilingual, type Words } from '../language/language.ts';
import type { Entry, Hit, WrongForm } from '../phrases/types.ts';
import { withoutOwnRight } from './own-right.ts';
import { begunIn } from './phrasing/begun.ts';
import { cutsWord } from './phrasing/cut-words.ts';
import { leftOutFindings } from './phrasing/left-out.ts';
import { memberFindings } from './phrasing/members.ts';
import { nearMissFindings } from './phrasing/near-miss.ts';
import { reorderedFindings } from './phrasing/reordered.ts';
import { sessionNameFindings } from './phrasing/sessions.ts';
import { changeTo, inMarks } from './quoted-words.ts';
import type { ParagraphContext, ParagraphRule, RuleFinding } from './types.ts';
import { isWholeWords } from './whole-words.ts';

/**
 * Official wording that is not quite right: known wrong forms, members and partners of set phrases, names of
 * sessions.
 */
export const standardPhrasing: ParagraphRule = {
  id: 'standard-phrasing',
  title: bilingual('规范表述', 'Standard phrasing'),
  about: bilingual(
    '固定提法写错、搭配不当、并列各项漏写或次序颠倒。',
    'Set phrases written wrongly, with a wrong partner, a missing member or in a wrong order.',
  ),
  example: {
    before: '要统筹推进“五位一体”战略布局。',
    after: '要统筹推进“五位一体”总体布局。',
    date: '2026-11-20',
  },
  basis: bilingual('词库各条所注的文件', 'The documents named by each pack entry'),
  scope: 'paragraph',
  check(paragraph, context): RuleFinding[] {
    const { text, bare, hits } = paragraph;
    const { knowledge, date } = context;
    const { halves, lists } = begunIn(bare, knowledge);
    const slips = [
      ...reorderedFindings(text, bare, knowledge, date),
      ...nearMissFindings(text, bare, halves, knowledge, date),
    ].filter((slip) => !isShownAsWrong(text, slip.start) && !cutsWord(text, slip, knowledge));
    // A miswritten member is not a missing one.
    const findings = memberFindings(text, hits, knowledge, date).filter(
      (finding) => finding.level === 'error' || !slips.some((slip) => contains(slip, finding)),
    );
    for (const finding of leftOutFindings(text, bare, lists, date))
      if (!findings.some((other) => overlaps(other, finding)) && !isShownAsWrong(text, finding.start))
        findings.push(finding);
    for (const hit of hits) {
      const finding = wrongFormFinding(hit, text, context);
      if (finding !== null) findings.push(finding);
    }
    return withoutOwnRight([...findings, ...sessionNameFindings(paragraph), ...slips], text, knowledge);
  },
};

function contains(outer: RuleFinding, inner: RuleFinding): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** 把“战略布局”写成“总体布局”: the sentence itself calls it wrong. */
const shownAsWrong = /(?:写成|错写|误写|误作|误为|说成|念成|读成|(?<!是)不是|不写)(?:了|作|为)?[“‘]?$/u;

function isShownAsWrong(text: string, start: number): boolean {
  return shownAsWrong.test(text.slice(Math.max(0, start - 8), start));
}

function wrongFormFinding(hit: Hit, text: string, context: ParagraphContext): RuleFinding | null {
  if (hit.pattern.role !== 'wrong') return null;
  const entry = context.knowledge.entries[hit.pattern.entry];
  const wrong = entry?.wrong[hit.pattern.item];
  if (entry === undefined || wrong === undefined || entry.attestation === 'none') return null;
  if (entry.kind === 'confusable' || isShownAsWrong(text, hit.start)) return null;
  // A wording is not wrong before the right one existed.
  if (entry.validFrom !== undefined && entry.datesVerified && context.date < entry.validFrom) return null;
  if (wrong.segment === true && !isWholeWords(hit, text, context)) return null;
  return {
    rule: 'standard-phrasing',
    level: wrong.level,
    start: hit.start,
    end: hit.end,
    message: messageOf(wrong, entry),
    source: entry.source,
    fixes: [{ label: changeTo(wrong.right), edits: [{ start: hit.start, end: hit.end, text: wrong.right }] }],
  };
}

function messageOf(wrong: WrongForm, entry: Entry): Words {
  const why = wrong.why === undefined ? `规范表述为${inMarks(wrong.right)}` : wrong.why.replace(/。$/u, '');
  const whole = wrong.right.includes(entry.name);
  const english = `The standard wording is ${inMarks(wrong.right)}`;
  return bilingual(
    whole || wrong.why !== undefined ? `${why}。` : `${why}（见${inMarks(entry.name)}）。`,
    whole ? `${english}.` : `${english} (see ${inMarks(entry.name)}).`,
  );
}
