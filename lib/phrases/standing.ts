import type { IsoDate } from '../draft/types.ts';
import type { Entry, PhraseResult, Series } from './types.ts';

export type Standing = PhraseResult['standing'];

/** Standings as they rank in a search. */
export const standings: readonly Standing[] = ['current', 'superseded', 'historical'];

/**
 * How an entry stands on a day (ISO date): superseded when something replaced it, historical when it ended without.
 * What applies only from a later day on counts as current: nothing newer is known.
 */
export function entryStanding(entry: Entry, date: IsoDate): Standing {
  if (entry.validTo === undefined || entry.validTo >= date) {
    // A successor without a known day: the wording is no longer the usual one.
    return entry.successor !== undefined && entry.validTo === undefined ? 'superseded' : 'current';
  }
  return entry.successor === undefined ? 'historical' : 'superseded';
}

/** How each member of a series stands on a day: plans and campaigns while they run, of meetings the last that has closed. */
export function memberStandings({ members, numbering }: Series, date: IsoDate): Standing[] {
  if (numbering === 'five-year-plan' || numbering === 'campaign') {
    return members.map((member) => (member.to >= date ? 'current' : 'historical'));
  }
  let last = -1;
  members.forEach((member, i) => {
    if (member.to <= date) last = i;
  });
  return members.map((_, i) => (i < last ? 'historical' : 'current'));
}
