/** A table of all 65,536 UTF-16 units: 1 for those of a string, 0 for others. Lookup makes no string. */
export function unitTable(characters: string): Uint8Array {
  const units = new Uint8Array(0x1_0000);
  for (let at = 0; at < characters.length; at++) units[characters.charCodeAt(at)] = 1;
  return units;
}
