import type { AsOf, IsoDate, Span } from '../../draft/types.ts';
import { bilingual, type Words } from '../../language/language.ts';
import type { MentionKind } from '../../phrases/types.ts';
import type { ContextJudgement, Presented } from '../context/judge-context.ts';
import type { Level } from '../types.ts';
import type { JudgedMention } from './index.ts';
import type { Verdict } from './target.ts';
import { yearOf } from './time.ts';

/** A time-bound mention of a draft, with its verdict for the day judged on. UTF-16 offsets of the text. */
export interface TimeMention extends Span {
  readonly kind: MentionKind;
  /** First and last day of its time (ISO dates); null if unknown. */
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
  readonly presented: Presented | 'arithmetic';
  readonly verdict: Verdict;
  /** One sentence: the reason. */
  readonly reason: Words;
  /** The level at which it is marked if its verdict is 须改. */
  readonly level: Level;
  /** Its replacement on the day judged on; null if only the author can decide. */
  readonly successor: string | null;
  /** The features that decided, for maintainers; null if no sentence was judged. */
  readonly judgement: ContextJudgement | null;
}

/** Kinds that only the author can judge: right as long as the draft is of today. */
const authorsOwn: ReadonlySet<MentionKind> = new Set(['relative-year', 'local-meeting', 'figure']);

/**
 * Converts a judged mention of a paragraph to one of the draft.
 * @param offset where the paragraph begins
 * @param isOwnTime whether the draft is judged on a day of its own time
 */
export function timeMention(mention: JudgedMention, offset: number, isOwnTime: boolean): TimeMention {
  const { target, judgement, presented } = mention;
  const verdict = isOwnTime && authorsOwn.has(target.kind) ? 'keep' : mention.verdict;
  return {
    start: target.start + offset,
    end: target.end + offset,
    kind: target.kind,
    from: target.from,
    to: target.to,
    presented,
    verdict,
    level: target.level,
    reason: reasonOf(mention, verdict, isOwnTime),
    successor: verdict === 'keep' ? null : target.replacement,
    judgement,
  };
}

/**
 * The words that give the draft's own date: to be changed if they lie before the day judged on. Each is judged by its own
 * days, since the date line may be new already while a statement still tells of the old years.
 */
export function ownDates({ writtenFor, date, from: asked }: AsOf): TimeMention[] {
  if (writtenFor === undefined || writtenFor === null) return [];
  return [...writtenFor.evidence, ...(writtenFor.disagreeing ?? [])].map(({ start, end, from, to, kind }) => {
    // A year is summed up and planned for until it ends.
    const isOver = kind === 'statement' ? yearOf(to) < yearOf(date) : to < date;
    const isPast = isOver && asked === 'option';
    return {
      start,
      end,
      kind: 'draft-date' as const,
      from,
      to,
      presented: 'arithmetic' as const,
      verdict: isPast ? ('change' as const) : ('keep' as const),
      level: 'warning' as const,
      reason: !isPast ? ownDate : kind === 'statement' ? pastYears : pastDate,
      successor: null,
      judgement: null,
    };
  });
}

const ownDate = bilingual('这是稿件自己的日期。', 'The date of the draft itself.');
const pastDate = bilingual(
  '这是旧稿的日期，早于现在核对的日期。',
  'The date of the old draft lies before the day judged on.',
);
const pastYears = bilingual(
  '这里所说的年份，是旧稿当时的年份。',
  'The years that are told here are those of the old draft.',
);

const clearedBy: Readonly<Record<Exclude<Presented, 'current' | 'unclear'>, Words>> = {
  report: bilingual('说的是已经做过的事', 'it reports what was done'),
  history: bilingual('说的是过去', 'it speaks of the past'),
  quotation: bilingual('是引述', 'it is a quotation'),
  name: bilingual('是名称的一部分', 'it is part of a name'),
  comparison: bilingual('用来比较', 'it is a comparison'),
  list: bilingual('是并列', 'it stands in a list'),
};

function reasonOf(
  { target, judgement, presented }: JudgedMention,
  verdict: Verdict,
  isOwnTime: boolean,
): Words {
  if (verdict === 'change') return target.message();
  if (judgement === null || presented === 'arithmetic') {
    if (authorsOwn.has(target.kind) && !isOwnTime)
      return bilingual('换了日子，要由作者核对。', 'On another day only the author can tell.');
    return verdict === 'keep'
      ? bilingual(
          '在核对的日期仍然成立，或说的就是当年。',
          'Right on the day judged on, or told of its own time.',
        )
      : bilingual('词库不能断定，请核对。', 'The packs cannot tell; please check.');
  }
  const cues = judgement.cues.length === 0 ? null : judgement.cues.map((cue) => `“${cue}”`).join('、');
  if (presented === 'current' || presented === 'unclear') {
    const said = target.message();
    return verdict === 'check' && presented === 'unclear'
      ? bilingual(
          '看不出是说过去还是说今天，请核对。',
          'The sentence does not say whether it means the past or today.',
        )
      : said;
  }
  const cleared = clearedBy[presented];
  return bilingual(
    cues === null ? `${cleared.zh}。` : `${cues}：${cleared.zh}。`,
    cues === null ? `${cleared.en}.` : `${cues}: ${cleared.en}.`,
  );
}
