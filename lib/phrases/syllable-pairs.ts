/** The letters, and behind them the digits; one more for anything else. */
const marks = 36;

/** Where two syllables follow one another, in order, and the number of the letter that begins the third. */
export interface PairPlaces {
  readonly places: Int32Array;
  readonly thirds: Uint8Array;
}

/**
 * Where two syllables follow one another in the joined readings, by the letters (or digits) that they begin with: a search
 * that knows both looks at one in some hundred places only, and at few of these where it knows the third, too.
 */
export class SyllablePairs {
  /** For each pair of letters where its places begin in `places`. */
  private readonly from = new Int32Array(marks * marks + 1);
  private readonly places: Int32Array;
  private readonly thirds: Uint8Array;

  /** Takes readings with a capital at each syllable; a digit is a syllable of its own. */
  constructor(readings: string) {
    const { from } = this;
    forEachPair(readings, (pair) => {
      from[pair + 1] = (from[pair + 1] as number) + 1;
    });
    for (let pair = 0; pair < marks * marks; pair++) {
      from[pair + 1] = (from[pair + 1] as number) + (from[pair] as number);
    }
    const places = new Int32Array(from[marks * marks] as number);
    const thirds = new Uint8Array(places.length);
    const next = from.slice();
    forEachPair(readings, (pair, place, third) => {
      const at = next[pair] as number;
      places[at] = place;
      thirds[at] = third;
      next[pair] = at + 1;
    });
    this.places = places;
    this.thirds = thirds;
  }

  /** Where two syllables begin with these small letters or digits; nowhere for anything else. */
  placesOf(first: string, second: string): PairPlaces {
    const [one, two] = [letterNumber(first), letterNumber(second)];
    const pair = one * marks + two;
    const known = one < marks && two < marks;
    const [from, to] = known ? [this.from[pair], this.from[pair + 1]] : [0, 0];
    return { places: this.places.subarray(from, to), thirds: this.thirds.subarray(from, to) };
  }
}

/** Number of a small letter or a digit, as in `thirds`; the last for anything else. */
export function letterNumber(letter: string): number {
  return numberOf(letter.toUpperCase().charCodeAt(0));
}

/** Number of a capital or a digit; the last for anything else. */
function numberOf(unit: number): number {
  if (unit >= 65 && unit <= 90) return unit - 65;
  return unit >= 48 && unit <= 57 ? unit - 48 + 26 : marks;
}

/** Calls with the number of each pair, the place of its first syllable, and the number of the letter of the third. */
function forEachPair(readings: string, onPair: (pair: number, place: number, third: number) => void): void {
  // The two syllables before this one, and where the first of them begins.
  let [first, second] = [marks, marks];
  let [firstPlace, secondPlace] = [0, 0];
  for (let at = 0; at <= readings.length; at++) {
    const unit = readings.charCodeAt(at);
    // A small letter goes on with a syllable.
    if (unit >= 97 && unit <= 122) continue;
    const third = numberOf(unit);
    if (first < marks && second < marks) onPair(first * marks + second, firstPlace, third);
    [first, second] = [second, third];
    [firstPlace, secondPlace] = [secondPlace, at];
  }
}
