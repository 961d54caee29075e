import { unitTable } from '../../common/unit-table.ts';

/** Marks of a list, quotation marks, and the words that join its last member. */
const marks = '、，,；和与及“”‘’《》〈〉（）() ';
const joins = unitTable(marks);
const anyJoins = new RegExp(`[${marks}]+`, 'gu');

/** A wording without marks and joining words: a list is one string, whatever separates its members. */
export function bare(wording: string): string {
  return wording.replace(anyJoins, '');
}

/** A paragraph without marks and joining words. Places are indexes of the remaining UTF-16 units. */
export class BareText {
  /** Only the first `length` are valid; zeros follow. */
  readonly units: Uint16Array;
  readonly length: number;
  private madeText: string | undefined;
  private madePlaces: Uint32Array | undefined;

  constructor(private readonly paragraph: string) {
    const units = new Uint16Array(paragraph.length);
    let length = 0;
    for (let at = 0; at < paragraph.length; at++) {
      const unit = paragraph.charCodeAt(at);
      if (joins[unit] !== 1) units[length++] = unit;
    }
    this.units = units;
    this.length = length;
  }

  /** Made at the first request: in most paragraphs the units alone decide. */
  get text(): string {
    this.madeText ??= this.length === this.paragraph.length ? this.paragraph : bare(this.paragraph);
    return this.madeText;
  }

  /** By place, the offset of the unit in the paragraph. */
  get places(): Uint32Array {
    this.madePlaces ??= placesIn(this.paragraph, this.length);
    return this.madePlaces;
  }
}

function placesIn(paragraph: string, length: number): Uint32Array {
  const places = new Uint32Array(length);
  let place = 0;
  for (let at = 0; at < paragraph.length; at++)
    if (joins[paragraph.charCodeAt(at)] !== 1) places[place++] = at;
  return places;
}

/** Whether a bare wording stands at a place. */
export function standsAt({ units, length }: BareText, wording: string, at: number): boolean {
  if (at < 0 || at + wording.length > length) return false;
  for (let i = 0; i < wording.length; i++) if (units[at + i] !== wording.charCodeAt(i)) return false;
  return true;
}

/** True if a mark stands between the places `start` and `end`: 推动下，构建人类命运共同体 is no single phrase. */
export function isDivided(text: string, { places }: BareText, start: number, end: number): boolean {
  return /[、，,；\s]/u.test(text.slice(places[start], places[end - 1]));
}
