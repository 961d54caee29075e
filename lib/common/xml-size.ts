/** XML that would take more memory or a deeper stack than a reader has. */
export class TooMuchXmlError extends Error {
  override readonly name = 'TooMuchXmlError';
}

/** Tables within tables within text boxes come to some hundred. */
const deepest = 500;
const mostAttributes = 1_000;
/** A parsed attribute takes some 0.4 of the memory of an element, which takes 800 bytes. */
const attributeWeight = 0.4;
const longest = 20_000_000;

/**
 * Refuses XML before it is parsed, since a parser would hang or use up all memory: a packed file of some kilobytes can
 * hold millions of elements. `most` is the number of elements that may be, with attributes as parts of one.
 * @throws TooMuchXmlError
 */
export function limitXml(text: string, most: number): void {
  if (text.length > longest) throw new TooMuchXmlError(`${text.length} characters`);
  let weight = 0;
  let depth = 0;
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at)) {
    const next = text.charAt(at + 1);
    if (next === '/') depth--;
    const { end, attributes, closes } =
      next === '!' || next === '?' ? skipped(text, at) : next === '/' ? endOf(text, at) : tagAt(text, at);
    weight += 1 + attributes * attributeWeight;
    if (!closes) depth++;
    if (weight > most) throw new TooMuchXmlError(`${at} characters already hold too many elements`);
    if (depth > deepest) throw new TooMuchXmlError(`more than ${deepest} elements within each other`);
    if (attributes > mostAttributes) throw new TooMuchXmlError(`${attributes} attributes of one element`);
    at = end;
  }
}

interface Mark {
  /** Where what follows it begins. */
  readonly end: number;
  readonly attributes: number;
  /** False if it begins an element that another tag ends. */
  readonly closes: boolean;
}

const endOf = (text: string, at: number): Mark => behind(text, '>', at);

function behind(text: string, sign: string, from: number): Mark {
  const end = text.indexOf(sign, from);
  return { end: end < 0 ? text.length : end + sign.length, attributes: 0, closes: true };
}

/** A comment, literal text or an instruction; of a declaration only its first sign, since it may hold others. */
function skipped(text: string, at: number): Mark {
  if (text.startsWith('<!--', at)) return behind(text, '-->', at + 4);
  if (text.startsWith('<![CDATA[', at)) return behind(text, ']]>', at);
  if (text.startsWith('<?', at)) return behind(text, '?>', at);
  return { end: at + 2, attributes: 0, closes: true };
}

function tagAt(text: string, from: number): Mark {
  let attributes = 0;
  for (let at = from + 1; at < text.length; at++) {
    const sign = text.charAt(at);
    if (sign === '"' || sign === "'") {
      attributes++;
      const close = text.indexOf(sign, at + 1);
      if (close < 0) break;
      at = close;
    } else if (sign === '>') return { end: at + 1, attributes, closes: text.charAt(at - 1) === '/' };
    else if (sign === '<') return { end: at, attributes, closes: true };
  }
  return { end: text.length, attributes, closes: true };
}
