import { matchesOf } from '../../draft/matches.ts';
import { parseNumeral } from '../../draft/numeral-values.ts';
import type { Span } from '../../draft/types.ts';
import type { SeriesMember } from '../../phrases/types.ts';
import { term } from '../meeting-numbers.ts';
import { messageOf } from './earlier-term.ts';
import { listed, type Target } from './target.ts';

/** A meeting's span and its days. */
export type Dated = Span & Pick<Target, 'from' | 'to'>;

/** Longest list of congresses. UTF-16 units. */
const longestList = 40;
const newer = new RegExp(`(${term})[大届]`, 'gu');

/** 党的十八大、十九大、二十大精神: a list that continues to the current one is complete, not outdated. */
export function continuesNewer(text: string, end: number, currentTerm: number): boolean {
  const near = text.slice(end, end + longestList);
  if (!near.includes('十')) return false;
  const stop = near.search(/[，。；：]/u);
  for (const match of matchesOf(stop < 0 ? near : near.slice(0, stop), newer)) {
    const number = parseNumeral(match[1] ?? '');
    if (number !== null && number >= currentTerm) return true;
  }
  return false;
}

/** A meeting that is not outdated. */
export function keep({ start, end, from, to }: Dated, decided: 'keep' | 'check'): Target {
  return listed({ start, end, from, to, kind: 'meeting', decided });
}

/** A meeting of an earlier term, with its replacement. */
export function superseded(
  role: 'congress' | 'plenum',
  { start, end, from, to }: Dated,
  newest: SeriesMember,
  replacement: string,
  awaited?: SeriesMember,
): Target {
  return {
    start,
    end,
    kind: 'meeting',
    role,
    from,
    to,
    over: true,
    level: awaited === undefined ? 'error' : 'warning',
    mayBeSaidOfItAlone: true,
    message: messageOf(newest, replacement, awaited),
    source: newest.source,
    replacement,
  };
}
