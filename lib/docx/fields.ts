import type { Document, Element } from '@xmldom/xmldom';
import { elementsOf, isNamed, wordAttribute } from './xml.ts';

/** A field (域) written with marks of its beginning and end: a reference, a mail merge, a table of contents. */
export interface MarkedField {
  /** The runs with the two marks. */
  readonly begin: Element;
  readonly end: Element;
}

/** The marked fields of a document, those that both begin and end in it. */
export interface Fields {
  /** Words within the code of a field: Word shows the result only. */
  readonly codes: ReadonlySet<Element>;
  /** The outermost field whose result holds a run. */
  readonly of: ReadonlyMap<Element, MarkedField>;
}

interface OpenField {
  readonly begin: Element;
  /** Runs of the result; words of the code. */
  readonly runs: Element[];
  readonly words: Element[];
  inCode: boolean;
}

/** Finds the fields of a document. */
export function readFields(document: Document): Fields {
  const codes = new Set<Element>();
  const of = new Map<Element, MarkedField>();
  const open: OpenField[] = [];
  const close = (end: Element): void => {
    const field = open.pop();
    if (field === undefined) return;
    for (const word of field.words) codes.add(word);
    const marks = { begin: field.begin, end };
    // An outer field ends later, and takes its place.
    for (const run of field.runs) of.set(run, marks);
  };
  const visit = (element: Element, run: Element | null): void => {
    const here = isNamed(element, 'r') ? element : run;
    if (here !== null && isNamed(element, 'fldChar')) {
      const type = wordAttribute(element, 'fldCharType');
      const last = open[open.length - 1];
      if (type === 'begin') open.push({ begin: here, runs: [], words: [], inCode: true });
      else if (type === 'separate' && last !== undefined) last.inCode = false;
      else if (type === 'end') close(here);
      return;
    }
    if (here === element) for (const field of open) if (!field.inCode) field.runs.push(here);
    if (isNamed(element, 't')) for (const field of open) if (field.inCode) field.words.push(element);
    for (const child of elementsOf(element)) visit(child, here);
  };
  if (document.documentElement !== null) visit(document.documentElement, null);
  return { codes, of };
}
