import { firstHan, hanCount } from '../pair-table.ts';

/** Ids of what is no character of the model: a character that was counted too seldom, a mark, digits or letters. */
export const unknownId = 0;
export const markId = 1;
export const digitId = 2;
/** The first id of a character. */
export const firstId = 3;

/** Whether an id stands for marks, or for digits and letters. */
export function isMark(id: number): boolean {
  return id === markId || id === digitId;
}

/** A text as the model reads it: one place per Han character, and one per run of marks, or of digits and letters. */
export interface Places {
  /** Ids by place; a mark stands before the first character and behind the last. */
  readonly ids: Uint16Array;
  /** UTF-16 offsets by place. */
  readonly at: Uint32Array;
  readonly count: number;
}

/** Whether a code unit is a Han character of the basic block. */
export function isHan(unit: number): boolean {
  return unit >= firstHan && unit < firstHan + hanCount;
}

/** Reads code units; `idOf` has the id of each code unit that is a character of the model, and 0 elsewhere. */
export function readPlaces(units: Uint16Array, idOf: Uint16Array): Places {
  const ids = new Uint16Array(units.length + 2);
  const at = new Uint32Array(units.length + 2);
  ids[0] = markId;
  let count = 1;
  for (let place = 0; place < units.length; place++) {
    const unit = units[place] as number;
    if (isHan(unit)) ids[count] = idOf[unit] as number;
    else {
      const id = isDigit(unit) ? digitId : markId;
      if (ids[count - 1] === id) continue;
      ids[count] = id;
    }
    at[count++] = place;
  }
  if (ids[count - 1] !== markId) {
    ids[count] = markId;
    at[count++] = units.length;
  }
  return { ids, at, count };
}

/** ASCII digits and letters. */
function isDigit(unit: number): boolean {
  return (unit >= 48 && unit < 58) || (unit >= 65 && unit < 91) || (unit >= 97 && unit < 123);
}
