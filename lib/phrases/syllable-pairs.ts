/** The letters, and behind them the digits. */
const marks = 36;

/**
 * Where two syllables follow one another in the joined readings, by the letters (or digits) that they begin with: a search that knows
 * both looks at one in some hundred places only.
 */
export class SyllablePairs {
  /** For each pair of letters where its places begin in `places`. */
  private readonly from = new Int32Array(marks * marks + 1);
  private readonly places: Int32Array;

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
    const next = from.slice();
    forEachPair(readings, (pair, place) => {
      const at = next[pair] as number;
      places[at] = place;
      next[pair] = at + 1;
    });
    this.places = places;
  }

  /** Places of the first of two syllables that begin with these small letters or digits, in order; none for anything else. */
  placesOf(first: string, second: string): Int32Array {
    const [one, two] = [
      numberOf(first.toUpperCase().charCodeAt(0)),
      numberOf(second.toUpperCase().charCodeAt(0)),
    ];
    if (one === -1 || two === -1) return this.places.subarray(0, 0);
    const pair = one * marks + two;
    return this.places.subarray(this.from[pair], this.from[pair + 1]);
  }
}

/** Number of a capital or a digit; -1 for anything else. */
function numberOf(unit: number): number {
  if (unit >= 65 && unit <= 90) return unit - 65;
  return unit >= 48 && unit <= 57 ? unit - 48 + 26 : -1;
}

/** Calls with the number of each pair and the place of its first syllable. */
function forEachPair(readings: string, onPair: (pair: number, place: number) => void): void {
  let before = -1;
  let place = 0;
  for (let at = 0; at < readings.length; at++) {
    const unit = readings.charCodeAt(at);
    // A small letter goes on with a syllable.
    if (unit >= 97 && unit <= 122) continue;
    const number = numberOf(unit);
    if (number !== -1 && before !== -1) onPair(before * marks + number, place);
    before = number;
    place = at;
  }
}
