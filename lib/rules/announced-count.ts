import { type Announcement, findAnnouncements, rightCount } from '../draft/announcements.ts';
import { backCountsOf, rightBackCount } from '../draft/back-counts.ts';
import type { NumberingStyle } from '../draft/ordinal-style.ts';
import { type Outline, type OutlineSeries, parseOutline } from '../draft/outline.ts';
import { planFor } from '../draft/repair.ts';
import type { Edit, Span } from '../draft/types.ts';
import { findWrongTwos } from '../draft/wrong-two.ts';
import { bilingual, type Words } from '../language/language.ts';
import { changeTo } from './quoted-words.ts';
import type { DraftContext, DraftRule, RuleFinding, RuleFix } from './types.ts';

/** An announced number (讲三点意见) against the list behind it, and 两 before a measure word (rules 15, 16). */
export const announcedCount: DraftRule = {
  id: 'announced-count',
  title: bilingual('所讲条数', 'Announced number'),
  about: bilingual(
    '看“讲三点意见”之类所报的条数，与紧接着的条目是否相符。',
    'Whether “讲三点意见” agrees with the items that follow.',
  ),
  example: {
    before: '下面讲三点意见。\n一、提高认识\n二、明确任务',
    after: '下面讲两点意见。\n一、提高认识\n二、明确任务',
    date: '2026-11-20',
  },
  basis: bilingual('讲话稿通行写法', 'Common usage in speech drafts'),
  scope: 'draft',
  check(context: DraftContext): RuleFinding[] {
    const outline = parseOutline(context.draft);
    const style = context.numberingStyle ?? {};
    const announcements = findAnnouncements(outline);
    const announced = new Set(announcements.map(({ phrase }) => phrase.start));
    return [
      ...announcements.flatMap((announcement) => judge(outline, announcement, style)),
      ...findWrongTwos(outline.draft)
        .filter(({ start }) => !announced.has(start))
        .map((two) => wrongTwo(outline, two)),
    ];
  },
};

/** Reports 二点意见, 二个方面 anywhere in the draft. */
function wrongTwo(outline: Outline, { start, end }: Span): RuleFinding {
  const said = outline.draft.text.slice(start, end);
  const better = `两${said.slice(1)}`;
  return {
    rule: 'announced-count',
    level: 'warning',
    start,
    end,
    message: twoMessage(said, better),
    fixes: [{ label: changeTo(better), edits: [{ start, end: start + 1, text: '两' }] }],
  };
}

function twoMessage(said: string, better: string): Words {
  return bilingual(
    `量词之前通常用“两”，建议把“${said}”改为“${better}”。`,
    `Before a measure word “两” is usual: “${better}” for “${said}”.`,
  );
}

function judge(outline: Outline, announcement: Announcement, style: NumberingStyle): RuleFinding[] {
  const { numeral, phrase, series, value } = announcement;
  const written = outline.draft.text.slice(numeral.start, numeral.end);
  const right = rightCount(outline, announcement);
  if (right === written) return [];
  const said = outline.draft.text.slice(phrase.start, phrase.end);
  const better = right + said.slice(written.length);
  const onlyTwo = announcement.wrongTwo && right === '两';
  // A gap that explains the difference is reported at the gap.
  if (!onlyTwo && series?.items.at(-1)?.value === value) return [];
  const message = onlyTwo
    ? twoMessage(said, better)
    : bilingual(
        `此处说“${said}”，紧接着所列为${series?.items.length ?? value}条，两处通常应当一致，建议核对。`,
        `“${said}” is announced, and ${series?.items.length ?? value} items follow; usually the two agree.`,
      );
  return [
    {
      rule: 'announced-count',
      level: 'warning',
      start: phrase.start,
      end: phrase.end,
      message,
      fixes: fixesOf(outline, announcement, right, better, style),
    },
  ];
}

function fixesOf(
  outline: Outline,
  announcement: Announcement,
  right: string,
  better: string,
  style: NumberingStyle,
): RuleFix[] {
  const { numeral, series } = announcement;
  const edit = { start: numeral.start, end: numeral.end, text: right };
  const count: RuleFix = { label: changeTo(better), edits: [edit] };
  if (series === null) return [count];
  const following = backEdits(outline, series, announcement.value);
  const fixes: RuleFix[] = [count];
  if (following.length > 0)
    fixes.unshift({
      label: bilingual('一并改正后文所报条数', 'Correct this number and where it is said again'),
      edits: [edit, ...following],
    });
  const plan = planFor(outline, [series], style);
  if (plan.length > 1 && plan.some(({ about }) => about === undefined))
    fixes.push({
      label: bilingual('一并改正所列序号', 'Correct the listed numbers too'),
      edits: plan.map(({ start, end, text }) => ({ start, end, text })),
    });
  return fixes;
}

/** 以上四点 changes together with 讲四点意见. */
function backEdits(outline: Outline, series: OutlineSeries, value: number): Edit[] {
  const edits: Edit[] = [];
  for (const count of backCountsOf(outline, series)) {
    if (count.value !== value) continue;
    const { start, end } = count.numeral;
    const text = rightBackCount(outline, count);
    if (text !== outline.draft.text.slice(start, end)) edits.push({ start, end, text });
  }
  return edits;
}
