import { announcedCount } from './announced-count.ts';
import { confusableCharacters } from './confusable-characters.ts';
import { dateConsistency } from './date-consistency.ts';
import { draftDate } from './draft-date.ts';
import { headingNumbering } from './heading-numbering.ts';
import { numberingReference } from './numbering-reference.ts';
import { numberingStyle } from './numbering-style.ts';
import { numerals } from './numerals.ts';
import { outdatedReference } from './outdated-reference.ts';
import { placeConsistency } from './place-consistency.ts';
import { placeholder } from './placeholder.ts';
import { punctuation } from './punctuation.ts';
import { standardPhrasing } from './standard-phrasing.ts';
import type { Rule } from './types.ts';
import { unlikelyCharacters } from './unlikely-characters.ts';

/** All rules, in the order shown to the author. A new rule is one file and one line here. */
export const rules: readonly Rule[] = [
  outdatedReference,
  standardPhrasing,
  headingNumbering,
  announcedCount,
  numberingReference,
  numberingStyle,
  draftDate,
  dateConsistency,
  placeholder,
  placeConsistency,
  punctuation,
  numerals,
  confusableCharacters,
  unlikelyCharacters,
];
