import * as v from 'valibot';

/** The slowest and the fastest that a speech is read out, in characters a minute. */
export const speakingRates = { slowest: 60, fastest: 600 } as const;

export const speakingRate = v.pipe(
  v.number(),
  v.integer(),
  v.minValue(speakingRates.slowest),
  v.maxValue(speakingRates.fastest),
);
