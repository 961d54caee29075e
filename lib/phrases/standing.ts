import type { IsoDate } from '../draft/types.ts';
import type { Entry, PhraseResult, Series } from './types.ts';

export type Standing = PhraseResult['standing'];

/** Standings in the order of their rank in a search. */
export const standings: readonly Standing[] = ['current', 'superseded', 'historical'];

/**
 * The standing of an entry on a day (ISO date): superseded if something replaced it, historical if it ended without a
 * successor. What applies only from a later day on counts as current, as nothing newer is known.
 */
export function entryStanding(entry: Entry, date: IsoDate): Standing {
  if (entry.validTo === undefined || entry.validTo >= date) {
    // With a successor from an unknown day, the wording is no longer the usual one.
    return entry.successor !== undefined && entry.validTo === undefined ? 'superseded' : 'current';
  }
  return entry.successor === undefined ? 'historical' : 'superseded';
}

/**
 * The standing of each member of a series on a day. Plans, campaigns and holders of a post are current while they last, a
 * meeting from its end.
 */
export function memberStandings({ members, numbering }: Series, date: IsoDate): Standing[] {
  if (numbering === 'five-year-plan' || numbering === 'campaign' || numbering === 'post') {
    return members.map((member) => (member.to >= date ? 'current' : 'historical'));
  }
  let last = -1;
  members.forEach((member, i) => {
    if (member.to <= date) last = i;
  });
  return members.map((_, i) => (i < last ? 'historical' : 'current'));
}
