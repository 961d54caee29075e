import { narrowed } from '../draft/text-edits.ts';
import { bilingual } from '../language/language.ts';
import { lastDayOf } from './mentions/implied-day.ts';
import { type JudgedMention, judgeMentions } from './mentions/index.ts';
import { staysTrue } from './mentions/staying-true.ts';
import { withoutOwnRight } from './own-right.ts';
import { changeTo } from './quoted-words.ts';
import type { ParagraphContext, ParagraphRule, RuleFinding } from './types.ts';

/**
 * Outdated congresses, plenums, sessions, plans, years, campaigns, goals, offices, laws and formulations that are
 * presented as current: the marked part of the list of time-bound mentions. An old name alone is no fault; its
 * sentence's presentation decides.
 */
export const outdatedReference: ParagraphRule = {
  id: 'outdated-reference',
  title: bilingual('过时提法', 'Outdated references'),
  about: bilingual(
    '往届会议、已结束的规划和学习教育、已过去的年份和期限、已更名的机构和已废止的法规，被当作今天的要求写进稿件。',
    'Earlier congresses, finished plans and campaigns, years and deadlines that are over, renamed offices and repealed regulations, written as if of today.',
  ),
  example: {
    before: '要深入学习贯彻党的十九大精神，把各项工作抓紧抓实。',
    after: '要深入学习贯彻党的二十大精神，把各项工作抓紧抓实。',
    date: '2026-11-20',
  },
  basis: bilingual(
    '词库各条所注的会议、文件和日期',
    'The meetings, documents and dates named by each pack entry',
  ),
  scope: 'paragraph',
  check(paragraph, context): RuleFinding[] {
    const found: RuleFinding[] = [];
    for (const mention of judgeMentions(paragraph, context)) {
      if (!isReported(mention)) continue;
      const { target } = mention;
      // In order of place, so only the last one can overlap.
      const start = startBehind(found.at(-1)?.end ?? 0, target, paragraph.text);
      if (start !== null) found.push({ ...findingOf(mention, paragraph.text, context), start });
    }
    return withoutOwnRight(found, paragraph.text, context.knowledge);
  },
};

/** What is presented as current is reported at its kind's level; what only the author can know is listed. */
function isReported({ target, verdict, presented }: JudgedMention): boolean {
  return target.over && (verdict === 'change' || presented === 'current');
}

/** Where a target begins behind the finding before it; null if nothing is left, or its fix needs the whole of it. */
function startBehind(
  taken: number,
  { start, end, replacement }: JudgedMention['target'],
  text: string,
): number | null {
  if (start >= taken) return start;
  const rest = text.slice(taken, end).replace(/^[，、；：的]+/u, '');
  return rest.length < fewestLeft || replacement !== null ? null : end - rest.length;
}

/** A shorter rest of a target says nothing. UTF-16 units. */
const fewestLeft = 3;

function findingOf(
  { target, judgement }: JudgedMention,
  text: string,
  context: ParagraphContext,
): RuleFinding {
  const { start, end, replacement, source, message } = target;
  const isUnsure = target.level === 'error' && target.mayBeSaidOfItAlone === true && !staysTrue(text, target);
  const level = isUnsure ? 'warning' : target.level;
  const fixes =
    replacement === null
      ? []
      : [{ label: changeTo(replacement), edits: [narrowed(text, { start, end, text: replacement })] }];
  const cues = judgement?.cues ?? [];
  const until = level === 'hint' ? null : lastDayOf(target, context.knowledge);
  return {
    rule: 'outdated-reference',
    level,
    start,
    end,
    message: message(),
    ...(source === undefined ? {} : { source }),
    fixes,
    ...(until === null ? {} : { until }),
    ...(cues.length === 0 ? {} : { cues }),
  };
}
