const letters = 26;

/**
 * Where two syllables follow one another in the joined readings, by the letters that they begin with: a search that knows
 * both looks at one in some hundred places only.
 */
export class SyllablePairs {
  /** For each pair of letters where its places begin in `places`. */
  private readonly from = new Int32Array(letters * letters + 1);
  private readonly places: Int32Array;

  /** Takes readings with a capital at each syllable; digits and the like pair with nothing. */
  constructor(readings: string) {
    const { from } = this;
    forEachPair(readings, (pair) => {
      from[pair + 1] = (from[pair + 1] as number) + 1;
    });
    for (let pair = 0; pair < letters * letters; pair++) {
      from[pair + 1] = (from[pair + 1] as number) + (from[pair] as number);
    }
    const places = new Int32Array(from[letters * letters] as number);
    const next = from.slice();
    forEachPair(readings, (pair, place) => {
      const at = next[pair] as number;
      places[at] = place;
      next[pair] = at + 1;
    });
    this.places = places;
  }

  /** Places of the first of two syllables that begin with these small letters, in order; none for anything else. */
  placesOf(first: string, second: string): Int32Array {
    const [one, two] = [first.charCodeAt(0) - SMALL_A, second.charCodeAt(0) - SMALL_A];
    const known = one >= 0 && one < letters && two >= 0 && two < letters;
    if (!known) return this.places.subarray(0, 0);
    const pair = one * letters + two;
    return this.places.subarray(this.from[pair], this.from[pair + 1]);
  }
}

const CAPITAL_A = 65;
const SMALL_A = 97;

/** Calls with the number of each pair and the place of its first syllable. */
function forEachPair(readings: string, onPair: (pair: number, place: number) => void): void {
  let before = -1;
  let place = 0;
  for (let at = 0; at < readings.length; at++) {
    const unit = readings.charCodeAt(at);
    if (unit >= SMALL_A && unit < SMALL_A + letters) continue;
    const letter = unit - CAPITAL_A;
    const isLetter = letter >= 0 && letter < letters;
    if (isLetter && before !== -1) onPair(before * letters + letter, place);
    before = isLetter ? letter : -1;
    place = at;
  }
}
