/** Longest draft that is checked, in UTF-16 units: a speech of an hour has some 12,000 characters. */
export const longestDraft = 200_000;
