/** The letters, the digits, and one for anything else. */
const marks = 36;

/** The places of two consecutive syllables, in order, and the number of the letter that begins the third. */
export interface PairPlaces {
  readonly places: Int32Array;
  readonly thirds: Uint8Array;
}

/**
 * An index of the joined readings by the first letters (or digits) of two consecutive syllables: a search visits one in
 * some hundred places only, and few of these if the third syllable is known too.
 */
export class SyllablePairs {
  /** For each pair of letters, the start of its places in `places`. */
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

  /** The places where two syllables begin with these lower-case letters or digits; none for anything else. */
  placesOf(first: string, second: string): PairPlaces {
    const [one, two] = [letterNumber(first), letterNumber(second)];
    const pair = one * marks + two;
    const known = one < marks && two < marks;
    const [from, to] = known ? [this.from[pair], this.from[pair + 1]] : [0, 0];
    return { places: this.places.subarray(from, to), thirds: this.thirds.subarray(from, to) };
  }
}

/** The number of a lower-case letter or a digit, as in `thirds`; the last number for anything else. */
export function letterNumber(letter: string): number {
  return numberOf(letter.toUpperCase().charCodeAt(0));
}

/** The number of a capital or a digit; the last number for anything else. */
function numberOf(unit: number): number {
  if (unit >= 65 && unit <= 90) return unit - 65;
  return unit >= 48 && unit <= 57 ? unit - 48 + 26 : marks;
}

/** Calls back with the number of each pair, the place of its first syllable, and the number of the third's letter. */
function forEachPair(readings: string, onPair: (pair: number, place: number, third: number) => void): void {
  // The two syllables before this one, and the start of the first of them.
  let [first, second] = [marks, marks];
  let [firstPlace, secondPlace] = [0, 0];
  for (let at = 0; at <= readings.length; at++) {
    const unit = readings.charCodeAt(at);
    // A lower-case letter continues a syllable.
    if (unit >= 97 && unit <= 122) continue;
    const third = numberOf(unit);
    if (first < marks && second < marks) onPair(first * marks + second, firstPlace, third);
    [first, second] = [second, third];
    [firstPlace, secondPlace] = [secondPlace, at];
  }
}
