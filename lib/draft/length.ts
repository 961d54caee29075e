/** How many characters a text has, white space not counted: what a speaker reads out, punctuation included. */
export function countCharacters(text: string): number {
  return [...text.replace(/\s/gu, '')].length;
}

/** How many minutes it takes to read so many characters out, at a rate in characters a minute; 0 for less than one. */
export function minutesOf(characters: number, rate: number): number {
  return characters < rate ? 0 : Math.round(characters / rate);
}
