/**
 * The UTF-16 code units of a text. A paragraph's string is a slice of the draft's; reading it unit by unit takes
 * three times as long as reading this array.
 */
export function codeUnitsOf(text: string): Uint16Array {
  const units = new Uint16Array(text.length);
  for (let at = 0; at < text.length; at++) units[at] = text.charCodeAt(at);
  return units;
}
