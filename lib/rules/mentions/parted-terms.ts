import { signsIn } from '../../draft/signs.ts';
import type { IsoDate, Span } from '../../draft/types.ts';
import type { Knowledge, MentionKind } from '../../phrases/types.ts';
import { RuleParagraph } from '../paragraph.ts';
import type { Target } from './target.ts';
import { targetsOf } from './targets.ts';

/** A known term of a line. */
export interface JoinableTerm extends Span {
  /** True for a set phrase, whose parts may be words or slogans by themselves. */
  readonly isPhrase: boolean;
  /** True if it may be two words beside each other: 扶贫 开发. */
  readonly isLoose: boolean;
}

/** Kinds of names. The others, such as years and figures, are of any words. */
const named: ReadonlySet<MentionKind> = new Set([
  'meeting',
  'plan',
  'campaign',
  'goal',
  'epidemic',
  'institution',
  'regulation',
  'formulation',
  'leader-formula',
]);
/** A shorter goal, formulation or phrase may be words beside each other. UTF-16 units. */
const shortest = { firm: 6, name: 3, phrase: 5 };
const firmKinds: ReadonlySet<MentionKind> = new Set(['meeting', 'plan', 'institution', 'regulation']);
/** A longer span is a clause around a name. UTF-16 units. */
const longest = 40;
/** 十四五 is a plan and no row of numbers. */
const inQuotes = /^[“"‘]/u;
const ofPlan = /^(?:规划|时期|期间|以来|收官|开局|末(?!日))/u;

/**
 * The terms of a line in which a blank may be a slip of copying, with offsets of the line: names of meetings, plans,
 * offices, laws and set phrases of which the packs know. Those that need the segmenter are left out.
 */
export function joinableTerms(line: string, knowledge: Knowledge, date: IsoDate): JoinableTerm[] {
  const paragraph = new RuleParagraph({ text: line, section: 'none', signs: signsIn(line) }, knowledge);
  const terms: JoinableTerm[] = [];
  for (const target of targetsOf(paragraph, { date, knowledge, wantSegmenter: () => undefined }))
    if (isName(target, line))
      terms.push({ start: target.start, end: target.end, isPhrase: false, isLoose: isLoose(target) });
  for (const { start, end, pattern } of paragraph.hits) {
    const isPhrase = pattern.role === 'name' || pattern.role === 'alias';
    if (isPhrase && end - start >= shortest.phrase)
      terms.push({ start, end, isPhrase: true, isLoose: false });
  }
  return terms;
}

function isName({ kind, start, end }: Target, line: string): boolean {
  if (!named.has(kind) || end - start > longest) return false;
  if (kind === 'plan' && !inQuotes.test(line.slice(start)) && !ofPlan.test(line.slice(end))) return false;
  return end - start >= shortest.name;
}

function isLoose({ kind, start, end }: Target): boolean {
  return !firmKinds.has(kind) && (kind === 'campaign' || end - start < shortest.firm);
}
