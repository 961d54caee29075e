import { type Announcement, findAnnouncements, rightCount } from '../draft/announcements.ts';
import type { NumberingStyle } from '../draft/numbering-style.ts';
import { type Outline, parseOutline } from '../draft/outline.ts';
import { planFor } from '../draft/repair.ts';
import type { Span } from '../draft/types.ts';
import { findWrongTwos } from '../draft/wrong-two.ts';
import type { DraftRule, Finding, Fix, RuleContext } from './types.ts';

/** An announced number (讲三点意见) against the list right behind it, and 两 before a measure word (rules 15, 16). */
export const announcedCount: DraftRule = {
  id: 'announced-count',
  title: '所讲条数',
  about: '看“讲三点意见”之类所报的条数，与紧接着的条目是否相符。',
  scope: 'draft',
  check(context: RuleContext): Finding[] {
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

/** 二点意见, 二个方面, wherever it stands. */
function wrongTwo(outline: Outline, { start, end }: Span): Finding {
  const said = outline.draft.text.slice(start, end);
  const better = `两${said.slice(1)}`;
  return {
    rule: 'announced-count',
    level: 'warning',
    start,
    end,
    message: `量词之前通常用“两”，建议把“${said}”改为“${better}”。`,
    fixes: [{ label: `改为“${better}”`, edits: [{ start, end: start + 1, text: '两' }] }],
  };
}

function judge(outline: Outline, announcement: Announcement, style: NumberingStyle): Finding[] {
  const { numeral, phrase, series, value } = announcement;
  const written = outline.draft.text.slice(numeral.start, numeral.end);
  const right = rightCount(outline, announcement);
  if (right === written) return [];
  const said = outline.draft.text.slice(phrase.start, phrase.end);
  const better = right + said.slice(written.length);
  const onlyTwo = announcement.wrongTwo && right === '两';
  // A gap that would make up the number is said at the gap itself.
  if (!onlyTwo && series?.items.at(-1)?.value === value) return [];
  const message = onlyTwo
    ? `量词之前通常用“两”，建议把“${said}”改为“${better}”。`
    : `此处说“${said}”，紧接着所列为${series?.items.length ?? value}条，两处通常应当一致，建议核对。`;
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
): Fix[] {
  const { numeral, series } = announcement;
  const count: Fix = {
    label: `改为“${better}”`,
    edits: [{ start: numeral.start, end: numeral.end, text: right }],
  };
  if (series === null) return [count];
  const both = planFor(outline, [series], style);
  if (both.length < 2) return [count];
  return [
    count,
    { label: '一并改正所列序号', edits: both.map(({ start, end, text }) => ({ start, end, text })) },
  ];
}
