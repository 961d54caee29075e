import { unitTable } from '../../common/unit-table.ts';
/** A text without what only divides or joins, and where each of its letters stands (UTF-16 offsets of the text). */
export interface Letters {
  /** Put together on the first question: most paragraphs are told by their units alone. */
  readonly text: string;
  /** How many there are: behind them, the two rows hold what was there before. */
  readonly length: number;
  /** UTF-16 units. */
  readonly units: Uint16Array;
  readonly places: Uint32Array;
}

/** Marks of a list, quotation marks, and the words that join the last member of one. */
const marks = '、，,；和与及“”‘’《》〈〉（）() ';
const joins = unitTable(marks);
const anyJoins = new RegExp(`[${marks}]+`, 'gu');

/** The letters of a wording alone, so that a list is one string whatever stands between its members. */
export function lettersIn(wording: string): string {
  return wording.replace(anyJoins, '');
}

let unitsBuffer = new Uint16Array(4_096);
let placesBuffer = new Uint32Array(4_096);
/** The paragraph read last: several looks at the same one come one after the other. */
let lastRead = '';
let lastLetters: Letters = { text: '', length: 0, units: unitsBuffer, places: placesBuffer };

class ReadLetters implements Letters {
  private made: string | undefined;

  constructor(
    private readonly paragraph: string,
    readonly length: number,
    readonly units: Uint16Array,
    readonly places: Uint32Array,
  ) {}

  get text(): string {
    this.made ??= this.length === this.paragraph.length ? this.paragraph : lettersIn(this.paragraph);
    return this.made;
  }
}

/** Reads a paragraph letter by letter. Holds until the next one is read: nobody keeps it. */
export function lettersOf(paragraph: string): Letters {
  if (lastRead !== paragraph) {
    lastLetters = read(paragraph);
    lastRead = paragraph;
  }
  return lastLetters;
}

function read(paragraph: string): Letters {
  if (paragraph.length > unitsBuffer.length) {
    unitsBuffer = new Uint16Array(paragraph.length * 2);
    placesBuffer = new Uint32Array(paragraph.length * 2);
  }
  const [units, places] = [unitsBuffer, placesBuffer];
  let length = 0;
  for (let at = 0; at < paragraph.length; at++) {
    const unit = paragraph.charCodeAt(at);
    if (joins[unit] === 1) continue;
    units[length] = unit;
    places[length++] = at;
  }
  return new ReadLetters(paragraph, length, units, places);
}

/** Whether a wording stands at a letter. */
export function standsAt({ units, length }: Letters, wording: string, at: number): boolean {
  if (at < 0 || at + wording.length > length) return false;
  for (let i = 0; i < wording.length; i++) if (units[at + i] !== wording.charCodeAt(i)) return false;
  return true;
}

/** True where a mark stands between the letters from `start` to `end`: 推动下，构建人类命运共同体 is no one phrase. */
export function isDivided(text: string, { places }: Letters, start: number, end: number): boolean {
  return /[、，,；\s]/u.test(text.slice(places[start], places[end - 1]));
}
